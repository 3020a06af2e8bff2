"""The questions about safety: neutral, skippable, sealed, deleted in one step, and what follows."""

import io
import re
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from amends.contact import State
from amends.safety import Danger, InstrumentAnswers, Rest, ScreeningAnswers
from amends.store import Vault
from amends.web.people import People
from amends.web.screening import asked_first, screenings
from tests.web.conftest import Person, exported, settled, waited

LETTER = "I lied to you about the money on Sunday. That was my choice."
TELLING = r"(?i)safe|hurt|abus|violen|afraid|harm|screen"
PAGES = ("/questions/", "/questions/1/", "/questions/2/", "/worth-knowing/")
YES = {Danger.BEING_HURT: {"hark-2": "yes"}, Danger.OWN_HARM: {"followed": "yes"}}
PART = {Danger.BEING_HURT: "/questions/1/", Danger.OWN_HARM: "/questions/2/"}
BOTH = pytest.mark.parametrize("danger", YES)
pytestmark = pytest.mark.django_db


def main_of(someone: Person, path: str) -> str:
    """Return what a page shows between its menu and its foot."""
    page = someone.get(path).content.decode()
    return str(re.search(r"<main.*</main>", page, re.DOTALL)[0])  # type: ignore[index]


def answering(danger: Danger, state: State = State.TOGETHER) -> Person:
    """Return someone with one yes."""
    someone = settled(state)
    someone.post(PART[danger], **YES[danger])
    return someone


def allowed(someone: Person) -> bool:
    """Say whether a letter that has waited may be taken out."""
    kept = someone.vault.put(waited(LETTER))
    return "Take it out" in someone.get(f"/write/{kept.id.hex()}/").content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_title_and_address_say_nothing(path: str) -> None:
    page = settled().get(path).content.decode()

    assert not re.search(TELLING, path)
    assert not re.search(TELLING, re.findall(r"<title>(.*?)</title>", page)[0])


def test_they_are_offered_once_the_agreement_is_written_and_can_be_left() -> None:
    someone = settled()

    page = someone.get("/questions/").content.decode()

    assert 'href="/"' in page
    assert "Not now" in page
    assert someone.get("/").status_code == 200


@pytest.mark.parametrize("path", ["/agreement/", "/help/"])
def test_they_are_found_again(path: str) -> None:
    assert 'href="/questions/"' in settled().get(path).content.decode()


def test_skipping_every_question_keeps_nothing() -> None:
    someone = settled()

    answer = someone.post("/questions/1/", **{"hark-1": ""})

    assert answer["Location"] == "/questions/"
    assert someone.vault.all(ScreeningAnswers) == []
    assert "Nothing was kept." in main_of(someone, "/questions/")
    assert "Nothing was kept." not in main_of(someone, "/questions/")


@BOTH
@pytest.mark.parametrize("state", State)
def test_one_yes_lets_no_letter_out(danger: Danger, state: State) -> None:
    someone = answering(danger, state)

    assert not allowed(someone)


def test_a_no_closes_nothing_and_is_said_to_prove_nothing() -> None:
    someone = settled(State.TOGETHER)

    page = someone.post("/questions/1/", **{"hark-1": "no"}).content.decode()

    assert "proves nothing" in page
    assert allowed(someone)


@BOTH
def test_no_page_says_later_what_was_answered(danger: Danger) -> None:
    """Whoever sees the screen later sees the same as with the other answer, or with none."""
    someone, other = answering(danger), settled(State.TOGETHER)

    for path in (PART[danger], "/worth-knowing/"):
        shown, plain = (
            re.sub(r'value="[\w-]{40,}"', "", main_of(one, path)) for one in (someone, other)
        )
        assert shown == plain
        assert 'value="yes" checked' not in shown


def test_the_gate_says_the_same_after_either_yes() -> None:
    shown = [main_of(answering(danger), "/agreement/") for danger in YES]

    verdicts = [re.findall(r'<div class="verdict">.*?</div>', one, re.DOTALL) for one in shown]
    assert verdicts[0]
    assert verdicts[0] == verdicts[1]


@BOTH
@pytest.mark.parametrize("country", ["", "DE"])
def test_after_a_grave_yes_the_emergency_number_stands_first(danger: Danger, country: str) -> None:
    someone = settled()
    someone.vault.put(People(country=country))

    page = someone.post(PART[danger], grave="yes").content.decode()

    first = page.index("call the emergency number first")
    assert first < page.index("tel:112" if not country else "tel:") < page.index("Thank you for")


@pytest.mark.parametrize("path", ["/help/", "/worth-knowing/"])
def test_without_a_country_there_is_a_number_all_the_same(path: str) -> None:
    someone = settled()

    assert "tel:112" in main_of(someone, path)


@BOTH
def test_after_a_yes_nothing_is_said_about_a_no(danger: Danger) -> None:
    page = settled().post(PART[danger], **YES[danger]).content.decode()

    assert "A “no”" not in page


@pytest.mark.parametrize(
    ("danger", "kind"),
    [(Danger.BEING_HURT, "domestic-violence"), (Danger.OWN_HARM, "own-behaviour")],
)
def test_a_yes_shows_the_lines_that_fit(danger: Danger, kind: str) -> None:
    someone = settled()
    someone.vault.put(People(country="DE"))

    page = someone.post(PART[danger], **YES[danger])

    assert {line.kind for line in page.context["lines"]} == {"emergency", kind}


@BOTH
def test_after_either_yes_apologies_wait(danger: Danger) -> None:
    someone = answering(danger)

    begun = someone.post("/write/", kind="apology")
    paused = [
        someone.get(f"/path/own/{name}/") for name in ("apology", "amends", "self-forgiveness")
    ]

    assert begun.status_code == 200
    assert all("Not available right now" in one.content.decode() for one in (begun, *paused))
    assert someone.post("/write/", kind="conflict").status_code == 302
    assert 'value="apology"' not in someone.get("/write/").content.decode()


def test_a_paused_sheet_keeps_nothing_that_is_sent_to_it() -> None:
    someone = answering(Danger.BEING_HURT)

    answer = someone.post("/path/own/self-forgiveness/", action="unfinished", paid="x")

    assert "Not available right now" in answer.content.decode()


def test_after_own_harm_the_track_is_one_tap_away_and_open_to_everyone() -> None:
    someone, other = settled(), settled()

    answered = someone.post(PART[Danger.OWN_HARM], **YES[Danger.OWN_HARM]).content.decode()

    assert '"/path/#safer"' in answered
    for one in (someone, other):
        assert '"/path/#safer"' in main_of(one, "/worth-knowing/")
        assert "/path/safer/what-i-did/" in main_of(one, "/path/")


@pytest.mark.parametrize("path", ["/", "/write/", "/path/", "/help/when/", "/agreement/"])
def test_no_page_tells_which_part_the_yes_was_in(path: str) -> None:
    both = settled(State.TOGETHER)
    for danger, given in YES.items():
        both.post(PART[danger], **given)

    people = [*map(answering, YES), both]

    shown = {re.sub(r'value="[\w-]{40,}"| d="[^"]+"', "", main_of(one, path)) for one in people}
    assert len(shown) == 1


def test_deleting_takes_one_step_and_opens_what_protected_the_user() -> None:
    someone = answering(Danger.BEING_HURT)

    led = someone.post("/questions/")

    assert led["Location"] == "/questions/"
    assert "Your answers are deleted." in main_of(someone, "/questions/")
    assert someone.vault.all(ScreeningAnswers) == []
    assert someone.vault.all(Rest) == []
    assert allowed(someone)


def test_deleting_what_one_did_opens_nothing_for_thirty_days() -> None:
    someone = answering(Danger.OWN_HARM)

    someone.post("/questions/")
    kept = someone.vault.all(Rest)

    assert someone.vault.all(ScreeningAnswers) == []
    assert len(kept) == 1
    assert kept[0].record.until > datetime.now(UTC) + timedelta(days=29)
    assert not allowed(someone)


def test_answering_no_after_a_yes_opens_nothing_for_thirty_days() -> None:
    someone = answering(Danger.OWN_HARM)

    someone.post("/questions/2/", followed="no")
    someone.post("/questions/2/", hit="no")
    someone.post("/questions/")

    assert len(someone.vault.all(Rest)) == 1
    assert not allowed(someone)


def test_after_the_thirty_days_it_is_open() -> None:
    someone = settled(State.TOGETHER)
    someone.vault.put(Rest(datetime.now(UTC) - timedelta(minutes=1)))

    assert allowed(someone)


@pytest.mark.parametrize("ticked", [False, True])
def test_answers_leave_only_with_the_users_tick(ticked: bool) -> None:
    someone = answering(Danger.OWN_HARM)
    someone.vault.put(InstrumentAnswers("phq-2", datetime.now(UTC), (1, 2)))

    form = {"answers": "yes"} if ticked else {}
    archive = zipfile.ZipFile(io.BytesIO(exported(someone, **form).content))

    kinds = {name.split(".")[0] for name in archive.namelist()}
    assert ("screening" in kinds, "instrument" in kinds) == (ticked, ticked)
    assert b"followed" in archive.read("screening.json") if ticked else "rest" not in kinds


def test_whoever_opens_two_to_each_other_can_ask_first() -> None:
    someone = settled()
    now = datetime.now(UTC)

    due = asked_first(someone.vault, now)
    for danger, given in YES.items():
        someone.post(PART[danger], **dict.fromkeys(given, "no"))

    assert due is not None
    assert due["Location"] == "/questions/"
    assert asked_first(someone.vault, datetime.now(UTC)) is None


@pytest.mark.parametrize("part", ["0", "3", "own_harm"])
def test_there_are_two_parts(part: str) -> None:
    assert settled().get(f"/questions/{part}/").status_code == 404


def test_what_is_worth_knowing_can_be_read_while_locked(alice: Person, visitor: Client) -> None:
    assert visitor.get("/worth-knowing/").status_code == 200
    assert visitor.get("/questions/1/").status_code == 302
    assert isinstance(alice.vault, Vault)


def test_answers_that_no_question_has_are_not_kept() -> None:
    someone = settled()

    someone.post("/questions/2/", hit="perhaps", canary="yes")

    assert someone.vault.all(ScreeningAnswers) == []
    assert len(screenings()) == 2
