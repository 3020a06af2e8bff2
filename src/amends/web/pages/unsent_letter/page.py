"""One letter that stays: two questions, then it is kept, folded away until a day, or let go."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.practice import UnsentLetter
from amends.store import Kept
from amends.web.archive import in_the_archive, is_away
from amends.web.content import words
from amends.web.dangers import is_sign
from amends.web.guard import Request

PATH = "unsent/<id:letter_id>/"
FOLDED_FOR = timedelta(weeks=4)
"""Where no day is named; our choice."""
LONGEST = timedelta(days=3660)
"""A day further off than ten years is a slip of the finger."""


def view(request: Request, letter_id: bytes) -> HttpResponse:
    """Show one letter, or do what was asked with it."""
    kept, now = request.vault.get(UnsentLetter, letter_id), timezone.localtime()
    if is_away(request.vault, kept):
        return in_the_archive(request)
    action = request.POST.get("action", "")
    if action == "let-go":
        request.vault.delete(kept.id)
        return redirect(f"{redirect('unsent')['Location']}?gone=yes")
    if request.method != "POST":
        return _page(request, kept, now.date())
    until = _until(request.POST, now.date())
    answered = _answered(kept.record, request.POST, now)
    kept = request.vault.put(_after(answered, action, until), id=kept.id)
    if action == "fold" and until is None:
        return _page(request, kept, now.date(), is_past=True)
    return redirect("unsent_letter", letter_id=kept.id)


def _answered(letter: UnsentLetter, form: QueryDict, now: datetime) -> UnsentLetter:
    """Return the letter with what was written below it, and with the answers that close it."""
    if letter.closed is None:
        letter = letter.write_on(_written(form, "more"))
    told, needed = (_written(form, name) for name in ("told", "needed"))
    is_closed = form.get("action") == "keep" or told or needed
    return letter.close(told, needed, now) if is_closed else letter


def _after(letter: UnsentLetter, action: str, until: date | None) -> UnsentLetter:
    if action == "fold":
        return letter.fold(until)
    return replace(letter, folded=None) if action == "unfold" else letter


def _written(form: QueryDict, name: str) -> str:
    return "\n".join(form.get(name, "").splitlines()).strip()


def _until(form: QueryDict, today: date) -> date | None:
    """Return the day in the form, four weeks on without one; None for a day that cannot be."""
    said = form.get("until", "")
    if not said:
        return today + FOLDED_FOR
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if today < day <= today + LONGEST else None


def _page(
    request: Request, kept: Kept[UnsentLetter], today: date, *, is_past: bool = False
) -> HttpResponse:
    context = {
        "text": words("journal")["unsent_letter"],
        "words": words("journal"),
        "letter": kept.record,
        "is_folded": kept.record.is_folded(today),
        "is_past": is_past,
        "tomorrow": today + timedelta(days=1),
        "sounds_like_danger": is_sign(kept.record.said),
    }
    return render(request, "unsent_letter/page.html", context)
