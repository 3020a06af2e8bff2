"""One instrument: its items word for word, and the last six points in words and as a line."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from amends.safety import Instrument, InstrumentAnswers, standings
from amends.web.content import words
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
    """Keep what was answered; thoughts of ending one's life are answered at once, each time."""
    now = timezone.now()
    answers = read(instrument, request.POST, now)
    if answers is None:
        return _shown(request, instrument, is_empty=True)
    request.vault.put(answers)
    shown = f"{request.path}#points"
    if _is_sign(answers, now):
        return redirect(reverse("crisis", query={"back": shown}))
    return redirect(shown)


def _is_sign(answers: InstrumentAnswers, now: datetime) -> bool:
    """Say whether these answers, without anything else that is kept, are a sign of crisis.

    While a crisis stands for another reason, someone who asks how they are still gets an answer.
    """

    def only_these(kind: type[Any]) -> list[Any]:
        return [answers] if kind is InstrumentAnswers else []

    return bool(standings(only_these, now, lambda _: iter(())))


def _shown(request: Request, instrument: Instrument, *, is_empty: bool = False) -> HttpResponse:
    answers = [kept.record for kept in kept_of(request.vault, instrument)]
    points = latest(instrument, answers)
    context = {
        "text": words("questions")["instruments"],
        "instrument": instrument,
        "points": points,
        "line": " ".join(f"{point.x},{point.y}" for point in points),
        "is_answered": bool(answers),
        "is_empty": is_empty,
        "is_incomplete": bool(answers) and answers[-1].score is None,
        "asks_for_help": instrument.asks_for_help(answers),
        "picture": {"width": WIDTH, "height": HEIGHT, "low": HEIGHT - MARGIN, "high": MARGIN},
    }
    return render(request, "instrument/page.html", context)
