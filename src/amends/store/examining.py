"""Look at a database from outside, without a passphrase and without changing anything in it."""

from dataclasses import dataclass

from django.db import connection

from amends.store.errors import DamagedFile, NewerFolder
from amends.store.models import Account, FormatVersion
from amends.store.preparing import FORMAT
from amends.store.slots import has_confirmed_code
from amends.store.trouble import told_plainly


@dataclass(frozen=True)
class Examined:
    """A sound database: how many accounts it has, and how many never confirmed a recovery code."""

    accounts: int
    without_code: int


def examine() -> Examined:
    """Have the database check itself, then count.

    Raises MissingFile, DamagedFile, NewerFolder and the other kinds of StoreError.
    """
    with told_plainly():
        _refuse_damaged()
        if FormatVersion.objects.filter(version__gt=FORMAT).exists():
            raise NewerFolder
        ids = list(Account.objects.values_list("id", flat=True))
    return Examined(len(ids), sum(not has_confirmed_code(one) for one in ids))


def _refuse_damaged() -> None:
    """SQLite looks at every page of the file; a server looks after its own."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA integrity_check(1)")
            if cursor.fetchone() != ("ok",):
                raise DamagedFile
