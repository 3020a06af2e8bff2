"""Which passphrases can be chosen, how the page takes them, and what else opens a vault."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from amends.store import Vault, accounts
from amends.store.models import Account
from amends.web.passphrase import strength_of
from amends.web.people import People
from amends.web.urls import page_names
from tests.web.conftest import Person
from tests.web.test_every_page import is_open, path_of

NEW = "eleven brass keys under snow"
COMMON = ["password", "iloveyou", "sunshine1", "liverpool1", "trustno1!", "qwertyuiop", "12345678"]
WITH_A_PASSPHRASE = [
    ("/unlock/", "current-password"),
    ("/recover/", "new-password"),
    ("/passphrase/", "new-password"),
    ("/backup/", "current-password"),
]


def change(alice: Person, old: str, new: str, **more: str) -> bool:
    """Try to change the passphrase; return whether it was changed."""
    said = alice.post("/passphrase/", old=old, passphrase=new, again=new, **more)
    return bool(said.status_code == 302)


@pytest.mark.asvs("V6.2.1", "V6.2.4", "V6.2.12")
@pytest.mark.parametrize("common", [*COMMON, "ab1X%", "a"])
def test_what_would_be_guessed_at_once_is_refused(
    common: str, alice: Person, passphrase: str
) -> None:
    assert not change(alice, passphrase, common, anyway="yes")
    assert Vault.open(alice.vault.account, passphrase)


@pytest.mark.django_db
def test_it_is_refused_at_the_beginning_too(visitor: Client) -> None:
    form = {"passphrase": "password", "again": "password", "anyway": "yes"}

    said = visitor.post("/welcome/passphrase/", form)

    assert not accounts()
    assert b'name="anyway"' not in said.content


@pytest.mark.asvs("V6.2.11")
def test_names_and_our_own_words_make_it_no_stronger(alice: Person, passphrase: str) -> None:
    alice.vault.put(People(me="Alicia", them="Bartholomew Quixwood"))

    assert strength_of("quixwood-bartholomew").score > 1
    assert not change(alice, passphrase, "bartholomew7", anyway="yes")
    assert strength_of("amends11").is_refused


@pytest.mark.asvs("V6.2.2", "V6.2.3")
def test_changing_it_takes_the_old_one(alice: Person, passphrase: str) -> None:
    assert not change(alice, "not the old one", NEW)
    assert change(alice, passphrase, NEW)
    assert Vault.open(alice.vault.account, NEW)


@pytest.mark.asvs("V6.2.5", "V6.2.8", "V6.2.9")
@pytest.mark.parametrize(
    "odd",
    [
        "Žluťoučký kůň úpěl ódy",
        "  spaces  at both ends  ",
        f"{NEW}, {NEW[::-1]}, 17 boats!" * 3,
        "鳥が三羽夕方に静かに",
    ],
)
def test_any_characters_and_any_length_are_taken_as_typed(
    odd: str, alice: Person, passphrase: str
) -> None:
    assert change(alice, passphrase, odd, anyway="yes")
    assert Vault.open(alice.vault.account, odd)


@pytest.mark.asvs("V6.2.6", "V6.2.7")
@pytest.mark.parametrize(("path", "kind"), WITH_A_PASSPHRASE)
def test_the_field_hides_it_and_lets_a_password_manager_in(
    path: str, kind: str, alice: Person
) -> None:
    page = alice.get(path).content.decode()
    fields = re.findall(r'<input[^>]*name="(?:passphrase|again|old)"[^>]*>', page)

    assert fields
    assert all('type="password"' in field and "autocomplete=" in field for field in fields)
    assert any(f'autocomplete="{kind}"' in field for field in fields)
    assert not any("maxlength" in field or "readonly" in field for field in fields)


@pytest.mark.asvs("V6.2.10")
def test_it_never_grows_too_old(
    alice: Person, passphrase: str, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = timezone.now() + timedelta(days=3650)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)

    visitor.post("/unlock/", {"passphrase": passphrase})

    assert visitor.get("/settings/").status_code == 200


@pytest.mark.asvs("V7.5.1")
def test_a_new_recovery_code_takes_the_passphrase(alice: Person, passphrase: str) -> None:
    refused = alice.post("/recovery-code/", action="make", passphrase="not the passphrase")
    made = alice.post("/recovery-code/", action="make", passphrase=passphrase)

    assert b'class="code"' not in refused.content
    assert b'class="code"' in made.content


@pytest.mark.asvs("V6.3.4")
@pytest.mark.parametrize("name", [name for name in page_names() if is_open(name)])
def test_no_open_page_unlocks_without_a_secret(name: str, alice: Person, visitor: Client) -> None:
    tried = {"passphrase": "", "code": "", "account": alice.vault.account.hex(), "next": "/"}

    visitor.get(path_of(name, alice.ids))
    visitor.post(path_of(name, alice.ids), tried)

    held = visitor.cookies.get(settings.KEY_COOKIE)
    assert held is None or not held.value
    assert visitor.get("/settings/").status_code == 302


@pytest.mark.asvs("V6.4.2")
def test_an_account_keeps_no_hint_and_no_question(alice: Person) -> None:
    row = Account.objects.values().get(id=UUID(bytes=alice.vault.account))

    assert set(row) == {"id", "name", "created"}


@pytest.mark.django_db
@pytest.mark.asvs("V6.3.2")
def test_a_new_folder_has_no_account(visitor: Client) -> None:
    assert not accounts()
    assert visitor.get("/").headers["Location"] == "/welcome/"
