"""Offsets in other units: the same characters, in linear time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.web.offsets import OffsetUnit, measure, restate_offsets


@given(st.text(), st.data())
def test_offsets_lead_to_the_same_place(text: str, data: st.DataObject) -> None:
    offsets = data.draw(st.lists(st.integers(0, len(text))))
    for offset, found in measure(text, offsets, OffsetUnit.UTF8).items():
        assert text.encode()[:found].decode() == text[:offset]
    for offset, found in measure(text, offsets, OffsetUnit.UTF16).items():
        assert text.encode("utf-16-le")[: 2 * found].decode("utf-16-le") == text[:offset]


def test_spans_may_overlap_and_come_in_any_order() -> None:
    spans = [{"start": 2, "end": 3}, {"start": 0, "end": 3}, {"start": 1, "end": 2}]
    restate_offsets(spans, "a😀é", OffsetUnit.UTF8)
    assert spans == [{"start": 5, "end": 7}, {"start": 0, "end": 7}, {"start": 1, "end": 5}]
