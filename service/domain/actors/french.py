"""French words by which the press speaks of powers, offices and organisations. Words only, no logic.

Long, because it holds all words of this room in one place, one list after another.

All words are folded (`text.fold`): no accents, no case, a blank for a hyphen or an apostrophe. Entries of a
list are separated by `|`. Gathered by reading French agency copy; grammar after Grevisse, *Le bon usage*.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split("|"))


# --------------------------------------------- heads of nominals: what stands before a nationality

MILITARY = _words("""
    armee | armees | armee de l air | armee de terre | forces | forces armees | forces speciales
    | forces de securite | forces terrestres | forces aeriennes | forces navales
    | forces gouvernementales | force aerienne | troupes | aviation | artillerie | marine
    | marine nationale | marine de guerre | flotte | infanterie | cavalerie | soldats
    | militaires | marines | paras | parachutistes | commandos | commando | fantassins
    | legionnaires | casques bleus | tanks | chars | chars d assaut | blindes | avions
    | avions de chasse | avions de combat | avions de guerre | avions militaires
    | avion de chasse | avion de combat | avion militaire | appareils militaires
    | navires militaires | batiments militaires | avions espions | avion espion
    | avions de reconnaissance | patrouilleurs | patrouilleur | chasse marine | chasseurs
    | bombardiers | helicopteres | helicopteres de combat | helicoptere militaire | drones
    | drone | navires de guerre | navire de guerre | batiments de guerre | sous marins
    | sous marin | porte avions | destroyer | fregate | batteries antiaeriennes
    | defense aerienne | defense antiaerienne | dca | etat major | haut commandement
    | commandement | garde nationale | gardes frontieres | garde frontiere | gardes frontiere
    | gardes cotes | garde cotes | garde cote | contingent | bataillon | bataillons | regiment
    | brigade | brigades | unites | unites speciales | generaux | hauts grades
    | force d occupation | forces d occupation | armee d occupation | suppletifs | chasse
    | tsahal""")

GOVERNMENT = _words("""
    gouvernement | regime | pouvoir | autorites | autorite | executif | presidence | diplomatie
    | administration | etat | dirigeants | responsables | officiels | negociateurs | negociateur
    | diplomates | diplomate | delegation | gouvernants | junte | junte militaire | monarchie
    | couronne | cabinet | maison royale | palais presidentiel | ministere | secretariat d etat
    | departement d etat | chancellerie | services du premier ministre | emissaires | ministres
    | conseil des ministres""")

MEDIA = _words("""
    television | televisions | tele | television d etat | television publique
    | television nationale | radio | radios | radio d etat | radio publique | presse
    | presse officielle | presse d etat | medias | medias d etat | medias officiels
    | medias publics | agence | agence officielle | agence de presse
    | agence de presse officielle | agence d information | agence d etat | chaine publique
    | chaine de television | chaine d information | chaine d etat | quotidien | journal officiel
    | journaux""")

INSTITUTION = _words("""
    ministere public | police | police nationale | police federale | police judiciaire
    | police antiterroriste | polices | policiers | enqueteurs | gendarmerie | gendarmes
    | forces de l ordre | justice | parquet | parquet federal | parquet national financier
    | parquet antiterroriste | parquet general | tribunal | tribunaux | cour supreme
    | cour constitutionnelle | cour d appel | cour d assises | cour de cassation
    | cour des comptes | tribunal correctionnel | tribunal de grande instance
    | tribunal judiciaire | tribunal administratif | tribunal federal | juges | magistrats
    | magistrature | conseil constitutionnel | conseil d etat | parlement | parlementaires
    | senat | chambre basse | chambre haute | chambre des deputes | chambre des representants
    | congres | diete | assemblee | assemblee nationale | deputes | senateurs | elus
    | banque centrale | reserve federale | tresor | tresor public | fisc | douane | douanes
    | douaniers | services secrets | services de renseignement | services de renseignements
    | service de renseignement | renseignement | renseignements | services de securite
    | services speciaux | contre espionnage | service de securite | securite civile
    | defense civile | protection civile | garde cotiere | pompiers | sapeurs pompiers
    | commission electorale | autorite electorale | conseil electoral | agence spatiale
    | croissant rouge | croix rouge | patronat | syndicats | syndicat | eglise
    | eglise catholique | eglise orthodoxe | federation | ligue | comite olympique
    | comite national olympique | selection | selection nationale | equipe | equipe nationale
    | equipe olympique | prefecture | mairie | municipalite | conseil municipal
    | conseil regional | conseil departemental | conseil general | rectorat | academie
    | universite | chu | centre hospitalier | chambre de commerce
    | chambre regionale des comptes | bourse | institut de statistique
    | autorite de la concurrence | autorites locales | opposition | opposition politique
    | societe civile | ambassade | consulat | consulat general | mission diplomatique | barreau
    | section de recherches | brigade de recherches | brigade criminelle | police municipale
    | police cantonale | police locale | gendarmerie nationale | gendarmerie royale
    | parquet national antiterroriste | office des migrations | garde civile | police militaire
    | direction regionale | direction departementale | agence regionale de sante | ars
    | institut meteorologique | meteo | federation de football
    | federation de rugby | federation d athletisme | comite paralympique | croix bleue
    | centrale syndicale | conference episcopale | episcopat | clerge | ordre des medecins
    | ordre des avocats | archeveche | diocese""")

ARMED_GROUP = _words("""
    rebellion | rebelles | insurrection | insurges | guerilla | guerilleros | milice | milices
    | miliciens | separatistes | maquisards | mafia | cartels | peshmergas""")

# Of them, those by which the press calls one and the same side.
REBELS = _words("rebellion | rebelles | insurrection | insurges")

# Institutions that a town or a province has as well as a nation: *parquet de Nanterre*, *police de Chicago*.
LOCAL = _words("""
    police | police judiciaire | gendarmerie | gendarmes | pompiers | sapeurs pompiers | parquet
    | parquet federal | parquet general | justice | tribunal | tribunal correctionnel
    | tribunal de grande instance | tribunal judiciaire | tribunal administratif | cour d appel
    | cour d assises | prefecture | mairie | municipalite | conseil municipal | conseil regional
    | conseil departemental | conseil general | rectorat | academie | universite | chu
    | centre hospitalier | chambre de commerce | chambre regionale des comptes | bourse
    | parlement | gouvernement | executif | autorites | equipe | barreau | section de recherches
    | brigade de recherches | brigade criminelle | police municipale | police cantonale
    | police locale | ambassade | consulat | consulat general | diocese | archeveche
    | agence regionale de sante | direction regionale | direction departementale
    | ordre des avocats | centre hospitalier universitaire | hopital""")

# Adjectives by which the press calls what is a town's: *castraise*, *nîmoise*, *stéphanoise*.
TOWN_ENDINGS = ("ais", "aise", "ois", "oise", "ienne", "eenne")
NO_TOWNS = _words("""
    mauvais | mauvaise | ancienne | quotidienne | moyenne | aerienne | chretienne | citoyenne
    | courtoise | bourgeois | bourgeoise | desormais | jamais | toutefois | parfois | autrefois
    | europeenne | egyptienne | antimafia | francaises | plusieurs""")

# Heads that may stand for a power without a nationality once the text has given it: *le régime*.
BARE = _words("""
    regime | armee | gouvernement | junte | junte militaire | parlement | rebelles | rebellion
    | opposition | police | gendarmerie | parquet | prefecture | mairie | insurges | police nationale
    | gendarmerie nationale | parquet national financier | parquet national antiterroriste
    | banque centrale | conseil constitutionnel | cour constitutionnelle | cour supreme
    | cour de cassation | conseil d etat | cour des comptes | assemblee nationale | senat
    | commission electorale | presidence | executif | diplomatie | autorites""")

# Of them, those that are written with a capital as the body's own name.
NAMES_OF_BODIES = _words("""
    police nationale | gendarmerie nationale | parquet national financier
    | parquet national antiterroriste | banque centrale | conseil constitutionnel
    | cour constitutionnelle | cour supreme | cour de cassation | conseil d etat | cour des comptes
    | assemblee nationale | senat | commission electorale""")

# Of them, those that are the state's whom the article is about when it has told no other's.
OF_THE_STATE = _words("""
    gouvernement | junte | junte militaire | opposition | rebelles | rebellion | insurges | parlement
    | police nationale | gendarmerie nationale | parquet national financier
    | parquet national antiterroriste | banque centrale | conseil constitutionnel
    | cour constitutionnelle | cour supreme | cour de cassation | conseil d etat | cour des comptes
    | assemblee nationale | senat | commission electorale""")

# Heads that a person's name may follow directly: *administration Trump*.
NAMED_AFTER = _words("administration | gouvernement | cabinet | camp | clan")

# Heads too general for their own good with a person: *presse de X* says nothing.
OF_PERSON = _words("""
    armee | forces | troupes | soldats | aviation | regime | gouvernement | administration
    | pouvoir | camp | clan | executif | milice | milices | combattants | rebelles | services
    | police""")

# ------------------------------------------------------------------------------- words within a nominal

BEFORE_NATION = _words("""
    armee | armees | aerien | aerienne | aeriennes | aeriens | speciale | speciales | terrestre
    | terrestres | navale | navales | gouvernementale | gouvernementales | gouvernementaux
    | loyaliste | loyalistes | reguliere | regulieres | nationale | nationales | national
    | nationaux | populaire | populaires | civil | civile | civils | militaire | militaires
    | politique | politiques | federal | federale | federales | federaux | public | publique
    | publiques | publics | officiel | officielle | officielles | officiels | judiciaire
    | judiciaires | antiterroriste | locales | provisoire | interimaire | transitoire
    | militante | centrale | central | principal | principale | grand | grande | supreme
    | ministerielle | presidentielle | royal | royale | royales | imperial | imperiale
    | islamique | islamiste | islamistes | communiste | socialiste | conservateur
    | conservatrice | sortant | sortante | elu | elue | actuel | actuelle | nouveau | nouvelle
    | chiite | chiites | sunnite | sunnites | sioniste | d etat | d elite | de combat
    | de guerre | de chasse | de reconnaissance | de transport | de transition
    | d union nationale | de securite | de l ordre | de l air | de terre | au pouvoir | en exil
    | par interim | de fait | de coalition | economique | commerciale | sanitaires | sanitaire
    | regionales | regionale | electorales | electorale | antiterroristes | general | generale
    | putschiste | militaro | cantonale | cantonal | municipale | municipal | departementale
    | departemental""")

AFTER_NATION = _words("""
    pro regime | loyaliste | loyalistes | progouvernementales | pro gouvernementales
    | pro gouvernementaux | regulieres | gouvernementales | regime | en exil | au pouvoir
    | de transition | provisoire | par interim | sortant | sortante | elu | elue | de l air
    | de terre | d occupation | sur place | deployes | deployees""")

# Before a force they make *de* and a place say where from: *le retrait des troupes d'Irak*.
LEAVING = _words("""
    retrait | retraits | depart | evacuation | rappel | rapatriement | retirer | retire
    | retirent | rappeler | quitter | sortie | rapatrier | retour | extraction""")

# Two words before *opposition* they make it the act of opposing.
DESPITE = _words("malgre | devant | vu | face | par | motif | depit | outre | avec | declare")

EUROPEAN = frozenset({"europeen", "europeenne", "europeens", "europeennes"})


def _regions(text: str) -> dict[str, tuple[str, str | None]]:
    """`forms: country` a line; the first form names the region."""
    table: dict[str, tuple[str, str | None]] = {}
    for line in text.strip().splitlines():
        forms, _, country = line.partition(":")
        table.update(dict.fromkeys(forms.split(), (forms.split()[0], country.strip() or None)))
    return table


# Adjectives of peoples and regions without a state of their own, and the country that they lie in, if one.
REGIONS = _regions("""
    kurde kurdes:
    catalan catalane catalans catalanes: ES
    basque basques:
    corse corses: FR
    wallon wallonne wallons wallonnes: BE
    flamand flamande flamands flamandes: BE
    ecossais ecossaise ecossaises: GB
    gallois galloise galloises: GB
    quebecois quebecoise quebecoises: CA
    californien californienne californiens californiennes: US
    texan texane texans texanes: US
    bavarois bavaroise bavaroises: DE
    tchetchene tchetchenes: RU
    tamoul tamoule tamouls tamoules: LK
    houthi houthie houthis houthies: YE
    touareg touaregue touaregs touaregues:
    druze druzes:
    tibetain tibetaine tibetains tibetaines: CN
    ouighour ouighoure ouighours ouighoures: CN
    hongkongais hongkongaise hongkongaises: HK
    genevois genevoise genevoises: CH
    vaudois vaudoise vaudoises: CH
    zurichois zurichoise zurichoises: CH
    parisien parisienne parisiens parisiennes: FR
    marseillais marseillaise marseillaises: FR
    lyonnais lyonnaise lyonnaises: FR
    londonien londonienne londoniens londoniennes: GB
    bruxellois bruxelloise bruxelloises: BE
    moscovite moscovites: RU
    berlinois berlinoise berlinoises: DE
""")
# Of them, those whose *forces* and *combattants* are armed groups.
ARMED_PEOPLES = frozenset(
    {"kurde", "tchetchene", "tamoul", "houthi", "touareg", "druze", "catalan", "ouighour"}
)
CONNECTORS = ("de la", "de l", "de", "des", "du", "d")
COORDINATORS = frozenset({"et", "ou", "comme", "ni"})

# --------------------------------------------------------------------------------------------------- offices

# head → role; the roles are those of the book of actors. `None`: an office that no description resolves.
OFFICES: dict[str, str | None] = {
    "president": "head_of_state",
    "presidente": "head_of_state",
    "presidents": "head_of_state",
    "chef de l etat": "head_of_state",
    "chef d etat": "head_of_state",
    "chefs d etat": "head_of_state",
    "roi": "head_of_state",
    "reine": "head_of_state",
    "monarque": "head_of_state",
    "emir": "head_of_state",
    "sultan": "head_of_state",
    "empereur": "head_of_state",
    "premier ministre": "head_of_government",
    "premiere ministre": "head_of_government",
    "premiers ministres": "head_of_government",
    "chancelier": "head_of_government",
    "chanceliere": "head_of_government",
    "chef du gouvernement": "head_of_government",
    "cheffe du gouvernement": "head_of_government",
    "president du conseil": "head_of_government",
    "presidente du conseil": "head_of_government",
    "chef de l executif": "head_of_government",
    "dirigeant": "head_of_state",
    "dirigeante": "head_of_state",
    "leader": "head_of_state",
    "numero un": "head_of_state",
    "dictateur": "head_of_state",
    "maire": None,
    "bourgmestre": None,
    "gouverneur": None,
    "gouverneure": None,
    "prefet": None,
    "prefete": None,
    "procureur de la republique": None,
    "archeveque": None,
    "eveque": None,
    "vice president": "vice_president",
    "vice presidente": "vice_president",
    "guide supreme": "supreme_leader",
    "prince heritier": "crown_prince",
    "chef de la diplomatie": "foreign_minister",
    "cheffe de la diplomatie": "foreign_minister",
    "chefs de la diplomatie": "foreign_minister",
    "chefs des diplomaties": "foreign_minister",
    "patron de la diplomatie": "foreign_minister",
    "patronne de la diplomatie": "foreign_minister",
    "ministre": None,
    "ministres": None,
    "secretaire d etat": "secretary_of_state",
    "secretaire": None,
    "vice premier ministre": None,
    "vice ministre": None,
    "ambassadeur": None,
    "ambassadrice": None,
    "procureur": None,
    "procureure": None,
    "procureur general": None,
    "procureur federal": None,
    "emissaire": None,
    "envoye special": None,
    "representant permanent": None,
    "negociateur en chef": None,
    "chef d etat major": None,
    "chef de l armee": None,
    "chef des armees": None,
    "chef de la police": None,
    "ministre president": None,
    "selectionneur": None,
    "selectionneuse": None,
    "garde des sceaux": "justice_minister",
    "president de l assemblee": None,
    "president du parlement": None,
    "president du senat": None,
    "grand mufti": None,
    "homologue": "counterpart",
}

# Offices held in a town or province: *le maire de Londres*.
LOCAL_OFFICES = _words("""
    maire | bourgmestre | gouverneur | gouverneure | prefet | prefete | procureur | procureure
    | procureur general | procureur de la republique | archeveque | eveque | chef de la police""")

PORTFOLIO_HEADS = _words("""
    ministre | ministres | ministere | secretaire | vice ministre | secretaire d etat
    | ministre president""")
PORTFOLIO_LINKS = (
    "de la",
    "de l",
    "des",
    "du",
    "de",
    "d",
    "a la",
    "a l",
    "au",
    "aux",
    "charge de la",
    "charge des",
    "charge du",
)

# portfolio word → role
PORTFOLIO_ROLES = {
    "etrangeres": "foreign_minister",
    "exterieures": "foreign_minister",
    "defense": "defence_minister",
    "armees": "defence_minister",
    "interieur": "interior_minister",
    "finances": "finance_minister",
    "economie": "finance_minister",
    "tresor": "finance_minister",
    "justice": "justice_minister",
}

PORTFOLIOS = _words("""
    affaires | etrangeres | exterieures | europeennes | sociales | religieuses | generales
    | defense | armees | guerre | interieur | interieure | finances | economie | budget
    | comptes | publics | publique | publiques | tresor | justice | sante | culture | education
    | nationale | national | travail | emploi | agriculture | alimentation | environnement
    | transports | transport | energie | energies | commerce | exterieur | industrie
    | industries | logement | ecologie | transition | ecologique | solidaire | solidarite
    | solidarites | sports | sport | jeunesse | famille | familles | tourisme | communication
    | communications | recherche | enseignement | superieur | immigration | cooperation
    | developpement | durable | international | internationale | integration | securite
    | planification | mines | petrole | peche | mer | numerique | outre | outremer | fonction
    | ville | villes | relations | information | anciens | combattants | droits | homme | femmes
    | femme | egalite | territoires | territoriale | territoriales | collectivites | technologie
    | technologies | eau | eaux | ressources | naturelles | hydrauliques | forets | construction
    | infrastructures | equipement | telecommunications | migration | migrations | citoyennete
    | hydrocarbures | protection | civile | population | sciences | science | administration
    | reforme | reformes | parlementaires | parlement | cohesion | climat | elevage | artisanat
    | innovation | investissement | insertion | situations | urgence | urgences | handicapees
    | personnes | professionnelle | formation | patrimoine | alimentaire | sociale | social
    | lutte | privatisation | renseignement | renseignements | gouvernement | presidence
    | decentralisation | reconstruction | amenagement | territoire | enfance | aviation | plan
    | prevoyance | art | arts""")

# Words that qualify an office without changing who holds it for whom.
OFFICE_WORDS = _words("""
    delegue | deleguee | adjoint | adjointe | d etat | general | generale | federal | federale
    | sortant | sortante | elu | elue | par interim | interimaire | actuel | actuelle | nouveau
    | nouvelle | conservateur | conservatrice | republicain | democrate | socialiste | islamiste
    | social democrate | centriste | liberal | travailliste | de transition | permanent
    | permanente | en chef | special | speciale""")

FORMER = frozenset({"ex", "ancien", "ancienne", "anciens", "anciennes", "feu", "futur", "future"})
INDEFINITE = frozenset(
    {"un", "une", "des", "deux", "trois", "plusieurs", "quelques", "aucun", "chaque", "tout"}
)
DEFINITE = frozenset({"le", "la", "l", "les", "du", "au", "aux", "des"})

# Before a full name they make it that of a ship or a building: *à bord de l'« Amiral Kaya »*.
DEFINITE_OF_THINGS = frozenset({"le", "la", "l", "du", "au"})

# ----------------------------------------------------------------------------------- people as parties

# Verbs, in the forms news use after *les Américains*, that make a people a power rather than a crowd.
STATE_VERBS = _words("""
    accusent | annoncent | exigent | negocient | soutiennent | bombardent | reclament | refusent
    | rejettent | affirment | estiment | souhaitent | veulent | demandent | proposent | menacent
    | denoncent | condamnent | appuient | arment""")
STATE_PARTICIPLES = _words("""
    annonce | accuse | bombarde | rejete | refuse | propose | exige | signe | menace | denonce
    | condamne | decide | rompu | suspendu | conclu | negocie | demande | soutenu | lance
    | impose | repousse | accepte""")
# *Les Américains, représentés par leur ministre*; *abandonnés par les Russes*.
REPRESENTED = _words("representes | emmenes | soutenus par | allies | parrains | garants")
DONE_BY_STATES = _words("""
    abandonne | abandonnee | abandonnes | abandonnees | soutenu | soutenue | soutenus | soutenues
    | arme | armee | armes | armees | finance | financee | finances | financees | trahi | trahie
    | trahis | trahies | impose | imposee | imposes | imposees | negocie | negociee | negocies
    | exige | exigee | propose | proposee | rejete | rejetee | parraine | parrainee | parraines
    | entraine | entrainee | entraines | entrainees | bombarde | bombardee | bombardes
    | bombardees | occupe | occupee | occupes | occupees | appuye | appuyes""")
AUXILIARIES = frozenset({"ont", "avaient", "auraient"})

# -------------------------------------------------------------------------------------------- persons' titles

CIVILITIES = {
    "m": "m",
    "mr": "m",
    "monsieur": "m",
    "sir": "m",
    "lord": "m",
    "don": "m",
    "mme": "f",
    "mlle": "f",
    "madame": "f",
    "mademoiselle": "f",
    "lady": "f",
    "miss": "f",
    "mrs": "f",
    "mm": "mm",
    "messieurs": "mm",
    "mmes": "ff",
    "dr": "",
    "docteur": "",
    "me": "",
    "maitre": "",
    "pr": "",
    "mgr": "m",
    "monseigneur": "m",
}

TITLES = _words("""
    president | presidente | presidents | ministre | ministres | secretaire | chef | cheffe
    | chancelier | chanceliere | roi | reine | prince | princesse | emir | sultan | empereur
    | imperatrice | duc | duchesse | comte | comtesse | baron | pape | cardinal | archeveque
    | eveque | pere | abbe | frere | soeur | patriarche | rabbin | imam | ayatollah | cheikh
    | mollah | pasteur | mufti | guide | gouverneur | gouverneure | maire | mairesse
    | bourgmestre | prefet | prefete | depute | deputee | senateur | senatrice | elu | elue
    | eurodepute | eurodeputee | conseiller | conseillere | echevin | ambassadeur | ambassadrice
    | consul | emissaire | envoye | envoyee | representant | representante | diplomate
    | mediateur | mediatrice | coordinateur | coordinatrice | coordonnateur | commissaire
    | haut commissaire | delegue | deleguee | porte parole | directeur | directrice | pdg | dg
    | patron | patronne | dirigeant | dirigeante | leader | fondateur | fondatrice | cofondateur
    | cofondatrice | proprietaire | actionnaire | responsable | administrateur | administratrice
    | numero | bras droit | premier | premiere | adjoint | adjointe | vice president
    | vice presidente | general | marechal | colonel | commandant | capitaine | lieutenant
    | sergent | caporal | adjudant | amiral | major | brigadier | officier | soldat | gendarme
    | policier | policiere | inspecteur | juge | magistrat | magistrate | procureur | procureure
    | avocat | avocate | batonnier | greffier | notaire | expert | experte | professeur
    | professeure | docteur | medecin | chirurgien | infirmier | infirmiere | chercheur
    | chercheuse | economiste | analyste | historien | historienne | sociologue | politologue
    | philosophe | specialiste | scientifique | physicien | biologiste | journaliste | redacteur
    | redactrice | reporter | photographe | presentateur | presentatrice | animateur
    | animatrice | correspondant | correspondante | editorialiste | chroniqueur | auteur
    | auteure | autrice | ecrivain | ecrivaine | romancier | romanciere | poete | acteur
    | actrice | comedien | comedienne | realisateur | realisatrice | cineaste | producteur
    | productrice | chanteur | chanteuse | musicien | musicienne | rappeur | rappeuse
    | compositeur | pianiste | chef d orchestre | danseur | danseuse | choregraphe | peintre
    | sculpteur | artiste | architecte | couturier | humoriste | entraineur | entraineuse
    | selectionneur | selectionneuse | coach | joueur | joueuse | attaquant | attaquante
    | milieu | defenseur | defenseure | gardien | gardienne | buteur | ailier | arriere
    | footballeur | footballeuse | rugbyman | tennisman | cycliste | coureur | coureuse
    | sprinteur | pilote | nageur | nageuse | athlete | skieur | skieuse | champion | championne
    | arbitre | agent | navigateur | navigatrice | boxeur | judoka | perchiste | biathlete
    | candidat | candidate | opposant | opposante | militant | militante | activiste | dissident
    | dissidente | syndicaliste | homme d affaires | homme politique | femme politique
    | garde des sceaux | milliardaire | entrepreneur | banquier | trader | industriel
    | agriculteur | eleveur | viticulteur | astronaute | cosmonaute | spationaute | jihadiste
    | djihadiste | terroriste | suspect | accuse | tueur | combattant | combattante | rebelle
    | trafiquant | parrain | homologue | premier secretaire | tete de liste | membre | veuve
    | epouse | epoux | mari | compagne | compagnon | fils | fille | cousin | neveu | niece
    | oncle | tante | soprano | tenor | star | chambellan | greffiere | ingenieur | ingenieure
    | temoin | victime | secouriste | pompier | ouvrier | etudiant | etudiante | lyceen
    | retraite | habitant | habitante | riverain | riveraine | enseignant | enseignante
    | proviseur | recteur | doyen | doyenne | chanoine | vicaire | psychologue | psychiatre
    | criminologue | geographe | geologue | climatologue | meteorologue | epidemiologiste
    | virologue | infectiologue | veterinaire | pharmacien | dentiste | sage femme | designer
    | styliste | mannequin | influenceur | influenceuse | blogueur | blogueuse | youtubeur
    | streamer | libraire | editeur | editrice | galeriste | conservateur | conservatrice
    | commissaire priseur | restaurateur | cuisinier | chef etoile | vigneron""")

# Kinship and the like: said of somebody, but no function.
NO_FUNCTION = _words("""
    veuve | epouse | epoux | mari | compagne | compagnon | fils | fille | frere | soeur | cousin
    | neveu | niece | oncle | tante | suspect | accuse | temoin | victime | membre | premier
    | premiere | milieu | elu | elue | numero | retraite | habitant | habitante | riverain
    | riveraine | agent | pere | homologue""")

# Words that end a function, whatever comes before them.
STOPS = _words("""
    ont | est | sont | etait | etaient | avait | avaient | aura | auront | sera | seront
    | serait | aurait | fut | ete | qui | que | qu | dont | ou | mais | car | avec | contre
    | selon | par | chez | comme | si | ni | ne | n | se | s | y | dit | lors | lorsque | quand
    | apres | avant | depuis | pendant | ainsi | alors | puis | donc | aussi | il | elle | ils
    | elles | on | nous | vous | je | cela | ce | cet | cette | ces | doit | peut | va | vient
    | entre""")

ARTICLES = frozenset({"le", "la", "l", "les"})
FUNCTION_LINKS = _words(
    "de | des | du | d | la | le | l | les | au | aux | pour | charge | chargee | en | aupres | sur"
)

# ---------------------------------------------------------------------------- names of persons

PARTICLES = _words("""
    de | d | du | des | la | le | l | von | van | der | den | zu | el | al | as | ach | ash | ad
    | ar | an | at | az | es | ech | ben | bin | ibn | bint | abou | abu | di | da | dos | do
    | del | della | dela | ter | ten | y | e | mc | mac | o | ould | oulad | st | saint""")
NAME_BEGINNINGS = PARTICLES - {"d", "l", "la", "le", "du", "des"}  # particles a name may begin with

# Nouns that recognisers take into a name when it follows them: *Affaire Dupont*.
BEFORE_NAMES = _words("""
    affaire | proces | clan | famille | epoux | freres | soeurs | couple | camp | equipe | duo""")
GENERATIONS = _words("""
    jr | sr | junior | senior | ii | iii | iv | v | vi | vii | viii | ix | xi | xii | xiii | xiv
    | xv | xvi | xxiii""")

# Endings of men's given names that end like women's: *Pierre*, *Philippe*, *Alexandre*, *Moussa*.
MASCULINE_ENDINGS = (
    *(
        "rre",
        "ppe",
        "dre",
        "aume",
        "ome",
        "oine",
        "ude",
        "ique",
        "ste",
        "vre",
        "ge",
        "phe",
        "ugene",
        "ene",
        "ke",
    ),
    *("joe", "ssa", "afa", "uca", "shua", "rice", "ore", "aime", "axime"),
)

NOT_PERSONS = _words("""
    republique | page | president | etat | gouvernement | parlement | eglise | senat | assemblee
    | police | justice | facebook | twitter | newsletter""")

# Capitalised words that name nobody.
NOT_NAMES = _words("""
    obamacare | allah akbar | allahou akbar | dieu | allah | jesus | jesus christ | christ
    | bouddha | mahomet | prophete | ce dernier | cette derniere | membre | lundi | mardi
    | mercredi | jeudi | vendredi | samedi | dimanche | janvier | fevrier | mars | avril | mai
    | juin | juillet | aout | septembre | octobre | novembre | decembre | noel | paques
    | ramadan | monsieur | madame | selon | bonjour | merci | photo | video | lire | voir
    | partager | publicite | necrologie | presse | magazine | actualite | actualites | editorial
    | reportage | chronique | entretien | interview | podcasts | newsletters | smi | slim | dax
    | cac 40 | ftse 100 | stoxx 600 | eurostoxx 50 | bel 20 | aex | ibex 35 | topix | kospi
    | sensex | hang seng | nikkei | ceta | ttip | tafta | alena | aceum""")

# --------------------------------------------------------------------------- names of organisations

# Names that begin so are events, laws, works, prizes: no actors.
EVENTS = _words("""
    franc | francs | dollar | concours | eurovision | masters | bataille | guerre | guerres
    | coupe | tour de france | tour d | tour du | championnat | championnats | mondial
    | mondiaux | festival | traite | accord | accords | loi | prix | operation | sommet
    | jeux olympiques | jeux paralympiques | jeux | journee | journees | exposition | salon
    | biennale | election | elections | referendum | revolution | seisme | ouragan | cyclone
    | tempete | proces | affaire | constitution | code | article | directive | reglement
    | convention de | charte | declaration | protocole | plan | pacte | grand prix | ligue 1
    | ligue 2 | ligue des champions | ligue europa | ligue des nations | top 14 | pro d2
    | premier league | serie a | open d | us open | rallye | vendee globe | route du rhum
    | seconde guerre | premiere guerre | nuit | marche | fete | printemps | vuelta | giro
    | place | avenue | rue | boulevard | euro 20 | airbus a | boeing 7""")

# Nouns of kind that recognisers take into the name behind them.
LEADING = _words("""
    coalition | formation | alliance | groupe | societe | entreprise | constructeur | compagnie
    | banque | association | ong | agence | chaine | quotidien | journal | magazine | radio
    | hebdomadaire | parti | mouvement | milice | organisation | enseigne | marque | geant
    | laboratoire | cabinet | operateur | syndicat | club | collectif | fondation | filiale
    | think tank | start up""")

# Last words of names of prizes and events.
EVENT_ENDINGS = _words("""
    awards | award | cup | open | festival | tour | games | masters | prix | challenge | trophy
    | championship""")

LEADING_NAMES = _words("""
    coalition | parti | societe | entreprise | association | ong | compagnie | collectif
    | milice | mouvement""")

# Networks; said on one or behind these words they are where something is said, not who says it.
NETWORKS = _words("""
    twitter | x | facebook | instagram | youtube | tiktok | telegram | whatsapp | snapchat
    | linkedin | google | wikipedia | periscope | weibo | twitch | dailymotion | signal
    | messenger | skype | zoom""")
ON_NETWORK = _words("""
    social | sociaux | sur | via | compte | comptes | page | pages | profil | chaine
    | application | messagerie | reseau | reseaux | live | video | videos | par | groupe
    | message | messages | fil""")

# Whole names that are no actors either.
NOT_ORGANISATIONS = _words("""
    rafale | rafales | mirage | gripen | eurofighter | typhoon | kalachnikov | kalachnikovs | scud
    | patriot | tomahawk | kalibr | iskander | javelin | himars | kinjal | shahed | exocet | reaper
    | spoutnik v | erasmus | erasmus + | parcoursup | vigipirate | sentinelle | linky
    jo | brexit | bundesliga | liga | roland garros | wimbledon | euro | can | paris roubaix
    | super bowl | oscar | oscars | cesar | cesars | nobel | goncourt | palme d or
    | legion d honneur | ballon d or | internet | covid | covid 19 | sida | ebola | pib | tva
    | smic | csg | isf | rsa | cac 40 | cac | dow jones | nasdaq | etat d urgence | renaissance
    | moyen age | antiquite | shoah | holocauste | black friday | halloween | bible | coran
    | torah | islam | christianisme | etat | republique | ve republique | ive republique
    | iiie republique | constitution | tgv | rer | tram | metro | hlm | vtc | suv | adn | ogm
    | irm | pv | bac | cdi | cdd | cv | sms | gps | dvd | cd | tv | adsl | 4g | 5g | 3d | ia
    | vip | ceo | pdg | dg | qpc | ivg | pma | gpa | rtt | tnt | hd | pme | eti | tpe | cm1
    | cm2 | cp | ttc | ht | ndlr | nouvel an | saint sylvestre | aid | toussaint""")

# Right before a name they make it that of a thing or an event: *le cyclone Enawo*, *le satellite Kepler*.
THINGS = _words("""
    avions | marin | marins | destroyer | croiseur | corvette | patrouilleur | navires | fregates | avion
    | helicoptere | helicopteres | char | chars | bombardier | bombardiers | missiles | roquette
    | roquettes | fusil | fusils | programme | dispositif | projet | vaisseau | navette | operations
    | brise glace | glace | tableau | piece | spectacle | feuilleton | chansons | instrument
    | instruments | embarcation | chalutiers | satellites | sondes | cyclone | tempete | ouragan
    | typhon | telescope | satellite | sonde | fusee | robot | paquebot | cargo | petrolier
    | ferry | chalutier | fregate | voilier | navire | bateau | film | roman | album | chanson
    | serie | telefilm | documentaire | opera | operation | virus | variant | logiciel | chien
    | chienne | cheval | rhinoceros | elephant | panda | jument | etalon | asteroide | comete
    | planete | exoplanete | galaxie | missile | yacht | catamaran | trimaran | single | jeu video
    | drone | biopic | capsule | rover""")

# Behind a name, a comma and an article they tell that it is a thing's or an event's.
APPOSING = frozenset({"un", "une", "le", "la", "l"})
APPOSED_THINGS = _words("""
    satellite | lune | planete | exoplanete | asteroide | comete | etoile | galaxie | sonde | telescope
    | navire | bateau | cargo | petrolier | chalutier | paquebot | ferry | voilier | yacht | fregate
    | sous marin | forum | festival | salon | tournoi | championnat | film
    | roman | album | chanson | serie | logiciel | vaccin | medicament | virus | cheval | jument
    | chien | chienne | chat | rhinoceros | elephant | panda | lion | lionne | tigre | ours | gorille
    | typhon | cyclone | ouragan | tempete | missile | fusee | drone | robot""")

# Right before a person's name they make it that of something named for the person; this mention counts not.
NAMED_FOR = _words("""
    rue | avenue | boulevard | place | square | quai | pont | stade | gymnase | lycee | college
    | aeroport | loi | prix | trophee | coupe | syndrome | maladie | theoreme | amendement
    | statue | mont | lac | cap | palmares | parc | hotel | hopital | cathedrale | porte | tour
    | villa | bibliotheque | mausolee""")

# *maladie d'Alzheimer*: named for a person with *de* between.
NAMED_OF = _words("""
    maladie | syndrome | theoreme | maladies | echelle | station | aeroport | statue | tombeau""")

# *champion du Monde* is no newspaper's.
OF_THE_WORLD = _words("""
    champion | champions | championne | championnes | coupe | championnat | championnats
    | record | tour""")

# Subjects that a headline begins with before a colon.
TOPICS = _words("""
    automobile | football | rugby | tennis | basket | handball | cyclisme | athletisme
    | natation | judo | ski | voile | boxe | sport | sports | politique | economie | culture
    | societe | monde | justice | sante | education | sciences | environnement | meteo | musique
    | cinema | television | internet | espace | astronomie | aviation | bourse | emploi | social
    | insolite | faits divers | presidentielle | legislatives | municipales | regionales
    | terrorisme | climat | energie | transports | transport | immobilier | livres | theatre
    | exposition | photo | photos | video | videos | direct | exclusif | interview | portrait
    | analyse | enquete | reportage | triathlon | formule 1 | voyage | mode | hippisme
    | equitation | gymnastique | biathlon | escrime | patinage | surf | golf | volley
    | badminton""")

# Nouns that a body may be called by alone once its full name is told.
KINDS = _words("""
    observatoire | agence | compagnie | ordre | front | ligue | banque | organisation
    | association | fondation | institut | federation | comite | commission | conseil | cour
    | tribunal | parti | mouvement | union | syndicat | centre | office | ministere | universite
    | groupe | societe | alliance | coalition | brigade | armee | mission | autorite | chambre
    | assemblee | parlement | senat | club | fonds | ong | collectif | confederation | bureau
    | direction | academie | cercle | reseau | laboratoire | caisse | haut commissariat
    | congres | rassemblement""")

# First words of armed bodies, and words that make such a front or force a political one.
FORCES = _words("""
    armee | armees | brigade | brigades | bataillon | bataillons | division | katiba | regiment
    | escadron | milice | milices | jihad | djihad
    | phalange | phalanges | katiba | liwa | jaych | jaich | ahrar | qaida | qaeda | talibans
    | taliban | front | forces | legion | guerilla | resistance | etat islamique | hezbollah
    | moudjahidines | peshmergas | jabhat | harakat | ansar""")
# *brigade de répression du banditisme*: of the police, not of an army.
POLICE_UNITS = _words("""
    repression | recherche | recherches | intervention | protection | lutte | mineurs | stupefiants
    | criminelle | financiere | anti | gendarmerie | cynophile | sapeurs | pompiers | proximite""")
UNITS = _words("brigade | division | bataillon | regiment | escadron | corps")
POLITICAL = _words("""
    national | nationale | populaire | gauche | droite | democratique | republicain | citoyen
    | citoyenne | socialiste | de gauche | vives | politiques | syndical | syndicale | social
    | mutuelle | indivisible""")

# First words of bodies that are organisations, whatever else their name says.
BODIES = _words("""
    universite | cour | tribunal | observatoire | institut | association | federation
    | fondation | comite | conseil | commission | centre | office | haut | syndicat
    | confederation | club | ecole | lycee | college | hopital | chu | musee | theatre | opera
    | academie | police | gendarmerie | ministere | secretariat | parlement | assemblee | senat
    | chambre | ligue | autorite | bureau | direction | agence nationale | fc | ac | as | rc
    | sc | stade | olympique | racing | real | sporting | croix | secours | medecins | amnesty
    | caisse""")

# First words that no person's name has.
TRADES = _words("""
    tissages | filatures | ateliers | etablissements | laboratoires | forges | chantiers
    | acieries | brasseries | papeteries | editions | transports | cristalleries | verreries
    | fonderies | usines | galeries | magasins | thermes | maisons | champagnes | huileries
    | minoteries | laiteries | fromageries | scieries | carrieres | mines | societe | groupe
    | association | federation | syndicat | collectif | coalition | parti | mouvement | front
    | union | comite | institut | observatoire | agence | banque | compagnie | fondation
    | universite | musee | theatre | club | racing | olympique""")


def _teams(text: str) -> dict[str, str]:
    """`country: name | name` a line."""
    lines = (line.partition(":") for line in text.strip().splitlines())
    return {name.strip(): country.strip() for country, _, names in lines for name in names.split("|")}


# How the press calls national teams; in sport they are what the country's name is.
TEAMS = _teams("""
    AR: albiceleste | pumas
    AU: wallabies | socceroos
    BE: diables rouges
    BF: etalons
    BJ: ecureuils | guepards
    BR: selecao | auriverde
    CD: leopards
    CH: nati
    CM: lions indomptables
    CO: cafeteros
    DE: mannschaft
    DZ: fennecs
    EG: pharaons
    ES: roja | furia roja
    FR: bleus | tricolores | xv de france
    GA: pantheres
    GB: three lions | xv de la rose
    GH: black stars
    GN: syli national
    HR: vatreni
    IE: xv du trefle
    IT: azzurri | squadra azzurra | nazionale
    JP: samurai blue
    MA: lions de l atlas
    MG: barea
    ML: aigles du mali
    MR: mourabitounes
    MX: tri
    NG: super eagles
    NL: oranje
    NZ: all blacks | kiwis
    SN: lions de la teranga
    TG: eperviers
    TN: aigles de carthage
    US: team usa | dream team
    UY: celeste
    ZA: springboks | boks | bafana bafana
""")

# Last words that no person's name has.
CORPORATE = _words("""
    inc | corp | corporation | ltd | limited | llc | plc | gmbh | holding | airlines | airways
    | motors | technologies | pharmaceuticals | industries | telecom | partners | systems
    | electronics | studios | pictures | entertainment | news | times | tribune | herald
    | magazine | university | foundation | institute | group | bank | company | association
    | agency | council | committee | organization | party | television | radio""")

# first or marking word → type; names of the soft types are told by what they begin with or contain
PARTY_WORDS = _words("""
    parti | rassemblement | mouvement | rassemblement national | front national | republicains
    | labour | tories | likoud | udi | ump | modem | lrem | fpo | afd | cdu | spd | csu
    | podemos | ciudadanos | fidesz | syriza""")
IGO_WORDS = _words("""
    nations unies | onu | otan | union europeenne | union africaine | ligue arabe
    | conseil de securite | organisation des nations | organisation mondiale
    | organisation internationale | organisation du traite | organisation de cooperation
    | organisation des etats | organisation pour l interdiction | banque mondiale | fmi
    | fonds monetaire | conseil de l europe | commission europeenne | parlement europeen
    | conseil europeen | communaute economique | mercosur | g7 | g8 | g20 | opep | asean
    | cedeao | osce | oms | unicef | unesco | hcr | brics | cour penale internationale
    | cour internationale | tribunal penal international | interpol | europol""")
MEDIA_WORDS = _words("""
    radio | television | tv | tele | news | times | journal | gazette | post | tribune | herald
    | guardian | figaro | magazine | hebdo | chaine | quotidien | press | presse | canal | bbc
    | cnn | info | infos | rtl | rmc | rfi""")
COMPANY_WORDS = _words("""
    sa | sas | sarl | inc | corp | corporation | ltd | limited | llc | plc | gmbh | ag | nv
    | spa | groupe | group | holding | bank | banque | banca | credit | motors | airlines
    | airways | air | energies | energy | technologies | technology | pharma | pharmaceuticals
    | laboratoires | industries | electric | telecom | telecoms | software | capital | partners
    | assurances | compagnie | societe | entreprise | company | co | petroleum | oil | gas
    | automobiles | systems | electronics | studios | pictures | entertainment | brothers
    | hotels | foods | stores""")
ARMED_CUE_WORDS = _words("""
    jihadiste | djihadiste | jihadistes | djihadistes | rebelle | rebelles | milice | milices
    | combattants | combattant | terroriste | insurges | guerilla | guerilleros | miliciens
    | separatistes | arme | armes | armee | islamiste | islamistes | extremiste | extremistes
    | ultraradical | allegeance""")
# Words with which an apposition begins behind the comma after a name.
APPOSED = _words("""
    un | une | le | la | l | groupe | milice | organisation | mouvement | branche | faction | ex""")
MEDIA_CUES = _words("""
    agence | quotidien | journal | hebdomadaire | chaine | radio | magazine | television
    | mensuel | site d information | site | station | bihebdomadaire | tabloid""")
COMPANY_CUES = _words("""
    entreprise | societe | groupe | constructeur | compagnie | fabricant | operateur | geant
    | banque | assureur | distributeur | equipementier | avionneur | enseigne | laboratoire
    | marque | start up | editeur | industriel | petrolier | energeticien | transporteur
    | filiale | cabinet | multinationale | chaine de magasins | actionnaire""")
PARTY_CUES = _words("""
    parti | formation | coalition | mouvement | candidat | candidate | depute | deputee | elu
    | elus | senateur""")
MILITARY_NAMES = _words(
    "armee de l air | marine nationale | armee de terre | garde nationale | etat major | armee rouge"
)

# Legal forms and type words that two names of one organisation may differ by.
SHORTENED = _words("""
    groupe | group | societe | compagnie | entreprise | sa | sas | sarl | inc | corp
    | corporation | ltd | limited | llc | plc | gmbh | ag | nv | spa | holding | the
    | association | ong | fondation | agence | cabinet | parti | mouvement | club | fc
    | organisation | company""")
SMALL = _words("""
    de | des | du | d | la | le | les | l | et | en | pour | a | au | aux | of | the | for | and
    | sur | dans | par | in | on""")

# Between two names of one actor: *X, rebaptisé Y*.
RENAMED = _words("""
    ex | ne | nee | alias | dit | dite | rebaptise | rebaptisee | renomme | renommee
    | anciennement | autrefois | jadis | devenu | devenue | connu sous le nom de
    | connue sous le nom de | aussi connu sous le nom de | aussi appele | aussi appelee
    | egalement appele | egalement appelee | surnomme | surnommee | dit aussi | nom de guerre
    | de son vrai nom | de son nom de guerre | plus connu sous le nom de
    | plus connue sous le nom de | acronyme | sigle | ou""")

SPORT = _words("""
    match | matches | matchs | but | buts | victoire | defaite | championnat | coupe | finale
    | demi finale | quart de finale | entraineur | selectionneur | joueur | joueurs | penalty
    | mi temps | ligue | stade | equipe | classement | tournoi | football | rugby | basket
    | handball | tennis | cyclisme | score | buteur | attaquant | gardien | club | supporters""")
