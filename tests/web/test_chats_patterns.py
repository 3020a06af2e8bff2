"""Patterns on the page of messages: what stands behind them, where they lead, no word unasked."""

from typing import Any

import pytest
from django.utils.html import escape

from amends.chats import Said, moment
from amends.chats.patterns import modules
from amends.contact import State
from amends.practice import load_habit_examples
from amends.store import (
    keep_found,
)
from tests.chats.patterns.test_planted import planted_rows
from tests.web.chats_brought_in import CANARY, THREE, bring_in, kept_by, page_of, with_patterns
from tests.web.conftest import Person, settled
from tests.web.test_typed_text import ODD


@pytest.mark.django_db
def test_their_words_are_hidden_until_they_are_asked_for() -> None:
    someone = with_patterns()

    page = page_of(someone)

    assert "are you there" in page
    assert CANARY not in page


@pytest.mark.django_db
def test_their_words_are_shown_for_one_episode_alone() -> None:
    someone = with_patterns("Bob")
    place = next(
        place
        for place, one in enumerate(found_by(someone))
        if (one.name, one.side) == ("bursts", "theirs")
    )

    page = someone.post("/chats/", action="show", pattern=place, episode="1").content.decode()

    assert "are you there" not in page_of(someone)
    assert page.count("are you there") == 9


def found_by(someone: Person) -> Any:
    page_of(someone)
    return kept_by(someone).found


@pytest.mark.django_db
def test_a_pattern_has_all_its_episodes_on_a_page_of_its_own() -> None:
    someone = with_patterns()

    page = page_of(someone, "/chats/?pattern=0")

    assert page.count('class="episode"') == min(20, len(found_by(someone)[0].episodes))


@pytest.mark.parametrize("query", ["pattern=99", "pattern=x", "pattern=-1"])
@pytest.mark.django_db
def test_a_pattern_that_is_not_there_leads_back(query: str) -> None:
    assert with_patterns().get(f"/chats/?{query}")["Location"] == "/chats/"


@pytest.mark.django_db
def test_a_pattern_leads_to_its_exercise() -> None:
    assert 'href="/path/space/clinging-audit/"' in page_of(with_patterns())


LEADS = {module.NAME: Said.load("en").leads(module.NAME) for module in modules()}


@pytest.mark.parametrize("name", LEADS)
def test_every_pattern_leads_to_one_exercise_or_habit(name: str) -> None:
    sentence, exercise, habit = LEADS[name]

    assert sentence
    assert bool(exercise) != bool(habit)


@pytest.mark.parametrize("exercise", sorted({one for _, one, _ in LEADS.values() if one}))
@pytest.mark.django_db
def test_the_exercise_that_a_pattern_leads_to_is_there(exercise: str) -> None:
    assert settled().get(f"/path/{exercise}/").status_code == 200


@pytest.mark.parametrize("habit", sorted({one for _, _, one in LEADS.values() if one}))
@pytest.mark.django_db
def test_the_habit_that_a_pattern_leads_to_is_begun(habit: str) -> None:
    example = next(one for one in load_habit_examples("en") if one.id == habit)

    page = settled().post("/habits/new/", start=f"example:{habit}").content.decode()

    assert escape(example.cue) in page


@pytest.mark.django_db
def test_a_pattern_is_made_a_plan_with_one_button() -> None:
    someone = with_patterns(thanked=True)

    assert 'name="start" value="example:no-thanks"' in page_of(someone)


@pytest.mark.parametrize(("state", "is_told"), [(State.SAID_NO, False), (State.TOGETHER, True)])
@pytest.mark.django_db
def test_nothing_leads_to_contact_while_the_gate_is_closed(state: State, *, is_told: bool) -> None:
    someone = settled(state)
    rows = [
        f"{day:02}/0{month}/2026, 09:0{n} - {name}: text\n"
        for month in range(1, 8)
        for day in range(1, 29)
        for n, name in enumerate(("Alice", "Bob", "Alice", "Bob"))
    ]
    bring_in(someone, "".join(rows))
    someone.post("/chats/", action="who", me="0")

    page = page_of(someone)

    assert "Who writes first" in page
    assert ("leave some beginnings to them" in page) == is_told


@pytest.mark.django_db
def test_what_was_done_again_after_an_apology_is_looked_for_in_own_words() -> None:
    someone = with_patterns()
    found_by(someone)

    someone.post("/chats/", action="harms", harms="late again, so late\n\n")

    assert kept_by(someone).harms == ("late again, so late",)
    assert kept_by(someone).found is None
    assert "late again, so late</textarea>" in page_of(someone)


@pytest.mark.django_db
def test_a_topic_of_ones_own_is_looked_for_and_named() -> None:
    someone = with_patterns(argued=True)
    found_by(someone)

    someone.post("/chats/", action="harms", topics="the flat: mortgage, estate agent")

    assert kept_by(someone).topics == ("the flat: mortgage, estate agent",)
    assert "You argued about the flat" in page_of(someone)
    assert "the flat: mortgage, estate agent</textarea>" in page_of(someone)


@pytest.mark.django_db
def test_what_was_found_with_older_patterns_is_looked_for_anew() -> None:
    someone = with_patterns()
    page_of(someone)
    new = kept_by(someone)
    keep_found(someone.vault, (), "patterns of last year")

    page = page_of(someone)

    assert "Several messages in a row" in page
    assert kept_by(someone).found == new.found
    assert kept_by(someone).looked_with == new.looked_with


@pytest.mark.django_db
def test_what_was_found_with_these_patterns_is_not_looked_for_again() -> None:
    someone = with_patterns()
    page_of(someone)
    keep_found(someone.vault, (), kept_by(someone).looked_with)

    assert "Several messages in a row" not in page_of(someone)


@pytest.mark.parametrize("text", ODD)
@pytest.mark.django_db
def test_any_words_can_be_looked_for(text: str) -> None:
    someone = with_patterns()

    someone.post("/chats/", action="harms", harms=text, topics=f"{text}: {text}")

    assert someone.get("/chats/").status_code == 200


@pytest.mark.django_db
def test_nobody_is_scored_typed_or_explained() -> None:
    page = page_of(with_patterns()).lower()

    assert not [word for word in ("score", "toxic", "narciss", "compatib", "%") if word in page]


@pytest.mark.django_db
def test_their_side_gives_no_advice_and_no_plan() -> None:
    page = page_of(with_patterns("Bob"))

    assert "They wrote four messages or more in a row" in page
    assert "put the phone down" not in page


@pytest.mark.django_db
def test_each_day_of_an_episode_is_named() -> None:
    someone = settled()
    lines = (
        f"[{moment(at):%d/%m/%Y, %H:%M:%S}] {('Alice', 'Bob')[who]}: {text}\n"
        for at, who, text in sorted(planted_rows(), key=lambda row: row[0])
    )
    bring_in(someone, "".join(lines))
    someone.post("/chats/", action="who", me=kept_by(someone).conversation.people.index("Alice"))

    someone.post("/chats/", action="harms", harms="late again")
    found = next(one for one in found_by(someone) if one.name == "sorry-again")
    sorry, again = (kept_by(someone).conversation[row].sent_at for row in found.episodes[-1])
    page = page_of(someone)

    assert sorry.date() < again.date()
    assert page.index(f"{sorry.day} {sorry:%B %Y}") < page.index(f"{again.day} {again:%B %Y}</li>")


@pytest.mark.django_db
def test_few_messages_say_that_they_are_few() -> None:
    someone = settled()
    bring_in(someone, THREE.replace("Bobby", "Bob"))
    someone.post("/chats/", action="who", me="0")

    page = page_of(someone)

    assert "in fewer than 200 messages" in page
    assert "3 messages, on 25 February 2026." in page
