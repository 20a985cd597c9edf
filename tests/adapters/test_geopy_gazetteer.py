"""The remote gazetteer, through geopy's own adapter, against a server of this process."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from service.adapters import bounded_http
from service.adapters.cached_gazetteer import CachedGazetteer
from service.adapters.geopy_gazetteer import PART, GeopyGazetteer, open_geopy_gazetteer
from service.adapters.layered_gazetteer import LayeredGazetteer
from service.adapters.paced_gazetteer import PacedGazetteer
from service.domain import degradation
from service.domain.model import BoundingBox, PlaceType, Point, Precision
from service.domain.ports import PlaceQuery
from service.errors import NotFound, Unavailable
from service.settings import InvalidSetting
from tests.fakes.gazetteer import FakeGazetteer

NYON = {
    "osm_type": "relation",
    "osm_id": 1685018,
    "lat": "46.3832",
    "lon": "6.2396",
    "class": "boundary",
    "type": "administrative",
    "addresstype": "town",
    "name": "Nyon",
    "display_name": "Nyon, District de Nyon, Vaud, 1260, Suisse",
    "address": {"town": "Nyon", "state": "Vaud", "country": "Suisse", "country_code": "ch"},
    "boundingbox": ["46.36", "46.41", "6.20", "6.26"],
}
STREET = NYON | {
    "osm_id": 2,
    "addresstype": "road",
    "name": "Rue de Nyon",
    "display_name": "Rue de Nyon, Paris, France",
    "address": {"country_code": "fr"},
}
PHOTON_NYON = {
    "features": [
        {
            "geometry": {"type": "Point", "coordinates": [6.2396, 46.3832]},
            "properties": {
                "osm_type": "R",
                "osm_id": 1685018,
                "osm_value": "administrative",
                "type": "city",
                "name": "Nyon",
                "countrycode": "CH",
                "state": "Vaud",
                "extent": [6.20, 46.41, 6.26, 46.36],
            },
        }
    ]
}
PELIAS_NYON = {
    "features": [
        {
            "geometry": {"type": "Point", "coordinates": [6.2396, 46.3832]},
            "bbox": [6.20, 46.36, 6.26, 46.41],
            "properties": {
                "gid": "whosonfirst:locality:1",
                "layer": "locality",
                "name": "Nyon",
                "label": "Nyon, VD, Switzerland",
                "region": "Vaud",
                "country_code": "CH",
            },
        }
    ]
}


class Server(ThreadingHTTPServer):
    """Answers every request with `status` and `body`, or not before `silence` is set."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status = 200
        self.body: Any = []
        self.headers: dict[str, str] = {}
        self.silence: threading.Event | None = None
        self.drips = False  # byte by byte
        self.asked: list[tuple[str, dict[str, list[str]], str]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        self.server.asked.append((url.path, parse_qs(url.query), self.headers["User-Agent"]))
        if self.server.silence:
            self.server.silence.wait(10)
            return
        if self.server.drips:
            self._drip()
            return
        body = self.server.body
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(self.server.status)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _drip(self) -> None:
        with suppress(OSError):
            for byte in b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + b" " * 1000:
                self.wfile.write(bytes([byte]))
                time.sleep(0.02)

    def log_message(self, format: str, *args: object) -> None:
        """Keeps the output of the tests clean."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        if server.silence:
            server.silence.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def nominatim(server: Server) -> GeopyGazetteer:
    return open_geopy_gazetteer("nominatim", server.address, "gazette-tests", timeout_seconds=0.5)


def test_a_name_is_asked_for_in_french_and_under_our_name(server: Server, nominatim: GeopyGazetteer) -> None:
    server.body = [NYON]
    nominatim.lookup("Nyon")
    ((path, query, agent),) = server.asked
    assert (path, query["q"], query["accept-language"], agent) == (
        "/search",
        ["Nyon"],
        ["fr"],
        "gazette-tests",
    )


def test_an_answer_becomes_an_entry(server: Server, nominatim: GeopyGazetteer) -> None:
    server.body = [NYON, STREET]
    (found,) = nominatim.lookup("nyon")
    assert (found.id, found.name, found.type) == ("osm:r1685018", "Nyon", PlaceType.CITY)
    assert (found.country, found.admin1, found.precision) == ("CH", "Vaud", Precision.CITY)
    assert found.source == "nominatim"
    assert found.point == Point(46.3832, 6.2396)
    assert found.bbox == BoundingBox(6.20, 46.36, 6.26, 46.41)


@pytest.mark.parametrize(
    ("service", "body", "id"),
    [("photon", PHOTON_NYON, "osm:r1685018"), ("pelias", PELIAS_NYON, "pelias:whosonfirst:locality:1")],
)
def test_other_geocoders_say_the_same(server: Server, service: str, body: object, id: str) -> None:
    server.body = body
    (found,) = open_geopy_gazetteer(service, server.address, "gazette-tests").lookup("Nyon")
    assert (found.id, found.type, found.country, found.admin1) == (id, PlaceType.CITY, "CH", "Vaud")
    assert (found.point, found.bbox) == (Point(46.3832, 6.2396), BoundingBox(6.20, 46.36, 6.26, 46.41))


def test_a_search_filters(server: Server, nominatim: GeopyGazetteer) -> None:
    server.body = [NYON, STREET]
    for query, count in (
        (PlaceQuery("Nyon"), 2),
        (PlaceQuery("Nyon", countries=("FR",)), 1),
        (PlaceQuery("Nyon", types=(PlaceType.STREET,)), 1),
        (PlaceQuery("Nyon", bbox=BoundingBox(0, 0, 1, 1)), 0),
        (PlaceQuery("Nyon", bbox=BoundingBox(6, 40, -6, 50)), 2),
        (PlaceQuery("Nyon", limit=1, offset=1), 1),
    ):
        assert len(nominatim.search(query)) == count


def test_the_nearest_are_asked_in_reverse(server: Server, nominatim: GeopyGazetteer) -> None:
    server.body = NYON
    (found,) = nominatim.nearest(Point(46.39, 6.24))
    assert (found.entry.name, found.distance_km < 1) == ("Nyon", True)
    assert server.asked[0][0] == "/reverse"
    assert nominatim.nearest(Point(46.39, 6.24), radius_km=0.1) == ()
    server.body = {"error": "Unable to geocode"}
    assert nominatim.nearest(Point(0, 0)) == ()


def test_finding_nothing_is_no_failure(server: Server, nominatim: GeopyGazetteer) -> None:
    assert nominatim.lookup("Xyzzy") == ()
    assert nominatim.similar("Xyzzy") == ()
    assert nominatim.lookup("") == ()
    assert len(server.asked) == 1
    with pytest.raises(NotFound):
        nominatim.get("osm:r1685018")


@pytest.mark.parametrize(
    ("status", "rest"), [(401, 300), (403, 300), (402, 300), (429, 300), (500, 30), (503, 30)]
)
def test_a_refusal_is_unavailable(server: Server, nominatim: GeopyGazetteer, status: int, rest: int) -> None:
    server.status = status
    with pytest.raises(Unavailable) as failure:
        nominatim.lookup("Nyon")
    assert (failure.value.part, failure.value.retry_after) == ("remote_gazetteer", rest)


def test_it_waits_as_long_as_it_is_told(server: Server, nominatim: GeopyGazetteer) -> None:
    server.status, server.headers = 429, {"Retry-After": "77"}
    with pytest.raises(Unavailable) as failure:
        nominatim.lookup("Nyon")
    assert failure.value.retry_after == 77


@pytest.mark.parametrize(
    "body",
    [
        b"<html>nothing of the kind</html>",
        b"\xff\xfe",
        b"",
        [1, 2],
        "Nyon",
        {"error": "confused"},
        [{"display_name": "Nyon"}],
        [NYON | {"lat": "north"}],
        [NYON | {"lat": "nan"}],
        [NYON | {"lat": "460"}],
        [NYON | {"boundingbox": ["1", "2"]}],
        [NYON | {"boundingbox": 7}],
    ],
)
@pytest.mark.filterwarnings("ignore:Latitude normalization")  # geopy warns, then raises
def test_nonsense_is_unavailable(server: Server, nominatim: GeopyGazetteer, body: object) -> None:
    server.body = body
    with pytest.raises(Unavailable, match="nominatim"):
        nominatim.lookup("Nyon")


def test_silence_is_unavailable(server: Server, nominatim: GeopyGazetteer) -> None:
    server.silence = threading.Event()
    with pytest.raises(Unavailable, match="nominatim"):
        nominatim.lookup("Nyon")


def test_who_speaks_too_slowly_is_unavailable_in_time(server: Server) -> None:
    server.drips = True
    slow = open_geopy_gazetteer("nominatim", server.address, "gazette-tests", timeout_seconds=0.3)
    begin = time.monotonic()
    with pytest.raises(Unavailable):
        slow.lookup("Nyon")
    assert time.monotonic() - begin < 2


def test_who_speaks_too_long_is_unavailable(server: Server, nominatim: GeopyGazetteer) -> None:
    server.body = b'[{"name": "' + b"a" * bounded_http.MOST_BYTES + b'"}]'
    with pytest.raises(Unavailable):
        nominatim.lookup("Nyon")


def test_what_was_not_asked_for_is_left_aside(server: Server, nominatim: GeopyGazetteer) -> None:
    server.body = [NYON | {"name": "Atlantis", "display_name": "Atlantis"}]
    assert nominatim.lookup("Nyon") == ()


def test_nobody_at_home_is_unavailable(server: Server) -> None:
    with pytest.raises(Unavailable):
        open_geopy_gazetteer("nominatim", "http://127.0.0.1:9", "gazette-tests").lookup("Nyon")


def test_behind_the_first_gazetteer_it_degrades_and_is_asked_no_more(
    server: Server, nominatim: GeopyGazetteer
) -> None:
    server.status = 500
    paced = PacedGazetteer(nominatim, PART, 1000)
    layered = LayeredGazetteer(FakeGazetteer(()), CachedGazetteer(paced, 10))
    with degradation.watch() as parts:
        assert [layered.lookup(name) for name in ("Nyon", "Gex", "Nyon")] == [(), (), ()]
    assert (parts.names, len(server.asked)) == (("remote_gazetteer",), 1)


def test_its_answers_are_remembered(server: Server, nominatim: GeopyGazetteer) -> None:
    server.body = [NYON]
    cached = CachedGazetteer(nominatim, 10)
    assert cached.lookup("Nyon") == cached.lookup("Nyon")
    assert len(server.asked) == 1


@pytest.mark.parametrize("service", ["atlantis", "google", "pelias", "here"])
def test_an_unknown_geocoder_or_one_that_needs_a_key_is_refused(service: str) -> None:
    with pytest.raises(InvalidSetting, match=f"REMOTE_GEOCODER={service} is refused"):
        open_geopy_gazetteer(service)


def test_it_credits_its_data(nominatim: GeopyGazetteer, server: Server) -> None:
    assert nominatim.attribution[0].licence == "ODbL-1.0"
    assert nominatim.version.startswith("nominatim 127.0.0.1")
    assert open_geopy_gazetteer("pelias", server.address).attribution[0].credit == "pelias"
