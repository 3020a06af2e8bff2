"""What the buttons of the page do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from amends.practice import Ask, AsSeen, Promise, PromiseHow, Saw, Untruth
from amends.store import R, Space
from amends.web.content import words
from amends.web.ours import SharedRequest
from amends.web.own_items import Own, own_one
from amends.web.pages.promises.forms import HowISawIt, HowItEnded, NewPromise, NotTrue
from amends.web.releasing import release, take_back


@dataclass(frozen=True)
class Back:
    """What was not kept yet: where on the page, what is wrong, or what is asked about it."""

    at: str
    problem: str = ""
    asks: tuple[Ask, ...] = ()
    sent: Mapping[str, str] = field(default_factory=dict, repr=False)


Done = str | Back
"""Where on the page to go on, or what has to be looked at again."""


def _make(request: SharedRequest) -> Done:
    form, today = NewPromise(request.POST), timezone.localdate()
    problems = words("together/promises")["problem"]
    sent = {name: request.POST.get(name, "") for name in ("what", "by", "shown_by")}
    if "what" in form.errors:
        return Back("new", problems["what"], sent=sent)
    if not form.is_valid() or form.cleaned_data["by"] < today:
        return Back("new", problems["by"], sent=sent)
    promise = Promise(made=today, **form.cleaned_data)
    asks = promise.asks(words("together/promises")["vague"])
    if asks and request.POST["action"] != "make-as-it-is":
        return Back("new", asks=asks, sent=sent)
    return f"p-{request.vault.put(promise).id.hex()}"


def _end(request: SharedRequest) -> Done:
    one = _named(request, Promise)
    form = HowItEnded(request.POST)
    if one is None:
        return ""
    ended = _ended(one.kept.record, form)
    if ended is None:
        problem = "told" if request.POST.get("how") == PromiseHow.TOLD else "on"
        sent = {name: request.POST.get(name, "") for name in ("how", "on", "instead")}
        return Back(one.id, words("together/promises")["problem"][problem], sent=sent)
    kept = request.vault.put(ended, one.kept.id, one.kept.revision)
    if request.POST["action"] == "end-and-show":
        release(request.ours.space, kept)
    return f"p-{one.id}"


def _ended(promise: Promise, form: HowItEnded) -> Promise | None:
    """Return the promise as it ended; None where the day cannot be."""
    if not form.is_valid():
        return None
    how, on = PromiseHow(form.cleaned_data["how"]), form.cleaned_data["on"]
    last = timezone.localdate()
    if how is PromiseHow.TOLD:
        last = min(last, promise.by)
    if not promise.made <= on <= last:
        return None
    return promise.ended(how, on, form.cleaned_data["instead"])


def _lie(request: SharedRequest) -> Done:
    form = NotTrue(request.POST)
    if not form.is_valid():
        sent = {name: request.POST.get(name, "") for name in ("words", "true")}
        return Back("untruth", words("together/promises")["problem"]["words"], sent=sent)
    request.vault.put(Untruth(timezone.localdate(), **form.cleaned_data))
    return "untruth"


def _saw(request: SharedRequest) -> Done:
    """Keep for oneself how one saw it; an earlier word about the same promise goes."""
    form = HowISawIt(request.POST)
    theirs = {one.id.hex(): one.item for one in request.ours.space.theirs(Promise)}
    promise = theirs.get(request.POST.get("one", ""))
    if promise is None or not form.is_valid():
        return "theirs"
    seen = AsSeen(
        promise.what, promise.by, Saw(form.cleaned_data["saw"]), form.cleaned_data["words"]
    )
    before = [one for one in request.vault.all(AsSeen) if one.record.is_of(promise)]
    request.vault.put(seen, id=before[-1].id if before else None)
    return "theirs"


def _show(request: SharedRequest) -> Done:
    return _with(request, lambda space, one: release(space, one.kept))


def _hide(request: SharedRequest) -> Done:
    return _with(request, lambda space, one: take_back(space, one.kept))


def _delete(request: SharedRequest) -> Done:
    def gone(space: Space, one: Own[Any]) -> None:
        with space.vault.at_once():
            take_back(space, one.kept)
            space.vault.delete(one.kept.id)

    _with(request, gone)
    return ""


def _with(request: SharedRequest, act: Callable[[Space, Own[Any]], None]) -> Done:
    """Do something with the own promise or lie that a form names."""
    promise, lie = _named(request, Promise), _named(request, Untruth)
    if promise:
        act(request.ours.space, promise)
        return f"p-{promise.id}"
    if lie:
        act(request.ours.space, lie)
    return "untruth"


def _named(request: SharedRequest, kind: type[R]) -> Own[R] | None:
    return own_one(request.ours.space, kind, request.POST.get("one", ""))


ACTS: Mapping[str, Callable[[SharedRequest], Done]] = {
    "make": _make,
    "make-as-it-is": _make,
    "end": _end,
    "end-and-show": _end,
    "show": _show,
    "hide": _hide,
    "delete": _delete,
    "untruth": _lie,
    "saw": _saw,
}
