"""What a backup holds: one account's key slots and sealed rows, the same for both databases."""

from datetime import date
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from pydantic import BaseModel, ConfigDict, ValidationError

from amends.store.errors import AccountExists, DamagedBackup, NewerBackup, NoAccount
from amends.store.models import Account, KeySlot, Record
from amends.store.names import AccountName, free_name
from amends.store.wall import writing

VERSION = 1
AT_ONCE = 500  # rows in one statement; SQLite allows 32,766 values


class Part(BaseModel):
    """A part of the archive: frozen, and bytes are base64 in its JSON."""

    model_config = ConfigDict(
        frozen=True, ser_json_bytes="base64", val_json_bytes="base64", hide_input_in_errors=True
    )


class Slot(Part):
    """One way to the account's key."""

    kind: KeySlot.Kind
    wrapped: bytes
    confirmed: bool


class SealedRecord(Part):
    """One record, sealed as it was."""

    record_id: UUID
    kind_tag: bytes
    revision: int
    day: date
    sealed: bytes


class Archive(Part):
    """One account. Records are in the order of keeping."""

    version: int
    account: UUID
    name: str
    created: date
    slots: tuple[Slot, ...]
    records: tuple[SealedRecord, ...]


class Head(BaseModel):
    """The part that every version can read."""

    version: int


def collect(account: UUID) -> Archive:
    """Read one account as it is at one moment; raises NoAccount."""
    with writing(account):
        row = Account.objects.filter(id=account).first()
        if row is None:
            raise NoAccount
        slots = KeySlot.objects.filter(account_id=account).order_by("number")
        records = Record.objects.filter(account_id=account).order_by("number")
        return Archive(
            version=VERSION,
            account=account,
            name=row.name,
            created=row.created,
            slots=tuple(Slot.model_validate(values) for values in slots.values(*Slot.model_fields)),
            records=tuple(
                SealedRecord.model_validate(values)
                for values in records.values(*SealedRecord.model_fields)
            ),
        )


def to_bytes(archive: Archive) -> bytes:
    """Return the archive as JSON."""
    return archive.model_dump_json().encode()


def from_bytes(plain: bytes) -> Archive:
    """Return the archive in a JSON; raises NewerBackup, DamagedBackup."""
    try:
        if Head.model_validate_json(plain).version > VERSION:
            raise NewerBackup
        return Archive.model_validate_json(plain)
    except ValidationError:
        raise DamagedBackup from None


def put_back(archive: Archive, alias: str = DEFAULT_DB_ALIAS) -> AccountName:
    """Write the account into a prepared database; raises AccountExists.

    Its name differs from the old one when another account has that by now.
    """
    with writing(archive.account, alias):
        accounts = Account.objects.using(alias)
        if accounts.filter(id=archive.account).exists():
            raise AccountExists
        taken = accounts.filter(name=archive.name).exists()
        name = free_name(alias) if taken else archive.name
        accounts.create(id=archive.account, name=name, created=archive.created)
        _put_back_rows(archive, alias)
    return AccountName(archive.account.bytes, name)


def _put_back_rows(archive: Archive, alias: str) -> None:
    KeySlot.objects.using(alias).bulk_create(
        KeySlot(account_id=archive.account, **slot.model_dump()) for slot in archive.slots
    )
    Record.objects.using(alias).bulk_create(
        (Record(account_id=archive.account, **one.model_dump()) for one in archive.records),
        batch_size=AT_ONCE,
    )
