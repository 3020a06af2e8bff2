"""Locking loses nothing, and leaves nothing open."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from amends.contact import Draft
from tests.web.conftest import Person


def test_what_was_typed_while_it_locked_comes_back(
    alice: Person, passphrase: str, visitor: Client
) -> None:
    path = f"/write/{alice.ids['draft_id']}/"
    typed = {"action": "check", "text": "I read your letters. That was wrong of me."}

    asked = visitor.post(path, typed)
    carried = {f"kept-{name}": value for name, value in typed.items()} | {"kept_path": path}
    back = visitor.post(
        "/unlock/", {"passphrase": passphrase, "account": _account(alice), **carried}
    )

    assert asked.status_code == 401
    assert typed["text"] in asked.content.decode()
    assert typed["text"] in back.content.decode()
    assert f'action="{path}"' in back.content.decode()


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


def test_lock_drops_both_halves(alice: Person, visitor: Client) -> None:
    visitor.cookies[settings.KEY_COOKIE] = alice.client.cookies[settings.KEY_COOKIE].value

    alice.post("/lock/")

    assert visitor.get("/").status_code == 302


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


def _account(person: Person) -> str:
    return person.vault.account.hex()
