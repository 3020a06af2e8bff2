"""What is for two: every cell of its table in docs/gate.md by a request, and each way to close."""

from functools import cache
from typing import Any

import pytest
from docs.for_two import (
    CLOSED,
    LEAVING,
    LOCKS,
    OPEN,
    PASS_ON,
    SITUATIONS,
    SPACE,
    PageForTwo,
    Situation,
    cell,
    pages_for_two,
)

from amends.contact import Agreement, State, Terms, begin
from amends.practice import Drives
from amends.safety import Danger
from amends.together import Away, Consents
from amends.web.ours import tools
from tests.web.conftest import NOW, Person
from tests.web.couple import couple, in_danger, space_for
from tests.web.kept import one_of_each
from tests.web.test_every_page import path_of

pytestmark = pytest.mark.django_db
SAID = {Danger.CRISIS: "yes", Danger.HARM_TO_OTHERS: "others"}


@pytest.fixture
def two() -> tuple[Person, Person]:
    """Two who want every tool, and Alice with one of everything that has a page of its own."""
    alice, bob = couple(*(one.id for one in tools()))
    alice.ids |= one_of_each(alice.vault, NOW)
    return alice, bob


@cache
def pages() -> list[Any]:
    return [pytest.param(one, id=one.name) for one in pages_for_two()]


def brought_about(situation: Situation, two: tuple[Person, Person], page: PageForTwo) -> None:
    """Let things stand like that for Alice."""
    alice, bob = two
    now_in(alice, situation.state)
    for danger in sorted(situation.dangers):
        comes(danger, alice)
    if situation.is_heated:
        alice.vault.put(Drives(NOW, 3, 9, 0))
    if situation.is_other_away:
        space_for(bob).put(Away())
    if situation.is_taken_out:
        taken_out(bob, page.tool or "")


def now_in(someone: Person, state: State) -> None:
    kept = someone.vault.all(Agreement)[-1]
    someone.vault.put(begin(Terms(state=state, words="Their words."), NOW), id=kept.id)


def comes(danger: Danger, someone: Person) -> None:
    if danger in SAID:
        someone.post("/crisis/", said=SAID[danger])
    else:
        in_danger(someone, danger)


def taken_out(someone: Person, tool: str) -> None:
    space = space_for(someone)
    (mine,) = space.mine(Consents)
    space.put(mine.item.with_tool(tool, wanted=False), id=mine.id, revision=mine.revision)


def what_is_there(page: PageForTwo, someone: Person) -> str:
    """Return what someone really finds, in the words of the table; a form gets no further."""
    path = path_of(page.name, someone.ids)
    if page.name == SPACE:
        return space_cell(someone)
    read = someone.get(path)
    if page.name == PASS_ON:
        assert someone.post(path).headers["Location"] == "/unlock/"
        return LOCKS
    if read.status_code != 403:
        return OPEN
    assert someone.post(path, action="propose", words="x").status_code == 403
    return CLOSED


def space_cell(someone: Person) -> str:
    text = someone.get("/ours/").content.decode()
    assert 'value="leave"' in text
    return LEAVING if "Closed for now" in text else OPEN


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=list(SITUATIONS))
@pytest.mark.parametrize("page", pages())
def test_a_page_is_as_open_as_its_cell_says(
    page: PageForTwo, situation: Situation, two: tuple[Person, Person]
) -> None:
    brought_about(situation, two, page)

    assert what_is_there(page, two[0]) == cell(page, situation)


@pytest.mark.parametrize("danger", Danger)
def test_each_danger_closes_every_page_for_both(danger: Danger, two: tuple[Person, Person]) -> None:
    alice, bob = two
    tool_pages = [one for one in pages_for_two() if one.tool]

    comes(danger, bob)

    for someone in two:
        found = {someone.get(path_of(one.name, alice.ids)).status_code for one in tool_pages}
        assert found == {403}


def test_what_closes_it_for_the_other_gives_no_reason(two: tuple[Person, Person]) -> None:
    alice, bob = two
    page = next(one for one in pages_for_two() if one.tool == "listening")
    taken_out(bob, "listening")
    said = alice.get(path_of(page.name, alice.ids)).content.decode()
    alice.post("/ours/", action="want", tool="listening", wanted="yes")

    in_danger(bob)

    hidden = alice.get(path_of(page.name, alice.ids)).content.decode()
    assert without_tokens(said) == without_tokens(hidden)


def without_tokens(text: str) -> str:
    parts = text.split('name="csrfmiddlewaretoken" value="')
    return "".join(part[64:] if number else part for number, part in enumerate(parts))


def test_every_tool_has_a_page_and_every_page_a_tool() -> None:
    known = {one.id for one in tools()}
    declared = {one.tool for one in pages_for_two() if one.tool}

    assert declared == known
