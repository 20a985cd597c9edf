"""The known actors."""

from __future__ import annotations

from service.domain.model import KnownActor
from service.web.blueprint import Room
from service.web.desk import desk
from service.web.problems import MERGED, NOT_FOUND, UNAVAILABLE
from service.web.schemas.actors import ActorListSchema, ActorQuery, ActorQuerySchema, Known, KnownActorSchema

room = Room("actors", __name__, description="The known actors, by name and by id.")


@room.serves("GET", "/actors", "searchActors")
@room.takes(ActorQuerySchema)
@room.answers(ActorListSchema, problems=(UNAVAILABLE,))
def search_actors(query: ActorQuery) -> Known:
    """Search actors by name

    Exact names come first, then beginnings, then any word of the name.
    """
    return Known(desk().parts.actor_book.search(query.q, query.limit, query.offset), desk().sources())


@room.serves("GET", "/actors/<id>", "getActor")
@room.takes_nothing
@room.answers(KnownActorSchema, problems=(MERGED, NOT_FOUND, UNAVAILABLE))
def get_actor(id: str) -> KnownActor:
    """Read one actor

    Only those of the fact file: ids that begin with `text:` belong to one answer and are not found.
    """
    return desk().parts.actor_book.get(id)
