"""One date shown to the other: given, answered without a reason, and gone again.

A refusal is told once. Nothing of it is kept, so that nobody can count them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from amends.store import Kept, NotKept, Shared, Space
from amends.together import (
    DateAnswer,
    DateIdea,
    DateNote,
    Invitation,
    OwnIdea,
    Reply,
    load_dates,
)
from amends.web.content import LANGUAGE
from amends.web.dating import OWN, Dated
from amends.web.releasing import given, release, take_back


@dataclass(frozen=True)
class Sent:
    """An own invitation, and what was answered to it, if anything."""

    kept: Kept[Invitation]
    reply: Reply | None


@dataclass(frozen=True)
class Received:
    """An invitation of the other, by the item's id as hex, and one's own answer, if any.

    After a yes it is a date of one's own, and stands there.
    """

    id: str
    on: date
    idea: DateIdea
    reply: Reply | None


def invite(space: Space, chosen: Dated) -> None:
    """Show a date with its day to the other: its words and its day, and nothing else.

    Whose words an own idea has stays in one's own vault, too.
    """
    note = chosen.kept.id.hex()
    invitation = Invitation(chosen.note.on, chosen.idea.id, note=note)
    if chosen.idea.id.startswith(OWN):
        own = space.vault.get(OwnIdea, bytes.fromhex(chosen.idea.id.removeprefix(OWN))).record
        invitation = replace(invitation, idea="", own=own)
    with space.vault.at_once():
        withdraw(space, note)
        kept = space.vault.put(invitation)
        bare = replace(invitation.own, is_theirs=False) if invitation.own else None
        release(space, replace(kept, record=replace(invitation, own=bare, note="")))


def withdraw(space: Space, note: str) -> None:
    """Take back the invitation to a date, by the id of its note as hex."""
    for kept in space.vault.all(Invitation):
        if kept.record.note == note:
            _withdraw(space, kept)


def _withdraw(space: Space, kept: Kept[Invitation]) -> None:
    with space.vault.at_once():
        take_back(space, kept)
        space.vault.delete(kept.id)


def sent(space: Space, today: date) -> list[Sent]:
    """Return one's own invitations; one whose day is over, or whose date is gone, is taken back."""
    replies = {one.item.invitation: one.item.reply for one in space.theirs(DateAnswer)}
    items = given(space.vault)
    there = {one.id for one in space.mine(Invitation)}
    notes = {one.id.hex() for one in space.vault.all(DateNote)}
    found = []
    for kept in space.vault.all(Invitation):
        item = items.get(kept.id.hex())
        if item in there and kept.record.on >= today and kept.record.note in notes:
            found.append(Sent(kept, replies.get(item.hex())))
        else:
            _withdraw(space, kept)
    return found


def put_away_refusals(space: Space, invitations: list[Sent]) -> bool:
    """Let refused dates go without a trace; say whether there was one."""
    refused = [one for one in invitations if one.reply == Reply.RATHER_NOT]
    for one in refused:
        _withdraw(space, one.kept)
        for note in space.vault.all(DateNote):
            if note.id.hex() == one.kept.record.note:
                space.vault.delete(note.id)
    return bool(refused)


def received(space: Space, today: date) -> list[Received]:
    """Return the other's invitations from today on that are open, or wait for another day."""
    _forget_answers(space)
    mine = {one.item.invitation: one.item.reply for one in space.mine(DateAnswer)}
    found = [
        Received(one.id.hex(), one.item.on, idea, mine.get(one.id.hex()))
        for one, idea in _theirs(space)
    ]
    return [one for one in found if one.on >= today and one.reply in (None, Reply.ANOTHER_DAY)]


def _theirs(space: Space) -> Iterator[tuple[Shared[Invitation], DateIdea]]:
    for one in space.theirs(Invitation):
        idea = _idea(one.item)
        if idea:
            yield one, idea


def _idea(invitation: Invitation) -> DateIdea | None:
    if invitation.own:
        return invitation.own.as_idea()
    return load_dates(LANGUAGE).get(invitation.idea)


def _forget_answers(space: Space) -> None:
    """Take away one's own answers to what is no longer there."""
    there = {one.id.hex() for one in space.theirs(Invitation)}
    for one in space.mine(DateAnswer):
        if one.item.invitation not in there:
            space.delete(DateAnswer, one.id)


def answer(space: Space, id: str, reply: Reply) -> None:  # noqa: A002 - its name everywhere
    """Answer an invitation of the other; a yes is a date of one's own too. Raises NotKept."""
    asked = next((one for one in space.theirs(Invitation) if one.id.hex() == id), None)
    if asked is None:
        raise NotKept
    mine = [one for one in space.mine(DateAnswer) if one.item.invitation == id]
    if any(one.item.reply == reply for one in mine):
        return
    with space.vault.at_once():
        for one in mine:
            space.delete(DateAnswer, one.id)
        space.put(DateAnswer(id, reply))
        if reply == Reply.YES:
            _take_up(space, asked.item)


def _take_up(space: Space, invitation: Invitation) -> None:
    idea = invitation.idea
    if invitation.own:
        theirs = replace(invitation.own, is_theirs=True)
        idea = f"{OWN}{space.vault.put(theirs).id.hex()}"
    note = DateNote(idea, invitation.on)
    if note not in space.vault.records(DateNote):
        space.vault.put(note)
