"""The photo box: pictures out of reach; open for ten minutes, one at a time, and counted."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from amends.practice import (
    BoxFull,
    PhotoBox,
    PhotoProblem,
    Slip,
    close_box,
    open_box,
    put_in,
    read_photo,
    settled,
    shut,
    take_away,
)
from amends.store import Kept, Vault
from amends.web.content import words
from amends.web.guard import Request

PATH = "photos/"


def box_of(vault: Vault, now: datetime) -> PhotoBox:
    """Return the box as it stands now."""
    kept = _kept(vault)
    return settled(kept.record, now) if kept else PhotoBox()


def _kept(vault: Vault) -> Kept[PhotoBox] | None:
    kept = vault.all(PhotoBox)
    return kept[-1] if kept else None


def _keep(vault: Vault, box: PhotoBox) -> None:
    kept = _kept(vault)
    if kept:
        vault.put(box, id=kept.id, revision=kept.revision)
    else:
        vault.put(box)


def view(request: Request) -> HttpResponse:
    """Show the box closed, or one picture while it is open; do what was asked."""
    now = timezone.localtime(timezone.now())
    action = ACTIONS.get(request.POST.get("action", ""))
    if request.method == "POST" and action:
        return action(request, now)
    return _page(request, now)


def _page(request: Request, now: datetime, **told: Any) -> HttpResponse:  # noqa: ANN401 - as render takes it
    box = box_of(request.vault, now)
    closes = box.closes_at(now)
    context: dict[str, Any] = {
        "text": words("space")["photos"],
        "just_kept": "kept" in request.GET,
        "just_closed": "closed" in request.GET,
        "box": box,
        "count": len(box.slips),
        "opened": len(box.openings),
        "may_open": box.may_open(now),
        "closes": timezone.localtime(closes) if closes else None,
        **(_shown(box, request.GET.get("picture", "")) if closes else {}),
        **told,
    }
    response = render(request, "photos/page.html", context)
    if closes:
        # the browser asks again when the ten minutes are over, and the picture is gone
        response["Refresh"] = f"{int((closes - now).total_seconds()) + 1}; url={reverse('photos')}"
    return response


def _shown(box: PhotoBox, asked: str) -> dict[str, Any]:
    """Return the one picture that is shown, and the numbers beside it."""
    if not box.slips:
        return {}
    number = min(max(int(asked), 1), len(box.slips)) if asked.isdecimal() else 1
    return {
        "number": number,
        "photo": bytes.fromhex(box.slips[number - 1].photo),
        "before": number - 1,
        "after": number + 1 if number < len(box.slips) else 0,
    }


def _put_in(request: Request, now: datetime) -> HttpResponse:
    """Seal each picture of the form; one that cannot be taken keeps no other out."""
    files = request.FILES.getlist("pictures")
    if not files:
        return _page(request, now, problems=[_("Choose a picture first.")])
    box, problems, done = box_of(request.vault, now), Counter[str](), 0
    with request.vault.at_once():
        for file in files:
            try:
                box = _sealed(request.vault, box, file.read())
                done += 1
            except PhotoProblem as problem:
                problems[str(problem)] += 1
        _keep(request.vault, box)
    if problems:
        return _page(request, now, problems=_told(problems), done=done)
    return redirect(f"{reverse('photos')}?kept=yes")


def _sealed(vault: Vault, box: PhotoBox, raw: bytes) -> PhotoBox:
    photo = read_photo(raw)
    put_in(box, Slip("", len(raw)))  # asked first, so that nothing is sealed in vain
    return put_in(box, Slip(vault.put(photo).id.hex(), len(raw)))


def _told(problems: Counter[str]) -> Sequence[str]:
    return [
        problem if count == 1 or problem == BoxFull.problem else f"{problem} ({count})"
        for problem, count in problems.items()
    ]


def _shut(request: Request, now: datetime) -> HttpResponse:
    said = request.POST.get("until", "")
    try:
        until = date.fromisoformat(said) if said else None
    except ValueError:
        return _page(request, now, problems=[_("That is no day. Choose one from the calendar.")])
    _keep(request.vault, shut(box_of(request.vault, now), until, now))
    return redirect("photos")


def _stay(request: Request, now: datetime) -> HttpResponse:
    """Take back an earlier day that waits."""
    box = box_of(request.vault, now)
    if box.then_from:
        _keep(request.vault, shut(box, box.shut_until, now))
    return redirect("photos")


def _open(request: Request, now: datetime) -> HttpResponse:
    try:
        _keep(request.vault, open_box(box_of(request.vault, now), now))
    except PhotoProblem as problem:
        return _page(request, now, problems=[str(problem)])
    return redirect("photos")


def _close(request: Request, now: datetime) -> HttpResponse:
    _keep(request.vault, close_box(box_of(request.vault, now), now))
    return redirect(f"{reverse('photos')}?closed=yes")


def _take_out(request: Request, now: datetime) -> HttpResponse:
    """Delete one picture, while the box is open."""
    box, photo = box_of(request.vault, now), request.POST.get("photo", "")
    if box.closes_at(now):
        _delete(request.vault, box, [slip for slip in box.slips if slip.photo == photo])
    return redirect("photos")


def _empty(request: Request, now: datetime) -> HttpResponse:
    """Delete every picture, without a look at them; the day and the count stay."""
    box = box_of(request.vault, now)
    _delete(request.vault, box, box.slips)
    return redirect("photos")


def _delete(vault: Vault, box: PhotoBox, gone: Sequence[Slip]) -> None:
    with vault.at_once():
        for slip in gone:
            vault.delete(bytes.fromhex(slip.photo))
            box = take_away(box, slip.photo)
        _keep(vault, box)


ACTIONS: dict[str, Callable[[Request, datetime], HttpResponse]] = {
    "put-in": _put_in,
    "shut": _shut,
    "stay": _stay,
    "open": _open,
    "close": _close,
    "take-out": _take_out,
    "empty": _empty,
}
