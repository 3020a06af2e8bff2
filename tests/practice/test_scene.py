"""Scenes: how a reply is heard, and what every scene that ships is held to."""

import re

import pytest

from amends.coach import Rules
from amends.practice import Scene, check_scenes, load_scenes
from amends.safety import Danger
from amends.text import CONTENT

SCENES = load_scenes("en")
EVERY = pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
ASKED_FOR = {
    "a-no",
    "a-silence",
    "an-angry-answer",
    "a-kind-answer",
    "with-someone-else",
    "a-shared-friend",
    "a-birthday",
    "handing-over",
    "why-did-you",
    "not-ready",
    "the-apology-again",
}
PLACATING = {
    "an-angry-answer",
    "a-kind-answer",
    "handing-over",
    "why-did-you",
    "the-apology-again",
}
WON = re.compile(r"\b(won|win|winning|forgiven you|come back|comes back|came back)\b")


def labels() -> set[str]:
    rules = Rules.load("en")
    return {*rules.titles, *(rule.file.family for rule in rules.rules)}


def test_every_scene_that_was_wanted_is_there_and_sound() -> None:
    assert {scene.name for scene in SCENES} == ASKED_FOR
    assert check_scenes(CONTENT / "en", labels()) == []


def test_a_reply_leads_where_its_label_does() -> None:
    table = SCENES[0].nodes[0]

    assert table.hear({"begging", "pressure"}) == table.replies[1].effect
    assert table.hear({"but-apology", "ownership"}) == table.replies[2].effect


def test_the_first_that_fits_is_taken() -> None:
    table = SCENES[0].nodes[0]

    assert table.hear({"ownership", "pressure"}) == table.replies[1].effect


def test_any_other_reply_leads_on_too() -> None:
    assert SCENES[0].nodes[0].hear(set()).to == "quiet"


@EVERY
def test_pressing_never_leads_where_leaving_it_leads(scene: Scene) -> None:
    """A reply that presses may be gone back on, but it is never the same as one that does not."""
    for node in scene.nodes:
        assert node.hear({"pressure"}) != node.hear(set())


@EVERY
def test_nobody_wins(scene: Scene) -> None:
    for end in scene.ends:
        said = f"{end.title} {end.happens} {end.tonight}".casefold()
        assert not WON.search(said.replace("you did not win anything", "").replace("to be won", ""))


@EVERY
def test_every_end_has_something_for_tonight(scene: Scene) -> None:
    assert len(scene.ends) >= 2
    assert all(len(end.tonight.split()) >= 12 for end in scene.ends)


def test_a_no_stays_a_no_on_every_way() -> None:
    no = SCENES[0]

    assert {end.name for end in no.ends} == {"kept", "left"}
    assert "Their answer is clear" in str(no.node("quiet"))


@EVERY
def test_a_scene_that_has_one_placate_pauses_for_who_may_be_hurt(scene: Scene) -> None:
    assert (Danger.BEING_HURT in scene.pauses) is (scene.name in PLACATING)


@EVERY
def test_no_scene_quotes_what_amends_was_told(scene: Scene) -> None:
    """The people in them are made up: nothing is filled in."""
    assert "{" not in str(scene.nodes[0].happens)
