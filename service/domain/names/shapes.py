"""French words that make a name of an organisation by their order, folded. Words only, no logic."""

from __future__ import annotations

# What commands soldiers: a number before it or a name behind it makes a name.
UNITS = frozenset(
    "brigade brigades division divisions bataillon bataillons katiba katibas regiment regiments escadron"
    " liwa phalange phalanges milice milices".split()
)

# Units by their letters, always with their number: *6e BPC*, *2e REP*, *1er RPIMa*.
UNIT_ACRONYMS = frozenset(
    "bca bcp bep bfl bfm bpc bpcp bt ra rac rama rap rca rch rcp rd rdp rec rei rep rg rh rhc rhp ri ric rics"
    " rima rmm rpc rpcs rpima rtp".split()
)

# They also stand before the name of a minister, a place or a league.
ALSO_OTHER = frozenset("escadron milice milices phalange phalanges liwa".split())

# Behind a unit these begin no name of its own: *division Est*, *brigade Nord*.
NO_UNIT = frozenset("nord sud est ouest a b c i ii iii iv".split())

MILITARY_WORDS = frozenset(
    "etranger etrangere blinde blindee mecanise mecanisee aeroporte aeroportee motorise motorisee leger"
    " legere lourd lourde parachutiste parachutistes infanterie marine tirailleurs chasseurs alpins dragons"
    " hussards cavalerie artillerie spahis genie transmissions cuirassiers montagne assaut chars zouaves"
    " grenadiers commandos fusiliers marins cosaques interarmes choc combat".split()
)

# A day of the calendar behind them is their name.
DATED_BODIES = frozenset(
    "mouvement mouvements brigade brigades front comite collectif coalition organisation alliance parti"
    " bataillon bataillons cercle association syndicat forces union groupe".split()
)
MONTHS = frozenset(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
)

DEFINITE = frozenset("le du au".split())
GROUPS = frozenset(
    "contact minsk visegrad lima rio cairns bilderberg shanghai bucarest astana normandie puebla ottawa"
    " bruges stockholm".split()
)

# The noun with which a body begins that defines its acronym in lower case.
BODIES = frozenset(
    "armee agence alliance assemblee association autorite banque bureau centre coalition comite commission"
    " communaute compagnie confederation conference congres conseil corps cour federation fondation fonds"
    " force forces front gouvernement haut haute institut ligue mission mouvement observatoire office"
    " organisation parti police rassemblement regiment reseau service services societe syndicat tribunal"
    " union unite unites brigade direction delegation groupement caisse ecole laboratoire parquet".split()
)

SMALL = frozenset("de des du d la le les l et en pour a au aux sur dans par contre".split())
LINKS = frozenset("de des du d la le les l et a au aux".split())
PARTICLES = frozenset("al el as ach ad ar an at az ed ech es bin ben ibn".split())

# Groups of the book that the press writes with a small letter, in the plural.
WRITTEN_SMALL = frozenset(
    "talibans houthis houthistes peshmergas shebab shebabs chebab chebabs moudjahidines".split()
)
