"""Hard days: one's own list, what the other shows, and what can be said in that moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from amends.practice import HARD_LINES, HardDay, HardKind
from amends.store import Shared, Space
from amends.together import HardAnswer
from amends.web.content import words
from amends.web.newest import newest
from amends.web.ours import SharedRequest
from amends.web.own_items import Own, own, own_one
from amends.web.pages.hard_days.form import HardDayForm, form_of
from amends.web.releasing import release, take_back
from amends.web.templatetags.words import on_day

PATH = "hard-days/"
TOOL = "hard-days"
NEW = "new"
"""The place on the page of the form for one more."""


@dataclass(frozen=True)
class Mine:
    """One of the own list, with what the other can read of it, and what stands in its form."""

    own: Own[HardDay]
    sent: Mapping[str, Any] = field(repr=False)
    problem: str = ""

    @property
    def hard(self) -> HardDay:
        """Return what was written."""
        return self.own.kept.record

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the lines that the other can read."""
        return self.own.copy.lines if self.own.copy else ()

    @property
    def is_behind(self) -> bool:
        """Say whether a line that the other can read was changed since."""
        return self.own.copy not in (None, self.hard.only(self.shown))


@dataclass(frozen=True)
class Back:
    """A form that was sent and has to be looked at again: where it is, and what to change."""

    at: str
    problem: str
    sent: Mapping[str, Any] = field(repr=False)


Done = str | Back


def view(request: SharedRequest) -> HttpResponse:
    """Write it down, show lines of it, answer with one tap."""
    _tidy(request.ours.space, timezone.now())
    act = ACTS.get(request.POST.get("action", ""))
    done = act(request) if act else None
    if isinstance(done, str):
        return redirect(reverse("hard_days") + (f"#{done}" if done else ""))
    return _page(request, done)


def _page(request: SharedRequest, back: Back | None) -> HttpResponse:
    space, now, text = request.ours.space, timezone.now(), words("together/triggers")
    today = timezone.localdate(now)
    theirs = sorted(space.theirs(HardDay), key=lambda one: not one.item.is_near(today))
    lines = {one["id"]: one["line"] for one in text["response"]}
    context = {
        "text": text,
        "kinds": [(str(kind), text[kind]) for kind in HardKind],
        "near": [(_near(one.item, today), one.item) for one in theirs if one.item.is_near(today)],
        "theirs": newest([one.item for one in theirs]),
        "mine": newest([_mine(one, back) for one in own(space, HardDay)[::-1]]),
        "new": back if back and back.at == NEW else None,
        "answered": _line(space.theirs(HardAnswer), lines, now),
        "answered_me": _line(space.mine(HardAnswer), lines, now),
        "today": today,
    }
    return render(request, "hard_days/page.html", context, status=422 if back else 200)


def _near(hard: HardDay, today: date) -> str:
    """Say when one that is near comes; of one that is here, that it is today."""
    comes = hard.comes(today)
    day = max(comes[0], today) if comes else today
    return str(words("together/triggers")["near"].format(day=on_day(day)))


def _mine(one: Own[HardDay], back: Back | None) -> Mine:
    if back and back.at == one.id:
        return Mine(one, back.sent, back.problem)
    return Mine(one, form_of(one.kept.record))


def _line(
    found: list[Shared[HardAnswer]], lines: Mapping[str, str], now: datetime
) -> dict[str, str]:
    """Return the newest answer that is not over, in words, and when it was given."""
    fresh = [one.item for one in found if not one.item.is_over(now) and one.item.answer in lines]
    if not fresh:
        return {}
    text, last = words("together/triggers"), fresh[-1]
    time = timezone.localtime(last.at).strftime("%H:%M")
    line = lines[last.answer]
    return {
        "theirs": text["answered"].format(line=line),
        "mine": text["answered_me"].format(line=line),
        "when": text["answered_at"].format(time=time),
    }


def _tidy(space: Space, now: datetime) -> None:
    """Let one's own answers go when their day is over."""
    for one in space.mine(HardAnswer):
        if one.item.is_over(now):
            space.delete(HardAnswer, one.id)


def _add(request: SharedRequest) -> Done:
    form = HardDayForm(request.POST)
    if not form.is_valid():
        return _refused(request, form, NEW)
    request.vault.put(form.hard_day)
    return "mine"


def _change(request: SharedRequest) -> Done:
    one, form = _named(request), HardDayForm(request.POST)
    if one is None:
        return "mine"
    if not form.is_valid():
        return _refused(request, form, one.id)
    request.vault.put(form.hard_day, one.kept.id, one.kept.revision)
    return f"h-{one.id}"


def _refused(request: SharedRequest, form: HardDayForm, at: str) -> Back:
    return Back(at, words("together/triggers")[form.trouble], request.POST.dict())


def _show(request: SharedRequest) -> Done:
    """Give a copy with the ticked lines; without a tick nothing is given."""
    one = _named(request)
    if one is None:
        return "mine"
    ticked = set(HARD_LINES) & set(request.POST.getlist("line"))
    trimmed = one.kept.record.only(ticked)
    if trimmed.lines:
        release(request.ours.space, replace(one.kept, record=trimmed))
    else:
        take_back(request.ours.space, one.kept)
    return f"h-{one.id}"


def _hide(request: SharedRequest) -> Done:
    one = _named(request)
    if one:
        take_back(request.ours.space, one.kept)
    return f"h-{one.id}" if one else "mine"


def _delete(request: SharedRequest) -> Done:
    one = _named(request)
    if one:
        with request.vault.at_once():
            take_back(request.ours.space, one.kept)
            request.vault.delete(one.kept.id)
    return "mine"


def _answer(request: SharedRequest) -> Done:
    """Give one answer; an earlier one goes."""
    known = {one["id"] for one in words("together/triggers")["response"]}
    answer = request.POST.get("answer", "")
    if answer in known:
        _answer_back(request)
        request.ours.space.put(HardAnswer(answer, timezone.now()))
    return ""


def _answer_back(request: SharedRequest) -> Done:
    for one in request.ours.space.mine(HardAnswer):
        request.ours.space.delete(HardAnswer, one.id)
    return ""


def _named(request: SharedRequest) -> Own[HardDay] | None:
    return own_one(request.ours.space, HardDay, request.POST.get("one", ""))


ACTS: Mapping[str, Callable[[SharedRequest], Done]] = {
    "add": _add,
    "change": _change,
    "show": _show,
    "hide": _hide,
    "delete": _delete,
    "answer": _answer,
    "answer-back": _answer_back,
}
