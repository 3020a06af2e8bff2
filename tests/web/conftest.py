"""Alice at her own machine, a visitor who has no key, and Charlie, who has a vault of his own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from amends.contact import Draft, State, Terms, begin, put_away, reread, write
from amends.store import Vault
from amends.store.names import add_account
from amends.store.slots import add_passphrase
from amends.vault import FLOOR
from amends.web import cookie
from tests.web import browser, kept

PASSPHRASE = "seven quiet herons at dusk"
NOW = datetime.now(UTC)
KEY = bytes(range(32))
THEIR_WORDS = "I need until March. Please do not write before."


@dataclass
class Person:
    """Someone with a vault and a browser of their own."""

    vault: Vault
    client: Client
    ids: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Any:
        """Open a page."""
        return self.client.get(path)

    def post(self, path: str, **form: Any) -> Any:
        """Send a form."""
        return self.client.post(path, form)


def person() -> Person:
    """Return someone new, unlocked; a passphrase comes with the fixture of that name."""
    account = uuid4()
    add_account(account, "")
    vault = Vault.resume(account.bytes, KEY)
    client = Client()
    response = cookie.unlock(HttpRequest(), HttpResponse(), vault)
    client.cookies = response.cookies
    return Person(vault, client)


def settled(state: State = State.SPACE, **terms: Any) -> Person:
    """Return someone who has written down how things stand."""
    someone = person()
    someone.vault.put(begin(Terms(state=state, words=THEIR_WORDS, **terms), datetime.now(UTC)))
    return someone


def waited(text: str, kind: str = "apology", topic: str = "") -> Draft:
    """Return a draft that lay in the drawer for two days, was read again, and is wanted."""
    draft = write(Draft(kind=kind), text, NOW - timedelta(days=3), topic=topic)
    put = put_away(draft, 6, NOW - timedelta(days=2))
    return reread(put, still_wanted=True, now=NOW - timedelta(hours=1))


def with_a_habit(someone: Person, today: date) -> dict[str, str]:
    """Keep a habit that lapsed on its first day; return its id and that day, as pages name them."""
    return kept.a_habit(someone.vault, today)


a_page = kept.a_page


@pytest.fixture
def alice(db: None) -> Person:
    """Alice has an agreement, and one of everything that has a page of its own."""
    someone = settled()
    someone.ids |= kept.one_of_each(someone.vault, datetime.now(UTC))
    return someone


@pytest.fixture
def passphrase(alice: Person) -> str:
    """Alice's passphrase; wrapping her key with it takes Argon2's time, so few tests ask."""
    add_passphrase(UUID(bytes=alice.vault.account), KEY, PASSPHRASE, FLOOR)
    return PASSPHRASE


def exported(someone: Person, **form: Any) -> Any:
    """Give someone a passphrase, and take everything along with it."""
    add_passphrase(UUID(bytes=someone.vault.account), KEY, PASSPHRASE, FLOOR)
    return someone.post("/export/", plain="yes", passphrase=PASSPHRASE, **form)


@pytest.fixture
def charlie(db: None) -> Person:
    """Charlie is a stranger with a vault of his own."""
    return settled()


@pytest.fixture
def visitor() -> Client:
    """Someone at the machine without a key."""
    return Client()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[browser.Server]:
    """Amends running on an empty data folder."""
    with browser.running(tmp_path / "data", tmp_path / "said") as running:
        yield running
