"""Alice at her own machine, a visitor who has no key, and Charlie, who has a vault of his own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from amends.contact import Draft, State, Terms, begin, write
from amends.store import Vault
from amends.vault import FLOOR
from amends.web import cookie
from tests.web import browser

PASSPHRASE = "seven quiet herons at dusk"
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
    """Return someone new, unlocked."""
    vault, _ = Vault.create(PASSPHRASE, cost=FLOOR)
    client = Client()
    response = cookie.unlock(HttpRequest(), HttpResponse(), vault)
    client.cookies = response.cookies
    return Person(vault, client)


def settled(state: State = State.SPACE, **terms: Any) -> Person:
    """Return someone who has written down how things stand."""
    someone = person()
    someone.vault.put(begin(Terms(state=state, words=THEIR_WORDS, **terms), datetime.now(UTC)))
    return someone


@pytest.fixture
def alice(db: None) -> Person:
    """Alice has an agreement and one draft."""
    someone = settled()
    now = datetime.now(UTC)
    draft = write(Draft(kind="apology"), "I'm sorry I read your letters, but you hid them.", now)
    someone.ids["draft_id"] = someone.vault.put(draft).id.hex()
    return someone


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
