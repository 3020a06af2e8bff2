"""What the store keeps comes back as it was put in."""

from dataclasses import replace
from datetime import timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter

from amends.contact import (
    Agreement,
    Contact,
    Draft,
    State,
    Terms,
    change,
    dismiss,
    mark_sent,
    take_out,
)
from tests.contact.scenes import NOW, SAID, agreed, asked, letter, mine, slept_on, space, theirs

OPEN = asked(agreed(State.OPEN))
SENT, LINE = mark_sent(take_out(slept_on("us"), OPEN, NOW, []), OPEN, NOW, "letter")
WAITING = change(agreed(State.BLOCKED), space(3, "either"), NOW, reopening_words=SAID)
LONG_AGO = NOW.astimezone(ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    "record",
    [
        agreed(State.UNKNOWN),
        agreed(State.LOGISTICS_ONLY, topics=("school", "rent")),
        agreed(State.NO_REPLY),
        WAITING,
        change(change(WAITING, Terms(State.SAID_NO), NOW), Terms(State.LEGAL_ORDER), NOW),
        change(agreed(State.OPEN), space(9), LONG_AGO),
        mine(3, "school"),
        replace(theirs(1), struck=True, willing=False),
        Contact(NOW.astimezone(timezone(timedelta(hours=5, minutes=45))), "them"),
        LINE,
        Draft("reply"),
        letter("school"),
        dismiss(SENT, "if", "if you", "It is a real if."),
    ],
)
def test_it_comes_back_as_it_was(record: Agreement | Contact | Draft) -> None:
    keeper: TypeAdapter[Agreement | Contact | Draft] = TypeAdapter(type(record))

    again = keeper.validate_json(keeper.dump_json(record))

    assert again == record
    assert type(again) is type(record)


def test_the_gate_says_the_same_about_what_came_back() -> None:
    keeper = TypeAdapter(Agreement)

    again = keeper.validate_json(keeper.dump_json(WAITING))

    assert asked(again, days=29.9) == asked(WAITING, days=29.9)
    assert asked(again, days=30) == asked(WAITING, days=30)


def test_each_kind_has_a_name() -> None:
    assert {one.KIND for one in (Agreement, Contact, Draft)} == {"agreement", "contact", "draft"}
