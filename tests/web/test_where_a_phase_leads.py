"""The path leads to what is for two only while it would open."""

import pytest

from amends.contact import State, Terms, begin
from amends.journey import Phase, Tool
from amends.safety import Danger
from amends.web.gate import standing
from amends.web.leading import leads_to
from tests.web.conftest import NOW, Person, settled
from tests.web.couple import at_peace, couple, in_danger

pytestmark = pytest.mark.django_db
ALONE = ("/dates/", "/surprises/", "/noticed/", "/early-signs/")
PHASE = Phase(
    name="rebuild",
    title="Rebuild",
    summary="",
    order=1,
    always_open=False,
    about="",
    tools=tuple(Tool(page, page, "") for page in ("ours", "dates", "promises")),
)


def way(someone: Person) -> str:
    """Return the page without the menu, which names the space as long as there is one to leave."""
    return str(someone.get("/path/").content.decode()).partition("<main")[2]


def links(someone: Person, paths: tuple[str, ...]) -> list[bool]:
    return [f'href="{path}"' in way(someone) for path in paths]


def pages(someone: Person) -> list[str]:
    """Return where a phase with each sort of page leads, be it open or not."""
    answer = standing(someone.vault, NOW).verdict
    return [one.page for one in leads_to(PHASE, someone.vault, answer, NOW)]


def test_together_it_leads_to_what_one_does_for_both() -> None:
    someone = at_peace()

    assert all(links(someone, ALONE))
    assert {someone.get(path).status_code for path in ALONE} == {200}


def test_a_tool_is_named_when_both_want_it() -> None:
    assert "promises" not in pages(at_peace())
    alice, _ = couple()
    assert "promises" not in pages(alice)

    alice, bob = couple("promises")

    assert "promises" in pages(alice)
    assert links(bob, ("/promises/",)) == [True]


def test_a_danger_takes_them_away_and_leaves_what_anyone_may_open() -> None:
    alice, _ = couple("promises")

    in_danger(alice, Danger.BEING_HURT)

    assert pages(alice) == ["ours"]
    assert not any(links(alice, (*ALONE, "/promises/")))


@pytest.mark.parametrize("state", [one for one in State if one != State.TOGETHER])
def test_apart_it_leads_to_none(state: State) -> None:
    alice, _ = couple("promises")
    alice.vault.put(begin(Terms(state=state, words="I need time."), NOW))

    assert pages(alice) == ["ours"]
    assert not any(links(alice, (*ALONE, "/promises/", "/ours/")))


def test_what_is_for_one_stays_whatever_the_gate_says() -> None:
    assert links(settled(State.BLOCKED), ("/urge/", "/habits/")) == [True, True]
