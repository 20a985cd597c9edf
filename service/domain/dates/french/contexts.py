"""French words that show, beside a time expression, that it is none: as data, folded."""

from __future__ import annotations

# places that are called after a day: *rue du 8-Mai-1945*
NAMED_AFTER_DAYS = frozenset(
    "allee avenue boulevard caserne college hopital impasse lycee metro place quai rue square stade"
    " station".split()
)
# movements that are called after a day; the first kind only with a capital, as a strike's day may follow
MOVEMENTS = frozenset("alliance armee brigade collectif front mouvement organisation parti".split())
GROUPS = frozenset("brigades groupe".split())
LAWS = frozenset("arrete decret directive loi ordonnance".split())
# what bears a number of its own, and makes whose models are numbers
NUMBERED_THINGS = frozenset(
    "airbus article bmw boeing bus chambre chapitre citroen classe code departementale dossier honda"
    " iso kilometre ligne lot mazda modele n nationale no norme numero office page peugeot playstation porte"
    " renault resolution route saab salle vol volvo windows yamaha".split()
)
MEASURES = frozenset("chf cv dollar euro fr go ha kg km ko kw m mo mw".split())
YEAR_PREPOSITIONS = frozenset(
    "an annee automne debut depuis en ete fin hiver mi millesime printemps saison".split()
)
OLDEST = 122
# for a year that stands alone
LIKELY_YEARS = (1700, 2100)
OLD = frozenset("age agee agees ages".split())
ONES_OWN = frozenset("leurs mes nos ses".split())
HAVING = frozenset("a aura aurait avaient avait avoir ayant eu fetait fete fetent fetera ont".split())
PEOPLE = frozenset(
    "accuse accusee avocat avocate berger boucher boulanger bucheron chef citoyen citoyenne civil colon"
    " couvreur detenu detenue elu elue employe employee facteur forgeron handicape interne lyceen lyceenne"
    " macon maire mannequin mecanicien moine motard peintre pilote pompier pretre prisonnier refugie refugiee"
    " retraite retraitee salarie salariee soudeur vieillard vigneron"
    " ado adolescent adolescente bebe cousin cousine dame eleve enfant femme fille fillette fils frere"
    " gamin gamine garcon garconnet homme jeune jumeau majeur medecin mere mineur mineure monsieur"
    " pere personne prodige soeur soldat suspect veuve voisin voisine".split()
)
PERSON_ENDINGS = tuple("eur euse ien ienne iste ier iere aire ois oise ant ante ais aise".split())
# after or before *des mois*, what shows that it is a length; folded beginnings of verbs
LASTING = tuple("attend dure durer mettr mis pass patient prend prenn pris travers".split())
UNIT_WORDS = frozenset("annees decennies heures jours minutes mois semaines siecles".split())
# after *deux heures de*
TRAVELS = frozenset(
    "avion bateau bus cheval ferry marche pirogue piste route train trajet velo voiture vol".split()
)
READING = frozenset("audio ecouter ecoute lecture lire".split())  # *Écouter (4 min)*
LENGTHS = frozenset("anniversaire bail datant durant militaire salaire suivant temps".split())
AFTER_AN_AGE = frozenset(",.;:)?!»") | frozenset("et ou qui est a au".split())
IDIOMS = frozenset(("un jour", "une heure", "une minute", "une seconde", "35 heures", "trente-cinq heures"))
MEASURING = frozenset("apres avant d dans de depuis durant dure duree en par pendant pour qu sur".split())
AFTER_A_DAY = frozenset(",.;:)»?!") | frozenset(
    "au a et ou puis avec dans pour par sur en lors apres avant que qui".split()
)
SEASON_NAMES = frozenset("arabe arabes berbere demographique erable indien indienne nucleaire".split())
FUNCTION_WORDS = frozenset(
    "alors apres aux avons ces dans depuis des deux dix etes hors jamais jusqu les leurs lors mais"
    " moins nous pas plus plusieurs pres puis sans selon ses six sommes sous toujours tous tres trois"
    " vers vous".split()
)
TITLES = frozenset("dr m me mlle mme mr".split())
ARTICLES = frozenset("au autre aux ce cet d des deux du grand l la le les notre premier son trois un".split())
# feasts that are common nouns when they are not written with a capital
COMMON_NOUNS = frozenset(("ascension", "assomption", "épiphanie"))
FATHERS = frozenset("mere papa pere".split())  # *le père Noël*
