"""From errors to HTTP: one table, one shape (RFC 9457). Whatever goes wrong leaves through here.

Long, because the table of the kinds, which the documentation reads too, stands beside what answers by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, current_app, request, url_for
from werkzeug.exceptions import HTTPException, UnprocessableEntity

from service import errors
from service.web.encoding import to_json
from service.web.notes import notes

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem. `slug` makes its address, `/problems/<slug>`; `meaning` is what is read there."""

    status: int
    slug: str
    title: str
    meaning: str

    @property
    def type(self) -> str:
        return f"/problems/{self.slug}"

    @property
    def component(self) -> str:
        """Its name in the contract: `InvalidFields`."""
        return "".join(word.capitalize() for word in self.slug.split("-"))


BAD_REQUEST = Kind(
    400, "malformed-request", "Malformed request", "The body is not JSON in UTF-8, or gives a key twice."
)
NOT_FOUND = Kind(
    404, "not-found", "Not found", "Nothing has this address, or no article, place or actor has this id."
)
WRONG_METHOD = Kind(
    405, "method-not-allowed", "Method not allowed", "The header Allow names the methods that are."
)
NOT_ACCEPTABLE = Kind(
    406, "not-acceptable", "Not acceptable", "The answer has none of the media types that Accept names."
)
TOO_LONG = Kind(413, "too-long", "Too long", "The text or the body is past the limit that the detail names.")
WRONG_TYPE = Kind(
    415, "unsupported-media-type", "Unsupported media type", "Bodies are application/json, without encoding."
)
INVALID = Kind(422, "invalid-fields", "Invalid fields", "The member errors says what is wrong, by field.")
LANGUAGE = Kind(
    422, "unsupported-language", "Unsupported language", "The detail names the languages that are served."
)
INTERNAL = Kind(500, "internal-error", "Internal error", "A fault of the service. It has been written down.")
UNAVAILABLE = Kind(
    503,
    "unavailable",
    "Unavailable",
    "A part cannot answer now. The header Retry-After says when to try again.",
)
KEY_WANTED = Kind(401, "key-wanted", "Key wanted", "Send a valid API key: `Authorization: Bearer …`.")
FORBIDDEN = Kind(403, "forbidden", "Forbidden", "The API key is valid, but not for this call.")
ADDRESS_TOO_LONG = Kind(
    414, "address-too-long", "Address too long", "Send fewer or shorter query parameters."
)
TOO_MANY = Kind(429, "too-many-requests", "Too many requests", "The header Retry-After says when to go on.")
HEADERS_TOO_LARGE = Kind(431, "headers-too-large", "Headers too large", "Send fewer or shorter headers.")
MERGED = Kind(308, "merged", "Merged", "The id lives on under another, to which the header Location leads.")
OTHER = Kind(0, "other", "Other problem", "The status and the detail say what is wrong.")

KINDS = (
    MERGED,
    BAD_REQUEST,
    NOT_FOUND,
    WRONG_METHOD,
    NOT_ACCEPTABLE,
    TOO_LONG,
    WRONG_TYPE,
    INVALID,
    LANGUAGE,
    KEY_WANTED,
    FORBIDDEN,
    ADDRESS_TOO_LONG,
    TOO_MANY,
    HEADERS_TOO_LARGE,
    INTERNAL,
    UNAVAILABLE,
)
BY_SLUG = {kind.slug: kind for kind in KINDS}

# What the domain raises, the most particular first.
_OF_ERRORS: tuple[tuple[type[errors.GazetteError], Kind], ...] = (
    (errors.NotFound, NOT_FOUND),
    (errors.TooLong, TOO_LONG),
    (errors.UnsupportedLanguage, LANGUAGE),
    (errors.InvalidInput, INVALID),
    (errors.Unavailable, UNAVAILABLE),
    (errors.GazetteError, INTERNAL),
)
# What the framework raises.
_OF_STATUSES = {kind.status: kind for kind in KINDS if kind is not LANGUAGE}


def kind_of(status: int) -> Kind:
    """The kind of a problem of which only the HTTP status is known."""
    return _OF_STATUSES.get(status, OTHER)


_TOLD_AT_MOST = 50  # fields: a request of a million wrong ones has no answer of that size


class InvalidFields(UnprocessableEntity):
    """Fields of the request that are wrong; `messages` by field."""

    def __init__(self, messages: dict[str, list[str]]) -> None:
        messages = dict(list(messages.items())[:_TOLD_AT_MOST])
        super().__init__("; ".join(f"{field}: {' '.join(told)}" for field, told in messages.items()))
        self.messages = messages


def catch_errors(app: Flask) -> None:
    """Lets every error of the application leave as a problem document."""
    app.register_error_handler(errors.GazetteError, _tell_ours)
    app.register_error_handler(HTTPException, tell_http)


def members_of(error: Exception) -> dict[str, Any]:
    """The problem document of any error, as JSON members; of an unexpected one it says nothing."""
    if isinstance(error, HTTPException):
        kind = kind_of(error.code or 500)
        return _members(kind, _detail(error, kind), getattr(error, "messages", {}), error.code or 500)
    kind = next((kind for type_, kind in _OF_ERRORS if isinstance(error, type_)), INTERNAL)
    if kind is INTERNAL:
        return _members(kind, INTERNAL.meaning)
    return _members(kind, str(error), _fields_of(error))


def _fields_of(error: Exception) -> dict[str, list[str]]:
    return {error.field: [str(error)]} if isinstance(error, errors.InvalidInput) else {}


def _tell_ours(error: errors.GazetteError) -> Response:
    if isinstance(error, errors.Merged) and "id" in (request.view_args or {}):
        return _lead_to(error)
    kind = next(kind for type_, kind in _OF_ERRORS if isinstance(error, type_))
    if kind is INTERNAL:
        current_app.logger.error("%s", error, exc_info=error)
        return _document(kind, INTERNAL.meaning)
    response = _document(kind, str(error), _fields_of(error))
    if isinstance(error, errors.Unavailable):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _lead_to(error: errors.Merged) -> Response:
    response = _document(MERGED, f"The {error.kind} {error.id!r} is now {error.into!r}.")
    query = request.query_string.decode("latin-1")
    address = url_for(request.endpoint or "", **{**(request.view_args or {}), "id": error.into})
    response.headers["Location"] = f"{address}?{query}" if query else address
    return response


def tell_http(error: HTTPException) -> Response:
    """An error of the framework, or of ours that speaks HTTP, with the headers that belong to it."""
    status = error.code or 500
    kind = kind_of(status)
    response = _document(kind, _detail(error, kind), getattr(error, "messages", {}), status)
    for name, value in error.get_headers():
        if name.lower() not in {"content-type", "content-length"}:
            response.headers[name] = value
    return response


def _detail(error: HTTPException, kind: Kind) -> str:
    told = error.description if error.description != type(error).description else None
    if kind is TOO_LONG and not told:
        return f"The body is longer than the limit of {current_app.config['MAX_CONTENT_LENGTH']} bytes."
    return kind.meaning if kind is INTERNAL else told or kind.meaning


def _document(
    kind: Kind, detail: str, fields: dict[str, list[str]] | None = None, status: int | None = None
) -> Response:
    body = _members(kind, detail, fields, status)
    response = Response(to_json(body | of_this_request()), body["status"], mimetype=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def of_this_request() -> dict[str, str]:
    """The member by which a problem is found in the log. A line of a batch has none of its own."""
    told = notes().request_id
    return {"request_id": told} if told else {}


def _members(
    kind: Kind, detail: str, fields: dict[str, list[str]] | None = None, status: int | None = None
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "about:blank" if kind is OTHER else kind.type,
        "title": kind.title,
        "status": status or kind.status,
        "detail": detail,
    }
    return told | {"errors": fields} if fields else told
