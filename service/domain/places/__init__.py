"""Places: found in the text, read as places on Earth, gathered.

`find_toponyms` proposes, `resolve` decides which place each name means, `gather_places` and `find_focus`
answer.
"""

from service.domain.places.gathering import find_focus, gather_places
from service.domain.places.parts import CityPart
from service.domain.places.resolution import resolve
from service.domain.places.toponyms import find_toponyms

__all__ = ["CityPart", "find_focus", "find_toponyms", "gather_places", "resolve"]
