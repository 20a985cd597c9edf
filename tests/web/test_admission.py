"""The gate by itself: who waited longest goes first, and every place is given back."""

from __future__ import annotations

from threading import Thread

import pytest

from service.errors import Unavailable
from service.web.admission import Gate
from tests.web.served import wait_until


def test_first_come_is_first_served() -> None:
    waiting = [0]
    gate = Gate(1, 3, 10, lambda line, _running: waiting.__setitem__(0, line))
    served: list[int] = []

    def come(number: int) -> None:
        with gate.turn():
            served.append(number)

    with gate.turn():
        threads = [Thread(target=come, args=(number,)) for number in range(3)]
        for number, thread in enumerate(threads):
            thread.start()
            wait_until(lambda number=number: waiting[0] == number + 1)  # type: ignore[misc]
    for thread in threads:
        thread.join()
    assert (served, waiting) == ([0, 1, 2], [0])


def test_who_gives_up_is_taken_out_of_the_line() -> None:
    told: list[tuple[int, int]] = []
    gate = Gate(1, 1, 0.01, lambda line, running: told.append((line, running)))
    with gate.turn(), pytest.raises(Unavailable, match="too slowly"), gate.turn():
        pass
    with gate.turn():
        pass
    assert told == [(0, 1), (1, 1), (0, 1), (0, 0), (0, 1), (0, 0)]


def test_places_are_bounded_and_given_back() -> None:
    gate = Gate(1, 2, 1)
    gate.come_in(stream=True)
    with pytest.raises(Unavailable) as refused:
        gate.come_in(stream=True)
    assert (refused.value.part, refused.value.retry_after) == ("queue", 1)
    gate.come_in()
    gate.come_in()
    with pytest.raises(Unavailable):
        gate.come_in()
    gate.go(stream=True)
    gate.come_in(stream=True)


def test_a_fault_gives_the_turn_on() -> None:
    gate = Gate(1, 0, 0.01)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), gate.turn():
            raise ZeroDivisionError
