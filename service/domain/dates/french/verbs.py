"""French verbs and their endings as signs of tense: as data, as written."""

from __future__ import annotations

PERFECT = frozenset(
    "a ai as avaient avait avez avons ayant est eurent eut furent fut ont sont étaient était étant".split()
)
PLUPERFECT = frozenset("avaient avait eurent eut furent fut étaient était".split())
LOOKING_BACK = frozenset(("avaient", "avait"))
# participles that make a past with *être*; those of other verbs make a passive, of any time
MOVED = frozenset(
    "allé allée allés arrivé arrivée arrivées arrivés décédé décédée décédés descendu devenu devenue devenus"
    " entré entrée entrés monté mort morte morts né née nés parti partie partis passé passée passés rentré"
    " rentrée rentrés resté restée restés retourné revenu revenue revenus sorti sortie sortis tombé tombée"
    " tombés venu venue venus".split()
)
BEING = frozenset(("est", "sont"))
HEARSAY = frozenset("auraient aurait seraient serait".split())
ABOUT_TO = frozenset("devra devraient devrait devront doit doivent pourraient pourrait va vont".split())
TO_COME = frozenset(
    "chômé chômée chômées chômés férié fériée fériées fériés"
    " attendu attendue attendues attendus convoqué convoquée fixé fixée prochain prochaine programmé"
    " programmée programmées programmés prévoient prévoit prévu prévue prévues prévus"
    " reporté reportée".split()
)
# present tense that a newspaper uses for what has been set for a day
AGENDA = frozenset(
    "accueille accueillent achève achèvent affronte affrontent commence commencent dispute disputent"
    " débute débutent décolle ferme ferment ouvre ouvrent reçoit reçoivent rouvre rouvrent réunissent"
    " réunit tiennent tient vote votent élisent élit".split()
)
# verbs that call for what they name: *réclame une réunion … mardi*; a day right after is that of the call
CALLING = frozenset(
    "appelle appellent attend attendent convie convient convoque convoquent demande demandent exige exigent"
    " invite invitent propose proposent réclame réclament".split()
)
CALLED = frozenset(
    "appelé convié convoqué demandé exigé invité programmé proposé promis réclamé sollicité".split()
)
# what is called for or planned, and comes
MEETINGS = frozenset(
    "assemblée audience audition conférence congrès convocation débat élection élections entretien grève"
    " manifestation marche meeting mobilisation rassemblement référendum rencontre rendez-vous réunion"
    " scrutin session sommet vote".split()
)
# *pour le déplacement à Strasbourg*: what a team or a guest prepares for
AWAITED = frozenset("choc convocation déplacement réception rendez-vous".split())
BEFORE_AWAITED = frozenset("avant pour préparer".split())
# participles that make a future with *est*: *des averses sont annoncées*
TO_BE_ANNOUNCED = frozenset("annoncé annoncée annoncées annoncés".split())
# the present beside a day, of movement and meeting: *il s'envole mercredi*
NEAR_FUTURE = frozenset(
    "arrive arrivent décolle décollent entame entament envole envolent joue jouent quitte quittent"
    " rejoint rejoignent rencontre rencontrent rend rendent repart retrouve retrouvent".split()
)
# the same forms as nouns, and a past told in the present, stand after these
NOUN_BEFORE = frozenset(
    "au aucune ce cette chaque d de des deux du l la le les leur ma nouvelle première sa sans son une"
    " un".split()
)
WANTING = frozenset("espère espèrent souhaite souhaitent veulent veut".split())
# who has won or lost is told after the deed: *tombeuse du Brésil vendredi*
VICTORS = frozenset(
    "auteur auteure autrice lauréat lauréate tombeur tombeuse tombeurs vainqueur vainqueure vainqueurs"
    " victorieuse victorieuses victorieux".split()
)
INTENDED = frozenset(("devait", "devaient"))
INVERTED = frozenset("- t il elle on ils elles ‑".split())
ANNOUNCING = frozenset(
    "annonce annoncé annoncée appelé confirmé invité promis proposé prévenu prévoyait évoqué".split()
)
IRREGULAR = tuple("é ée és ées i is it ie ies its ite u us ue ues ert erte ort aint int".split())
# words that end like irregular participles
NOT_PARTICIPLES = frozenset(
    "ainsi aussi bout but celui deux depuis demi droit début en fois français ici ils jamais jeu jusqu lieu"
    " lui mais milieu mois ni nuit parmi peu plus plusieurs point port pourtant puis qui rapport si sort"
    " sur surtout tout toujours transport trois voici voisin".split()
)
NOT_FUTURE = frozenset("affront caméra confront contra extra front opéra tiara ultra vera".split())
FUTURE = tuple("era eront ira iront dra dront vra vront rra rront aura auront tra tront".split())
CONDITIONAL = tuple("erait eraient irait iraient drait draient vrait vraient rrait rraient".split())
SIMPLE_PAST = tuple("èrent irent urent inrent".split())
NOUNS_IN_A = frozenset(
    "agenda alpha balsa bêta boa camélia cela choléra cinéma data delta diva drama gala"
    " guérilla hydra intifada judoka karma lama libra maffia mafia magma malaria mania media média méga"
    " nota nova opéra panda panorama paprika pasta pizza plasma polka quota razzia saga salsa samba"
    " savana schéma sida soda sofa stigma sauna téquila toundra trauma tuba vendetta veranda véranda villa"
    " visa vodka yoga zebra zona".split()
)
# of verbs whose stem ends in r: imperfects that look like conditionals, simple pasts that look like futures
STEM_IN_R = frozenset(
    "tirait tiraient retirait retiraient attirait attiraient étirait virait viraient chavirait admirait"
    " admiraient respirait inspirait expirait conspirait aspirait désirait désiraient empirait serrait"
    " serraient tira retira attira vira chavira admira expira inspira désira entra rentra montra démontra"
    " rencontra concentra pénétra enregistra illustra livra délivra encadra engendra serra restaura"
    " instaura".split()
)
NOT_IMPERFECT = frozenset(
    "attrait connaît extrait fait lait parait paraît parfait plait plaît portrait retrait sait soit"
    " souhait trait".split()
)
TOWARDS = frozenset("pour".split())
PARTICIPLES = tuple("é ée és ées us ues".split())
NO_PARTICIPLES = frozenset(
    "abus bus campus dessous dessus jus nous plus processus refus sous tous virus vous".split()
)
