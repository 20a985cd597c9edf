"""French verbs by what their subject must be, in the infinitive and folded (no accents, no case).

Reviewed by hand. A verb belongs here when it tells a power that acts from a place where things happen;
verbs that say nothing about it are left out.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Only somebody says, decides or wants: enough even for a town or a region.
SAYING = """
    accuser admettre affirmer ajouter annoncer appeler applaudir approuver arguer assurer avertir avouer
    blamer brandir celebrer clamer condamner confirmer conseiller considerer contester convenir
    convoquer craindre critiquer croire decider declarer deconseiller decreter demander dementir
    denoncer deplorer desapprouver desirer dire elire emettre entendre envisager esperer estimer evoquer
    excuser exhorter exiger expliquer feliciter fustiger hesiter indiquer insister interdire inviter
    invoquer ironiser jurer justifier marchander menacer mentir minimiser nier notifier nuancer objecter
    opposer ordonner penser persister plaider preciser preconiser preferer presser pretendre prevenir
    proclamer promettre promulguer prononcer proposer protester qualifier rappeler ratifier reaffirmer
    reclamer recommander reconnaitre recuser refuser regretter reiterer rejeter remercier repliquer
    repondre reprocher retorquer rever saluer savoir signaler sommer souhaiter souligner soupconner
    suggerer suspecter tabler temperer temporiser tergiverser valider viser voter vouloir
"""

# What a government, a team or an institution does.
ACTING = """
    abandonner abattre abolir accelerer accepter accorder accroitre acheter achever acquerir activer
    adherer adopter affronter agir aider aligner alimenter allouer ambitionner amender amorcer annexer
    annuler appliquer apporter appuyer armer arracher arreter assumer atermoyer attaquer attendre
    attribuer augmenter autoriser avancer baisser bannir battre bloquer bombarder boycotter briguer
    ceder cesser changer chercher choisir coiffer collaborer commander commencer communiquer compenser
    conclure concurrencer conduire conquerir conserver consulter continuer contraindre contribuer
    controler convaincre cooperer coordonner couper creer debattre debloquer decerner decrocher defendre
    defier delivrer demanteler demarrer depecher depenser deployer desavouer detacher developper
    deverser diffuser diligenter diriger discuter dissuader distribuer dominer donner doter durcir
    ecarter echanger echouer ecouter ecraser edicter effectuer efforcer egaliser elaborer elargir
    eliminer emprunter encaisser encourager endosser engager enqueter enterrer entreprendre entretenir
    envahir envoyer equiper espionner etendre etudier evacuer eviter examiner executer exercer expedier
    experimenter exploiter explorer exporter expulser fabriquer faciliter faire favoriser fermer
    financer finir fixer forcer former fournir franchir frapper freiner gagner garantir garder geler
    gerer gouverner gracier heriter hisser impliquer importer imposer incarner inciter incliner
    incorporer indemniser infliger influencer inquieter inscrire instaurer instituer instrumentaliser
    intensifier intercepter interpeller interroger intervenir introduire investir jeter jouer juger
    lancer larguer laver legaliser legiferer lever liberer limiter livrer lutter maintenir manifester
    manipuler manoeuvrer marquer marteler masser mediter menager mener mettre miser mobiliser moderniser
    modifier monnayer multiplier nationaliser negliger negocier nommer normaliser nouer obeir obliger
    obtenir occuper octroyer oeuvrer offrir orchestrer organiser orienter oublier ouvrir pactiser
    paralyser parrainer participer parvenir patienter payer peser piloter plafonner pointer positionner
    poursuivre pousser pratiquer prendre preparer presenter preserver preter prevoir priver privilegier
    proceder profiter prolonger prouver provoquer publier punir racheter rallier ramener rapatrier
    rapprocher rassurer reagir rebondir rechercher recompenser recourir recruter recuperer redouter
    reduire reexaminer regagner regarder regler reguler rehausser rejoindre relancer relever remettre
    remplacer remporter rencontrer renforcer renoncer renouer renouveler renvoyer reparer reporter
    repousser reprendre resilier resister resoudre respecter restituer restreindre retablir retarder
    retenir retirer reunir reussir revendiquer revoquer riposter risquer rompre rouvrir sacrifier saisir
    sanctionner sauver securiser serrer servir signer solliciter songer sortir soumettre souscrire
    soutenir stopper subventionner supprimer surveiller suspendre taxer tendre tenir tenter terminer
    tester tirer tolerer torpiller tourner trancher transferer transmettre traquer travailler troubler
    user utiliser valoriser vegetaliser veiller vendre verbaliser verser violer
"""

# What a territory, its people or its weather goes through: no power acts.
UNDERGOING = """
    abonder abriter accueillir afficher appartenir approcher attirer avoisiner basculer beneficier
    border bruler comporter comprendre compter connaitre constituer contenir culminer demeurer depasser
    dependre deperir depeupler devenir disposer ebranler eclater effondrer emerger enfoncer enregistrer
    enserrer etirer etouffer exister fasciner figurer fleurir fremir grelotter grouiller habiter
    heberger hurler jouir loger longer manquer mesurer osciller panser pleurer posseder produire receler
    recevoir regorger respirer ressembler rester reveiller sillonner situer sombrer souffrir subir
    suffoquer surplomber survivre talonner traverser trembler vibrer vieillir vivre voir
"""

# A town or region may be the subject of these and stay a place.
LAND_DOING = """
    attendre changer compenser conserver developper dominer exporter fabriquer faire former gagner
    garder geler importer jouer offrir perdre porter presenter profiter servir sortir tenir tirer
    tourner
"""

# Of a place only with *se*: *se trouve au sud*; *trouve son compte* is no place.
REFLEXIVELY_UNDERGOING = "trouver appeler nommer"

# The object of these is somebody addressed, blamed, courted or fought: not a stretch of land.
ADDRESSING = """
    accuser affaiblir affronter agacer aider alerter amadouer amener appeler associer attirer avertir
    battre blamer braver calmer choquer compromettre condamner considerer consulter contacter
    contraindre convaincre courroucer courtiser critiquer defier denoncer desavouer discrediter
    disculper dissuader effrayer embarrasser empecher encourager engager epingler exasperer exclure
    excuser exhorter feliciter forcer froisser fustiger humilier impliquer imputer inciter incriminer
    indisposer informer inquieter interpeller interroger inviter irriter isoler juger laisser lier
    mecontenter menacer menager obliger opposer persuader poursuivre pousser presser prevenir prier
    priver provoquer punir rabrouer rallier ramener rassurer regrouper remercier rencontrer reunir
    saluer sanctionner seduire sermonner solliciter sommer soulager soupconner soutenir supplier
    surprendre suspecter tancer taxer vaincre vexer vilipender
"""

# With *à*: *demande à Téhéran*, *reproche à la Chine*.
ADDRESSING_TO = """
    accorder conseiller demander dicter enjoindre imposer imputer interdire intimer notifier ordonner
    permettre promettre proposer rappeler reclamer recommander refuser reprocher signifier suggerer
"""

# The object of these in a report of sport is an opponent.
OPPOSING = """
    accrocher accueillir affronter battre corriger croiser defier devancer disposer dominer ecarter
    ecraser eliminer etriller jouer opposer recevoir rejoindre rencontrer retrouver sortir surclasser
    surprendre tenir terrasser vaincre
"""

# In a report of sport these tell that it goes on in the place, not that a team plays.
HOSTING = "accueillir abriter heberger organiser retenir"

# With *de*: *exige de Téhéran que*, *obtenu de la Chine*.
OBTAINING = "exiger obtenir attendre reclamer"

# Movement through or to: *passer par la Turquie*, *partir pour Paris*.
MOVING = """
    acheminer arriver circuler decoller embarquer emigrer entrer envoler exporter fuir importer partir
    passer quitter remonter rouler transiter traverser voler voyager
"""

HAVING = _set("a ont avait avaient aura auront aurait auraient eut eurent ait aient avoir ayant")
BEING = _set("est sont etait etaient sera seront serait seraient fut furent soit soient etre etant")
# Verbs that lean on an infinitive, which then tells.
LEANING = _set("""
    allaient allait cesse cessent commence comptait compte comptent continue continuent devaient devait
    devra devraient devrait devront doit doivent durent dut faut ira iront parait peut peuvent pourra
    pourraient pourrait pourront pouvaient pouvait purent put s'apprete saura semble semblent va venait
    viennent vient vont
""")
# Auxiliaries in the plural: the verb of two subjects.
PLURAL = _set("ont avaient auront auraient sont etaient seront seraient vont doivent peuvent veulent")
# *Est parvenue*, *est intervenu*: with *être*, and yet the subject acts.
MOVED = _set("""
    alle allee allees alles convenu convenue convenues convenus intervenu intervenue intervenues
    intervenus parvenu parvenue parvenues parvenus passe passee passees passes revenu revenue revenues
    revenus
""")
# *Est accusée*, *est prête*, *sont favorables*, *proches d'un accord*: said of somebody who acts.
DISPOSED = _set("""
    accuse accusee accusees accuses allie alliee alliees allies attache attachee attachees attaches
    attentif attentive candidat candidate candidats conscient consciente conscientes conscients
    contraint contrainte contraintes contraints convaincu convaincue convaincues convaincus coupable
    coupables decide decidee decidees decides defavorable defavorables demandeur demandeuse determine
    determinee determinees determines disponible dispose disposee disposees disposes enclin encline
    engage engagee engagees engages favorable favorables fidele fideles furieuse furieux hostile
    hostiles impatient impatiente implique impliquee impliques inquiet inquiete inquietes inquiets
    interesse interessee interesses mecontent mecontente membre membres neutre neutres opposant oppose
    opposee opposees opposes partisan partisane preoccupe preoccupee pret prete pretes prets proche
    proches prudent prudente prudentes prudents represente representee resolu resolue resolues resolus
    responsable responsables reticent reticente reticentes reticents satisfait satisfaite sceptique
    sceptiques signataire signataires solidaire solidaires somme sommee soupconne soupconnee soupconnees
    soupconnes suspecte suspectee suspectees suspectes tenu tenue tenues tenus unis vigilant vigilante
""")
