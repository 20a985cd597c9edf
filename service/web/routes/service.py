"""Whether the service lives and is ready, and what it is made of."""

from __future__ import annotations

from flask import Response

from service.web.answers import choose_type, tag
from service.web.blueprint import Room
from service.web.desk import desk
from service.web.metrics import MEDIA_TYPE, metrics
from service.web.problems import UNAVAILABLE
from service.web.readiness import make_sure
from service.web.schemas.service import AliveSchema, Health, ReadySchema, Status, StatusSchema

health = Room("health", __name__, description="For load balancers and monitoring.")
room = Room("service", __name__, description="What the service is made of.")


@health.serves("GET", "/livez", "live")
@health.answers(AliveSchema, cache_control=None)
def live() -> Health:
    """Tell whether the process answers

    It asks no part, so that a process is not replaced because a store is out.
    """
    return Health("alive")


@health.serves("GET", "/readyz", "ready")
@health.answers(ReadySchema, problems=(UNAVAILABLE,), cache_control=None)
def ready() -> Health:
    """Tell whether every part answers

    The first call of a worker warms the model up; until then, and while a part is out, the answer is 503.
    """
    make_sure(desk().parts)
    return Health("ready")


@health.serves("GET", "/metrics", "metrics")
@health.response(  # type: ignore[untyped-decorator]
    200, {"type": "string"}, content_type=MEDIA_TYPE, description="Prometheus' text format."
)
def tell_metrics() -> Response:
    """Tell what Prometheus collects

    Requests, times of the steps, the queue, caches and degraded answers, summed over all workers.
    """
    choose_type((MEDIA_TYPE,))
    return tag(Response(metrics().page(), mimetype=MEDIA_TYPE), None)


@room.serves("GET", "/status", "status")
@room.takes_nothing
@room.answers(StatusSchema)
def status() -> Status:
    """Tell versions, languages, limits and credits

    The versions are those that answers name in `meta`; the limits are the settings in force.
    """
    return desk().status()
