"""A GeoNames dump of some thirty rows, written by ourselves: France, Syria, and what is wrong with lines."""

from __future__ import annotations

import zipfile
from pathlib import Path

from service.adapters.import_report import Dump

# id; name; latitude; longitude; class.code; country; admin1; admin2; inhabitants; alternate names
PLACES = """
3017382;Republic of France;46;2;A.PCLI;FR;;;64768389;France
11071625;Auvergne-Rhône-Alpes;45.3;4.9;A.ADM1;FR;84;;8042936;
3020781;Drôme;44.7;5.2;A.ADM2;FR;84;26;511553;
2971053;Valence;44.93;4.89;P.PPLA2;FR;84;26;63864;Valentia
2986933;Saint-Martin;44.98;5.0;P.PPL;FR;84;26;0;
2976082;Saint-Martin;45.2;5.6;P.PPL;FR;84;38;320;
2988507;Paris;48.85341;2.3488;P.PPLC;FR;11;75;2138551;Paname,PAR,Lutèce
2994160;Mont Ventoux;44.17;5.28;T.MT;FR;93;84;0;
2994161;Mont Petit;44.27;5.38;T.HLL;FR;93;84;0;
6618609;Paris 10;48.87;2.36;P.PPLX;FR;11;75;0;
163843;Syria;35;38;A.PCLI;SY;;;16906283;Lebanon of Nowhere
170062;Aleppo Governorate;36.1;37.7;A.ADM1;SY;09;;4868000;Muhafazat Halab
170063;Aleppo;36.20124;37.16117;P.PPLA;SY;09;;2098210;Halab,حلب,ALP
173811;Nahr al-Furat;36.1;39.2;H.STM;;;;0;Euphrates
900001;as-Sakhur;36.2165;37.19;P.PPLX;SY;09;;0;
2960313;Old Chapel;44.9;4.9;S.CH;FR;84;26;0;
2960314;Commune de Valence;44.9;4.9;A.ADM4;FR;84;26;0;
"""
ALTERNATES = """
170063;fr;Alep;1
170063;en;Aleppo;
170063;ar;حلب;
170063;de;Aleppo;
170063;fr;Berée;h
170063;link;https://example.org/Aleppo;
170063;iata;ALP;
2988507;fr;Paris;1
2988507;en;Paris;
2988507;it;Parigi;
2994160;fr;Géant de Provence;c
2994160;fr;mont Ventoux;
2994160;en;Ventoux;
2994160;de;Mont Ventoux;
2994160;it;Monte Ventoso;
2994160;nl;Ventoux;
2994160;es;Monte Ventoux;
2971053;en;Valence;
2971053;fr;Valence d'Agen;
99;fr;Nulle part;
"""
ADMIN1 = "FR.84\tAuvergne-Rhône-Alpes\tA-R-A\t11071625\nFR.11\tÎle-de-France\tIle-de-France\t3012874\n"
ADMIN2 = "FR.84.26\tDrôme\tDrome\t3020781\n"
HIERARCHY = "2988507\t6618609\t\n3017382\t11071625\tADM\n"
DELETES = "2960999\tParis (double)\tduplicate of 2988507\n2960998\tAnywhere\tno such place\n"
MALFORMED = (
    "1\ttoo\tfew",
    "x\tNo id\tNo id\t\t1\t1\tP\tPPL\tFR\t\t\t\t\t\t0\t\t\tEurope/Paris\t2020-01-01",
    "7\tOff the Earth\tx\t\t91\t1\tP\tPPL\tFR\t\t\t\t\t\t0\t\t\tEurope/Paris\t2020-01-01",
    "8\tNowhere\tx\t\tnan\t1\tP\tPPL\tFR\t\t\t\t\t\t0\t\t\tEurope/Paris\t2020-01-01",
    "9\tMany\tx\t\t1\t1\tP\tPPL\tFR\t\t\t\t\t\tmany\t\t\tEurope/Paris\t2020-01-01",
    "10\t\tx\t\t1\t1\tP\tPPL\tFR\t\t\t\t\t\t0\t\t\tEurope/Paris\t2020-01-01",
    "11\tFar\tx\t\t1\t1\tP\tPPL\tFrance\t\t\t\t\t\t0\t\t\tEurope/Paris\t2020-01-01",
)


def place_line(row: str) -> str:
    """A row of the table above as a line of 19 columns."""
    number, name, latitude, longitude, code, country, admin1, admin2, population, others = row.split(";")
    kind, _, feature = code.partition(".")
    cells = [number, name, name, others, latitude, longitude, kind, feature, country, "", admin1, admin2]
    return "\t".join([*cells, "", "", population, "", "0", "Europe/Paris", "2026-11-20"])


def place_lines(country: str | None = None) -> list[str]:
    rows = PLACES.strip().splitlines()
    return [place_line(row) for row in rows if country is None or row.split(";")[5] == country]


def alternate_lines() -> list[str]:
    lines = []
    for number, row in enumerate(ALTERNATES.strip().splitlines(), start=1):
        place, language, name, flag = row.split(";")
        flags = "\t".join("1" if flag == mark else "" for mark in ("1", "s", "c", "h"))
        lines.append(f"{number}\t{place}\t{language}\t{name}\t{flags}\t\t")
    return lines


def write_dump(folder: Path, lines: list[str] | None = None, *, zipped: bool = False) -> Dump:
    """The dump as files, ready to import."""
    folder.mkdir(parents=True, exist_ok=True)
    content = "\n".join(place_lines() if lines is None else lines) + "\n"
    places = folder / ("XX.zip" if zipped else "allCountries.txt")
    if zipped:
        with zipfile.ZipFile(places, "w") as archive:
            archive.writestr("readme.txt", "about")
            archive.writestr("XX.txt", content)
    else:
        places.write_text(content, encoding="utf-8")
    others = {
        "alternateNamesV2.txt": "\n".join(alternate_lines()) + "\n",
        "admin1CodesASCII.txt": ADMIN1,
        "admin2Codes.txt": ADMIN2,
        "hierarchy.txt": HIERARCHY,
        "deletes-2026-11-20.txt": DELETES,
    }
    for name, text in others.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Dump(
        places=(places,),
        alternates=(folder / "alternateNamesV2.txt",),
        admin1=folder / "admin1CodesASCII.txt",
        admin2=folder / "admin2Codes.txt",
        hierarchy=folder / "hierarchy.txt",
        deletes=(folder / "deletes-2026-11-20.txt",),
    )
