"""One instrument: its items word for word, and the last six points in words and as a line."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.safety import Danger, Instrument
from amends.web.content import words
from amends.web.dangers import dangers_of
from amends.web.guard import Request
from amends.web.instruments import HEIGHT, MARGIN, WIDTH, instruments, kept_of, latest, read

PATH = "how-you-are/<slug:instrument>/"


def view(request: Request, instrument: str) -> HttpResponse:
    """Ask, keep or delete; the points stand below."""
    found = next((one for one in instruments() if one.id == instrument), None)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _shown(request, found)
    if request.POST.get("action") == "delete":
        with request.vault.at_once():
            for kept in kept_of(request.vault, found):
                request.vault.delete(kept.id)
        return redirect(request.path)
    return _keep(request, found)


def _keep(request: Request, instrument: Instrument) -> HttpResponse:
    """Keep what was answered; thoughts of ending one's life are answered at once."""
    now = timezone.now()
    answers = read(instrument, request.POST, now)
    if answers:
        request.vault.put(answers)
    if Danger.CRISIS in dangers_of(request.vault, now):
        return redirect("crisis")
    return redirect(f"{request.path}#points")


def _shown(request: Request, instrument: Instrument) -> HttpResponse:
    answers = [kept.record for kept in kept_of(request.vault, instrument)]
    points = latest(instrument, answers)
    context = {
        "text": words("questions")["instruments"],
        "instrument": instrument,
        "points": points,
        "line": " ".join(f"{point.x},{point.y}" for point in points),
        "is_answered": bool(answers),
        "is_incomplete": bool(answers) and answers[-1].score is None,
        "asks_for_help": instrument.asks_for_help(answers),
        "picture": {"width": WIDTH, "height": HEIGHT, "low": HEIGHT - MARGIN, "high": MARGIN},
    }
    return render(request, "instrument/page.html", context)
