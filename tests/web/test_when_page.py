"""Which help, and when: what everyone reads, and what one's own records add."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from amends.journey import Answers
from amends.safety import Danger, InstrumentAnswers
from amends.web.content import program, words
from amends.web.signs import signs_of
from tests.web.conftest import Person, person, settled

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
KINDS = ["emergency", "self-help", "individual", "couple", "discernment", "mediation"]


def days_ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def keep(someone: Person, exercise: str, *versions: tuple[int, dict[str, Any]]) -> None:
    """Keep answers to an exercise: so many days ago, these values."""
    answers = Answers(exercise)
    for days, values in versions:
        answers = answers.with_version(values, days_ago(days))
    someone.vault.put(answers)


def found(someone: Person) -> list[str]:
    return [sign.id for sign in signs_of(someone.vault, NOW)]


def test_each_kind_of_help_says_what_it_is_what_to_ask_and_what_waiting_costs() -> None:
    kinds = words("when")["kind"]

    assert [kind["id"] for kind in kinds] == KINDS
    for kind in kinds:
        assert kind["what"]
        assert len(kind["ask"]) >= 3
        assert kind["waits"]
        assert kind["not_now"]


def test_every_sign_leads_to_a_kind_of_help() -> None:
    assert {sign["kind"] for sign in words("when")["sign"]} <= set(KINDS)


def test_every_danger_that_closes_the_gate_is_a_sign() -> None:
    signs = {sign["id"] for sign in words("when")["sign"]}

    assert set(Danger) <= signs
    assert signs - set(Danger) == {"addiction", "stuck", "low", "low-mood"}


def test_every_sheet_that_a_sign_reads_is_there() -> None:
    fields = {one.id: {f.name: f for f in one.fields} for one in program().exercises}
    for sign in words("when")["sign"]:
        for exercise, field, choice in sign.get("chosen", []):
            assert choice in fields[exercise][field].choices
        for exercise, field in sign.get("pull", []):
            assert fields[exercise][field].type == "scale"


@pytest.mark.parametrize("kind", ["couple", "discernment", "mediation"])
def test_nothing_for_two_is_offered_without_a_word_about_fear(kind: str) -> None:
    told = next(one for one in words("when")["kind"] if one["id"] == kind)

    assert "afraid" in told["not_now"] or "fear" in told["not_now"]


@pytest.mark.django_db
def test_it_opens_while_locked_and_shows_nothing_of_anyone() -> None:
    someone = settled()
    keep(someone, "own/incident", (1, {"missing": ["Drink or drugs"]}))

    page = Client().get("/help/when/").content.decode()

    assert "What it costs to wait" in page
    assert "From what you have kept here" not in page


@pytest.mark.django_db
def test_its_title_is_neutral() -> None:
    assert "<title>Help · " in person().get("/help/when/").content.decode()


@pytest.mark.django_db
def test_without_records_there_is_no_sign() -> None:
    assert found(person()) == []


@pytest.mark.django_db
def test_drink_in_the_story_is_a_sign_said_gently() -> None:
    someone = person()
    keep(someone, "own/incident", (1, {"missing": ["Money", "Drink or drugs"]}))

    page = someone.get("/help/when/").content.decode()

    assert found(someone) == ["addiction"]
    assert "You wrote that drink or drugs were part of it." in page


@pytest.mark.django_db
def test_what_was_taken_back_is_no_sign() -> None:
    someone = person()
    ticked: dict[str, Any] = {"missing": ["Drink or drugs"]}
    keep(someone, "own/incident", (9, ticked), (1, {"missing": ["Money"]}))

    assert found(someone) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pulls", "is_stuck"),
    [
        ([(57, 8), (1, 8)], True),
        ([(57, 8), (30, 7), (1, 9)], True),
        ([(55, 8), (1, 8)], False),
        ([(57, 8), (30, 3), (1, 9)], False),
        ([(57, 6), (1, 8)], False),
        ([(80, 8), (57, 8)], False),
        ([(80, 8), (57, 8), (15, 8)], False),
    ],
)
def test_a_pull_as_strong_as_eight_weeks_ago_is_a_sign(
    pulls: list[tuple[int, int]], *, is_stuck: bool
) -> None:
    someone = person()
    keep(someone, "understand/right-now", *((day, {"pull": p, "known": day}) for day, p in pulls))
    keep(someone, "understand/cause-map", (20, {"happened": "begun"}))

    assert (found(someone) == ["stuck"]) is is_stuck


@pytest.mark.django_db
@pytest.mark.parametrize(("begun", "is_stuck"), [(57, True), (20, False)])
def test_nothing_begun_in_eight_weeks_is_a_sign(begun: int, *, is_stuck: bool) -> None:
    someone = person()
    keep(someone, "understand/right-now", (80, {"known": "a"}), (2, {"known": "b"}))
    keep(someone, "understand/cause-map", (begun, {"happened": "one"}))

    assert (found(someone) == ["stuck"]) is is_stuck


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("scores", "is_low"), [([15, 16], True), ([16], False), ([16, 2], False), ([2, 15, 16], True)]
)
def test_a_low_mood_twice_is_a_sign(scores: list[int], *, is_low: bool) -> None:
    someone = person()
    for number, score in enumerate(scores):
        points = tuple(min(3, max(0, score - 3 * item)) for item in range(8))
        answers = InstrumentAnswers("phq-8", days_ago(40 - 14 * number), points)
        someone.vault.put(answers)

    assert (found(someone) == ["low"]) is is_low


@pytest.mark.django_db
def test_a_danger_is_named_first_and_in_words_that_give_nothing_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    someone = person()
    keep(someone, "own/incident", (1, {"missing": ["Drink or drugs"]}))
    monkeypatch.setattr(
        "amends.web.signs.dangers_of", lambda *_: frozenset({"being_hurt", "crisis"})
    )

    page = someone.get("/help/when/").content.decode()
    kept = page[page.index('id="kept"') : page.index("</section>")]

    assert found(someone) == ["crisis", "being_hurt", "addiction"]
    assert "afraid" not in kept
    assert "hits" not in kept


@pytest.mark.django_db
@pytest.mark.parametrize("yes", [{"being_hurt"}, {"own_harm"}, {"being_hurt", "own_harm"}])
def test_it_says_the_same_whichever_part_of_the_questions_had_a_yes(
    yes: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("amends.web.signs.dangers_of", lambda *_: frozenset(yes))

    kept = [sign.kept for sign in signs_of(person().vault, NOW)]

    assert kept == [words("when")["sign"][2]["kept"]]
