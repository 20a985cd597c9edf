"""What a reader knows at one place of the text, and how that decides between several days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from service.domain.dates.calendar import Grain, Period, day


@dataclass(slots=True)
class Scene:
    """What a reader keeps in mind at one place of the text.

    `direction` is the tense around the expression: below 0 past, above 0 future; ±2 is a sure sign.
    `told` is the last period told, `told_day` the last one of a day; `frame` is the year that the passage
    tells of when it is not the present one, `named` the weekdays whose day the text names in full. `event` is
    the last day told that is not counted from another one nor to come; `night`: the last day told is a night.
    `behind`: the expression looks back from that event (*avait battu Lens mardi*).
    `before`: the sentence looks back from what is told (*avait été élu*).
    `reports`: something in the text counts from the day of publication; `news`: so it does around here.
    `passage`: a passage of long ago goes on, and its year outlasts paragraphs.
    `latest`: without a day of publication, the last day that the text tells in full.
    """

    published: date | None
    moment: datetime | None = None
    direction: int = 0
    reports: bool = False
    news: bool = False
    passage: bool = False
    latest: date | None = None
    told: Period | None = None
    told_day: Period | None = None
    told_in_sentence: Period | None = None
    told_in_line: Period | None = None
    event: Period | None = None
    night: bool = False
    behind: bool = False
    before: bool = False
    frame: int | None = None
    framed_in_sentence: bool = False
    named: dict[int, set[date]] = field(default_factory=dict)

    def tell(self, period: Period, *, beside: bool = False, night: bool = False) -> None:
        """Keeps what is told; `beside`: counted from another day, as *la veille*, or only in passing."""
        self.told = period
        if period.grain is Grain.DAY:
            if not beside or not self.event:
                self.event = period
            self.night = night
            self.told_day = self.told_in_sentence = self.told_in_line = period

    def enter(self, *, wholly: bool) -> None:
        """A passage of long ago begins; `wholly`: nothing in it is news."""
        self.passage = True
        self.news = self.news and not wholly

    def leave(self) -> None:
        """The text is back in the present."""
        self.passage, self.frame, self.news = False, None, self.reports

    @property
    def looks_ahead(self) -> bool:
        """In a report, what is to come is not of the year that a passage looks back to."""
        return self.news and self.direction > 1

    @property
    def tells_elsewhere(self) -> bool:
        """Whether a coarser time has been told since the last day, which does not hold that day."""
        told, day = self.told, self.told_day
        return (
            told is not None and told is not day and (day is None or not told.begin <= day.begin <= told.end)
        )

    def last(self, unit: Grain) -> Period | None:
        """The period from which *la veille*, *l'année suivante* and their like count; at first, today."""
        told = self.told_day if unit < Grain.WEEK else self.told
        return told or (day(self.published) if self.published else None)


def choose(candidates: Iterable[Period | None], scene: Scene, certain: int = 0) -> Period | None:
    """The candidate that fits the tense; the nearest one without tense, or when it is very near."""
    found = [each for each in candidates if each]
    if not found or not scene.published:
        return None
    today = scene.published

    def distance(period: Period) -> int:
        return max((period.begin - today).days, (today - period.end).days, 0)

    nearest = min(found, key=lambda period: (distance(period), period.begin > today))
    if distance(nearest) <= certain or not scene.direction:
        return nearest
    if scene.direction > 0:
        fitting = [period for period in found if period.end >= today]
    else:
        fitting = [period for period in found if period.begin <= today]
    return min(fitting, key=distance) if fitting else nearest


def beyond(candidates: Iterable[Period | None], side: int, today: date) -> Period | None:
    """The nearest candidate that lies wholly before or after today."""
    if side < 0:
        return max((p for p in candidates if p and p.end < today), key=lambda p: p.begin, default=None)
    return min((p for p in candidates if p and p.begin > today), key=lambda p: p.begin, default=None)
