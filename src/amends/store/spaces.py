"""The shared space of an open vault: items of both, each signed by its author, and leaving."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from secrets import token_bytes
from typing import ClassVar
from uuid import UUID

from amends.store import invitations, shared_rows
from amends.store.envelope import Keepable, R
from amends.store.errors import NotKept, NotShared, StoreError
from amends.store.membership import Membership, epochs_of, keep, membership_of, own_pair
from amends.store.models import SharedItem, SpaceKey
from amends.store.shared_rows import Epoch, Shared
from amends.store.vault import Vault
from amends.vault import PublicKeys, safety_phrase


@dataclass(frozen=True)
class Left:
    """The last item of a member who left; it gives no reason."""

    KIND: ClassVar[str] = "left"

    at: datetime


@dataclass(frozen=True, eq=False)
class Space:
    """The space that an open vault shares; everything in it was released by someone, on purpose."""

    vault: Vault = field(repr=False)
    membership: Membership
    epochs: tuple[Epoch, ...] = field(repr=False)

    @property
    def is_shared(self) -> bool:
        """Whether both are in it, each with the key."""
        return bool(self.membership.partner) and bool(self.epochs)

    @property
    def current(self) -> "Space":
        """The same without what was in it before the other came in for the last time.

        Who left and came back cannot read that any more: what two use together begins anew.
        """
        return replace(self, epochs=self.epochs[-1:])

    @property
    def phrase(self) -> tuple[int, ...]:
        """Six numbers below 256, to be compared aloud as words; () until the other is in."""
        if not self.membership.partner:
            return ()
        other = PublicKeys.from_bytes(bytes.fromhex(self.membership.partner))
        pair = own_pair(self.vault)
        return safety_phrase(bytes.fromhex(self.membership.space), pair.public, other)

    def put(self, item: R, id: bytes | None = None, revision: int = 0) -> Shared[R]:  # noqa: A002 - as in Vault
        """Release a new item, or a new revision of one's own that was read as `revision`.

        Raises NotShared while the other is not in the space, NotYours, NotKept, ChangedElsewhere.
        """
        if not self.is_shared:
            raise NotShared
        if id is None:
            return shared_rows.add(self.epochs[-1], item)
        return shared_rows.replace(self._epoch_of(type(item), id), item, _item(id), revision)

    def get(self, kind: type[R], id: bytes) -> Shared[R]:  # noqa: A002 - as above
        """Return one item; raises NotKept, DamagedItem."""
        return shared_rows.find(self._epoch_of(kind, id), kind, _item(id))

    def all(self, kind: type[R]) -> list[Shared[R]]:
        """Return every item of one kind, of both, oldest first; raises DamagedItem."""
        return [one for epoch in self.epochs for one in shared_rows.every(epoch, kind)]

    def mine(self, kind: type[R]) -> list[Shared[R]]:
        """Return one's own items of one kind."""
        return [one for one in self.all(kind) if one.is_mine]

    def theirs(self, kind: type[R]) -> list[Shared[R]]:
        """Return the other's items of one kind."""
        return [one for one in self.all(kind) if not one.is_mine]

    def delete(self, kind: type[Keepable], id: bytes) -> None:  # noqa: A002 - as above
        """Take one's own item back; raises NotYours, NotKept. What was read cannot be unread."""
        shared_rows.remove(self._epoch_of(kind, id), kind, _item(id))

    def take_away(self, id: bytes) -> None:  # noqa: A002 - as above
        """Take one's own item back, whatever kind it is of; does nothing when it is gone."""
        for epoch in self.epochs:
            shared_rows.remove_one_of_mine(epoch, _item(id))

    def leave(self, now: datetime, *, taking: bool = True) -> None:
        """Leave at once, with one's own items or without; the other learns that, and no more."""
        _leave(self, now, taking=taking)

    def _epoch_of(self, kind: type[R], id: bytes) -> Epoch:  # noqa: A002 - as above
        for epoch in reversed(self.epochs):
            try:
                shared_rows.find(epoch, kind, _item(id))
            except NotKept:
                continue
            return epoch
        raise NotKept


def space_of(vault: Vault, now: datetime) -> Space | None:
    """Return the space of this vault, brought up to date; None when there is none."""
    invitations.settle(vault, now)
    kept = membership_of(vault)
    if kept is None:
        return None
    space = _opened(vault, kept.record)
    return _closed_behind(space) if space.is_shared and space.theirs(Left) else space


def leave_space(vault: Vault, now: datetime, *, taking: bool = True) -> None:
    """Leave the space of this vault, if there is one; what does not open in it keeps nobody in."""
    with suppress(StoreError):
        invitations.settle(vault, now)
    kept = membership_of(vault)
    if kept is not None:
        _leave(_opened(vault, kept.record), now, taking=taking)


def _opened(vault: Vault, membership: Membership) -> Space:
    return Space(vault, membership, epochs_of(membership, own_pair(vault)))


def _closed_behind(space: Space) -> Space:
    """The other has left: from here on a key that they never had."""
    gone = space.theirs(Left)[-1]
    left = replace(space.membership, partner="", joined=None, ended=gone.item.at)
    new = left.with_key(left.latest + 1, token_bytes(32), "")
    with space.vault.at_once(), shared_rows.writing(_uuid(space)):
        SharedItem.objects.filter(space=_uuid(space), item_id=UUID(bytes=gone.id)).delete()
        keep(space.vault, new)
    return _opened(space.vault, new)


def _leave(space: Space, now: datetime, *, taking: bool) -> None:
    with space.vault.at_once(), shared_rows.writing(_uuid(space)):
        if not space.membership.partner:
            invitations.take_back(space.vault)
            _empty(space)
        elif not space.epochs:
            invitations.unanswer(space.vault, space.membership, now)
        elif _is_left(space):  # nobody can open it any more
            _empty(space)
        else:
            if taking:
                for epoch in space.epochs:
                    shared_rows.remove_mine(epoch)
            shared_rows.add(space.epochs[-1], Left(now))
        kept = membership_of(space.vault)
        if kept:
            space.vault.delete(kept.id)


def _is_left(space: Space) -> bool:
    """Say whether the other went already; where that does not open, their part stays theirs."""
    try:
        return bool(space.theirs(Left))
    except StoreError:
        return False


def _empty(space: Space) -> None:
    SharedItem.objects.filter(space=_uuid(space)).delete()
    SpaceKey.objects.filter(space=_uuid(space)).delete()


def _uuid(space: Space) -> UUID:
    return UUID(hex=space.membership.space)


def _item(id: bytes) -> UUID:  # noqa: A002 - as above
    try:
        return UUID(bytes=id)
    except ValueError:
        raise NotKept from None
