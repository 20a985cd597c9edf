"""The two clients: the same talks, done with and without `await`."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, Self, TypeVar

import httpx

from service.client.answers import BatchAnswer
from service.client.calls import Call, Options
from service.client.talk import Lines, Patience, Pause, Step, Talk, attempt, groups, pause_of_batch, talk

_T = TypeVar("_T")
_TOGETHER = 64  # lines of one request: well below the limits of any service


class Client:
    """Asks a Gazette. Close it, or use it as a context; threads may share it."""

    def __init__(
        self,
        url: str,
        *,
        api_key: str | None = None,
        timeout_seconds: float = 30.0,
        patience: Patience = Patience(),  # noqa: B008 (frozen)
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """`timeout_seconds` is for each silence of the other side; `transport` is httpx' own, for tests."""
        self._http = httpx.Client(transport=transport, **_settings(url, api_key, timeout_seconds))
        self._patience = patience

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def ask(self, call: Call[_T]) -> _T:
        """The answer. Raises `Refused` and `Unreachable`."""
        return self._do(talk(call, self._http, self._patience))

    def pages(self, call: Call[_T]) -> Iterator[_T]:
        """The answer, and those on the pages after it."""
        following: Call[_T] | None = call
        while following:
            page = self.ask(following)
            yield page
            following = following.next(page)

    def batch(self, requests: Iterable[Options], together: int = _TOGETHER) -> Iterator[BatchAnswer]:
        """An answer for each request, in order, each as soon as it has come.

        Requests are taken from their source `together` at a time, so both may be without end. A stream that
        breaks off is taken up again behind the last answer.
        """
        for lines in groups(requests, together):
            tried = 0
            while lines:
                if tried:
                    self._step(pause_of_batch(tried, self._patience))
                tried += 1
                with suppress(httpx.TransportError), self._stream(lines) as answers:
                    for answer in answers:
                        yield lines.read(json.loads(answer))

    @contextmanager
    def _stream(self, lines: Lines) -> Iterator[Iterator[str]]:
        response = self._do(attempt(lines.request(self._http), self._patience), stream=True)
        try:
            yield response.iter_lines()
        finally:
            response.close()

    def _do(self, talk: Talk[_T], *, stream: bool = False) -> _T:
        came = None
        try:
            while True:
                came = self._step(talk.send(came), stream=stream)
        except StopIteration as end:
            answer: _T = end.value
            return answer

    def _step(self, step: Step, *, stream: bool = False) -> Any:
        if isinstance(step, Pause):
            return time.sleep(step.seconds)
        try:
            response = self._http.send(step, stream=stream)
            return response if response.is_success else (response.read(), response)[1]
        except httpx.TransportError as error:
            return error


class AsyncClient:
    """Asks a Gazette from asynchronous code. Close it, or use it as a context."""

    def __init__(
        self,
        url: str,
        *,
        api_key: str | None = None,
        timeout_seconds: float = 30.0,
        patience: Patience = Patience(),  # noqa: B008 (frozen)
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """As `Client`."""
        self._http = httpx.AsyncClient(transport=transport, **_settings(url, api_key, timeout_seconds))
        self._patience = patience

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        await self._http.aclose()

    async def ask(self, call: Call[_T]) -> _T:
        """As `Client.ask`."""
        return await self._do(talk(call, self._http, self._patience))

    async def pages(self, call: Call[_T]) -> AsyncIterator[_T]:
        """As `Client.pages`."""
        following: Call[_T] | None = call
        while following:
            page = await self.ask(following)
            yield page
            following = following.next(page)

    async def batch(
        self, requests: Iterable[Options], together: int = _TOGETHER
    ) -> AsyncIterator[BatchAnswer]:
        """As `Client.batch`."""
        for lines in groups(requests, together):
            tried = 0
            while lines:
                if tried:
                    await self._step(pause_of_batch(tried, self._patience))
                tried += 1
                with suppress(httpx.TransportError):
                    async with self._stream(lines) as answers:
                        async for answer in answers:
                            yield lines.read(json.loads(answer))

    @asynccontextmanager
    async def _stream(self, lines: Lines) -> AsyncIterator[AsyncIterator[str]]:
        response = await self._do(attempt(lines.request(self._http), self._patience), stream=True)
        try:
            yield response.aiter_lines()
        finally:
            await response.aclose()

    async def _do(self, talk: Talk[_T], *, stream: bool = False) -> _T:
        came = None
        try:
            while True:
                came = await self._step(talk.send(came), stream=stream)
        except StopIteration as end:
            answer: _T = end.value
            return answer

    async def _step(self, step: Step, *, stream: bool = False) -> Any:
        if isinstance(step, Pause):
            return await asyncio.sleep(step.seconds)
        try:
            response = await self._http.send(step, stream=stream)
            return response if response.is_success else (await response.aread(), response)[1]
        except httpx.TransportError as error:
            return error


def _settings(url: str, api_key: str | None, timeout_seconds: float) -> dict[str, Any]:
    """An id that was merged leads on to where it lives now, so redirects are followed."""
    headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
    return {"base_url": url, "headers": headers, "timeout": timeout_seconds, "follow_redirects": True}
