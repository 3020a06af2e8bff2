from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.practice import Supporter, supporters, whose_turn

DAY = date(2026, 11, 20)
NAMES = ["Sam", "Dana", "Noor", "Kim", "Ines", "Otto"]
PEOPLE = st.lists(
    st.tuples(st.sampled_from(NAMES), st.none() | st.dates(DAY - timedelta(400), DAY)),
    unique_by=lambda one: one[0],
    max_size=6,
).map(lambda rows: [Supporter(name, last=last) for name, last in rows])


def nights(people: list[Supporter], how_many: int, apart: int = 1) -> list[str]:
    """Return who is named on so many nights in a row."""
    named: list[tuple[str, date]] = []
    for night in range(how_many):
        turn = whose_turn(people, named)
        assert turn
        named.append((turn.name, DAY + timedelta(days=night * apart)))
    return [name for name, _ in named]


def test_nobody_can_be_named_where_there_is_nobody() -> None:
    assert whose_turn([]) is None


def test_it_is_the_turn_of_whoever_was_not_asked_for_longest() -> None:
    people = [
        Supporter("Sam", last=DAY),
        Supporter("Dana", last=DAY - timedelta(days=30)),
        Supporter("Noor", last=DAY - timedelta(days=2)),
    ]

    turn = whose_turn(people)

    assert turn == people[1]


def test_someone_never_asked_comes_first_and_the_order_of_the_map_decides() -> None:
    people = [Supporter("Sam", last=DAY), Supporter("Dana"), Supporter("Noor")]

    assert whose_turn(people) == people[1]


def test_the_last_two_are_spared_also_when_written_otherwise() -> None:
    people = [Supporter("Sam "), Supporter("Dana"), Supporter("Noor", last=DAY)]

    turn = whose_turn(people, [("sam", DAY), ("DANA", DAY)])

    assert turn == people[2]


def test_one_alone_is_named_each_time() -> None:
    assert nights([Supporter("Sam")], 3) == ["Sam", "Sam", "Sam"]


@given(PEOPLE.filter(lambda people: len(people) > 2), st.integers(0, 3))
def test_nobody_is_named_twice_within_three_urges(people: list[Supporter], apart: int) -> None:
    named = nights(people, 12, apart)

    assert all(len(set(named[at : at + 3])) == 3 for at in range(10))


@given(PEOPLE.filter(bool), st.integers(0, 3))
def test_everyone_gets_a_turn(people: list[Supporter], apart: int) -> None:
    named = nights(people, 3 * len(people), apart)

    assert set(named) == {one.name for one in people}


@given(PEOPLE, st.lists(st.tuples(st.sampled_from([*NAMES, "Alex"]), st.just(DAY)), max_size=9))
def test_only_people_on_the_map_are_named(
    people: list[Supporter], named: list[tuple[str, date]]
) -> None:
    turn = whose_turn(people, named)

    assert turn in people if people else turn is None


def test_rows_become_people_and_the_person_one_hurt_is_none_of_them() -> None:
    rows = [
        {"name": " Sam", "for_what": "nights", "reach": "07700 900123", "last": "2026-11-01"},
        {"name": "Bob"},
        {"for_what": "a row without a name"},
        {"name": "Noor", "last": "soon"},
    ]

    found = supporters(rows, left_out="bob")

    assert [(one.name, one.last) for one in found] == [("Sam", date(2026, 11, 1)), ("Noor", None)]


@pytest.mark.parametrize(
    ("reach", "dialled"),
    [
        ("+44 7700 900123", "+447700900123"),
        ("mobile (030) 123-456, not after eleven", "030123456"),
        ("phone 07700.900.123", "07700900123"),
        ("at work, flat 12", ""),
        ("sam@example.org", ""),
        ("", ""),
    ],
)
def test_only_a_number_can_be_called(reach: str, dialled: str) -> None:
    assert Supporter("Sam", reach=reach).dialled == dialled
