"""R4 · Reading the other person's device, account or backups."""

import io
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client

from amends.contact import Agreement, Contact, Draft
from amends.store import Kept, NotKept, Vault, has_account
from amends.vault import seal_backup
from tests.cli.conftest import Amends, Notes
from tests.refusals.conftest import LETTER, Driver
from tests.refusals.tries import DRAFT_ACTIONS, Try, each
from tests.web.conftest import Person

AS_CHARLIE = (
    *(
        Try("another account", f"{action} on her draft", "open", form={"action": action})
        for action in (*DRAFT_ACTIONS, "delete")
    ),
    Try("another account", "opening her draft", "open"),
    Try("another account", "opening her entry", "open", path="/path/entry/{id}/"),
    Try(
        "another account", "striking a line of hers", "open", path="/agreement/log/", text="strike"
    ),
)
KINDS = {"draft": Draft, "agreement": Agreement, "contact": Contact}
BY_LIBRARY = tuple(
    Try("the library", f"{how} of her {kind}", "open", text=kind, form={"how": how})
    for kind in KINDS
    for how in ("get", "all", "delete", "put")
)
COOKIES = tuple(
    Try("a forged cookie", what, "open", text=what)
    for what in (
        "her session, his key",
        "his session, her key",
        "her session, no key",
        "no session",
    )
)
FOREIGN = {
    "msgstore.db.crypt14": b"\x00\x01\x02crypt" * 400,
    "Manifest.db": b"",
    "chat.db": b"",
    "sms.xml": b"<?xml version='1.0'?><smses count='1'><sms body='hi'/></smses>",
    "notes.age": b"age-encryption.org/v1\n-> scrypt AAAA 18\nBBBB\n--- CCCC\n",
    "takeout.zip": b"PK\x03\x04" + b"\x00" * 200,
    "hers.age": b"",
}
UPLOADED = tuple(
    Try("a backup, in the browser", name, path="/restore/", text=name) for name in FOREIGN
)
RESTORED = tuple(Try("a backup, on the command line", name, text=name) for name in FOREIGN)
CHECKED = tuple(
    Try("the command line", f"check {name}", text=name)
    for name in FOREIGN
    if name not in {"sms.xml", "notes.age"}
)


def content_of(name: str) -> bytes:
    """Return a file as another program makes it, or her backup under her own passphrase."""
    if name == "hers.age":
        return seal_backup(b"her archive", "nine tall cranes at noon")
    if name.endswith(".db"):
        database = sqlite3.connect(":memory:")
        database.execute("CREATE TABLE message (text TEXT)")
        database.commit()
        return database.serialize()
    return FOREIGN[name]


@each(AS_CHARLIE)
def test_a_stranger_reaches_nothing_of_hers(one: Try, driver: Driver, charlie: Person) -> None:
    entry = driver.person.vault.put(Contact(now_of(driver), by="them", note="Hello."))
    path = one.path.replace("{id}", entry.id.hex()) or driver.path
    form = {"action": "strike", "entry": entry.id.hex()} if one.text else dict(one.form)
    before = driver.exported(), driver.person.vault.all(Draft)

    answer = charlie.post(path, **form) if form else charlie.get(path)

    assert answer.status_code == 404
    assert LETTER not in answer.content.decode()
    assert (driver.exported(), driver.person.vault.all(Draft)) == before


def now_of(driver: Driver) -> datetime:
    """Return when she agreed to what stands."""
    return driver.agreed().since


@each(BY_LIBRARY)
def test_another_vault_has_none_of_her_records(one: Try, driver: Driver, charlie: Person) -> None:
    kind: type[Any] = KINDS[one.text]
    driver.person.vault.put(Contact(driver.agreed().since, by="them", note="Hello."))
    hers: Kept[Any] = driver.person.vault.all(kind)[-1]

    reached = _reach(charlie.vault, one.form["how"], kind, hers)

    assert hers.record not in reached
    assert driver.person.vault.get(kind, hers.id) == hers


def _reach(vault: Vault, how: str, kind: type[Any], hers: Kept[Any]) -> list[Any]:
    """Return the records that somebody gets hold of."""
    ways: dict[str, Callable[[], Any]] = {
        "all": lambda: [kept.record for kept in vault.all(kind) if kept.id == hers.id],
        "get": lambda: [vault.get(kind, hers.id).record],
        "put": lambda: [vault.put(hers.record, id=hers.id).record],
        "delete": lambda: vault.delete(hers.id),
    }
    try:
        return ways[how]() or []
    except NotKept:
        return []


@each(COOKIES)
def test_half_a_key_opens_nothing(one: Try, driver: Driver, charlie: Person) -> None:
    hers, his = (
        someone.client.cookies[settings.KEY_COOKIE].value.partition(".")
        for someone in (driver.person, charlie)
    )
    forged = {
        "her session, his key": f"{hers[0]}.{his[2][:-4]}AAA=",
        "his session, her key": f"{his[0]}.{hers[2]}",
        "her session, no key": f"{hers[0]}.",
        "no session": f".{hers[2]}",
    }
    visitor = Client()
    visitor.cookies[settings.KEY_COOKIE] = forged[one.text]

    answer = visitor.get(driver.path)

    assert LETTER not in answer.content.decode()
    assert answer.status_code in {302, 404, 409}


@each(UPLOADED)
def test_what_another_program_backed_up_is_not_taken_in(
    one: Try, db: None, visitor: Client
) -> None:
    file = io.BytesIO(content_of(one.text))
    file.name = one.text

    answer = visitor.post(one.path, {"file": file, "passphrase": "seven quiet herons"})

    assert answer.status_code == 200
    assert not has_account()


@each(RESTORED)
def test_what_another_program_backed_up_is_not_restored(
    one: Try, notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    path, new = tmp_path / one.text, tmp_path / "new"
    path.write_bytes(content_of(one.text))

    said = amends("restore", path, "--data", new, stdin="seven quiet herons\n")

    assert (said.code, said.out) == (2, "")
    assert not new.exists()


@each(CHECKED)
def test_a_file_of_another_program_is_no_draft(one: Try, driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / one.text
    path.write_bytes(content_of(one.text) or b"\x00")

    said = driver.command("check", path)

    assert (said.code, said.out) == (2, "")
