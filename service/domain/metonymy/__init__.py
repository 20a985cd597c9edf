"""Whether a place name means the place or the power that sits there, told from the words around it.

No parser: the rules look at prepositions and the nouns before them, at the verb that follows, at speech verbs
and verbs of address before the name, at coordination, and at the marks of sport.
"""

from service.domain.metonymy.usages import decide_usages
from service.domain.metonymy.verdict import POWER, TEAM

__all__ = ["POWER", "TEAM", "decide_usages"]
