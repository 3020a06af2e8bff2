"""Delete an account for ever. The key slots go first: without them nobody can read the rest."""

from uuid import UUID

from django.db import connection, transaction

from amends.store.models import Account, Attempts, KeySlot, Record, UnlockedSession
from amends.store.trouble import told_plainly
from amends.store.wall import writing

SLOTS = KeySlot._meta.db_table  # noqa: SLF001 - Django's documented way to a table's name


def destroy(account: bytes) -> None:
    """Delete everything of an account, locked or not; does nothing when there is no such account.

    What survives: backups, exports, and what the disk itself may still hold of overwritten pages.
    """
    one = UUID(bytes=account)
    with writing(one):
        KeySlot.objects.filter(account_id=one).delete()
        UnlockedSession.objects.filter(account_id=one).delete()
    _scrub(SLOTS)
    with writing(one):
        Record.objects.filter(account_id=one).delete()
        Attempts.objects.filter(account_id=one).delete()
        Account.objects.filter(id=one).delete()
    _scrub()


def _scrub(table: str = "") -> None:
    """Rewrite what the rows lay in, so that free pages and the journal hold nothing of them.

    Not inside another transaction: a database refuses that, and so does this.
    """
    transaction.get_connection().validate_no_atomic_block()
    with told_plainly(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"VACUUM FULL {table}" if table else "VACUUM")
        else:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
