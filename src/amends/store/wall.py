"""Every look at the tables goes through here: one account, one transaction, clear errors.

On PostgreSQL the account is named to the server for the length of the transaction, and row-level
security shows the rows of that account only: a second wall behind the queries' own filter.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, transaction

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
    before = _setting(alias)
    _set(alias, str(account))
    yield
    _set(alias, before)


def _setting(alias: str) -> str:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('app.account', true), '')")
        return str(cursor.fetchone()[0])


def _set(alias: str, account: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT set_config('app.account', %s, true)", [account])
