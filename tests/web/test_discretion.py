"""Nothing shows that need not: titles, icon, addresses; and everything can be gone at once."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client

from amends.store import Vault, accounts
from amends.store.models import KeySlot, Record
from amends.web import cookie
from amends.web.discretion import Discretion
from amends.web.urls import page_names
from tests.web.conftest import Person
from tests.web.test_every_page import ANSWERS_WITHOUT_A_PAGE, is_open, path_of

OPEN = [name for name in page_names() if is_open(name)]
SHOWN = sorted({*page_names()} - ANSWERS_WITHOUT_A_PAGE - {"away", "leave"})
GENERIC = {"<title>Notes</title>", "<title>New tab</title>"}


def title(page: Any) -> str:
    return str(re.findall(r"<title>.*?</title>", page.content.decode())[0])


def icon(page: Any) -> str:
    return str(re.findall(r'rel="icon" href="([^"]+)"', page.content.decode())[0])


@pytest.mark.parametrize("name", OPEN)
def test_while_locked_no_title_and_no_icon_tells_anything(
    name: str, alice: Person, visitor: Client
) -> None:
    page = visitor.get(path_of(name, alice.ids), follow=True)

    assert title(page) in GENERIC
    assert icon(page) == "/static/amends/blank.svg"


@pytest.mark.parametrize("name", SHOWN)
def test_when_chosen_it_is_so_on_every_page(name: str, alice: Person) -> None:
    alice.post("/discretion/", neutral="yes", idle_minutes="5")

    page = alice.client.get(path_of(name, alice.ids), follow=True)

    assert title(page) == "<title>Notes</title>"
    assert icon(page) == "/static/amends/blank.svg"


def test_the_choice_changes_nothing_while_locked(alice: Person, visitor: Client) -> None:
    before = bare(visitor.get("/unlock/"))
    alice.post("/discretion/", neutral="yes", idle_minutes="1")

    assert bare(visitor.get("/unlock/")) == before


def bare(page: Any) -> str:
    """Return a page without its form's token."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.content.decode())


@pytest.mark.django_db
def test_it_can_be_chosen_before_the_first_page_is_listed(visitor: Client) -> None:
    words = "nine patient lanterns over water"
    first = visitor.post(
        "/welcome/passphrase/", {"passphrase": words, "again": words, "neutral": "yes"}
    )

    assert title(first) == "<title>Notes</title>"
    assert title(visitor.get("/people/")) == "<title>Notes</title>"


def test_a_chosen_idle_time_holds_at_once(alice: Person) -> None:
    alice.post("/discretion/", idle_minutes="1")

    assert 'data-idle-minutes="1"' in alice.get("/").content.decode()
    assert alice.vault.all(Discretion)[-1].record.idle_minutes == 1


@pytest.mark.asvs("V2.2.1")
@pytest.mark.parametrize("minutes", ["0", "31", "600", "-1", "x", ""])
def test_no_other_idle_time_can_be_chosen(minutes: str, alice: Person) -> None:
    alice.post("/discretion/", idle_minutes=minutes)

    assert alice.vault.all(Discretion)[-1].record.idle_minutes == 5


@pytest.mark.asvs("V14.2.1")
@pytest.mark.parametrize("name", page_names())
def test_no_address_says_where_one_was_going(name: str, alice: Person, visitor: Client) -> None:
    response = visitor.get(path_of(name, alice.ids))

    assert "?" not in response.headers.get("Location", "")


def test_no_cookie_is_called_after_the_program(
    alice: Person, passphrase: str, visitor: Client
) -> None:
    visitor.get("/agreement/")
    visitor.post("/unlock/", {"passphrase": passphrase})
    visitor.post("/leave/")

    assert "amends" not in visitor.cookies.output().lower()
    assert "amends" not in settings.CSRF_COOKIE_NAME


def test_after_leaving_back_leads_to_the_neutral_page(alice: Person, passphrase: str) -> None:
    before = alice.get("/help/").content
    alice.post("/leave/")
    left = alice.get("/unlock/").content
    alice.post("/unlock/", passphrase=passphrase)

    assert b"back.js" not in before
    assert b"back.js" in left
    assert b"back.js" not in alice.get("/").content


def test_leaving_drops_both_halves_in_every_browser(alice: Person, visitor: Client) -> None:
    visitor.cookies = cookie.unlock(HttpRequest(), HttpResponse(), alice.vault).cookies

    alice.post("/leave/")

    assert alice.client.cookies[settings.KEY_COOKIE].value == ""
    assert visitor.get("/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_everything_can_be_deleted_while_locked(
    alice: Person, passphrase: str, visitor: Client
) -> None:
    gone = visitor.post("/delete/", {"sure": "yes"}, follow=True)

    assert accounts() == []
    assert not KeySlot.objects.exists()
    assert not Record.objects.exists()
    assert "Nothing is kept here" in gone.content.decode()


def test_it_asks_once_before_it_deletes(alice: Person, visitor: Client) -> None:
    visitor.get("/delete/")
    visitor.post("/delete/")

    assert [one.id for one in accounts()] == [alice.vault.account]


@pytest.mark.django_db(transaction=True)
def test_it_names_what_survives_before_and_after(alice: Person, visitor: Client) -> None:
    before = visitor.get("/delete/").content.decode()
    after = visitor.post("/delete/", {"sure": "yes"}, follow=True).content.decode()

    for page in (before, after):
        assert "backups and exported folders" in page
        assert "list of visited pages" in page


@pytest.mark.django_db(transaction=True)
def test_while_locked_it_deletes_the_chosen_account_alone(
    alice: Person, charlie: Person, visitor: Client
) -> None:
    visitor.post("/delete/", {"sure": "yes", "account": charlie.vault.account.hex()})

    assert [one.id for one in accounts()] == [alice.vault.account]


def test_while_locked_nobodys_notes_are_chosen_beforehand(
    alice: Person, charlie: Person, visitor: Client
) -> None:
    shown = visitor.get("/delete/").content.decode()
    answer = visitor.post("/delete/", {"sure": "yes"}).content.decode()

    assert " checked" not in shown
    assert "Say first whose notes. Nothing was deleted." in answer
    assert len(accounts()) == 2


@pytest.mark.django_db(transaction=True)
def test_it_says_that_one_is_gone_and_aims_at_no_other(
    alice: Person, charlie: Person, visitor: Client
) -> None:
    form = {"sure": "yes", "account": charlie.vault.account.hex()}

    answer = visitor.post("/delete/", form, follow=True).content.decode()

    assert "It is gone, and nobody can bring it back." in answer
    assert 'name="sure"' not in answer
    assert len(accounts()) == 1


@pytest.mark.django_db(transaction=True)
def test_while_unlocked_it_deletes_no_one_elses(alice: Person, charlie: Person) -> None:
    alice.post("/delete/", sure="yes", account=charlie.vault.account.hex())

    assert [one.id for one in accounts()] == [charlie.vault.account]


def test_the_page_shows_open_sessions_last_uses_and_failed_tries(
    alice: Person, passphrase: str, visitor: Client
) -> None:
    visitor.post("/unlock/", {"passphrase": "wrong"})
    visitor.post("/unlock/", {"passphrase": passphrase})
    Client().post("/unlock/", {"passphrase": "wrong again"})

    page = alice.get("/sessions/").content.decode()

    assert page.count("Another browser") == 1
    assert "Before it one try failed" in page
    assert "Since then one try failed" in page


@pytest.mark.asvs("V7.5.2")
def test_all_other_browsers_can_be_locked(alice: Person, passphrase: str, visitor: Client) -> None:
    visitor.post("/unlock/", {"passphrase": passphrase})

    alice.post("/sessions/")

    assert visitor.get("/").status_code == 302
    assert alice.get("/").status_code == 200


def test_a_plain_export_asks_for_the_passphrase_again(alice: Person, passphrase: str) -> None:
    answers = [
        alice.post("/export/", plain="yes"),
        alice.post("/export/", plain="yes", passphrase="wrong"),
        alice.post("/export/", passphrase=passphrase),
        alice.post("/export/", plain="yes", passphrase=passphrase),
    ]

    kinds = [answer["Content-Type"].partition(";")[0] for answer in answers]
    assert kinds == ["text/html", "text/html", "text/html", "application/zip"]


def test_a_wrong_old_passphrase_is_told_before_the_new_one_is_judged(
    alice: Person, passphrase: str
) -> None:
    page = alice.post("/passphrase/", old="wrong", passphrase="abc", again="abc")

    assert "hard it is to guess" not in page.content.decode()
    assert 'role="alert"' in page.content.decode()


def test_a_weak_new_passphrase_changes_nothing_yet(alice: Person, passphrase: str) -> None:
    page = alice.post("/passphrase/", old=passphrase, passphrase="abc", again="abc")

    assert "hard it is to guess" in page.content.decode()
    assert Vault.open(alice.vault.account, passphrase) == alice.vault


def test_trouble_while_locked_shows_nothing_that_was_typed(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "I read your letters. That was wrong of me."
    strict = Client(enforce_csrf_checks=True)
    locked = strict.post("/write/", {"text": typed}).content.decode()

    assert "opened before amends was started" in locked
    assert typed not in locked


def test_the_page_about_this_device_opens_while_locked(alice: Person, visitor: Client) -> None:
    page = visitor.get("/device/").content.decode()

    assert "Who may see what" in page
    assert "private window" in page


def test_own_javascript_stays_short() -> None:
    scripts = Path(cookie.__file__).parent.joinpath("static", "web").glob("*.js")

    assert sum(len(one.read_text().splitlines()) for one in scripts) < 500


@pytest.mark.django_db
def test_whoever_is_afraid_finds_help_first_and_no_such_word_in_large_letters() -> None:
    page = Client().post("/welcome/device/", {"device": "fear"}).content.decode()

    assert "I am afraid of" not in page
    assert page.index("Open Help") < page.index("Choose a passphrase")
