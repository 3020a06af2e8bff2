"""What the buttons on the page with dates do."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from amends.store import Kept, NotKept, Space
from amends.together import HOWS, DateNote, OwnIdea, Reply, Wishes
from amends.web.dating import OWN, dated, days_to_choose, ideas_of
from amends.web.draws import move_on
from amends.web.guard import Request
from amends.web.hurt import keep_hurt
from amends.web.inviting import answer, invite, withdraw
from amends.web.pages.dates.forms import OwnForm, WishesForm

Act = Callable[[Request, date, Space | None], bool]
"""Does what a form asks for; says whether the form was whole."""


def act(request: Request, today: date, space: Space | None) -> bool:
    """Do what the form asks for; say whether it was whole."""
    done = ACTS.get(request.POST.get("action", ""))
    return done is None or done(request, today, space)


def _else(request: Request, today: date, _: Space | None) -> bool:
    move_on(request.vault, today)
    return True


def _choose(request: Request, today: date, _: Space | None) -> bool:
    idea, on = request.POST.get("idea", ""), _day(request, today)
    known = {one.id for one in ideas_of(request.vault)}
    if idea in known and on:
        note = DateNote(idea, on)
        if note not in request.vault.records(DateNote):
            request.vault.put(note)
    return True


def _take_out(request: Request, _: date, space: Space | None) -> bool:
    kept = _note(request)
    if space:
        withdraw(space, kept.id.hex())
    request.vault.delete(kept.id)
    return True


def _how(request: Request, today: date, _: Space | None) -> bool:
    kept, how = _note(request), request.POST.get("how", "")
    if how in {str(one) for one in HOWS} and kept.record.on <= today:
        noted = replace(kept.record, how=int(how))
        request.vault.put(noted, id=kept.id, revision=kept.revision)
    return True


def _again(request: Request, today: date, _: Space | None) -> bool:
    kept, again = _note(request), request.POST.get("again", "")
    if again in ("yes", "no") and kept.record.on <= today:
        noted = replace(kept.record, again=again == "yes")
        request.vault.put(noted, id=kept.id, revision=kept.revision)
    return True


def _wish(request: Request, _: date, __: Space | None) -> bool:
    form = WishesForm(request.POST)
    if form.is_valid():
        kept = request.vault.all(Wishes)
        request.vault.put(form.wishes(), id=kept[-1].id if kept else None)
    return form.is_valid()


def _own(request: Request, _: date, __: Space | None) -> bool:
    form = OwnForm(request.POST)
    if form.is_valid():
        request.vault.put(form.idea())
    return form.is_valid()


def _own_out(request: Request, _: date, __: Space | None) -> bool:
    kept = request.vault.get(OwnIdea, _id(request.POST.get("idea", "").removeprefix(OWN)))
    request.vault.delete(kept.id)
    return True


def _hurt(request: Request, _: date, __: Space | None) -> bool:
    keep_hurt(request.vault, request.POST.get("hurt", ""))
    return True


def _show(request: Request, today: date, space: Space | None) -> bool:
    note = _note(request)
    for one in dated(request.vault, ideas_of(request.vault)):
        if space and one.kept.id == note.id and one.note.on >= today and one.note.how is None:
            invite(space, one)
    return True


def _hide(request: Request, _: date, space: Space | None) -> bool:
    if space:
        withdraw(space, _note(request).id.hex())
    return True


def _move(request: Request, today: date, space: Space | None) -> bool:
    """Choose another day for a date that was shown, and show it anew."""
    kept, on = _note(request), _day(request, today)
    if on:
        moved = replace(kept.record, on=on)
        request.vault.put(moved, id=kept.id, revision=kept.revision)
        _show(request, today, space)
    return True


def _answer(request: Request, _: date, space: Space | None) -> bool:
    reply = request.POST.get("reply", "")
    if space and reply in {one.value for one in Reply}:
        with suppress(NotKept):  # they have taken it back meanwhile
            answer(space, request.POST.get("invitation", ""), Reply(reply))
    return True


def _note(request: Request) -> Kept[DateNote]:
    """Return the note that a form names; raises NotKept."""
    return request.vault.get(DateNote, _id(request.POST.get("note", "")))


def _id(typed: str) -> bytes:
    try:
        return bytes.fromhex(typed)
    except ValueError:
        raise NotKept from None


def _day(request: Request, today: date) -> date | None:
    typed = request.POST.get("on", "")
    return next((day for day in days_to_choose(today) if day.isoformat() == typed), None)


ACTS: dict[str, Act] = {
    "else": _else,
    "choose": _choose,
    "take-out": _take_out,
    "how": _how,
    "again": _again,
    "wishes": _wish,
    "own": _own,
    "own-out": _own_out,
    "hurt": _hurt,
    "show": _show,
    "hide": _hide,
    "move": _move,
    "answer": _answer,
}
