"""Memories in one's own vault beside those that the other has shown; pictures, and what is hidden.

What was shown is a copy: a change stays in one's own notes until it is shown again.
"""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from secrets import token_hex

from amends.practice import BoxFull, PictureTooLarge, read_photo
from amends.store import Kept, NotKept, Space, Vault
from amends.together import (
    Act,
    Memory,
    Move,
    NotShown,
    Phase,
    Picture,
    Release,
    Roughly,
    by_year,
    mentions,
)
from amends.web.hurt import hurt_words
from amends.web.listening import latest
from amends.web.releasing import given, release, take_back

LARGEST = 2 * 2**20
"""Bytes of one picture. The page opens each for itself, and a backup has 64 MiB for everything."""
MOST_TOGETHER = 8 * 2**20
"""Bytes of all one's own pictures here. In a backup they take 16/9 of that, beside those of the
photo box, which leave a third of it."""
AFTER_A_PAUSE = timedelta(hours=24)
"""A talk that had to be paused is not over for the body the same evening (a choice of ours)."""


@dataclass(frozen=True)
class Line:
    """One memory as its reader sees it; `id` is that of the own record, or of their item.

    `is_given` says that the other can read it, `is_behind` that they read an older one. `is_tied`
    says that it speaks of something that the reader named as hurting.
    """

    id: str
    memory: Memory = field(repr=False)
    is_mine: bool
    is_tied: bool
    is_given: bool = False
    is_behind: bool = False


@dataclass(frozen=True)
class Timeline:
    """What is shown, year by year, and what its reader has put away."""

    years: tuple[tuple[int, tuple[Line, ...]], ...] = field(repr=False)
    away: tuple[Line, ...] = field(repr=False)


def timeline(space: Space) -> Timeline:
    """Return every memory of both that this member may read."""
    # One's own come last: no name that the other gave can take the place of one.
    every = {one.memory.name: one for one in (*_theirs(space), *_mine(space))}
    put_away = {one.name for one in space.vault.records(NotShown)}
    away = [one for one in every.values() if one.is_tied or one.memory.name in put_away]
    shown = [one.memory for one in every.values() if one not in away]
    years = tuple(
        (year, tuple(every[one.name] for one in memories)) for year, memories in by_year(shown)
    )
    return Timeline(years, tuple(away))


def _mine(space: Space) -> list[Line]:
    copies, items = {one.id: one.item for one in space.mine(Memory)}, given(space.vault)
    hurt, found = hurt_words(space.vault), []
    for kept in space.vault.all(Memory):
        copy = copies.get(items.get(kept.id.hex(), b""))
        now = replace(kept.record, picture=items.get(kept.record.picture, b"").hex())
        is_behind = copy is not None and copy != now
        is_tied = mentions(kept.record.words, hurt)
        line = Line(kept.id.hex(), kept.record, is_mine=True, is_tied=is_tied)
        found.append(replace(line, is_given=copy is not None, is_behind=is_behind))
    return found


def _theirs(space: Space) -> list[Line]:
    found, hurt = space.theirs(Memory), hurt_words(space.vault)
    return [
        Line(one.id.hex(), one.item, is_mine=False, is_tied=mentions(one.item.words, hurt))
        for one in found
    ]


def is_ordinary(space: Space, now: datetime) -> bool:
    """Say whether memories may show by themselves: no talk is open, and none was paused lately."""
    session = latest(space)
    if session and session.stand.phase not in (Phase.PROPOSED, Phase.ENDED):
        return False
    pauses = (one.item.at for one in space.all(Move) if one.item.act == Act.PAUSE)
    return all(now - at >= AFTER_A_PAUSE for at in pauses)


def own_memory(vault: Vault, id: str) -> Kept[Memory] | None:  # noqa: A002 - as in Vault
    """Return one's own memory by its id in hexadecimal, or None."""
    return next((one for one in vault.all(Memory) if one.id.hex() == id), None)


def keep_memory(
    vault: Vault, words: str, on: Roughly, raw: bytes, kept: Kept[Memory] | None
) -> None:
    """Keep a memory, or a change of it, with a picture if there is one.

    Raises PhotoProblem; then nothing is kept.
    """
    before = kept.record if kept else Memory(token_hex(8), "")
    with vault.at_once():
        picture = before.picture
        if raw:
            picture = _sealed(vault, raw, instead_of=picture)
        vault.put(
            replace(before, words=words, on=on, picture=picture), id=kept.id if kept else None
        )
        _drop_unused(vault)


def _drop_unused(vault: Vault) -> None:
    """Delete pictures that no memory has; one that the other still sees stays until they do not."""
    used = {one.picture for one in vault.records(Memory)} | set(given(vault))
    for one in vault.all(Picture):
        if one.id.hex() not in used:
            vault.delete(one.id)


def _sealed(vault: Vault, raw: bytes, instead_of: str) -> str:
    """Keep a picture in the place of an older one; return its id."""
    if len(raw) > LARGEST:
        raise PictureTooLarge
    photo = read_photo(raw)
    others = [one for one in vault.all(Picture) if one.id.hex() != instead_of]
    if sum(len(one.record.bytes) for one in others) + len(raw) > MOST_TOGETHER:
        raise BoxFull
    return vault.put(Picture(photo.media, photo.content)).id.hex()


def show_memory(space: Space, kept: Kept[Memory]) -> None:
    """Give a memory as it is now, with its picture; an earlier copy of it goes."""
    vault, picture = space.vault, kept.record.picture
    with vault.at_once():
        hide_memory(space, kept)
        if picture:
            release(space, vault.get(Picture, bytes.fromhex(picture)))
            picture = given(vault)[picture].hex()
        item = space.put(replace(kept.record, picture=picture))
        vault.put(Release(kept.id.hex(), item.id.hex()))


def hide_memory(space: Space, kept: Kept[Memory]) -> None:
    """Take the copy and its picture out of the space."""
    item = given(space.vault).get(kept.id.hex())
    copy = next((one.item for one in space.mine(Memory) if one.id == item), None)
    with space.vault.at_once():
        take_back(space, kept)
        if copy and copy.picture:
            with suppress(NotKept):  # it may have gone with an earlier space
                space.delete(Picture, bytes.fromhex(copy.picture))
            for one in space.vault.all(Release):
                if one.record.item == copy.picture:
                    space.vault.delete(one.id)
        _drop_unused(space.vault)


def delete_memory(space: Space, kept: Kept[Memory]) -> None:
    """Delete a memory with its picture, here and in the space."""
    with space.vault.at_once():
        hide_memory(space, kept)
        space.vault.delete(kept.id)
        _drop_unused(space.vault)


def picture_of(space: Space, id: bytes) -> Picture:  # noqa: A002 - as in Vault
    """Return a picture of one's own, or one that the other has shown; raises NotKept."""
    try:
        return space.vault.get(Picture, id).record
    except NotKept:
        return space.get(Picture, id).item
