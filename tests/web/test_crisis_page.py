"""The page about now: what leads to it, what it says, and what waits meanwhile."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest
from django.test import Client

from amends.cli.commands.export import ask_gate
from amends.contact import Contact, State
from amends.journey import Answers
from amends.safety import HOLD, Danger, InstrumentAnswers, Statement
from amends.web import dangers
from amends.web.dangers import dangers_of, is_sign, safety_plan, standings_of
from amends.web.gate import standing
from amends.web.people import People
from amends.web.urls import page_names
from tests.web.conftest import Person, person, settled, waited
from tests.web.test_every_page import SHOWN, path_of

NOW = datetime.now(UTC)
SIGN = "I keep thinking about ending my life."
PLAIN = "I burned the rice and said that it was your fault."
LETTER = "I read your messages on Sunday. I am sorry."


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Leave nothing in memory from one test to the next."""
    yield
    dangers._remembered.clear()  # noqa: SLF001 - it is the process's own memory


def in_crisis(someone: Person) -> bool:
    return Danger.CRISIS in dangers_of(someone.vault, datetime.now(UTC))


def keep_sheet(someone: Person, known: str) -> str:
    """Save a sheet with these words in it; return where the browser is led."""
    form = {"known": known, "next_hour": "Something else", "action": "keep"}
    response = someone.post("/path/understand/right-now/", **form)
    assert response.status_code == 302
    return str(response["Location"])


def page_of(someone: Person, path: str = "/crisis/") -> str:
    return str(someone.get(path).content.decode())


def test_a_yes_is_kept_and_closes_the_gate(alice: Person) -> None:
    response = alice.post("/crisis/", said="yes")

    assert response["Location"] == "/crisis/"
    assert [(one.danger, one.is_over) for one in alice.vault.records(Statement)] == [
        (Danger.CRISIS, False)
    ]
    assert in_crisis(alice)


@pytest.mark.parametrize(
    ("said", "answer"),
    [("yes", "You said yes."), ("no", "You said no."), ("others", "Leave the place first.")],
)
def test_what_was_said_is_answered_once_and_in_no_address(
    said: str, answer: str, alice: Person
) -> None:
    led = alice.post("/crisis/", said=said)

    assert led["Location"] == "/crisis/"
    assert f"={said};" not in led.cookies.output()
    assert answer in page_of(alice)
    assert answer not in page_of(alice)


def test_after_the_choice_of_a_country_a_yes_is_not_asked_for_again(alice: Person) -> None:
    alice.post("/crisis/", country="GB", told="yes")

    page = page_of(alice)

    assert "You said yes." in page
    assert "Are you thinking about ending your life?" not in page


def test_a_no_keeps_nothing(alice: Person) -> None:
    alice.post("/crisis/", said="no")

    assert alice.vault.records(Statement) == []
    assert not in_crisis(alice)


def test_help_asks_the_same_question(alice: Person) -> None:
    page = page_of(alice, "/help/")

    assert "Are you thinking about ending your life?" in page
    assert 'action="/crisis/"' in page


def test_a_point_in_item_9_is_enough(alice: Person) -> None:
    alice.vault.put(InstrumentAnswers("phq-9", datetime.now(UTC), (0,) * 8 + (1,)))

    assert in_crisis(alice)


def test_a_saved_sheet_leads_there_at_once_and_is_saved(alice: Person) -> None:
    led = keep_sheet(alice, SIGN)

    assert unquote(led) == "/crisis/?back=/path/understand/right-now/?kept=yes"
    saved = [one for one in alice.vault.records(Answers) if "right-now" in one.exercise]
    assert saved[0].values["known"] == SIGN


def test_a_plain_sheet_leads_nowhere_else(alice: Person) -> None:
    assert "/crisis/" not in keep_sheet(alice, PLAIN)


def test_a_saved_draft_is_a_sign_and_stays_open_for_writing(alice: Person) -> None:
    path = f"/write/{alice.ids['draft_id']}/"
    alice.post(path, text=SIGN, action="keep")

    assert in_crisis(alice)
    assert "<textarea" in page_of(alice, path)


def test_a_note_in_the_contact_log_is_a_sign(alice: Person) -> None:
    alice.vault.put(Contact(at=NOW, by="me", channel="call", note=SIGN))

    assert in_crisis(alice)


def test_what_was_written_over_still_counts(alice: Person) -> None:
    keep_sheet(alice, SIGN)
    keep_sheet(alice, PLAIN)

    assert in_crisis(alice)


def test_the_page_comes_in_between_only_once(alice: Person) -> None:
    keep_sheet(alice, SIGN)

    assert "/crisis/" not in keep_sheet(alice, f"{SIGN} Again.")


def test_nothing_about_a_text_is_kept(alice: Person) -> None:
    keep_sheet(alice, SIGN)

    assert alice.vault.records(Statement) == []


def test_the_safety_plan_is_not_read_for_signs(alice: Person) -> None:
    alice.post(f"/path/{safety_plan().id}/", warning=SIGN, action="keep")

    assert not in_crisis(alice)


def test_memory_holds_no_text() -> None:
    assert is_sign(SIGN)

    assert all(len(mark) == 32 for mark in dangers._remembered)  # noqa: SLF001 - as above
    assert SIGN.encode() not in dangers._remembered  # noqa: SLF001


@pytest.mark.django_db
@pytest.mark.parametrize("state", list(State))
def test_no_letter_leaves_in_any_state(state: State) -> None:
    someone = settled(state)
    someone.vault.put(waited(LETTER))
    someone.post("/crisis/", said="yes")

    assert not standing(someone.vault, datetime.now(UTC)).verdict.allowed


@pytest.mark.django_db
def test_a_letter_that_was_ready_stays_in_the_drawer() -> None:
    someone = settled(State.TOGETHER)
    draft = someone.vault.put(waited(LETTER)).id.hex()
    keep_sheet(someone, SIGN)

    someone.post(f"/write/{draft}/", action="take_out")

    assert "data-copyable" not in page_of(someone, f"/write/{draft}/")


@pytest.mark.django_db
def test_the_command_line_knows_it_too() -> None:
    someone = settled(State.TOGETHER)
    assert ask_gate(someone.vault, datetime.now(UTC)).allowed

    keep_sheet(someone, SIGN)

    assert not ask_gate(someone.vault, datetime.now(UTC)).allowed


def test_safe_for_now_is_not_taken_before_a_day_is_over(alice: Person) -> None:
    alice.post("/crisis/", said="yes")
    alice.post("/crisis/", said="safe")

    assert in_crisis(alice)
    assert 'value="safe"' not in page_of(alice)


def test_after_a_day_it_is_asked_and_ends_it(alice: Person) -> None:
    alice.vault.put(Statement(datetime.now(UTC) - HOLD, Danger.CRISIS))
    assert 'value="safe"' in page_of(alice)

    alice.post("/crisis/", said="safe")

    assert not in_crisis(alice)
    assert len(alice.vault.records(Statement)) == 1


def test_it_does_not_end_by_itself(alice: Person) -> None:
    alice.post("/crisis/", said="yes")

    assert standings_of(alice.vault, datetime.now(UTC) + timedelta(days=400))


def test_nothing_counts_down(alice: Person) -> None:
    alice.post("/crisis/", said="yes")

    assert not re.search(r"\b(hours?|minutes?|seconds?)\b(?! of)", main_of(page_of(alice)))


def main_of(page: str) -> str:
    """Return what is said in the middle of a page about what amends does meanwhile."""
    return page.partition('id="meanwhile"')[2].partition("</section>")[0]


def test_harm_to_others_closes_the_gate_too(alice: Person) -> None:
    alice.post("/crisis/", said="others")

    assert dangers_of(alice.vault, datetime.now(UTC)) == {Danger.HARM_TO_OTHERS}
    assert "First, go where they are not." in page_of(alice, "/")


def test_whoever_might_hurt_someone_reads_first_to_leave_and_whom_to_call(alice: Person) -> None:
    alice.post("/crisis/", said="others")

    page = page_of(alice)

    assert "<h1>First, go where they are not.</h1>" in page
    assert page.index("Leave the place first.") < page.index("tel:112") < page.index('id="call"')


def test_whoever_might_hurt_someone_is_answered_while_locked_too(visitor: Client, db: None) -> None:
    page = visitor.post("/crisis/", {"said": "others"}).content.decode()

    assert "<h1>First, go where they are not.</h1>" in page
    assert "nothing was kept. Leave the place first." in page
    assert "Yes, I might hurt someone" not in page


@pytest.mark.parametrize("name", [name for name in SHOWN if name != "held"])
def test_every_page_leads_there_in_one_tap(name: str, alice: Person) -> None:
    page = alice.client.get(path_of(name, alice.ids), follow=True).content.decode()

    assert 'href="/crisis/"' in page


def test_while_it_stands_every_page_has_numbers_to_tap(alice: Person) -> None:
    alice.vault.put(People(country="GB"))
    alice.post("/crisis/", said="yes")

    for path in ("/", "/path/", "/write/", "/agreement/log/"):
        assert 'href="tel:999"' in page_of(alice, path)
        assert 'href="tel:116123"' in page_of(alice, path)


def test_the_page_is_the_same_whatever_led_to_it(alice: Person, charlie: Person) -> None:
    alice.post("/crisis/", said="yes")
    page_of(alice)
    keep_sheet(charlie, SIGN)

    assert said_on(page_of(alice)) == said_on(page_of(charlie))


def said_on(page: str) -> str:
    """Return the words of a page without its tokens."""
    return re.sub(r'value="[^"]{30,}"', "", page)


def test_it_opens_while_locked_and_keeps_nothing(visitor: Client, db: None) -> None:
    response = visitor.post("/crisis/", {"said": "yes", "country": "GB"})

    page = response.content.decode()
    assert "Amends is locked, so nothing was kept." in page
    assert 'href="tel:999"' in page


def test_no_plan_shows_while_locked(alice: Person, visitor: Client) -> None:
    alice.post(f"/path/{safety_plan().id}/", reason="canary-7f3a", action="keep")

    assert "canary-7f3a" in page_of(alice)
    assert "canary-7f3a" not in visitor.get("/crisis/").content.decode()


def test_another_site_is_no_way_back(alice: Person) -> None:
    page = page_of(alice, "/crisis/?back=https://example.org/")

    assert "example.org" not in page


@pytest.mark.django_db
def test_a_new_person_without_a_country_can_call_all_the_same() -> None:
    assert 'href="tel:112"' in page_of(person())


def test_it_is_one_page() -> None:
    assert "crisis" in page_names()
