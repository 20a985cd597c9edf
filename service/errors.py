"""The exceptions of Gazette. No HTTP here: `web/problems.py` turns them into statuses.

GazetteError
├── NotFound               an article, place or actor that nobody knows
│   └── Merged             … that lives on under another id
├── InvalidInput           the caller's words, with the field that is wrong
│   ├── TooLong            … past the limit
│   └── UnsupportedLanguage
├── Unavailable            a part that cannot answer now; trying again may help
├── DamagedData            a file of ours that must not be used; the message says what to run
└── MissingExtra           something that is installed on demand only; the message says how
"""

from __future__ import annotations


class GazetteError(Exception):
    """Everything that Gazette raises on purpose."""


class NotFound(GazetteError):
    """`kind` is the noun of what was asked for, `id` what it was asked by."""

    def __init__(self, kind: str, id: str) -> None:
        super().__init__(f"There is no {kind} with the id {id!r}.")
        self.kind = kind
        self.id = id


class Merged(NotFound):
    """The thing now has the id `into`."""

    def __init__(self, kind: str, id: str, into: str) -> None:
        super().__init__(kind, id)
        self.into = into


class InvalidInput(GazetteError):
    """`field` is the name of the request's field."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class TooLong(InvalidInput):
    """`limit` in code points."""

    def __init__(self, field: str, length: int, limit: int) -> None:
        super().__init__(field, f"{length} characters; the limit is {limit}.")
        self.length = length
        self.limit = limit


class UnsupportedLanguage(InvalidInput):
    """`served` are the languages that are, as ISO 639-1 codes."""

    def __init__(self, language: str, served: tuple[str, ...]) -> None:
        super().__init__("language", f"The language {language!r} is not served; served: {', '.join(served)}.")
        self.language = language
        self.served = served


class Unavailable(GazetteError):
    """`part` is the name that `meta.degraded` uses; `retry_after` in seconds."""

    def __init__(self, part: str, message: str, retry_after: int = 5) -> None:
        super().__init__(message)
        self.part = part
        self.retry_after = retry_after


class DamagedData(GazetteError):
    """The message is a sentence for the operator, with the command that mends it."""


class MissingExtra(GazetteError):
    """`extra` is its name in `pip install 'gazette[extra]'`, `use` what wants it."""

    def __init__(self, use: str, extra: str) -> None:
        super().__init__(f"{use} needs more than is installed: run `pip install 'gazette[{extra}]'`.")
