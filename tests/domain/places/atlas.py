"""A small world: a gazetteer of some ninety places in memory, and the nations that the tests speak of.

`[name|expected]` marks a place in a sentence, `?` before the name says that the recogniser missed it;
`{name}` is a person's name, `<name>` an organisation's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from service.domain.model import (
    GazetteerEntry,
    Label,
    Match,
    Name,
    PlaceRef,
    PlaceType,
    Point,
    Precision,
    Span,
)
from service.domain.nations import Nation, Nations
from service.domain.places.variants import romanised
from service.domain.ports import Attribution, Nearby, PlaceQuery
from service.domain.text import name_key
from service.errors import NotFound

# id; name, other reviewed names; ~alternates; type; country; latitude longitude; inhabitants; parent
PLACES = """
fr; France; country; FR; 46 2; 66987244;
ch; Suisse; country; CH; 47 8; 8516543;
at; Autriche; country; AT; 47.33 13.33; 8847037;
es; Espagne; country; ES; 40 -4; 46723749;
sy; Syrie; country; SY; 35 38; 16906283;
iq; Irak; country; IQ; 33 44; 38433600;
ly; Libye; country; LY; 28 17; 6678567;
lb; Liban; country; LB; 33.83 35.83; 6848925;
eg; Égypte; country; EG; 27 30; 98423595;
ua; Ukraine; country; UA; 49 32; 44622516;
ru; Russie; country; RU; 60 100; 144478050;
us; États-Unis; country; US; 39.76 -98.5; 327167434;
gb; Royaume-Uni; country; GB; 54.76 -2.7; 66488991;
ge; Géorgie; country; GE; 42 43.5; 3731000;
ne; Niger; country; NE; 16 8; 22442948;
ml; Mali; country; ML; 17 -4; 19077690;
cd; République démocratique du Congo, Congo, RDC; country; CD; -2.5 23.5; 84068091;
cg; Congo, Congo-Brazzaville; country; CG; -1 15; 5244363;
mx; Mexique, Mexico; country; MX; 23 -102; 126190788;
lu; Luxembourg; country; LU; 49.75 6.17; 607728;
ar; Argentine; country; AR; -34 -64; 44494502;
cl; Chili; country; CL; -30 -71; 18729160;
cr; Costa Rica; country; CR; 10 -84; 4999441;
nl; Pays-Bas, Hollande; country; NL; 52.25 5.75; 17231017;
mu; Maurice; country; MU; -20.3 57.58; 1265303;
paris; Paris; city; FR; 48.853 2.349; 2138551; fr
paris-tx; Paris; city; US; 33.661 -95.555; 24782; us
valence; Valence; city; FR; 44.933 4.892; 63864; fr
valencia; Valencia, Valence; city; ES; 39.47 -0.377; 824340; es
tours; Tours; city; FR; 47.395 0.694; 141621; fr
nancy; Nancy; city; FR; 48.684 6.185; 105058; fr
orange; Orange; city; FR; 44.137 4.808; 28948; fr
orange-us; Orange; city; US; 33.788 -117.853; 140992; us
havre; Le Havre; city; FR; 49.494 0.108; 185972; fr
havre-us; Havre; city; US; 48.55 -109.684; 9846; us
rochelle; La Rochelle; city; FR; 46.167 -1.15; 76810; fr
colmar; Colmar; city; FR; 48.081 7.355; 65405; fr
saint-denis; Saint-Denis; city; FR; 48.936 2.357; 96128; fr
saint-denis-re; Saint-Denis; city; RE; -20.882 55.45; 137195;
carantilly; Carantilly; city; FR; 49.06 -1.25; 600; fr
lens; Lens; city; FR; 50.433 2.833; 41000; fr
nice; Nice; city; FR; 43.703 7.266; 338620; fr
roissy; Roissy-en-France, Roissy; city; FR; 49.005 2.517; 2900; fr
belleville; Belleville; city; FR; 46.109 4.749; 7600; fr
vienne; Vienne; city; AT; 48.208 16.372; 1691468; at
vienne-fr; Vienne; city; FR; 45.525 4.874; 31555; fr
vienne-dep; Vienne; department; FR; 46.58 0.34; 0; fr
drome; Drôme; department; FR; 44.73 5.17; 0; fr
vaucluse; Vaucluse; department; FR; 43.99 5.18; 0; fr
geneve; Genève; city; CH; 46.202 6.146; 183981; ch
lausanne; Lausanne; city; CH; 46.516 6.633; 116751; ch
berne; Berne; city; CH; 46.948 7.447; 121631; ch
fribourg; Fribourg; city; CH; 46.802 7.151; 32827; ch
fribourg-de; Fribourg-en-Brisgau, ~Fribourg; city; DE; 47.996 7.852; 215966;
fribourg-canton; canton de Fribourg, Fribourg; region; CH; 46.68 7.09; 0; ch
alep; Alep; city; SY; 36.20124 37.16117; 1602264; sy
alep-prov; province d'Alep, Alep; region; SY; 36.2 37.6; 0; sy
sakhour; Sakhour, Sakhur; district; SY; 36.218 37.189; 0; alep
salaheddine; Salaheddine; district; SY; 36.184 37.12; 0; alep
salaheddine-iq; province de Salaheddine, Salaheddine; region; IQ; 34.5 43.6; 0; iq
damas; Damas; city; SY; 33.51 36.291; 1569394; sy
waqf; al-Waqf; city; SY; 36.586 37.426; 0; sy
waqf-eg; Al Waqf; city; EG; 26.1 32.4; 34723; eg
mossoul; Mossoul; city; IQ; 36.335 43.119; 1739800; iq
bagdad; Bagdad; city; IQ; 33.341 44.401; 7216000; iq
tripoli; Tripoli; city; LY; 32.887 13.187; 1150989; ly
tripoli-lb; Tripoli; city; LB; 34.434 35.844; 229398; lb
beyrouth; Beyrouth; city; LB; 33.889 35.494; 1916100; lb
alexandrie; Alexandrie; city; EG; 31.201 29.916; 4870000; eg
caire; Le Caire; city; EG; 30.063 31.25; 9606916; eg
donbass; Donbass; area; UA; 48.3 38.0; 0; ua
kiev; Kiev; city; UA; 50.454 30.524; 2797553; ua
moscou; Moscou; city; RU; 55.752 37.616; 10381222; ru
kremlin; Kremlin; building; RU; 55.752 37.617; 0; moscou
washington; Washington; city; US; 38.895 -77.036; 601723; us
washington-gb; Washington; city; GB; 54.9 -1.517; 53526; gb
moscow-us; Moscow; city; US; 46.732 -117.0; 25060; us
georgia-us; Géorgie; region; US; 32.75 -83.5; 10711908; us
atlanta; Atlanta; city; US; 33.749 -84.388; 463878; us
california; Californie; region; US; 37.25 -119.75; 39538223; us
californie-fr; La Californie, ~Californie; city; FR; 43.55 7.03; 900; fr
san-jose; San José; city; CR; 9.933 -84.083; 335007; cr
san-jose-us; San Jose; city; US; 37.339 -121.895; 1026908; us
niamey; Niamey; city; NE; 13.514 2.109; 774235; ne
niger-river; Niger, fleuve Niger; river; ; 13 2; 0;
brazzaville; Brazzaville; city; CG; -4.266 15.283; 1284609; cg
kinshasa; Kinshasa; city; CD; -4.328 15.314; 7785965; cd
mexico; Mexico; city; MX; 19.428 -99.128; 12294193; mx
luxembourg; Luxembourg; city; LU; 49.612 6.13; 76684; lu
cordoba; Córdoba; city; AR; -31.414 -64.181; 1428214; ar
cordoue; Cordoue, ~Córdoba; city; ES; 37.892 -4.773; 325708; es
bath; Bath; city; GB; 51.378 -2.359; 94782; gb
londres; Londres; city; GB; 51.509 -0.126; 8961989; gb
lampedusa; Lampedusa; island; IT; 35.5 12.6; 6000;
ndjamena; N'Djamena; city; TD; 12.107 15.044; 1359526;
noire; mer Noire; sea; ; 43 34; 0;
"""
NATIONS = (
    ("FR", "France", "fr", "paris", "français française françaises", "Français Française"),
    ("AT", "Autriche", "at", "vienne", "autrichien autrichienne", "Autrichien Autrichiens"),
    ("ES", "Espagne", "es", None, "espagnol espagnole", "Espagnol Espagnols"),
    ("SY", "Syrie", "sy", "damas", "syrien syrienne syriens", "Syrien Syriens"),
    ("LY", "Libye", "ly", "tripoli", "libyen libyenne", "Libyen Libyens"),
    ("US", "États-Unis", "us", "washington", "américain américaine", "Américain Américains"),
    ("RU", "Russie", "ru", "moscou", "russe russes", "Russe Russes"),
    ("MX", "Mexique", "mx", "mexico", "mexicain mexicaine", "Mexicain"),
    ("CG", "Congo", "cg", "brazzaville", "congolais congolaise", "Congolais"),
    ("LU", "Luxembourg", "lu", "luxembourg", "luxembourgeois", "Luxembourgeois"),
)
_PRECISIONS = {
    PlaceType.COUNTRY: Precision.COUNTRY,
    PlaceType.CITY: Precision.CITY,
    PlaceType.DISTRICT: Precision.DISTRICT,
    PlaceType.BUILDING: Precision.EXACT,
    PlaceType.SEA: Precision.WATER,
    PlaceType.RIVER: Precision.WATER,
}
_MARK = re.compile(r"\[(\??)([^|\]]+)\|([^\]]*)\]|\{([^}]+)\}|<([^>]+)>")


class Atlas:
    """The `Gazetteer` port over the table above."""

    version = "atlas"
    attribution: tuple[Attribution, ...] = ()

    def __init__(self) -> None:
        self._entries: dict[str, GazetteerEntry] = {}
        self._found: dict[str, list[GazetteerEntry]] = {}
        for line in PLACES.strip().splitlines():
            self._add(*(cell.strip() for cell in line.split(";")))

    def _add(self, *cells: str) -> None:
        key, names, kind, country, point, population = cells[:6]
        spellings = [name.strip() for name in names.split(",")]
        latitude, longitude = map(float, point.split())
        kind_of = PlaceType(kind)
        entry = GazetteerEntry(
            id=key,
            name=spellings[0],
            type=kind_of,
            country=country or None,
            point=Point(latitude=latitude, longitude=longitude),
            precision=_PRECISIONS.get(kind_of, Precision.REGION),
            population=int(population),
            parents=self._parents(cells[6]) if len(cells) > 6 and cells[6] else (),
            names=tuple(name.lstrip("~") for name in spellings),
        )
        self._entries[key] = entry
        for name in spellings:
            match = Match.ALTERNATE if name.startswith("~") else Match.NAME
            self._found.setdefault(name_key(name.lstrip("~")), []).append(replace(entry, matched=match))

    def _parents(self, id: str) -> tuple[PlaceRef, ...]:
        parent = self._entries[id]
        return (PlaceRef(parent.id, parent.name, parent.type), *parent.parents)

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        found = self._found.get(name_key(name), [])
        return tuple(sorted(found, key=lambda entry: -entry.population))

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        form = romanised(name)
        return tuple(entry for entry in self._entries.values() if romanised(entry.name) == form)[:limit]

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        return self.lookup(query.q)

    def get(self, id: str) -> GazetteerEntry:
        if id not in self._entries:
            raise NotFound("place", id)
        return self._entries[id]

    def nearest(
        self,
        point: Point,
        limit: int = 5,
        radius_km: float = 50.0,
        types: tuple[PlaceType, ...] = (),
    ) -> tuple[Nearby, ...]:
        return ()


def nations() -> Nations:
    return Nations(
        Nation(code, name, place, capital, tuple(adjectives.split()), tuple(people.split()))
        for code, name, place, capital, adjectives, people in NATIONS
    )


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, the names that a recogniser gives, and what is expected of its places."""

    text: str
    names: tuple[Name, ...]
    expected: tuple[tuple[str, str], ...]  # mention and what stood behind the bar


def read_marked(sentence: str) -> Marked:
    """The recogniser's place is the capitalised end of a mention: *Alep* of *quartiers est d'Alep*."""
    text, names, expected = "", [], []
    last = 0
    for mark in _MARK.finditer(sentence):
        text += sentence[last : mark.start()]
        missed, place, answer, person, organisation = mark.groups()
        content = place or person or organisation
        if place:
            expected.append((place, answer))
        if place and not missed:
            names.append(_name(text, place))
        elif not place:
            label = Label.PERSON if person else Label.ORGANISATION
            names.append(Name(len(text), len(text) + len(content), content, label))
        text += content
        last = mark.end()
    return Marked(text + sentence[last:], tuple(names), tuple(expected))


def _name(text: str, mention: str) -> Name:
    proper = re.search(r"(?:al-)?[A-ZÀÉÎ][\w-]*(?:['’ -][A-ZÀÉÎ][\w-]*|-en-[A-Z]\w+)*$", mention)
    span = Span(proper.start(), proper.end()) if proper else Span(0, len(mention))
    start = len(text) + span.start
    return Name(start, len(text) + span.end, mention[span.start : span.end], Label.PLACE)
