"""Some thousand damaged exports are read, or told in one sentence; nothing else comes out."""

import pytest

from tests.chats.fuzz.cases import case, wholes
from tests.chats.fuzz.reading import tell

SEED, COUNT, PARTS = 6, 3000, 6
"""A million and more were read once with `python -m tests.chats.fuzz`; these stand for them."""


@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_exports_are_read_or_told(part: int) -> None:
    told = [tell(SEED, number) for number in range(part, COUNT, PARTS)]

    assert [one for one in told if one.fault] == []
    assert any(one.read for one in told)


def test_a_case_is_always_the_same() -> None:
    once, again = case(3, 14), case(3, 14)

    assert once == again


def test_most_exports_made_by_hand_are_among_the_cases() -> None:
    hit = {case(SEED, number)[0] for number in range(COUNT)}

    assert len(hit) > 0.95 * len(wholes())
