"""French words that hold time expressions together, as data: kind → value → words.

A kind is what shapes call them; `None` is the value of words that only have a place, not a meaning.
"""

from __future__ import annotations

from typing import Any

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import Clock
from service.domain.model import Modifier, Relation

# words that announce a noun: *deux jours après l'attaque*
DETERMINERS = frozenset(
    "le la l les un une des du d son sa ses leur leurs ce cet cette ces notre nos votre mon ma mes avoir"
    " etre que qu".split()
)
PLAIN = {
    "le": "le, la, l, les",
    "les": "les",
    "there": "là",
    "the": "le, la, l",
    "masculine": "le, du",
    "de": "de, d, du, des",
    "au": "à, au, aux",
    "en": "en",
    "dans": "dans",
    "these": "ces",
    "un": "un, une",
    "et": "et",
    "ou": "ou",
    "ci": "ci",
    "dash": "-, –, —, ‑, ‐",
    "open": "(",
    "close": ")",
    "minus": "moins",
    "half": "demi, demie",
    "fair": "bon, bonne, bons, bonnes, petit, petite, petits, petites, gros, grosse, grosses, long, longs, "
    "longue, longues",
    "quarter": "quart, quarts",
    "ago": "il y a, voici, voila, il y a deja, il y a maintenant, "
    "il y a de cela, il y a bientot, il y a tout juste",
    "by": "d ici, d ici a, sous",
    "same": "meme",
    "all": "tout, toute",
    "every": "tous les, toutes les",
    "each": "chaque",
    "except": "sauf, excepte, hormis",
    "times": "fois",
    "par": "par",
    "pour": "pour",
    "several": "plusieurs, quelques, quel ques, de longs, de longues, "
    "de nombreux, de nombreuses, de nombreuse",
    "during": "pendant, durant, au cours de, au long de, lors de, "
    "tout au long de, le long de, courant, au fil de",
    "between": "entre",
    "until": "jusqu a, jusqu au, jusqu en, jusque, a, à, au",
    "is": "il est, c est",
    "zone": "gmt, utc, heure locale, locales, heure de paris, heure de moscou, heure de londres, "
    "heure de new york, heure de pekin, heure de tokyo, heure francaise, heure belge, heure suisse",
    "monthly": "mois",
    "idiom": "du jour au lendemain, au jour le jour, boite de nuit, boites de nuit",
    "era": "annees",
    "anno": "an, annee, annees, saison, millesime, exercice",
    "reopening": "rentree, rentree scolaire, rentree universitaire, "
    "rentree litteraire, rentree parlementaire",
    "daytime": "journee",
    "that": "ce jour la, ce meme jour, le meme jour, ce jour meme, meme jour",
    "oclock": "heure, heures, h, hrs",
    "mins": "minute, minutes, min, mn",
}

VALUED: dict[str, dict[Any, str]] = {
    "this": {0: "ce, cet, cette"},
    "last": {
        -1: "dernier, derniere, derniers, dernieres, passe, passee, passes, passees, ecoule, ecoules, "
        "ecoulee, ecoulees"
    },
    "next": {1: "prochain, prochaine, prochains, prochaines, qui vient, qui arrive"},
    "lasts": {-1: "derniers, dernieres"},
    "latest": {-1: "dernier, derniere"},
    "nexts": {1: "prochains, prochaines"},
    "coming": {1: "a venir, qui viennent, qui arrivent"},
    "following": {1: "suivant, suivante, suivants, suivantes"},
    "preceding": {-1: "precedent, precedente, precedents, precedentes"},
    "later": {1: "plus tard"},
    "earlier": {-1: "plus tot, auparavant"},
    "after": {1: "apres"},
    "before": {-1: "avant"},
    "about": {
        Modifier.APPROX: "vers, environ, autour de, aux alentours de, aux environs de, pres de, presque, "
        "quelque, a peu pres, peu pres, approximativement"
    },
    "around": {Modifier.APPROX: "vers, autour de, aux alentours de, aux environs de"},
    "bound": {
        Modifier.MORE_THAN: "plus de, un peu plus de, bien plus de, pas moins de",
        Modifier.LESS_THAN: "moins de, un peu moins de, a peine, a moins de",
        Modifier.EQUAL_OR_MORE: "au moins, au minimum",
        Modifier.EQUAL_OR_LESS: "au plus, au maximum, tout au plus",
    },
    "edge": {
        Modifier.START: "debut, debuts, tout debut, commencement",
        Modifier.END: "fin, toute fin",
        Modifier.MID: "milieu, mi, courant",
    },
    "relation": {
        Relation.SINCE: "depuis, a partir de, a compter de, dès",
        Relation.UNTIL: "jusqu a, jusqu au, jusqu en, jusque",
        Relation.BEFORE: "avant, d ici, d ici a, d ici au",
        Relation.AFTER: "apres",
    },
    "coded": {
        **{(Grain.QUARTER, number): f"t{number}, q{number}" for number in range(1, 5)},
        **{(Grain.HALF, number): f"s{number}, h{number}" for number in (1, 2)},
    },
    "early": {Modifier.START: "tot, tres tot"},
    "from": {Relation.SINCE: "a partir de, a compter de, dès"},
    "noon": {Clock(12): "midi", Clock(0): "minuit"},
    "lunch": {"MI": "dejeuner"},
    "half_day": {0: "am, a m", 12: "pm, p m"},
}
