"""Every cell of docs/who-sees-what.md: what is asked for is what comes back, and no more."""

import io
import logging
import re
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone
from docs.who_sees_what import (
    EX,
    FILES,
    HELD_BACK,
    HOLDER,
    LOCKED,
    NO_WORDS,
    NONE_MADE,
    NOT_THERE,
    OLD_KEY,
    OWN,
    PARTNER,
    PLAIN,
    RUNNER,
    SAME,
    SEALED,
    UNREACHED,
    VIEWERS,
    VISITOR,
    WHILE_UNLOCKED,
    Page,
    file_cell,
    page_cell,
    pages,
)
from pytest_django import DjangoDbBlocker

from amends.store import database, end_all_sessions, prepare, resume_session
from amends.store.models import Record
from amends.store.slots import add_passphrase
from amends.vault import FLOOR, VaultError, open_backup
from amends.web import cookie
from amends.web.errors import BareFormatter
from tests.store.cast import connected
from tests.web.conftest import KEY, PASSPHRASE, Person, settled, with_a_habit
from tests.web.forms import forms
from tests.web.pictures import png, put_in_box
from tests.web.test_every_page import path_of

NEW = "eleven brass keys under snow"
HELD = "canary-held-7f3a"
MOMENT = timezone.now()
SHIFTING = re.compile(r'value="[\w-]{64}"|csrf\w*|\b[0-9a-f]{32}\b|\d+ (seconds?|minutes?)')


def word(page: Page) -> str:
    """Return what Alice writes on this page and nowhere else."""
    return f"canary-{page.name}-7f3a"


@dataclass
class House:
    """One server: Alice, who wrote on every page; the others, and what they saw before she did."""

    folder: Path
    alice: Person
    others: dict[str, Person | None]
    before: dict[tuple[str, str], tuple[int, str]]
    old_cookie: str
    log: str
    database: str
    files: dict[str, bytes]
    temporary: list[str]
    seen: list[str]
    opens: set[str]


@pytest.fixture(scope="module")
def house(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[House]:
    """Everyone in one database of its own, on disk, at one fixed moment."""
    folder = tmp_path_factory.mktemp("house")
    patch = pytest.MonkeyPatch()
    patch.setattr("django.utils.timezone.now", lambda: MOMENT)
    patch.setattr("amends.store.vault.UNLOCK_SECONDS", 0)
    (folder / "temp").mkdir()
    patch.setattr(tempfile, "tempdir", str(folder / "temp"))
    with django_db_blocker.unblock(), connected(database(folder / "data")), patch.context():
        prepare()
        yield furnished(folder)
    patch.undo()


def furnished(folder: Path) -> House:
    alice, bob, ex = settled(), settled(), settled()
    add_passphrase(UUID(bytes=alice.vault.account), KEY, PASSPHRASE, FLOOR)
    others = {PARTNER: bob, EX: ex, VISITOR: None}
    old_cookie = alice.client.cookies[settings.KEY_COOKIE].value
    alice.post("/lock/")
    unlock(alice)
    alice.ids |= first_records(alice)
    before = {(who, one.name): looked(one, others[who], alice) for who in others for one in pages()}
    heard = io.StringIO()
    with listening(heard):
        seen = write_everywhere(alice)
        files = made_files(alice)
    temporary = [path.name for path in (folder / "temp").iterdir()]
    kept = b"".join(path.read_bytes() for path in (folder / "data").iterdir())
    spelled = kept.decode("latin-1")
    opens = {one for one in (PASSPHRASE, NEW) if is_opened(files["a backup"], one)}
    log = heard.getvalue()
    return House(
        folder, alice, others, before, old_cookie, log, spelled, files, temporary, seen, opens
    )


def is_opened(backup: bytes, passphrase: str) -> bool:
    try:
        return bool(open_backup(backup, passphrase))
    except VaultError:
        return False


class listening:  # noqa: N801 - it reads like the functions around it
    """Hear all that is logged, at every level, as the settings write it."""

    def __init__(self, heard: io.StringIO) -> None:
        self.handler = logging.StreamHandler(heard)
        self.handler.setFormatter(BareFormatter())
        self.loggers = [logging.getLogger(name) for name in ("", "django", "waitress")]

    def __enter__(self) -> None:
        for logger in self.loggers:
            logger.addHandler(self.handler)

    def __exit__(self, *_: object) -> None:
        for logger in self.loggers:
            logger.removeHandler(self.handler)


def unlock(someone: Person) -> None:
    end_all_sessions(someone.vault.account)
    response = cookie.unlock(HttpRequest(), HttpResponse(), someone.vault)
    someone.client.cookies = response.cookies


def first_records(alice: Person) -> dict[str, str]:
    """Put a letter in the drawer; return the ids of a draft and a line, for pages that need one."""
    letter = alice.post("/write/", kind="apology")["Location"].partition("#")[0]
    alice.post(letter, action="put-away", text=f"I'm sorry {HELD}.", urge="5")
    draft = alice.post("/write/", kind="apology")["Location"]
    entry = alice.post("/path/work/another-way/", line="A first line.", action="keep")["Location"]
    fury = alice.post("/fury/", text="A first line.")["Location"]
    urge = alice.post("/urge/", strength="7")["Location"]
    page = alice.post("/journal/", action="keep", text="A first line.")["Location"]
    stays = alice.post("/unsent/", text="A first line.")["Location"]
    return (
        {"urge_id": id_in(urge), "page_id": id_in(page), "letter_id": id_in(stays)}
        | {
            "fury_id": id_in(fury),
            "draft_id": id_in(draft),
            "entry_id": id_in(entry),
        }
        | with_a_habit(alice, MOMENT.date())
        | {"photo_id": put_in_box(alice.vault, png())}
    )


def id_in(address: str) -> str:
    found: list[str] = re.findall(r"[0-9a-f]{32}", address)
    return found[0]


def write_everywhere(alice: Person) -> list[str]:
    """Write into every form of every private page; return every address and title on the way."""
    seen = []
    for one in pages():
        if one.is_open:
            continue
        unlock(alice)
        path = path_of(one.name, alice.ids)
        page = alice.client.get(path, follow=True).content.decode()
        seen += [path, *re.findall("<title>.*?</title>", page)]
        for form in forms(page):
            if not form.is_posted or form.asks_for_a_secret or form.action not in ("", path):
                continue
            unlock(alice)
            answer = alice.post(path, **form.filled(word(one)))
            seen.append(answer.headers.get("Location", ""))
    unlock(alice)
    return seen


def made_files(alice: Person) -> dict[str, bytes]:
    """Make every file that can be made; then change the passphrase."""
    backup = alice.post("/backup/", passphrase=PASSPHRASE)
    export = alice.post("/export/", plain="yes", passphrase=PASSPHRASE)
    alice.vault.change_passphrase(PASSPHRASE, NEW)
    unlock(alice)
    return {"a backup": backup.content, "an export": export.content}


def looked(one: Page, who: Person | None, alice: Person) -> tuple[int, str]:
    """Ask for Alice's page in someone's own browser; return the status and what does not shift."""
    client = Client()
    if who is not None:
        unlock(who)
        client.cookies = who.client.cookies
    return asked(client, one, alice)


def asked(client: Client, one: Page, alice: Person) -> tuple[int, str]:
    said = client.get(path_of(one.name, alice.ids))
    where = said.headers.get("Location", "")
    return said.status_code, SHIFTING.sub("", said.content.decode("utf-8", "replace") + where)


def canaries(text: str) -> list[str]:
    return [word(one) for one in pages() if word(one) in text] + ([HELD] if HELD in text else [])


def cell_of(one: Page, who: str, house: House) -> str:
    """Return what someone really gets, in the words of the table."""
    if who in (HOLDER, RUNNER):
        return held_cell(one, who, house)
    status, text = got = looked(one, house.others[who], house.alice)
    if canaries(text) or got != house.before[who, one.name]:
        return "something of Alice's"
    if status == 404:
        return NOT_THERE
    if status == 302 and "/unlock/" in text and not one.is_open:
        return LOCKED
    return SAME if one.is_open else OWN


def held_cell(one: Page, who: str, house: House) -> str:
    """Return what the files tell, and to whoever runs the server what passes through it too."""
    if word(one) in house.database + house.log:
        return "something of Alice's"
    if who == HOLDER:
        return SEALED
    unlock(house.alice)
    request = HttpRequest()
    request.COOKIES = {settings.KEY_COOKIE: house.alice.client.cookies[settings.KEY_COOKIE].value}
    carried = cookie.read(request)
    is_readable = bool(carried and resume_session(*carried, MOMENT))
    return WHILE_UNLOCKED if is_readable else SEALED


@cache
def rows() -> list[Any]:
    return [pytest.param(one, who, id=f"{one.name}-{who}") for one in pages() for who in VIEWERS]


@pytest.mark.asvs("V8.2.1", "V8.2.2", "V8.3.1", "V8.4.1", "V14.2.4", "V15.3.1")
@pytest.mark.parametrize(("one", "who"), rows())
def test_a_page_gives_what_its_cell_says(one: Page, who: str, house: House) -> None:
    assert cell_of(one, who, house) == page_cell(one, who)


def test_alice_did_write_on_her_pages(house: House) -> None:
    """Without this, a table of sealed cells would prove nothing."""
    exported = zipfile.ZipFile(io.BytesIO(house.files["an export"]))
    text = " ".join(exported.read(name).decode() for name in exported.namelist())

    written = {one.name for one in pages() if word(one) in text}

    assert {"exercise", "people", "contact_log", "words"} <= written


@pytest.mark.asvs("V7.4.1")
@pytest.mark.parametrize(
    "one", [one for one in pages() if not one.is_open], ids=lambda one: one.name
)
def test_an_old_cookie_opens_no_page(one: Page, house: House) -> None:
    client = Client()
    client.cookies[settings.KEY_COOKIE] = house.old_cookie

    status, text = asked(client, one, house.alice)

    assert status == 302
    assert "/unlock/" in text
    assert canaries(text) == []


def test_an_old_passphrase_opens_nothing_here(house: House) -> None:
    client = Client()

    form = {"passphrase": PASSPHRASE, "account": house.alice.vault.account.hex()}
    said = client.post("/unlock/", form)

    assert said.status_code == 403
    assert canaries(said.content.decode()) == []


@pytest.mark.asvs("V8.2.2", "V8.2.3")
@pytest.mark.parametrize("who", [PARTNER, EX, VISITOR])
def test_nobody_else_changes_anything_of_alices(who: str, house: House) -> None:
    """Each sends every form of Alice's pages, with her ids, as she would."""
    before = rows_of(house.alice)
    other = house.others[who]
    for one in pages():
        if one.is_open:
            continue
        unlock(house.alice)
        path = path_of(one.name, house.alice.ids)
        page = house.alice.client.get(path, follow=True).content.decode()
        client = Client()
        for form in forms(page):
            if form.is_posted and not form.asks_for_a_secret and form.action in ("", path):
                if other is not None:
                    unlock(other)
                    client.cookies = other.client.cookies
                client.post(path, form.filled("not Alice's words"))

    assert rows_of(house.alice) == before


def rows_of(person: Person) -> list[Any]:
    return list(Record.objects.filter(account_id=UUID(bytes=person.vault.account)).values_list())


@pytest.mark.asvs("V14.2.4", "V16.2.5", "V14.2.1", "V14.2.2")
@pytest.mark.parametrize("who", VIEWERS)
@pytest.mark.parametrize("file", FILES)
def test_a_file_gives_what_its_cell_says(file: str, who: str, house: House) -> None:
    if file_cell(file, who) == UNREACHED:
        assert_unreached(file, house)
    else:
        assert file_cell(file, who) in held_in(file, house)


def held_in(file: str, house: House) -> set[str]:
    """Return what can be had out of a file, in the words of the table."""
    if file == "every file in the data folder":
        assert canaries(house.database) == []
        return {SEALED, WHILE_UNLOCKED}
    if file == "a backup":
        return backup_cells(house)
    if file in ("an export", "letters that the gate holds, in an export"):
        return export_cells(house)
    if file == "temporary files":
        assert house.temporary == []
        return {NONE_MADE}
    text = house.log if file == "log lines" else " ".join(house.seen)
    assert canaries(text) == []
    return {NO_WORDS}


def backup_cells(house: House) -> set[str]:
    assert canaries(house.files["a backup"].decode("latin-1")) == []
    assert house.opens == {PASSPHRASE}
    return {SEALED, OLD_KEY}


def export_cells(house: House) -> set[str]:
    archive = zipfile.ZipFile(io.BytesIO(house.files["an export"]))
    found = canaries(" ".join(archive.read(name).decode() for name in archive.namelist()))
    assert found
    assert HELD not in found
    return {PLAIN, WHILE_UNLOCKED, HELD_BACK}


def assert_unreached(file: str, house: House) -> None:
    """No address leads to what lies in the data folder, nor to a backup or an export of Alice's."""
    client = Client()
    names = [path.name for path in (house.folder / "data").iterdir()]
    addresses = [f"{root}{name}" for name in names for root in ("/", "/static/", "/static/../")]
    assert file in FILES
    assert {client.get(one).status_code for one in addresses} == {404}
    assert client.post("/export/", {"plain": "yes"}).status_code in (302, 401, 403)
    assert client.post("/backup/", {"passphrase": PASSPHRASE}).status_code in (302, 401, 403)
