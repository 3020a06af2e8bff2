"""Give one thing out of one's own notes to the other, and take it back again.

A copy goes into the shared space; what is changed in the own notes later stays there until it is
given again. Where both are to write before either reads, each is given when both are done.
"""

from collections.abc import Iterable
from contextlib import suppress

from amends.store import Keepable, Kept, NotKept, R, Space, Vault
from amends.together import Finished, Release


def given(vault: Vault) -> dict[str, bytes]:
    """Return the item that is a copy of each own record, by the record's id in hexadecimal."""
    return {one.record: bytes.fromhex(one.item) for one in vault.records(Release)}


def release(space: Space, kept: Kept[R]) -> None:
    """Give a record as it is now; an earlier copy of it goes."""
    with space.vault.at_once():
        take_back(space, kept)
        item = space.put(kept.record)
        space.vault.put(Release(kept.id.hex(), item.id.hex()))


def take_back(space: Space, kept: Kept[R]) -> None:
    """Take the copy out of the space; what was read cannot be unread."""
    _take_back(space, type(kept.record), kept.id)


def _take_back(space: Space, kind: type[Keepable], record: bytes) -> None:
    for one in space.vault.all(Release):
        if one.record.record != record.hex():
            continue
        with suppress(NotKept):  # it may have gone with an earlier space
            space.delete(kind, bytes.fromhex(one.record.item))
        space.vault.delete(one.id)


def finish(space: Space, about: str) -> None:
    """Say that one's own part is written, and no more than that."""
    if all(one.item.about != about for one in space.mine(Finished)):
        space.put(Finished(about))


def both_finished(space: Space, about: str) -> bool:
    """Say whether both have written their part."""
    done = [one.is_mine for one in space.all(Finished) if one.item.about == about]
    return True in done and False in done


def release_when_both(space: Space, about: str, mine: Iterable[Kept[R]]) -> bool:
    """Give one's own part once both are done; return whether they are.

    Each page that shows such parts calls this first, so that who finished first is not left out.
    """
    if not both_finished(space, about):
        return False
    known = given(space.vault)
    for kept in mine:
        there = {one.id for one in space.mine(type(kept.record))}
        if known.get(kept.id.hex()) not in there:  # it may have been given in an earlier space
            release(space, kept)
    return True


def follow(space: Space) -> None:
    """Take back every copy whose own record is gone: burned, or deleted on its page."""
    for one in space.vault.all(Release):
        if not space.vault.holds(bytes.fromhex(one.record.record)):
            space.take_away(bytes.fromhex(one.record.item))
            space.vault.delete(one.id)
