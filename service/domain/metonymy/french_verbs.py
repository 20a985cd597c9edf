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
    abandonner abattre abolir abroger accelerer accepter accorder accroitre acheter achever acquerir
    activer adherer adopter affronter agir aider aligner alimenter allouer ambitionner amender amorcer
    annexer annuler appliquer apporter appuyer armer arracher arreter assumer astreindre atermoyer
    attaquer attendre attribuer augmenter autoriser avancer bafouer baisser bannir battre bloquer
    bombarder bouder boycotter brader briguer ceder censurer cesser changer chercher choisir coiffer
    collaborer coloniser combattre commander commencer communiquer compenser conclure concurrencer
    conduire conquerir consentir conserver consulter continuer contraindre contribuer controler
    convaincre convoiter cooperer coordonner couper courtiser creer debattre debloquer decerner
    decrocher dedaigner defendre defier delivrer demanteler demarrer denier depecher depenser deployer
    desarmer desavouer designer detacher detenir detruire devaluer developper deverser diffuser
    diligenter diriger discuter dissoudre dissuader distribuer dominer donner doter durcir ecarter
    echanger echouer ecouter ecraser edicter effectuer efforcer egaliser elaborer elargir eliminer
    embaucher emprisonner emprunter encaisser encourager endosser enfreindre engager enqueter enrichir
    enterrer entreprendre entretenir envahir envoyer epauler epouser equiper eradiquer espionner
    etendre etudier evacuer eviter examiner exclure executer exercer expedier experimenter exploiter
    explorer exporter expulser extrader fabriquer faciliter faire favoriser fermer financer finir
    fixer forcer former fournir franchir frapper freiner gagner garantir garder geler gerer gouverner
    gracier guetter heriter hisser honorer ignorer impliquer importer imposer incarcerer incarner inciter
    incliner incorporer indemniser infiltrer infliger influencer innover inquieter inscrire instaurer
    instituer instrumentaliser insulter intensifier intercepter interpeller interroger intervenir
    introduire investir jalouser jeter jouer juger lancer larguer laver legaliser legiferer lever
    liberaliser liberer limiter limoger livrer lutter maintenir manifester manipuler manoeuvrer
    marquer marteler masser mediter menager mener mepriser mettre militer miser mobiliser moderniser
    modifier monnayer multiplier museler nationaliser negliger negocier neutraliser nommer normaliser
    nouer obeir obliger obtemperer obtenir occuper octroyer oeuvrer offrir omettre orchestrer
    organiser orienter oublier outrepasser ouvrir pactiser paralyser parapher parier parrainer
    participer parvenir patienter patrouiller payer penaliser persecuter peser piloter plafonner
    planifier plebisciter pointer positionner poursuivre pousser pratiquer prendre preparer presenter
    preserver preter prevoir priver privilegier proceder profiter prohiber prolonger prouver provoquer
    publier punir purger racheter rallier ramener rapatrier rapprocher rassurer reagir rearmer
    rebondir rechercher recompenser reconcilier reconquerir reconstruire recourir recruter recuperer
    redouter reduire reexaminer reformer refuter regagner regarder regler regulariser reguler
    rehausser rejoindre relacher relancer relever rembourser remettre remplacer remporter rencontrer
    renflouer renforcer renier renoncer renouer renouveler renvoyer reparer reporter repousser
    reprendre reprimer requerir resilier resister resoudre respecter restituer restreindre
    restructurer retablir retarder retenir retirer retroceder reunir reussir revendiquer revoquer
    riposter risquer rompre rouvrir saboter sacrifier saisir sanctionner sauver scruter securiser
    serrer servir signer snober solliciter songer sortir soumettre souscrire soutenir stopper
    subventionner superviser supprimer surveiller suspendre tacler taxer tendre tenir tenter terminer
    tester tirer tolerer torpiller tourner trancher transferer transmettre traquer travailler troquer
    troubler user utiliser vacciner valoriser vegetaliser veiller vendre verbaliser verrouiller verser
    violer
"""

# What a territory, its people or its weather goes through: no power acts.
UNDERGOING = """
    abonder abriter accueillir afficher apparaitre appartenir approcher attirer avoisiner basculer
    beneficier border bruler comporter comprendre compter connaitre constituer contenir culminer
    demeurer depasser dependre deperir depeupler devenir disparaitre disposer ebranler eclater
    effondrer emerger enfoncer enregistrer enserrer etirer etouffer exister fasciner figurer fleurir
    fremir grelotter grouiller habiter heberger hurler jouir loger longer manquer mesurer osciller
    panser pleurer posseder produire receler recevoir regorger respirer ressembler rester reveiller
    sillonner situer sombrer souffrir subir suffoquer surplomber survivre talonner traverser trembler
    vibrer vieillir vivre voir
"""

# A town or region may be the subject of these and stay a place.
LAND_DOING = """
    attendre changer compenser conserver developper dominer exporter fabriquer faire former gagner
    garder geler importer jouer offrir perdre porter presenter profiter servir sortir tenir tirer
    tourner
"""

# Of a place only with *se*: *se trouve au sud*; *trouve son compte* is no place.
REFLEXIVELY_UNDERGOING = """
    appeler couvrir depeupler embraser enfoncer enliser etendre eteindre nommer rechauffer relever
    remettre situer trouver vider
"""

# The object of these is somebody addressed, blamed, courted or fought: not a stretch of land.
ADDRESSING = """
    accuser affaiblir affronter agacer aider alerter amadouer amener appeler associer attirer
    autoriser avertir battre blamer braver calmer choquer compromettre condamner conjurer considerer
    consulter contacter contraindre convaincre convier courroucer courtiser critiquer defier denoncer
    desavouer discrediter disculper dissuader effrayer embarrasser empecher encourager engager
    epingler exasperer exclure excuser exhorter feliciter forcer froisser fustiger humilier impliquer
    imputer inciter incriminer indisposer informer inquieter interpeller interroger inviter irriter
    isoler juger laisser lier mecontenter menacer menager obliger opposer persuader poursuivre pousser
    presser prevenir prier priver provoquer punir rabrouer rallier ramener rassurer regrouper
    remercier rencontrer reunir saluer sanctionner seduire sensibiliser sermonner solliciter sommer
    soulager soupconner soutenir supplier surprendre suspecter tancer taxer vaincre vexer vilipender
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
    surprendre tenir terrasser vaincre balayer cueillir depasser dompter doubler enfoncer humilier laminer
    maitriser martyriser neutraliser punir renverser
"""

# In a report of sport these tell that it goes on in the place, not that a team plays.
HOSTING = "accueillir abriter heberger organiser retenir"

# The words of a speaker may end with these: *« Nous y veillerons », a réagi Tokyo*.
QUOTING = """
    alarmer conclure ecrire feliciter glisser indigner inquieter insurger lancer marteler poursuivre
    reagir rejouir reprendre resumer tonner trancher
"""

# With *avec*: *renouer avec Téhéran*, *discute avec Moscou*.
DEALING = """
    aligner allier arranger batailler bloquer commercer composer conclure cooperer debattre dialoguer
    discuter echanger entendre entretenir fermer finir flirter geler marchander negocier normaliser
    nouer pactiser parler partager preserver reconcilier renforcer renouer retablir rivaliser rompre
    signer suspendre tenir traiter travailler trouver
"""

# The subject of these verbs, when it is one of nature's, threatens or surprises a land, not a power.
FORCES_OF_NATURE = _set("""
    avalanche canicule cendres cholera crue crues cyclone deluge epidemie eruption famine feu
    feux flammes foudre froid gel grippe guerre incendie incendies inondation inondations neige orage
    orages ouragan pandemie penurie pluie pluies secheresse seisme seismes tempete tempetes tornade
    tremblement tsunami typhon vague virus volcan
""")

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
    allaient allait cesse cessent commence comptait compte comptent continue continuent devaient
    devait devra devraient devrait devront doit doive doivent durent dut faut ira iront ose osent
    osera parait peut peuvent pourra pourraient pourrait pourront pouvaient pouvait puisse puissent
    purent put s'apprete saura semble semblent va venait viennent vient vont
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
    proches prudent prudente prudentes prudents represente representee representees representes resolu
    resolue resolues resolus
    responsable responsables reticent reticente reticentes reticents satisfait satisfaite sceptique
    sceptiques signataire signataires solidaire solidaires somme sommee soupconne soupconnee soupconnees
    soupconnes suspecte suspectee suspectees suspectes tenu tenue tenues tenus unis vigilant vigilante
""")
