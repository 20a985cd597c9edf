"""The French words of time, as data: folded word or phrase → what it can be read as.

Sources: TIMEX3 and ISO-TimeML for the kinds, Grevisse & Goosse, *Le bon usage*, for the words.
"""

from __future__ import annotations

from typing import Any

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import Anchor, Clock, Every, Near, Vague
from service.domain.model import Modifier, Relation

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
    Grain.YEAR: "an, ans, annee, annees",
    Grain.DECADE: "decennie, decennies",
    Grain.CENTURY: "siecle, siecles",
}
ABBREVIATED_UNITS = frozenset(("s", "sec", "min", "mn", "h", "hrs"))
# parts of the day (TIMEX3), also counted as amounts: trois nuits
PARTS = {
    "MO": "matin, matinee, petit matin, aube, matins, matinees",
    "MI": "mi journee",
    "AF": "apres midi, aprem, apres midis",
    "EV": "soir, soiree, soirs, soirees",
    "NI": "nuit, nuits",
}

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
    "PRESENT_REF": "actuellement,a l heure actuelle,pour l heure,en ce moment,pour le moment,pour l instant,maintenant,"
    "au meme moment,de nos jours",
    "PAST_REF": "recemment,autrefois,jadis,naguere,ces derniers temps,tout recemment",
    "FUTURE_REF": "bientot,prochainement,a l avenir,tres bientot,tres prochainement",
}
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
FEASTS = {
    "easter": "paques,dimanche de paques",
    "easter_monday": "lundi de paques",
    "good_friday": "vendredi saint",
    "palm_sunday": "dimanche des rameaux,rameaux",
    "ascension": "ascension,jeudi de l ascension",
    "pentecost": "pentecote,dimanche de pentecote",
    "whit_monday": "lundi de pentecote",
    "mardi_gras": "mardi gras",
    "ash_wednesday": "mercredi des cendres",
    "new_year": "nouvel an,jour de l an,premier de l an",
    "epiphany": "epiphanie",
    "valentine": "saint valentin",
    "women": "journee internationale des droits des femmes",
    "labour": "fete du travail",
    "national_fr": "fete nationale francaise",
    "assumption": "assomption",
    "all_saints": "toussaint",
    "all_souls": "jour des morts,fete des morts",
    "armistice": "armistice du 11 novembre",
    "christmas": "noel,jour de noel",
    "christmas_eve": "reveillon de noel,veille de noel",
    "sylvester": "saint sylvestre,reveillon du nouvel an,reveillon de la saint sylvestre",
    "mothers": "fete des meres",
    "fathers": "fete des peres",
    "music": "fete de la musique",
    "thanksgiving": "thanksgiving,jour de thanksgiving,thanks giving,jour de thanks giving",
    "ramadan": "ramadan,mois de ramadan",
    "eid_al_fitr": "aid al fitr,aid el fitr,aid el fitre",
    "eid_al_adha": "aid al adha,aid el adha,aid el kebir,aid al kabir,tabaski",
    "mawlid": "mawlid,mouloud",
    "ashura": "achoura",
    "pesach": "pessah",
    "rosh_hashanah": "roch hachana",
    "yom_kippur": "yom kippour,kippour",
    "hanukkah": "hanoucca,hanoukka",
    "orthodox_easter": "paques orthodoxe,paque orthodoxe",
    "orthodox_christmas": "noel orthodoxe",
}

# words that a shape may name; those with a value pass it to the rule
MARKS: dict[str, dict[str, Any]] = {
    "le": dict.fromkeys("le la l les".split()),
    "de": dict.fromkeys("de d du des".split()),
    "au": dict.fromkeys("à au aux".split()),
    "en": dict.fromkeys("en".split()),
    "dans": dict.fromkeys("dans".split()),
    "this": dict.fromkeys("ce cet cette".split(), 0),
    "these": dict.fromkeys("ces".split()),
    "un": dict.fromkeys("un une".split()),
    "et": dict.fromkeys("et".split()),
    "ou": dict.fromkeys("ou".split()),
    "comma": {",": None},
    "dash": dict.fromkeys("- – — ‑ ‐".split()),
    "slash": dict.fromkeys(("/",)),
    "dot": dict.fromkeys((".",)),
    "open": dict.fromkeys(("(",)),
    "close": dict.fromkeys((")",)),
    "minus": dict.fromkeys("moins".split()),
    "half": dict.fromkeys("demi demie".split()),
    "quarter": dict.fromkeys("quart quarts".split()),
    "last": {
        **dict.fromkeys(
            "dernier derniere derniers dernieres passe passee passes passees ecoule ecoulee".split(), -1
        ),
        **dict.fromkeys("ecoules ecoulees".split(), -1),
    },
    "next": dict.fromkeys("prochain prochaine prochains prochaines".split(), 1),
    "following": dict.fromkeys("suivant suivante suivants suivantes".split(), 1),
    "preceding": dict.fromkeys("precedent precedente precedents precedentes".split(), -1),
    "ago": dict.fromkeys(
        ("il y a", "voici", "voila", "y a", "il y a deja", "il y a de cela", "il y a bientot")
    ),
    "by": dict.fromkeys(("d ici", "d ici a", "sous")),
    "later": dict.fromkeys(("plus tard",), 1),
    "earlier": dict.fromkeys(("plus tot", "auparavant"), -1),
    "after": dict.fromkeys(("apres",), 1),
    "before": dict.fromkeys(("avant",), -1),
    "same": dict.fromkeys(("meme",)),
    "all": dict.fromkeys("tout toute".split()),
    "every": dict.fromkeys(("tous les", "toutes les")),
    "each": dict.fromkeys(("chaque",)),
    "times": dict.fromkeys(("fois",)),
    "par": dict.fromkeys(("par",)),
    "several": dict.fromkeys(
        ("plusieurs", "quelques", "quel ques", "de longs", "de longues", "de nombreux", "de nombreuses")
    ),
    "during": dict.fromkeys(
        (
            "pendant",
            "durant",
            "au cours de",
            "au long de",
            "lors de",
            "tout au long de",
            "le long de",
            "courant",
        )
    ),
    "about": dict.fromkeys(
        (
            "vers",
            "environ",
            "autour de",
            "aux alentours de",
            "aux environs de",
            "pres de",
            "presque",
            "quelque",
            "a peu pres",
            "peu pres",
            "approximativement",
        ),
        Modifier.APPROX,
    ),
    "bound": {
        **dict.fromkeys(("plus de", "un peu plus de", "bien plus de"), Modifier.MORE_THAN),
        **dict.fromkeys(("moins de", "un peu moins de", "a peine", "a moins de"), Modifier.LESS_THAN),
        **dict.fromkeys(("au moins", "au minimum"), Modifier.EQUAL_OR_MORE),
        **dict.fromkeys(("au plus", "au maximum"), Modifier.EQUAL_OR_LESS),
    },
    "edge": {
        **dict.fromkeys(("debut", "debuts", "tout debut", "tot"), Modifier.START),
        **dict.fromkeys(("fin", "toute fin"), Modifier.END),
        **dict.fromkeys(("milieu", "mi", "courant"), Modifier.MID),
    },
    "relation": {
        **dict.fromkeys(
            ("depuis", "a partir de", "a compter de", "dès", "depuis le debut de"), Relation.SINCE
        ),
        **dict.fromkeys(("jusqu a", "jusqu au", "jusqu en", "jusque", "jusqu"), Relation.UNTIL),
        **dict.fromkeys(("avant", "d ici", "d ici a", "d ici au"), Relation.BEFORE),
        **dict.fromkeys(("apres",), Relation.AFTER),
    },
    "until": dict.fromkeys(("jusqu a", "jusqu au", "jusqu en", "jusque", "a", "au", "à")),
    "between": dict.fromkeys(("entre",)),
    "noon": {"midi": Clock(12), "minuit": Clock(0)},
    "lunch": dict.fromkeys(("dejeuner",), "MI"),
    "morning": dict.fromkeys(("du matin", "de matin", "du matinee", "a m", "am"), 0),
    "evening": dict.fromkeys(("du soir", "de l apres midi", "du soiree", "p m", "pm"), 12),
    "night": dict.fromkeys(("de la nuit",), 0),
    "zone": dict.fromkeys(
        (
            "gmt",
            "utc",
            "tu",
            "heure locale",
            "heures locales",
            "locale",
            "heure de paris",
            "cet",
            "est",
            "heure francaise",
        )
    ),
    "monthly": dict.fromkeys(("mois de", "mois d")),
    "era": dict.fromkeys(("annees",)),
    "anno": dict.fromkeys(("an", "annee", "annees", "saison", "millesime", "exercice")),
    "that": dict.fromkeys(("ce jour la", "ce meme jour", "le meme jour", "ce jour meme", "meme jour")),
}


def lexicon() -> dict[str, dict[str, Any]]:
    """Every word or phrase and all its readings, kind → value."""
    entries: dict[str, dict[str, Any]] = {}

    def add(kind: str, row: str, value: Any) -> None:
        for word in row.split(","):
            entries.setdefault(word.strip(), {})[kind] = value

    for kind, table in MARKS.items():
        for word, value in table.items():
            add(kind, word if word != "," else "", value)
    entries[","] = entries.pop("")
    for index, word in enumerate(WEEKDAYS):
        add("weekday", word, index)
        add("weekdays", f"{word}s", index)
    for index, word in enumerate(SHORT_WEEKDAYS):
        add("short_weekday", word, index)
    for number, word in enumerate(MONTHS, 1):
        add("month", word, number)
    for kind, rows in (
        ("short_month", SHORT_MONTHS),
        ("unit", UNITS),
        ("part", PARTS),
        ("ordinal", ORDINALS),
    ):
        for value, row in rows.items():
            add(kind, row, value)
    for word, code in SEASONS.items():
        add("season", word, code)
    for word, number in COLLECTIVES.items():
        add("dozen", word, number)
    for value, row in PERIODICALS.items():
        add("periodical", row, Every(value))
    for ref, row in VAGUE.items():
        add("vague", row, Vague(ref))
    for word, (unit, step, anchor) in NEAR.items():
        add("near", word, Near(unit, step, anchor))
    for name, row in FEASTS.items():
        add("feast", row, name)
    add("first", "premier", 1)
    add("oclock", "heure, heures, h, hrs", None)
    add("mins", "minute, minutes, min, mn", None)
    return entries
