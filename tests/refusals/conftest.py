"""The shared driver: someone whom the gate holds back, and every way in which they might try."""

import io
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.http import HttpRequest, HttpResponse
from django.test import Client

from amends import review
from amends.contact import Agreement, Contact, Draft, State, Terms, begin
from amends.journey import Lint
from amends.practice import Drives
from amends.safety import Danger, ScreeningAnswers
from amends.store import Vault
from amends.text import CONTENT
from amends.web import cookie
from tests.cli.conftest import Amends, amends, first, notes
from tests.journey.small import INCIDENT, LESSON, sheet, write
from tests.refusals.tries import CLOSED, Try
from tests.web.conftest import KEY, Person, charlie, person, visitor, waited
from tests.web.test_every_page import path_of

__all__ = ["amends", "charlie", "first", "notes", "visitor"]

LETTER = "I lied to you about the money on Sunday. That was my choice."
THEIR_WORDS = "Please leave me alone until I write to you."
PARTS = {"instrument": "phq-9", "part": "own-harm"}
REACHES_OUT = {
    "socket.connect",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "webbrowser.open",
    "urllib.Request",
    "smtplib.connect",
    "smtplib.send",
    "ftplib.connect",
    "imaplib.open",
    "poplib.connect",
}
"""What Python tells about before it reaches out of the program (audit events, PEP 578)."""
_heard: list[str] = []
_is_on: list[bool] = []


def _hear(event: str, _: tuple[object, ...]) -> None:
    if _is_on and event in REACHES_OUT:
        _heard.append(event)


sys.addaudithook(_hear)


def now() -> datetime:
    """Return the moment."""
    return datetime.now(UTC)


def _terms(state: State, **terms: Any) -> Callable[[Vault], None]:
    words = "" if state == State.UNKNOWN else THEIR_WORDS
    return lambda vault: _keep(vault, begin(Terms(state, words=words, **terms), now()))


def _keep(vault: Vault, *records: Any) -> None:
    for record in records:
        vault.put(record)


def _wrote(*days_ago: int) -> list[Contact]:
    return [
        Contact(at=now() - timedelta(days=days), by="me", channel="message") for days in days_ago
    ]


def _open_after(*days_ago: int) -> Callable[[Vault], None]:
    def scene(vault: Vault) -> None:
        _terms(State.OPEN)(vault)
        _keep(vault, *_wrote(*days_ago))

    return scene


def _in_danger(danger: Danger) -> Callable[[Vault], None]:
    def scene(vault: Vault) -> None:
        _terms(State.TOGETHER)(vault)
        _keep(vault, ScreeningAnswers(danger, now(), yes=("a",)))

    return scene


def _heated(vault: Vault) -> None:
    _terms(State.TOGETHER)(vault)
    _keep(vault, Drives(now() - timedelta(hours=1), back=5, hurt=9, let_go=2))


def _day(days: int) -> Any:
    return (now() + timedelta(days=days)).date()


SCENES: Mapping[str, Callable[[Vault], None]] = {
    "unknown": _terms(State.UNKNOWN),
    "space": _terms(State.SPACE),
    "space-until": _terms(State.SPACE, until=_day(9), reopened_by="either"),
    "space-over": _terms(State.SPACE, until=_day(-9)),
    "practical": _terms(State.LOGISTICS_ONLY, topics=("school",)),
    "budget": _open_after(1),
    "two-unanswered": _open_after(40, 20),
    "no-reply": _terms(State.NO_REPLY),
    "said-no": _terms(State.SAID_NO),
    "blocked": _terms(State.BLOCKED),
    "moved-on": _terms(State.MOVED_ON),
    "legal-order": _terms(State.LEGAL_ORDER),
    "being-hurt": _in_danger(Danger.BEING_HURT),
    "own-harm": _in_danger(Danger.OWN_HARM),
    "heated": _heated,
    "open": _terms(State.OPEN),
    "together": _terms(State.TOGETHER),
}
assert set(CLOSED) == set(SCENES) - {"open", "together"}


@dataclass
class Driver:
    """Someone in a state of the gate, with a letter that has waited, was read again, is wanted."""

    person: Person
    path: str
    command: Amends
    folder: Path
    reached: list[str] = field(default_factory=list)

    def attempt(self, one: Try) -> Any:
        """Send what the try sends; with a form it is posted, without one the page is opened."""
        path = one.path or self.path
        return self.watched(
            lambda: self.person.post(path, **one.form) if one.form else self.person.get(path)
        )

    def watched(self, act: Callable[[], Any]) -> Any:
        """Do something, and note every way out of the program that it takes."""
        _heard.clear()
        _is_on.append(True)
        try:
            return act()
        finally:
            _is_on.pop()
            self.reached += [*_heard, *("mail" for _ in getattr(mail, "outbox", ()))]

    def ways_out(self) -> list[str]:
        """Return where the letter can be copied, or taken from: there has to be none."""
        page = self.person.get(self.path).content.decode()
        shown = {
            "copied": "data-copyable" in page,
            "taken out": "Take it out" in page,
            "edited": "<textarea" in page and LETTER in page,
            "exported": LETTER in self.exported(),
        }
        return [way for way, is_open in shown.items() if is_open]

    def exported(self) -> str:
        """Return everything that an export gives away."""
        archive = zipfile.ZipFile(
            io.BytesIO(self.person.post("/export/", plain="yes", answers="yes").content)
        )
        return "".join(archive.read(name).decode() for name in archive.namelist())

    def restore(self, sealed: bytes, passphrase: str) -> None:
        """Bring a backup back by its page, and unlock what was in it."""
        file = io.BytesIO(sealed)
        file.name = "notes.age"
        Client().post("/restore/", {"file": file, "passphrase": passphrase})
        vault = Vault.resume(self.person.vault.account, KEY)
        response = cookie.unlock(HttpRequest(), HttpResponse(), vault)
        self.person = Person(vault, Client())
        self.person.client.cookies = response.cookies

    def opened(self, name: str) -> Any:
        """Open a page by its name, with a draft of theirs where it wants one."""
        kinds = ("entry", "fury", "habit", "letter", "page", "photo", "urge")
        nobodys = {f"{kind}_id": "0" * 32 for kind in kinds}
        ids = nobodys | {"draft_id": self.path.split("/")[2], "day": "2026-03-01"} | PARTS
        return self.person.get(path_of(name, ids))

    def agreed(self) -> Agreement:
        """Return the agreement as it is kept."""
        return self.person.vault.all(Agreement)[-1].record

    def marked(self, one: Try) -> set[str]:
        """Return the labels that the coach marks in a draft."""
        return {mark.label for mark in review(one.text, one.form["kind"]).concerns}

    def linted(self, one: Try) -> set[str]:
        """Return the rules of the content lint that a sentence in a lesson breaks."""
        text = sheet(INCIDENT, f"{LESSON}\n\n{one.text}")
        found = lint().check(write(self.folder, "own/01-incident.md", text))
        return {str(mistake.problem).rpartition(" (")[2].rstrip(")") for mistake in found}


@cache
def lint() -> Lint:
    """Return the content lint."""
    return Lint.load(CONTENT / "en")


@pytest.fixture
def driver_in(
    db: None, amends: Amends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Driver]:
    """Return how to put someone into a state of the gate; they know their own passphrase."""
    monkeypatch.setattr(Vault, "check_passphrase", lambda *_: None)

    def make(state: str) -> Driver:
        someone = person()
        SCENES[state](someone.vault)
        kept = someone.vault.put(waited(LETTER))
        return Driver(someone, f"/write/{kept.id.hex()}/", amends, tmp_path)

    return make


@pytest.fixture
def driver(one: Try, driver_in: Callable[[str], Driver]) -> Iterator[Driver]:
    """Put someone into the state of the try; whatever it was, nothing left the program."""
    driving = driver_in(one.state)
    yield driving
    assert driving.reached == []


def letters(vault: Vault) -> list[Draft]:
    """Return every draft that is kept."""
    return [kept.record for kept in vault.all(Draft)]
