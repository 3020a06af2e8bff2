"""Sealed records of one account, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.utils import timezone

from amends.store.envelope import Kept, R, decode, encode
from amends.store.errors import ChangedElsewhere, DamagedRecord, NewerFolder, NotKept
from amends.store.models import Record
from amends.store.wall import reading, writing
from amends.vault import (
    AccountKeys,
    NewerFormat,
    RecordHeader,
    VaultError,
    kind_tag,
    open_sealed,
    seal,
)

COLUMNS = ("record_id", "kind_tag", "revision", "sealed")


@dataclass(frozen=True)
class Row:
    """One row as it lies in the table, still sealed."""

    record_id: UUID
    kind_tag: bytes
    revision: int
    sealed: bytes

    def open(self, keys: AccountKeys) -> bytes:
        """Return what is inside; raises DamagedRecord, or NewerFolder for a newer seal."""
        try:
            return open_sealed(
                keys, _header(self.record_id, self.kind_tag, self.revision), self.sealed
            )
        except NewerFormat as error:
            raise NewerFolder from error
        except VaultError as error:
            raise DamagedRecord from error


def add(account: UUID, keys: AccountKeys, record: R) -> Kept[R]:
    """Keep a new record under a new random id."""
    now, record_id, tag = timezone.now(), uuid4(), kind_tag(keys, record.KIND)
    sealed = seal(keys, _header(record_id, tag, 1), encode(record, now))
    with writing(account):
        Record.objects.create(
            account_id=account,
            record_id=record_id,
            kind_tag=tag,
            revision=1,
            day=now.date(),
            sealed=sealed,
        )
    return Kept(record_id.bytes, 1, record, now)


def replace(
    account: UUID, keys: AccountKeys, record: R, record_id: UUID, revision: int | None
) -> Kept[R]:
    """Keep a new revision; raises ChangedElsewhere when `revision` is not the latest, NotKept."""
    now, tag = timezone.now(), kind_tag(keys, record.KIND)
    plain = encode(record, now)
    with writing(account):
        mine = Record.objects.filter(account_id=account, record_id=record_id, kind_tag=tag)
        latest = mine.select_for_update().values_list("revision", flat=True).first()
        if latest is None:
            raise NotKept
        if revision not in (None, latest):
            raise ChangedElsewhere
        sealed = seal(keys, _header(record_id, tag, latest + 1), plain)
        mine.update(revision=latest + 1, day=now.date(), sealed=sealed)
    return Kept(record_id.bytes, latest + 1, record, now)


def find(account: UUID, keys: AccountKeys, kind: type[R], record_id: UUID) -> Kept[R]:
    """Return one record; raises NotKept, DamagedRecord."""
    rows = list(_rows(account, record_id=record_id, kind_tag=kind_tag(keys, kind.KIND)))
    if not rows:
        raise NotKept
    return _opened(rows[0], keys, kind)


def every(
    account: UUID, keys: AccountKeys, *kinds: type[R], since: date | None = None
) -> list[Kept[R]]:
    """Return all records of some kinds, oldest first, opening no other; raises DamagedRecord.

    With `since`, only those that were kept on that day (UTC) or later.
    """
    of = {kind_tag(keys, kind.KIND): kind for kind in kinds}
    where: dict[str, object] = {"day__gte": since} if since else {}
    rows = _rows(account, kind_tag__in=list(of), **where)
    return [_opened(row, keys, of[row.kind_tag]) for row in rows]


def sealed_rows(account: UUID) -> list[Row]:
    """Return every row of the account, oldest first, still sealed."""
    return list(_rows(account))


def is_there(account: UUID, record_id: UUID) -> bool:
    """Say whether a record is there, without opening it."""
    with reading(account):
        return Record.objects.filter(account_id=account, record_id=record_id).exists()


def remove(account: UUID, record_id: UUID) -> None:
    """Delete one record; raises NotKept."""
    with writing(account):
        gone, _ = Record.objects.filter(account_id=account, record_id=record_id).delete()
        if not gone:
            raise NotKept


def _rows(account: UUID, **where: object) -> Iterator[Row]:
    with reading(account):
        found = Record.objects.filter(account_id=account, **where).order_by("number")
        values = list(found.values_list(*COLUMNS))
    return (Row(one, bytes(tag), revision, bytes(sealed)) for one, tag, revision, sealed in values)


def _opened(row: Row, keys: AccountKeys, kind: type[R]) -> Kept[R]:
    record, saved = decode(kind, row.open(keys))
    return Kept(row.record_id.bytes, row.revision, record, saved)


def _header(record_id: UUID, tag: bytes, revision: int) -> RecordHeader:
    return RecordHeader(record_id=record_id.bytes, kind_tag=tag, revision=revision)
