"""What the page of promises shows: one's own with what the other can read, and theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from amends.practice import (
    RUNNING,
    AsSeen,
    Promise,
    PromiseHow,
    Saw,
    Untruth,
    promise_weeks,
    vague_word,
)
from amends.store import Shared
from amends.web.charts.promises import outcome_word, promises_chart
from amends.web.content import words
from amends.web.newest import newest
from amends.web.ours import SharedRequest
from amends.web.own_items import Own, own
from amends.web.pages.promises.acts import Back

A_WEEK = timedelta(days=7)
"""The day that a new promise has until another is chosen: a small one fits into a week."""


@dataclass(frozen=True)
class Mine:
    """One own promise on the page: what came of it, and what its form asks."""

    own: Own[Promise]
    told: str
    is_due: bool
    today: date
    back: Back = field(repr=False)

    @property
    def promise(self) -> Promise:
        """Return the promise."""
        return self.own.kept.record

    @property
    def is_back(self) -> bool:
        """Say whether its form was sent and has to be looked at again."""
        return self.back.at == self.own.id

    @property
    def how(self) -> str:
        """Return what is chosen in its form."""
        end = self.promise.end
        return self.back.sent["how"] if self.is_back else (end.how if end else PromiseHow.DONE)

    @property
    def on(self) -> str:
        """Return the day in its form."""
        end = self.promise.end
        return self.back.sent["on"] if self.is_back else (end.on if end else self.today).isoformat()

    @property
    def instead(self) -> str:
        """Return the line in its form."""
        end = self.promise.end
        return self.back.sent["instead"] if self.is_back else (end.instead if end else "")


@dataclass(frozen=True)
class Theirs:
    """A promise that the other shows, what they say came of it, and one's own word about it."""

    shared: Shared[Promise] = field(repr=False)
    told: str
    seen: AsSeen | None = field(default=None, repr=False)


def shown(request: SharedRequest, back: Back) -> dict[str, Any]:
    """Return what the page needs; what was not kept yet stays in its form."""
    space, today = request.ours.space, timezone.localdate()
    text, promises = words("together/promises"), own(space, Promise)
    mine = [_mine(one, text, today, back) for one in promises]
    running = sorted((one for one in mine if not one.promise.end), key=lambda one: one.promise.by)
    over = sorted(
        (one for one in mine if one.promise.end), key=lambda one: one.promise.by, reverse=True
    )
    return {
        "text": text,
        "today": today,
        "back": back,
        "chart": promises_chart(promise_weeks((one.promise for one in mine), today), text),
        "running": running,
        "has_plenty": len(running) >= RUNNING,
        "over": newest(over),
        "back_is_over": any(one.is_back for one in over),
        "hows": [(str(one), text["end"][one]) for one in PromiseHow],
        "lies": newest(own(space, Untruth)[::-1]),
        "theirs": newest(list(_theirs(request, text))),
        "their_lies": newest(space.theirs(Untruth)[::-1]),
        "saws": [(str(one), text["theirs"][one.replace("-", "_")]) for one in Saw],
        **_new(back, text, today),
    }


def _mine(one: Own[Promise], text: Mapping[str, Any], today: date, back: Back) -> Mine:
    promise = one.kept.record
    told = outcome_word(promise, text["outcome"]) if promise.end else ""
    return Mine(one, told, promise.is_due(today), today, back)


def _theirs(request: SharedRequest, text: Mapping[str, Any]) -> Iterator[Theirs]:
    """Yield what the other shows: those that run first, then the newest."""
    seen, today = request.vault.records(AsSeen), timezone.localdate()
    shared = sorted(request.ours.space.theirs(Promise), key=lambda one: one.item.by, reverse=True)
    for one in sorted(shared, key=lambda one: one.item.end is not None):
        is_told = one.item.end is not None or one.item.is_due(today)
        about = [word for word in seen if word.is_of(one.item)]
        told = outcome_word(one.item, text["outcome"]) if is_told else ""
        yield Theirs(one, told, about[-1] if about else None)


def _new(back: Back, text: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return what stands in the form of a new promise, and what is asked about it."""
    sent = back.sent if back.at == "new" else {"by": (today + A_WEEK).isoformat()}
    word = vague_word(sent.get("what", ""), text["vague"])
    asked = [text["smaller"][ask].format(word=f"“{word}”") for ask in back.asks]
    return {"new": sent, "asked": asked}
