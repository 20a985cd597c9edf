"""French verbs and their endings as signs of tense: as data, as written."""

from __future__ import annotations

PERFECT = frozenset(
    "a ai as avaient avait avez avons ayant est eurent eut furent fut ont sont étaient était étant".split()
)
PLUPERFECT = frozenset("avaient avait eurent eut furent fut étaient était".split())
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
    "attendu attendue attendues attendus convoqué convoquée fixé fixée prochain prochaine programmé"
    " programmée programmées programmés prévoient prévoit prévu prévue prévues prévus"
    " reporté reportée".split()
)
# present tense that a newspaper uses for what has been set for a day
AGENDA = frozenset(
    "accueille accueillent achève achèvent affronte affrontent commence commencent dispute disputent"
    " débute débutent décolle ferme ferment ouvre ouvrent reçoit reçoivent rouvre rouvrent réunissent"
    " réunit tiennent tient vote votent élisent élit".split()
)
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
