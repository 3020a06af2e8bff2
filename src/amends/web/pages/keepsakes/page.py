"""What is kept, by kind: put out of sight until a day, or burned."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.safety import Danger
from amends.web.archive import SHELF, open_again, put_away, shut_archives
from amends.web.content import words
from amends.web.dangers import dangers_of
from amends.web.guard import Request
from amends.web.keepsakes import RECORDS, burn, keepsakes

PATH = "keepsakes/"
USUAL = timedelta(days=182)
"""Half a year is offered: long enough for one whole season of not meeting it; our choice."""


def view(request: Request) -> HttpResponse:
    """Show what is kept; put it away, open it again, or burn it."""
    action = _ACTIONS.get(request.POST.get("action", ""))
    return action(request) if action else _page(request)


def _page(request: Request, **shown: str) -> HttpResponse:
    told = words("keepsakes")
    found = keepsakes(request.vault)
    context: dict[str, Any] = {
        "text": told,
        "kinds": found,
        "is_empty": not any(kind.number for kind in found),
        "shelf": [kind for kind in found if kind.can_be_put_away],
        "fuel": [(kind, told["kind"][kind.id]["burns"]) for kind in found if kind.number],
        "archives": [(kept.id.hex(), kept.record) for kept in shut_archives(request.vault)],
        "names": {name: kind["name"] for name, kind in told["kind"].items()},
        "usual": timezone.localdate() + USUAL,
        "may_burn": not is_crisis(request),
        "is_burned": request.GET.get("done") == "burned",
        **shown,
    }
    return render(request, "keepsakes/page.html", context)


def is_crisis(request: Request) -> bool:
    """Say whether a crisis stands: then nothing is brought to an end tonight."""
    return Danger.CRISIS in dangers_of(request.vault, timezone.now())


def _put_away(request: Request) -> HttpResponse:
    told = words("keepsakes")["archive"]
    kinds = tuple(k for k in dict.fromkeys(SHELF.values()) if k in request.POST.getlist("kind"))
    until = _day(request.POST.get("until", ""))
    if not kinds:
        return _page(request, unshelved=told["missing_kind"])
    if until is None or until <= timezone.localdate():
        return _page(request, unshelved=told["missing_day"])
    put_away(request.vault, kinds, until, timezone.now())
    return redirect("keepsakes")


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _open(request: Request) -> HttpResponse:
    try:
        archive = bytes.fromhex(request.POST.get("archive", ""))
    except ValueError:
        raise Http404 from None
    open_again(request.vault, archive, timezone.now())
    return redirect("keepsakes")


def _burn(request: Request) -> HttpResponse:
    told = words("keepsakes")["burn"]
    kinds = [kind for kind in RECORDS if kind in request.POST.getlist("kind")]
    if is_crisis(request):
        return _page(request)
    if not kinds:
        return _page(request, unburned=told["missing"])
    if request.POST.get("word", "").strip().casefold() != told["word"]:
        return _page(request, unburned=told["wrong"])
    burn(request.vault, kinds, timezone.now())
    return redirect(f"{request.path}?done=burned")


_ACTIONS: Mapping[str, Callable[[Request], HttpResponse]] = {
    "archive": _put_away,
    "open": _open,
    "burn": _burn,
}
