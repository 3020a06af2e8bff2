"""Every look at the tables goes through here: one account, one transaction, clear errors.

On PostgreSQL the account is named to the server for the length of the transaction, and row-level
security shows the rows of that account only: a second wall behind the queries' own filter.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from amends.store.connection import WAIT_SECONDS
from amends.store.trouble import told_plainly


@contextmanager
def writing(account: UUID, alias: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Change an account's rows: everything inside happens, or nothing does."""
    with told_plainly(alias), transaction.atomic(alias), _named(account, alias):
        yield


@contextmanager
def reading(account: UUID, alias: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Read an account's rows; on SQLite without taking the lock that writing takes."""
    if connections[alias].vendor == "postgresql":
        with writing(account, alias):
            yield
    else:
        with told_plainly(alias):
            yield


@contextmanager
def _named(account: UUID, alias: str) -> Iterator[None]:
    if connections[alias].vendor != "postgresql":
        yield
        return
    before = _name(account, alias)
    yield
    # The name ends with the transaction; a vault that this one is used inside of gets it back.
    if before:
        _name(UUID(before), alias)


def _name(account: UUID, alias: str) -> str:
    """Tell the server whose rows these are, and how long to wait for others; returns the last."""
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('app.account', true),"
            " set_config('app.account', %s, true), set_config('lock_timeout', %s, true)",
            [str(account), f"{WAIT_SECONDS}s"],
        )
        return str(cursor.fetchone()[0] or "")
