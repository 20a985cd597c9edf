"""How things look on a terminal: the sixteen colours that its owner has chosen, and few of them.

Actors, places and dates have the colours that they have in the explorer.
"""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

ACTOR = "blue"
PLACE = "green"
DATE = "yellow"
SOFT = "dim"
DOUBTFUL = "red"


def plain(words: object, style: str = "") -> Text:
    """Words of others as they are: no markup is read in them, no control character reaches the terminal."""
    told = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in str(words))
    return Text(told, style)


def table(title: str, colour: str, *columns: str) -> Table:
    """A table without lines, its title in the colour of what it holds."""
    made = Table(
        title=Text(title, f"bold {colour}"),
        title_justify="left",
        box=None,
        pad_edge=False,
        padding=(0, 3, 0, 0),
        header_style=SOFT,
        collapse_padding=True,
    )
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def percent(confidence: float, style: str | None = None) -> Text:
    """A probability; without a style of its own, one that is rather a guess stands out."""
    style = style or (DOUBTFUL if confidence < 0.5 else DATE if confidence < 0.75 else SOFT)
    return Text(f"{confidence * 100:.0f} %".rjust(5), style)


def degrees(latitude: float | None, longitude: float | None) -> Text:
    """A point as people write it, or that there is none."""
    if latitude is None or longitude is None:
        return Text("not located", DOUBTFUL)
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return Text(f"{abs(latitude):.3f} {north}  {abs(longitude):.3f} {east}", SOFT)
