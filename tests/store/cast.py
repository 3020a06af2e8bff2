"""Alice and Bob, what they keep, and the databases that they keep it in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

from django.db import connections

from amends.store import Vault, database
from amends.store.archive import Archive, collect
from amends.vault import FLOOR
from tests.store import postgresql

ALICE = "seven quiet herons at dusk"
BOB = "eleven loud geese at dawn"


@dataclass(frozen=True)
class Note:
    """A record for these tests."""

    KIND: ClassVar[str] = "note"
    text: str = ""


@dataclass(frozen=True)
class Letter:
    """A record of another kind."""

    KIND: ClassVar[str] = "letter"
    to: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Member:
    """One of the cast: their account, key, passphrase and recovery code."""

    archive: Archive
    account_key: bytes
    passphrase: str
    code: str


@dataclass(frozen=True)
class Cast:
    """The accounts, and a data folder with both in it that a test may copy."""

    folder: Path
    alice: Member
    bob: Member


def new_member(passphrase: str) -> Member:
    """Make an account in the open database."""
    vault, code = Vault.create(passphrase, cost=FLOOR)
    archive = collect(UUID(bytes=vault.account))
    return Member(archive, vault.account_key, passphrase, code)


@contextmanager
def connected(entry: dict[str, Any]) -> Iterator[None]:
    """Make a database the default one, for every thread, for as long as the block lasts."""
    before = connections.settings["default"]
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": entry})["default"]
    try:
        yield
    finally:
        connections["default"].close()
        del connections["default"]
        connections.settings["default"] = before


def server_entry(server: postgresql.Server) -> dict[str, Any]:
    """Return the entry for the server's database, as one who is no superuser."""
    return database(Path("/nowhere"), server.url("amends", "amends"))


def vault_of(cast: Cast) -> Vault:
    """Return Alice's vault in whatever database is open."""
    return Vault.resume(cast.alice.archive.account.bytes, cast.alice.account_key)
