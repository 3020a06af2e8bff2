"""One measured message: what it has beside the words, and that sending it counts."""

import re
from html import unescape
from typing import Any

import pytest

from amends.contact import Contact, Draft, State
from tests.web.conftest import Person, settled, waited

MEASURED = (
    "I lied to you about the money in May. You had every right to be angry. "
    "You do not have to answer, and whatever you decide, I will accept it."
)


def begun(someone: Person, kind: str = "message") -> str:
    return str(someone.post("/write/", kind=kind)["Location"])


def lines(page: str) -> dict[str, tuple[str, str]]:
    """Return each line of the checklist: whether it is there, and what is said of it."""
    found = re.findall(
        r"<strong>([^<]+)</strong> <span class=\"family\">([^<]+)</span>\s*<br><\w+[^>]*>([^<]*)<",
        page.partition('id="measured"')[2],
    )
    return {name: (state, told) for name, state, told in found}


def look(someone: Person, path: str, text: str, **form: Any) -> str:
    return unescape(someone.post(path, action="look", text=text, **form).content.decode())


@pytest.fixture
def someone(db: None) -> Person:
    return settled(State.OPEN)


def test_a_measured_message_has_every_line(someone: Person) -> None:
    found = lines(look(someone, begun(someone), MEASURED))

    assert [state for state, _ in found.values()] == ["there"] * 5
    assert found["One thing that is yours"][1] in MEASURED
    assert found["Short"][1] == "30 of 80 words."


@pytest.mark.parametrize(
    ("was", "becomes", "name"),
    [
        ("I lied to you about the money in May. ", "", "One thing that is yours"),
        ("You had every right to be angry. ", "", "One care"),
        ("accept it.", "accept it. When can we talk?", "Nothing asked"),
        (
            "You do not have to answer, and whatever you decide, I will accept it.",
            "",
            "An open doo",
        ),
        ("May. ", "May. " + "There is more to say about that. " * 10, "Short"),
    ],
)
def test_what_is_missing_is_named_and_not_written(
    someone: Person, was: str, becomes: str, name: str
) -> None:
    found = lines(look(someone, begun(someone), MEASURED.replace(was, becomes)))

    missing = [one for one, (state, _) in found.items() if state == "not yet"]

    assert [one[:11] for one in missing] == [name[:11]]


def test_it_stands_beside_the_draft_without_scripts(someone: Person) -> None:
    path = begun(someone)

    someone.post(path, action="check", text=MEASURED)
    page = unescape(someone.get(path).content.decode())

    assert "One measured message" in page
    assert len(lines(page)) == 5
    assert "the one contact of two weeks" in page


@pytest.mark.parametrize("kind", ["apology", "reply", "conflict", "goodbye"])
def test_only_a_message_has_it(someone: Person, kind: str) -> None:
    assert "One measured message" not in someone.get(begun(someone, kind)).content.decode()


@pytest.mark.django_db
def test_a_practical_message_has_none() -> None:
    someone = settled(State.LOGISTICS_ONLY, topics=("rent",))

    assert "One measured message" not in someone.get(begun(someone)).content.decode()


def test_sending_it_goes_into_the_log_and_marks_the_budget(someone: Person) -> None:
    kept = someone.vault.put(waited(MEASURED, kind="message"))
    path = f"/write/{kept.id.hex()}/"

    someone.post(path, action="take-out")
    someone.post(path, action="sent", channel="message")
    page = someone.get("/write/").content.decode()

    assert someone.vault.get(Draft, kept.id).record.sent
    assert [one.record.by for one in someone.vault.all(Contact)] == ["me"]
    assert "one contact in two weeks is enough" in page
