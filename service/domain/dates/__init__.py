"""Time expressions: found, valued and gathered.

Words stand apart from the calendar; another language is another package beside `french`.
"""

from service.domain.dates.finding import find_dates
from service.domain.dates.gathering import gather_dates
from service.domain.dates.publication import day_of_publication

__all__ = ["day_of_publication", "find_dates", "gather_dates"]
