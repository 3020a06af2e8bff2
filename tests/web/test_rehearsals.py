"""Rehearsals on the page: a walk, a reply of one's own, what rests and pauses, and what is kept."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from amends.contact import Draft, State
from amends.journey import Answers
from amends.practice import Rehearsed, load_scenes
from amends.safety import Danger, Statement
from amends.store.models import Record
from tests.web.conftest import Person, settled

NO = "/rehearsals/a-no/"
CLOSED = [State.NO_REPLY, State.SAID_NO, State.BLOCKED, State.MOVED_ON, State.LEGAL_ORDER]
TALKING = [scene.name for scene in load_scenes("en") if scene.only_if_they_talk]


@pytest.fixture
def someone(db: None) -> Person:
    return settled()


def read(someone: Person, path: str) -> str:
    return unescape(someone.get(path).content.decode())


def said(someone: Person, path: str, **form: str) -> str:
    return unescape(someone.post(path, **form).content.decode())


def own(someone: Person, text: str, at: str = "table", path: str = NO) -> str:
    return said(someone, path, at=at, reply="own", own=text)


def listed(someone: Person) -> list[str]:
    return re.findall(r'href="/rehearsals/([\w-]+)/"', read(someone, "/rehearsals/"))


def test_every_scene_is_listed_in_its_order(someone: Person) -> None:
    assert listed(someone) == [scene.name for scene in load_scenes("en")]


def test_a_reply_shows_what_it_does_and_leads_on(someone: Person) -> None:
    page = said(someone, NO, at="table", reply="0")

    assert "Their shoulders come down a little." in page
    assert "You are still sitting on the chair." in page
    assert "“I should go,” they say." in page


def test_at_the_end_it_says_what_can_be_done_tonight(someone: Person) -> None:
    page = said(someone, NO, at="quiet", reply="0")

    assert "The no is heard, and it is left as it is" in page
    assert "Call one person who is not them" in page
    assert 'href="/rehearsals/"' in page


def test_a_reply_of_ones_own_that_presses_leads_where_pressing_leads(someone: Person) -> None:
    page = own(someone, "Please, I'm begging you, give me one more chance.")

    assert "Begging" in page
    assert "it has been turned into a question again" in page
    assert "They put the cup down." in page


def test_a_reply_of_ones_own_that_blames_leads_where_blaming_leads(someone: Person) -> None:
    page = own(someone, "I'm sorry, but you made me do it.")

    assert "They were not asked what they saw." in page


def test_a_reply_in_which_nothing_is_heard_leads_on_and_is_not_praised(someone: Person) -> None:
    page = own(someone, "All right. Thank you for saying it to my face.")

    assert "It can miss things" in page
    assert "“I should go,” they say." in page


def test_what_one_typed_can_be_tried_another_way(someone: Person) -> None:
    page = said(someone, NO, at="table", reply="again", own="Please, one chance.")

    assert '<textarea id="own"' in page
    assert ">Please, one chance.</textarea>" in page
    assert "small table by the door" in page


def test_what_sounds_like_danger_leaves_the_scene(someone: Person) -> None:
    page = own(someone, "Then I will kill myself.")

    assert "Leave the scene here" in page
    assert "What it does to them" not in page
    assert "They put the cup down." not in page


def test_what_was_typed_is_written_back_as_text(someone: Person) -> None:
    response = someone.post(NO, at="table", reply="own", own="<b>no</b>")

    assert b"<b>no</b>" not in response.content


def test_nothing_is_kept_on_the_way(someone: Person) -> None:
    before = Record.objects.count()

    own(someone, "Please, one chance.")
    said(someone, NO, at="quiet", reply="0")

    assert Record.objects.count() == before


@pytest.mark.parametrize(
    "form", [{"at": "nowhere"}, {"reply": "99"}, {"reply": "-1"}, {"reply": "own", "own": " "}]
)
def test_what_is_not_there_leads_to_a_moment_of_the_scene(
    someone: Person, form: dict[str, str]
) -> None:
    assert "small table by the door" in said(someone, NO, **form)


def test_an_unknown_scene_is_not_there(someone: Person) -> None:
    assert someone.get("/rehearsals/a-yes/").status_code == 404


def test_one_line_can_be_kept_and_deleted(someone: Person) -> None:
    someone.post(NO, action="keep", learnt="It was shorter without.")
    (kept,) = someone.vault.all(Rehearsed)

    assert kept.record.scene == "a-no"
    assert "It was shorter without." in read(someone, "/rehearsals/")
    someone.post("/rehearsals/", delete=kept.id.hex())
    assert someone.vault.all(Rehearsed) == []


def test_an_empty_line_is_not_kept(someone: Person) -> None:
    someone.post(NO, action="keep", learnt="  ")

    assert someone.vault.all(Rehearsed) == []


def test_what_was_learnt_is_read_for_signs(someone: Person) -> None:
    someone.post(NO, action="keep", learnt="I want to end my life.")

    assert 'class="band' in read(someone, "/rehearsals/")


@pytest.mark.django_db
@pytest.mark.parametrize("state", CLOSED)
def test_after_a_no_the_scenes_of_a_wanted_talk_rest(state: State) -> None:
    someone = settled(state)

    assert not set(TALKING) & set(listed(someone))
    assert "have chosen to talk rest" in read(someone, "/rehearsals/")
    for name in TALKING:
        assert "Not available right now" in read(someone, f"/rehearsals/{name}/")


def test_before_a_no_nothing_rests(someone: Person) -> None:
    assert set(TALKING) <= set(listed(someone))
    assert "have chosen to talk rest" not in read(someone, "/rehearsals/")


def test_whoever_may_be_hurt_is_not_asked_to_placate(
    someone: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("amends.web.scenes.dangers_of", lambda *_: frozenset({Danger.BEING_HURT}))

    assert "an-angry-answer" not in listed(someone)
    assert "a-no" in listed(someone)
    page = said(someone, "/rehearsals/an-angry-answer/", at="call", reply="0")
    assert "Not available right now" in page


@pytest.mark.django_db
@pytest.mark.parametrize("state", list(State))
def test_it_leads_to_no_draft_and_to_nothing_that_copies(state: State) -> None:
    someone = settled(state)

    page = own(someone, "All right. Thank you.")

    assert someone.vault.all(Draft) == []
    assert "data-copyable" not in page
    assert 'href="/write' not in page.partition("<main")[2]


def test_it_stays_open_in_a_crisis(someone: Person) -> None:
    someone.vault.put(Statement(datetime.now(UTC), Danger.CRISIS))

    assert "a-no" in listed(someone)
    assert someone.vault.all(Answers) == []
