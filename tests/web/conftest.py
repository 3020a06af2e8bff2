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
from amends.journey import Answers
from amends.practice import (
    Fury,
    Habit,
    HabitDays,
    IfThen,
    JournalPage,
    Mark,
    Sitting,
    UnsentLetter,
    Urge,
)
from amends.store import Vault
from amends.store.names import add_account
from amends.store.slots import add_passphrase
from amends.vault import FLOOR
from amends.web import cookie
from tests.web import browser
from tests.web.pictures import png, put_in_box

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
    first = today - timedelta(days=9)
    plan = IfThen("my answer is ready", "I count two breaths", first)
    habit = Habit("Letting them finish", "I cut them off", (plan,), first)
    habit_id = someone.vault.put(habit).id.hex()
    someone.vault.put(HabitDays(habit_id, {first.isoformat(): Mark.LAPSED}))
    return {"habit_id": habit_id, "day": first.isoformat()}


def a_page(at: datetime, text: str = "The bus was late, and I did not mind.") -> JournalPage:
    """Return a page of the journal."""
    sitting = Sitting(at, at - timedelta(minutes=4), text)
    return JournalPage("opening/three-sentences", (sitting,), "Leave ten minutes earlier.")


@pytest.fixture
def alice(db: None) -> Person:
    """Alice has an agreement, one draft, and one line that she looks at again."""
    someone = settled()
    now = datetime.now(UTC)
    draft = write(Draft(kind="apology"), "I'm sorry I read your letters, but you hid them.", now)
    someone.ids["draft_id"] = someone.vault.put(draft).id.hex()
    line = Answers("work/another-way").with_version({"line": "You never listen."}, now)
    someone.ids["entry_id"] = someone.vault.put(line).id.hex()
    someone.ids["urge_id"] = someone.vault.put(Urge(now).with_level(8, now)).id.hex()
    fury = Fury(now, "I want to sell the coat.", "things").kept_for(7, now)
    someone.ids["fury_id"] = someone.vault.put(fury).id.hex()
    someone.ids["photo_id"] = put_in_box(someone.vault, png())
    someone.ids |= with_a_habit(someone, now.date())
    someone.ids["page_id"] = someone.vault.put(a_page(now)).id.hex()
    letter = UnsentLetter(now, "me at nineteen", "You did not know better, and now you do.")
    someone.ids["letter_id"] = someone.vault.put(letter).id.hex()
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
