"""The French words around place names. Long, being data only: folded words, for `extent` and `toponyms`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from service.domain.model import PlaceType


class Role(StrEnum):
    """What a noun before a place name does to it."""

    SETTLEMENT = "settlement"  # la ville d'Alep is Alep: the noun only says the kind
    DIVISION = "division"  # la province d'Alep is another place than Alep
    DISTRICT = "district"  # le quartier de Sakhour
    SECTION = "section"  # les quartiers est d'Alep: a part when a side is told with it
    GROUND = "ground"  # le lac Tchad, l'île de Ré
    SITE = "site"  # l'aéroport de Roissy: what stands in or near the place named


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that introduces a place name. `bare` ones may stand right before it (*lac Tchad*)."""

    role: Role
    types: frozenset[PlaceType]
    bare: bool = False


_DIVISIONS = frozenset({PlaceType.REGION, PlaceType.DEPARTMENT, PlaceType.AREA, PlaceType.TERRITORY})
_TABLE: tuple[tuple[Role, frozenset[PlaceType], bool, str], ...] = (
    (
        Role.SETTLEMENT,
        frozenset({PlaceType.CITY}),
        False,
        "ville villes commune communes village villages localite localites bourg bourgade municipalite "
        "cite metropole agglomeration hameau",
    ),
    (
        Role.DIVISION,
        _DIVISIONS,
        True,
        "province provinces region regions departement departements canton cantons gouvernorat "
        "gouvernorats oblast wilaya wilayas comte comtes district districts etat etats land "
        "raion krai vilayet mohafazat emirat territoire territoires voivodie",
    ),
    (Role.DISTRICT, frozenset({PlaceType.DISTRICT}), True, "quartier faubourg arrondissement cite"),
    (
        Role.SECTION,
        frozenset({PlaceType.PART}),
        False,
        "quartiers secteur secteurs partie parties moitie banlieue banlieues faubourgs zone zones "
        "peripherie arrondissements",
    ),
    (Role.GROUND, frozenset({PlaceType.ISLAND}), True, "ile iles ilot archipel atoll"),
    (Role.GROUND, frozenset({PlaceType.SEA}), True, "mer ocean golfe baie"),
    (Role.GROUND, frozenset({PlaceType.STRAIT}), True, "detroit canal"),
    (Role.GROUND, frozenset({PlaceType.LAKE}), True, "lac lacs"),
    (Role.GROUND, frozenset({PlaceType.RIVER}), True, "fleuve riviere"),
    (Role.GROUND, frozenset({PlaceType.MOUNTAIN}), True, "mont monts massif volcan col montagnes chaine pic"),
    (Role.GROUND, frozenset({PlaceType.DESERT}), True, "desert"),
    (Role.GROUND, frozenset({PlaceType.PENINSULA}), True, "peninsule cap"),
    (Role.GROUND, frozenset({PlaceType.AREA}), False, "vallee plaine plateau bassin foret enclave"),
    (Role.SITE, frozenset({PlaceType.AIRPORT}), True, "aeroport aerodrome"),
    (Role.SITE, frozenset({PlaceType.CAMP}), True, "camp camps"),
    (Role.SITE, frozenset({PlaceType.STREET}), True, "rue avenue boulevard quai esplanade place"),
    (
        Role.SITE,
        frozenset({PlaceType.BUILDING}),
        True,
        "gare stade chateau palais prison cathedrale basilique mosquee abbaye centrale barrage pont "
        "tunnel base port raffinerie citadelle hippodrome velodrome circuit hopital clinique chu chru "
        "musee hotel tour cimetiere theatre opera salle temple eglise synagogue monastere lycee college "
        "arena caserne zoo parc poste phare",
    ),
)
NOUNS: dict[str, Noun] = {
    word: Noun(role, types, bare) for role, types, bare, words in _TABLE for word in words.split()
}

# Les quartiers de X et de Y: quarters by their names, or the town that they are of.
QUARTERS = frozenset({"quartiers", "arrondissements", "faubourgs"})
TOWN_OR_QUARTER = frozenset({PlaceType.CITY, PlaceType.DISTRICT})
# La balle est dans le camp de Moscou.
BALLS = frozenset({"balle", "ballon"})
# Nouns whose kind goes on behind a comma or et: les provinces d'Idlib et de Hama.
PLURALS = frozenset(
    "provinces regions departements cantons gouvernorats wilayas districts etats territoires quartiers "
    "villes villages communes localites iles lacs camps rues arrondissements faubourgs monts".split()
)

# Between the noun and the name: l'aéroport international de Bagdad, la province rebelle d'Idlib.
MODIFIERS = frozenset(
    "nucleaire nucleaires regional regionale universitaire refugies deplaces municipal national nationale "
    "international internationale militaire militaires civil aerienne navale nucleaire autonome "
    "rebelle petite grande petit grand voisine voisin cotiere frontaliere orientale occidentale "
    "kurde sunnite chiite populaire populaires historique frontalier hospitalier olympique "
    "ferroviaire sainte francaise francais".split()
)

# Sides, in any of their forms, and the word that parts are known by.
DIRECTIONS: dict[str, str] = {
    "nord": "nord",
    "sud": "sud",
    "est": "est",
    "ouest": "ouest",
    "oriental": "est",
    "orientale": "est",
    "orientales": "est",
    "orientaux": "est",
    "occidental": "ouest",
    "occidentale": "ouest",
    "occidentales": "ouest",
    "occidentaux": "ouest",
    "septentrional": "nord",
    "septentrionale": "nord",
    "meridional": "sud",
    "meridionale": "sud",
    "meridionaux": "sud",
}
COMPASS = frozenset({"nord", "sud", "est", "ouest"})
HOLDERS: dict[str, str] = {
    "rebelle": "rebelle",
    "rebelles": "rebelle",
    "insurge": "rebelle",
    "insurges": "rebelle",
    "insurgee": "rebelle",
    "insurgees": "rebelle",
    "assieges": "rebelle",
    "assiegee": "rebelle",
    "gouvernemental": "gouvernemental",
    "gouvernementale": "gouvernemental",
    "gouvernementales": "gouvernemental",
    "gouvernementaux": "gouvernemental",
    "loyaliste": "gouvernemental",
    "loyalistes": "gouvernemental",
    "proregime": "gouvernemental",
}

# l'Hexagone, outre-Manche …: not here, they are names of the gazetteer. These are descriptions.
CONFEDERATION = "Confédération"
SWISS = frozenset({"suisse", "suisses", "berne", "zurich", "lausanne", "geneve", "helvetique"})
CAPITAL = "capitale"
CAPITAL_MODIFIERS = frozenset({"federale", "politique"})

# What a town is told to be behind a comma: Tripoli, deuxième ville du Liban.
APPOSITIONS = frozenset(
    "ville capitale metropole cite port station village commune bourgade bastion fief localite chef lieu "
    "agglomeration ile quartier".split()
)

# Verbs before the name of a water: la route longe le Trieux.
ALONG_WATER = frozenset(
    "longe longent longeait borde bordent traverse traversent traverser franchit franchi franchir surplombe "
    "enjambe dans vers".split()
)

ARTICLES = frozenset({"le", "la", "les", "l"})
# Roads by their number: la RD 12, l'A7, la N20, autoroute A6, nationale 7, départementale 31.
ROADS = frozenset({"rd", "rn", "d", "n", "a", "e", "rnil"})
NUMBERED_ROADS = frozenset({"nationale", "departementale", "autoroute", "route"})
ARRONDISSEMENT = "arrondissement"
# Sites that bear a person's name right behind them: l'avenue Vali-Asr, le CHU Pellegrin, la salle Richelieu.
NAMED_AFTER_PERSONS = frozenset(
    "rue avenue boulevard quai esplanade place hopital chu chru clinique lycee college stade aeroport musee "
    "salle theatre tour pont tunnel barrage prison camp palais caserne base arena gare hotel".split()
)

# The article that a town may bear as its own behind these: au Havre, du Caire, la Haye.
OWN_ARTICLES = {"au": "Le", "du": "Le", "le": "Le", "aux": "Les", "des": "Les", "les": "Les", "la": "La"}
# Codes of the states that are islands or cities, named without an article: à Cuba, à Singapour.
COUNTRIES_WITH_A = frozenset("CU MT CY BH TW DJ SG MC MG HT MU KM OM BB ST TT MV FJ TO WS".split())

# What a town's name may go on with though all call it by its head: Romans-sur-Isère, Boulogne-Billancourt.
BEHIND_TOWNS = (["de"], ["del"], ["sur"], ["en"], ["les"], ["lez"], ["sous"], ["le"], ["la"], ["aux"])

# First names that are towns too: never taken for a town against the recogniser.
FIRST_NAMES = frozenset(
    "florence nancy victoria charlotte sofia orlando sydney adelaide lourdes santiago alexandrie vincent "
    "salvador diego jackson hamilton houston austin tyler chelsea lancaster bradford warren clinton".split()
)
CONTRACTED = frozenset({"du", "des", "au", "aux"})
# Small words inside a name: Boulogne-sur-Mer, Trinité-et-Tobago, Ciudad del Este.
INNER = frozenset(
    "de d du des la le les l sur sous en et aux au a les lez devant del da do dos di der den al "
    "el am im an und of the".split()
)
ARABIC_ARTICLES = frozenset("al el as ach ash ad ar aj an at az es ech ed er ez".split())
WITHIN_NAMES = INNER | ARABIC_ARTICLES | {"ibn", "bin", "ben"}  # Saif ad-Dawla, Tariq ibn Ziyad

# Prepositions after which a place is likely; what follows must still be known to the gazetteer.
# Before a large town these will do: le parlement de Londres, un train pour Lyon.
OF = frozenset({"de", "du", "d", "pour", "contre", "entre", "sur"})
TOWARDS = frozenset({"vers", "depuis", "via", "devant", "hors"})
# de follows them: près de X, au large de X, à l'est de X.
NEAR = frozenset(
    "large bords rives pres proche proches loin autour environs abords portes peripherie centre "
    "nord sud est ouest sortie entree habitants maire maires tribunal parquet prefet police "
    "procureur hopital lycee gare rectorat originaire natif native region frontiere cotes port "
    "sommet bataille siege accords prise reprise chute liberation bombardement bombardements conquete "
    "empare emparee emparer emparent emparait controle".split()
)

NEAR_OR_SECTOR = NEAR | {"secteur", "zone", "banlieue", "peripherie", "localite", "axe"}

# A place behind one of these and *de* is part of the name of an organisation, an event or a treaty.
NAMES_OF_OTHERS = frozenset(
    "banque universite cour olympique stade racing girondins assemblee parti front union ligue "
    "institut ecole radio bourse federation association observatoire festival tour coupe open "
    "grand giro vuelta rallye marathon masters trophee orchestre academie conservatoire chambre".split()
)
# Bodies that are called by where they are, in lower case: the place keeps its name.
LOCAL_BODIES = frozenset(
    "gendarmerie parquet tribunal prefecture prefet prefete barreau commissariat rectorat mairie maire "
    "police pompiers brigade section cour ambassade consulat douane douanes conseil gouvernement regime "
    "forces procureur procureure habitants armee aviation marine".split()
)
# Written in lower case as well: le traité de Lisbonne, les accords de Minsk.
TREATIES = frozenset("traite traites accords pacte protocole convention conventions".split())

# Capitalised words that are no places though a gazetteer knows one of that name.
NOT_PLACES = frozenset(
    "noel paques toussaint ascension pentecote ramadan aid etat etats defense republique "
    "assemblee parlement senat gouvernement ministere conseil interieur justice sante education "
    "finances economie culture affaires monsieur madame mademoiselle maitre dieu internet twitter "
    "facebook google front observatoire nouvelle nouveau une un le la les des du de au aux en sur "
    "par selon pour avec sans apres avant depuis mais or et ou ce cette ces son sa ses leur leurs "
    "il elle ils elles on nous vous je tu dans si tout tous plus moins tres lundi mardi mercredi "
    "jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre "
    "octobre novembre decembre covid president premier ministre roi reine pape cour tribunal "
    "police gendarmerie armee chambre congres union coupe tour ligue monde jeux olympiques bourse "
    "banque hier aujourd demain face selon malgre alors ainsi enfin lors quand comme chez entre "
    "vers que qui dont photo photos video videos lire voir publicite partager newsletter cop "
    "casques maison confederation centre musee hotel theatre groupe societe compagnie lune soleil terre "
    "venus jupiter saturne uranus neptune pluton titan encelade galaxie brent wti nasdaq nikkei volcan "
    "seisme cyclone ouragan tempete paleolithique neolithique antiquite renaissance rugby football".split()
)
# Countries whose name is a first name or a common word too: only behind the article of a country.
GUARDED_COUNTRIES = frozenset(
    "maurice dominique grenade salvador jordan georgia chad niue guernesey jersey montserrat tonga".split()
)
