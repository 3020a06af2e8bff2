"""Locking loses nothing, and leaves nothing open."""

import re
from base64 import urlsafe_b64decode
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone

from amends.contact import Draft
from amends.store import end_all_sessions
from amends.web import cookie, middleware
from amends.web.carrying import arrived
from amends.web.request import vault_of
from amends.web.sleep import Watch
from tests.web.conftest import Person

TYPED = "I read your letters. That was wrong of me."


def test_what_was_typed_while_it_locked_comes_back(
    alice: Person, passphrase: str, visitor: Client
) -> None:
    path = f"/write/{alice.ids['draft_id']}/"
    typed = {"action": "check", "text": TYPED}

    carried = carried_by(visitor.post(path, typed))
    unlock(visitor, alice, passphrase, carried=carried)
    page = visitor.get("/held/").content.decode()
    sent_on = visitor.post("/held/", typed)

    assert typed["text"] in page
    assert (sent_on.status_code, sent_on["Location"]) == (307, path)


def test_the_locked_page_shows_nothing_of_what_was_typed(alice: Person, visitor: Client) -> None:
    asked = visitor.post(f"/write/{alice.ids['draft_id']}/", {"text": TYPED})

    assert asked.status_code == 401
    assert "That was wrong" not in asked.content.decode()
    assert b"That was wrong" not in urlsafe_b64decode(carried_by(asked))


def test_what_was_typed_is_held_for_its_owner_alone(alice: Person, charlie: Person) -> None:
    alice.post("/lock/", idle="yes")
    carried = carried_by(alice.post("/write/", text=TYPED))

    assert arrived(charlie.vault.account, carried) is None


def test_with_two_accounts_it_is_held_for_the_one_who_was_there(
    alice: Person, charlie: Person
) -> None:
    end_all_sessions()

    carried = carried_by(alice.post("/write/", text=TYPED))

    assert b"That was wrong" in (arrived(alice.vault.account, carried) or b"")


def test_when_no_one_knows_whose_it_was_it_is_not_kept_and_the_page_says_so(
    alice: Person, charlie: Person, visitor: Client
) -> None:
    page = visitor.post("/write/", {"text": TYPED}).content.decode()

    assert 'name="carried"' not in page
    assert "was not kept" in page


def test_what_came_back_is_held_once(alice: Person, passphrase: str, visitor: Client) -> None:
    carried = carried_by(visitor.post("/write/", {"text": TYPED}))
    unlock(visitor, alice, passphrase, carried=carried)
    visitor.post("/held/", {"text": TYPED})

    assert "That was wrong" not in visitor.get("/held/").content.decode()


def test_after_a_restart_nothing_comes_back_and_the_page_says_so(
    alice: Person, passphrase: str, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = carried_by(visitor.post("/write/", {"text": TYPED}))
    monkeypatch.setattr("amends.web.carrying._KEY", bytes(32))
    unlock(visitor, alice, passphrase, carried=carried)

    assert "could not be brought back" in visitor.get("/held/").content.decode()


def test_no_passphrase_is_carried(alice: Person, visitor: Client) -> None:
    carried = carried_by(visitor.post("/passphrase/", {"old": "one two three", "note": TYPED}))

    assert b"one two three" not in (arrived(alice.vault.account, carried) or b"")


def test_a_page_that_answers_a_passphrase_always_leads_on(
    alice: Person, passphrase: str, visitor: Client
) -> None:
    """Otherwise Back or a refresh would ask the browser to send the passphrase once more."""
    carried = carried_by(visitor.post("/write/", {"text": TYPED}))

    for form in ({}, {"carried": carried}, {"carried": "damaged"}):
        assert unlock(visitor, alice, passphrase, **form).status_code == 302


def test_unlocking_leads_to_the_page_that_was_asked_for(
    alice: Person, passphrase: str, visitor: Client
) -> None:
    asked = visitor.get("/agreement/log/")
    led = unlock(visitor, alice, passphrase)

    assert asked["Location"] == "/unlock/"
    assert "agreement" not in visitor.cookies.output()
    assert led["Location"] == "/agreement/log/"


@pytest.mark.asvs("V7.3.1")
def test_idle_time_locks(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    later = timezone.now() + timedelta(minutes=6)
    monkeypatch.setattr("amends.web.middleware.timezone.now", lambda: later)

    assert alice.get("/").status_code == 302


def test_typing_keeps_it_open(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    start = timezone.now()
    for minutes in (4, 8, 12):
        moment = start + timedelta(minutes=minutes)
        monkeypatch.setattr("amends.web.middleware.timezone.now", lambda at=moment: at)
        alice.post("/awake/")

    assert alice.get("/").status_code == 200


@pytest.mark.asvs("V7.4.1")
def test_lock_drops_both_halves(alice: Person, visitor: Client) -> None:
    visitor.cookies[settings.KEY_COOKIE] = alice.client.cookies[settings.KEY_COOKIE].value

    alice.post("/lock/")

    assert visitor.get("/").status_code == 302


@pytest.mark.asvs("V7.4.3")
def test_a_changed_passphrase_locks_every_other_window(
    alice: Person, passphrase: str, visitor: Client
) -> None:
    visitor.post("/unlock/", {"passphrase": passphrase, "account": _account(alice)})
    new = "eleven brass keys under snow"

    alice.post("/passphrase/", old=passphrase, passphrase=new, again=new)

    assert visitor.get("/").status_code == 302
    assert alice.get("/").status_code == 200


def test_two_tabs_lose_nothing(alice: Person) -> None:
    path = f"/write/{alice.ids['draft_id']}/"
    seen = alice.vault.get(Draft, bytes.fromhex(alice.ids["draft_id"])).revision
    alice.post(path, action="check", text="from the first tab", revision=str(seen))

    second = alice.post(path, action="check", text="from the second tab", revision=str(seen))

    assert "from the second tab" in second.content.decode()
    assert "another window" in second.content.decode()
    assert (
        alice.vault.get(Draft, bytes.fromhex(alice.ids["draft_id"])).record.text
        == "from the first tab"
    )


def test_an_idle_window_locks_its_own_browser_alone(alice: Person, visitor: Client) -> None:
    cookie.unlock(HttpRequest(), answer := HttpResponse(), alice.vault)
    visitor.cookies = answer.cookies

    alice.post("/lock/", idle="yes")

    assert alice.get("/").status_code == 302
    assert visitor.get("/").status_code == 200


def test_after_the_machine_slept_everything_is_locked(alice: Person) -> None:
    wall, steady = iter([1000.0, 1001.0, 1061.0]), iter([10.0, 11.0, 12.0])
    watch = Watch(lambda: next(wall), lambda: next(steady))
    handle = middleware.unlocked(lambda _: HttpResponse(), watch)
    request = HttpRequest()
    request.COOKIES = {name: one.value for name, one in alice.client.cookies.items()}

    handle(request)
    before = vault_of(request)
    handle(request)

    assert before == alice.vault
    assert vault_of(request) is None


@pytest.mark.parametrize(
    ("wall", "steady", "slept"),
    [(600.0, 600.0, False), (600.0, 0.0, True), (-600.0, 1.0, True), (20.0, 1.0, False)],
    ids=["both went on", "only the wall's went on", "set back", "set right"],
)
def test_sleep_is_seen_when_the_clocks_move_apart(wall: float, steady: float, slept: bool) -> None:
    walls, steadies = iter([50.0, 50.0 + wall]), iter([7.0, 7.0 + steady])
    watch = Watch(lambda: next(walls), lambda: next(steadies))

    assert watch.has_slept() is slept


def unlock(visitor: Client, person: Person, passphrase: str, **form: str) -> Any:
    """Send the form of the unlock page."""
    return visitor.post("/unlock/", {"passphrase": passphrase, "account": _account(person), **form})


def carried_by(response: Any) -> str:
    """Return what the unlock page carries."""
    found = re.search(r'name="carried" value="([^"]+)"', response.content.decode())
    assert found
    return found[1]


def _account(person: Person) -> str:
    return person.vault.account.hex()


@pytest.mark.parametrize(
    ("site", "ends"), [("same-origin", True), ("cross-site", False), ("none", False)]
)
def test_whoever_comes_to_the_neutral_page_from_here_is_locked(
    alice: Person, site: str, ends: bool
) -> None:
    alice.client.get("/away/", headers={"Sec-Fetch-Site": site})

    assert (alice.get("/agreement/").status_code == 302) is ends
