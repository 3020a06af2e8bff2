"""Every look at the tables goes through here: one owner, one transaction, clear errors.

On PostgreSQL the owner, an account or a shared space, is named to the server for the length of the
transaction, and row-level security shows the rows of that owner only: a second wall behind the
queries' own filter.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from amends.store.connection import WAIT_SECONDS
from amends.store.trouble import told_plainly

ACCOUNT, SPACE = "app.account", "app.space"


@contextmanager
def writing(owner: UUID, alias: str = DEFAULT_DB_ALIAS, setting: str = ACCOUNT) -> Iterator[None]:
    """Change an owner's rows: everything inside happens, or nothing does."""
    with told_plainly(alias), transaction.atomic(alias), _named(owner, alias, setting):
        yield


@contextmanager
def reading(owner: UUID, alias: str = DEFAULT_DB_ALIAS, setting: str = ACCOUNT) -> Iterator[None]:
    """Read an owner's rows; on SQLite without taking the lock that writing takes."""
    if connections[alias].vendor == "postgresql":
        with writing(owner, alias, setting):
            yield
    else:
        with told_plainly(alias):
            yield


@contextmanager
def _named(owner: UUID, alias: str, setting: str) -> Iterator[None]:
    if connections[alias].vendor != "postgresql":
        yield
        return
    before = _name(owner, alias, setting)
    yield
    # The name ends with the transaction; a vault that this one is used inside of gets it back.
    if before:
        _name(UUID(before), alias, setting)


def _name(owner: UUID, alias: str, setting: str) -> str:
    """Tell the server whose rows these are, and how long to wait for others; returns the last."""
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT current_setting(%s, true),"
            " set_config(%s, %s, true), set_config('lock_timeout', %s, true)",
            [setting, setting, str(owner), f"{WAIT_SECONDS}s"],
        )
        return str(cursor.fetchone()[0] or "")
