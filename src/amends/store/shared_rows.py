"""Sealed items of one shared space, row by row."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic
from uuid import UUID, uuid4

from django.utils import timezone

from amends.store import wall
from amends.store.envelope import Keepable, R, decode, encode
from amends.store.errors import ChangedElsewhere, DamagedItem, NewerFolder, NotKept, NotYours
from amends.store.models import SharedItem
from amends.vault import (
    KeyPair,
    NewerFormat,
    PublicKeys,
    RecordHeader,
    SpaceKeys,
    VaultError,
    item_tag,
    open_item,
    seal_item,
)

COLUMNS = ("item_id", "kind_tag", "revision", "sealed")


@dataclass(frozen=True)
class Shared(Generic[R]):
    """An item as it lies in the space: its id (16 bytes), its revision, whose it is, and when."""

    id: bytes
    revision: int
    item: R
    saved: datetime
    is_mine: bool


@dataclass(frozen=True, eq=False)
class Epoch:
    """One stretch of a space's life: its key, and whose signatures count in it."""

    keys: SpaceKeys
    mine: KeyPair = field(repr=False)
    partner: PublicKeys | None

    @property
    def space(self) -> UUID:
        """The space as the tables name it."""
        return UUID(bytes=self.keys.space)

    @property
    def members(self) -> tuple[PublicKeys, ...]:
        """Everyone whose items are believed."""
        return (self.mine.public, *([self.partner] if self.partner else []))


def writing(space: UUID) -> AbstractContextManager[None]:
    """Change a space's rows: everything inside happens, or nothing does."""
    return wall.writing(space, setting=wall.SPACE)


def add(epoch: Epoch, item: R) -> Shared[R]:
    """Put a new item there, signed, under a new random id."""
    now, item_id, tag = timezone.now(), uuid4(), item_tag(epoch.keys, item.KIND)
    header = RecordHeader(item_id.bytes, tag, 1)
    with writing(epoch.space):
        SharedItem.objects.create(
            space=epoch.space,
            epoch=epoch.keys.epoch,
            item_id=item_id,
            kind_tag=tag,
            revision=1,
            day=now.date(),
            sealed=seal_item(epoch.keys, header, encode(item, now), epoch.mine),
        )
    return Shared(item_id.bytes, 1, item, now, is_mine=True)


def replace(epoch: Epoch, item: R, item_id: UUID, revision: int) -> Shared[R]:
    """Put a new revision of one's own item; raises ChangedElsewhere, NotYours, NotKept."""
    if not find(epoch, type(item), item_id).is_mine:
        raise NotYours
    now, tag = timezone.now(), item_tag(epoch.keys, item.KIND)
    header = RecordHeader(item_id.bytes, tag, revision + 1)
    sealed = seal_item(epoch.keys, header, encode(item, now), epoch.mine)
    with writing(epoch.space):
        latest = SharedItem.objects.filter(space=epoch.space, item_id=item_id, revision=revision)
        if not latest.update(revision=revision + 1, day=now.date(), sealed=sealed):
            raise ChangedElsewhere
    return Shared(item_id.bytes, revision + 1, item, now, is_mine=True)


def find(epoch: Epoch, kind: type[R], item_id: UUID) -> Shared[R]:
    """Return one item; raises NotKept, DamagedItem."""
    tag = item_tag(epoch.keys, kind.KIND)
    found = next(_rows(epoch, item_id=item_id, kind_tag=tag), None)
    if found is None:
        raise NotKept
    return _opened(epoch, found, kind)


def every(epoch: Epoch, kind: type[R]) -> list[Shared[R]]:
    """Return all items of one kind, oldest first; raises DamagedItem."""
    rows = _rows(epoch, kind_tag=item_tag(epoch.keys, kind.KIND))
    return [_opened(epoch, row, kind) for row in rows]


def remove(epoch: Epoch, kind: type[Keepable], item_id: UUID) -> None:
    """Take one's own item away; raises NotYours, NotKept."""
    if not find(epoch, kind, item_id).is_mine:
        raise NotYours
    with writing(epoch.space):
        SharedItem.objects.filter(space=epoch.space, item_id=item_id).delete()


def remove_one_of_mine(epoch: Epoch, item_id: UUID) -> None:
    """Take one's own item away, whatever kind it is of; leaves what is the other's."""
    mine = [row[0] for row in _rows(epoch, item_id=item_id) if _is_mine(epoch, row)]
    with writing(epoch.space):
        SharedItem.objects.filter(space=epoch.space, item_id__in=mine).delete()


def remove_mine(epoch: Epoch) -> None:
    """Take everything of one's own away; what cannot be opened is nobody's, and goes too."""
    mine = [row[0] for row in _rows(epoch) if _is_mine(epoch, row)]
    with writing(epoch.space):
        SharedItem.objects.filter(space=epoch.space, item_id__in=mine).delete()


Row = tuple[UUID, bytes, int, bytes]


def _rows(epoch: Epoch, **where: object) -> Iterator[Row]:
    with wall.reading(epoch.space, setting=wall.SPACE):
        found = SharedItem.objects.filter(space=epoch.space, epoch=epoch.keys.epoch, **where)
        values = list(found.order_by("number").values_list(*COLUMNS))
    return ((one, bytes(tag), revision, bytes(sealed)) for one, tag, revision, sealed in values)


def _opened(epoch: Epoch, row: Row, kind: type[R]) -> Shared[R]:
    author, plain = _open(epoch, row)
    item, saved = decode(kind, plain)
    is_mine = author == epoch.mine.public
    return Shared(row[0].bytes, row[2], item, saved, is_mine)


def _open(epoch: Epoch, row: Row) -> tuple[PublicKeys, bytes]:
    item_id, tag, revision, sealed = row
    header = RecordHeader(item_id.bytes, tag, revision)
    try:
        return open_item(epoch.keys, header, sealed, epoch.members)
    except NewerFormat as error:
        raise NewerFolder from error
    except VaultError as error:
        raise DamagedItem from error


def _is_mine(epoch: Epoch, row: Row) -> bool:
    try:
        return _open(epoch, row)[0] == epoch.mine.public
    except (DamagedItem, NewerFolder):
        return True
