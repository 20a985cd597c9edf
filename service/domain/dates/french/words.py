"""The French words of time, as data: folded word or phrase → what it can be read as.

Sources: TIMEX3 and ISO-TimeML for the kinds, Grevisse & Goosse, *Le bon usage*, for the words.
"""

from __future__ import annotations

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import Anchor

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = tuple("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split())
SHORT_WEEKDAYS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
SHORT_MONTHS = {
    1: "janv, jan",
    2: "fevr, fev",
    3: "mar",
    4: "avr",
    6: "jun",
    7: "juil, juill",
    9: "sept, sep",
    10: "oct",
    11: "nov",
    12: "dec",
}
SEASONS = {"printemps": "SP", "ete": "SU", "automne": "FA", "hiver": "WI"}

# unit: the words in singular and plural
UNITS = {
    Grain.SECOND: "seconde, secondes, sec, s",
    Grain.MINUTE: "minute, minutes, min, mn",
    Grain.HOUR: "heure, heures, h, hrs",
    Grain.DAY: "jour, jours, journee, journees",
    Grain.WEEKEND: "weekend, weekends, week end, week ends",
    Grain.WEEK: "semaine, semaines",
    Grain.FORTNIGHT: "quinzaine",
    Grain.MONTH: "mois",
    Grain.QUARTER: "trimestre, trimestres",
    Grain.HALF: "semestre, semestres",
    Grain.YEAR: "an, ans, annee, annees, saison, saisons",
    Grain.DECADE: "decennie, decennies",
    Grain.CENTURY: "siecle, siecles",
}
# parts of the day (TIMEX3), also counted as amounts: trois nuits
PARTS = {
    "MO": "matin, matinee, petit matin, aube",
    "MI": "mi journee",
    "AF": "apres midi, aprem",
    "EV": "soir, soiree",
    "NI": "nuit",
}

PARTS_PLURAL = {"MO": "matins, matinees", "AF": "apres midis", "EV": "soirs, soirees", "NI": "nuits"}

CARDINALS = {
    **{
        w: i for i, w in enumerate("zero un deux trois quatre cinq six sept huit neuf dix onze douze".split())
    },
    **{w: i for i, w in enumerate("treize quatorze quinze seize".split(), 13)},
    "une": 1,
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
    "cent": 100,
    "cents": 100,
    "mille": 1000,
    "mil": 1000,
}
COLLECTIVES = {
    "huitaine": 8,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
}
ORDINALS = {
    1: "premier, premiere, premiers, premieres",
    2: "deuxieme, second, seconde",
    3: "troisieme",
    4: "quatrieme",
    5: "cinquieme",
    6: "sixieme",
    7: "septieme",
    8: "huitieme",
    9: "neuvieme",
    10: "dixieme",
    11: "onzieme",
    12: "douzieme",
    13: "treizieme",
    14: "quatorzieme",
    15: "quinzieme",
    16: "seizieme",
    17: "dix septieme",
    18: "dix huitieme",
    19: "dix neuvieme",
    20: "vingtieme",
    21: "vingt et unieme",
}
PERIODICALS = {  # adjective or adverb that makes a set
    "P1D": "quotidien, quotidienne, quotidiens, quotidiennes, quotidiennement, journalier, journaliere",
    "P1W": "hebdomadaire, hebdomadaires, hebdomadairement",
    "P1M": "mensuel, mensuelle, mensuels, mensuelles, mensuellement",
    "P2M": "bimestriel, bimestrielle",
    "P3M": "trimestriel, trimestrielle, trimestriels, trimestrielles",
    "P6M": "semestriel, semestrielle, semestriels, semestrielles",
    "P1Y": "annuel, annuelle, annuels, annuelles, annuellement",
    "P2Y": "biennal, biennale",
}
VAGUE = {
    "PRESENT_REF": "actuellement, a l heure actuelle, pour l heure, en ce moment, pour le moment, "
    "pour l instant, maintenant, au meme moment, de nos jours",
    "PAST_REF": "recemment, autrefois, jadis, naguere, ces derniers temps, tout recemment",
    "FUTURE_REF": "bientot, prochainement, a l avenir, tres bientot, tres prochainement",
}
THESE = frozenset("ce ces cet cette".split())
# before a day that names something, or of birth: *l'attentat du 13 novembre 2015*, *née le 2 mai 1931*
NAMED_BY_DAY = frozenset("date datant de des du ne nee nees nes".split())
NEAR = {
    "hier": (Grain.DAY, -1, Anchor.NOW),
    "avant hier": (Grain.DAY, -2, Anchor.NOW),
    "aujourd hui": (Grain.DAY, 0, Anchor.NOW),
    "aujourdhui": (Grain.DAY, 0, Anchor.NOW),
    "demain": (Grain.DAY, 1, Anchor.NOW),
    "apres demain": (Grain.DAY, 2, Anchor.NOW),
    "surlendemain": (Grain.DAY, 2, Anchor.THEN),
    "lendemain": (Grain.DAY, 1, Anchor.THEN),
    "veille": (Grain.DAY, -1, Anchor.THEN),
    "avant veille": (Grain.DAY, -2, Anchor.THEN),
}
