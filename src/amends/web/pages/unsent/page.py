"""Letters that stay: written here, never sent, never taken out."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.practice import UnsentLetter
from amends.web.archive import in_sight
from amends.web.content import words
from amends.web.guard import Request
from amends.web.newest import newest

PATH = "unsent/"


def view(request: Request) -> HttpResponse:
    """Show the letters there are, or keep one more."""
    addressed = " ".join(request.POST.get("addressed", "").split())
    text = "\n".join(request.POST.get("text", "").splitlines()).strip()
    if text:
        kept = request.vault.put(UnsentLetter(timezone.now(), addressed, text))
        return redirect("unsent_letter", letter_id=kept.id)
    letters = in_sight(request.vault, request.vault.all(UnsentLetter))
    today = timezone.localdate()
    context = {
        "text": words("journal")["unsent"],
        "addressed": addressed,
        "is_missing": request.method == "POST",
        "is_gone": "gone" in request.GET,
        "letters": newest([(one, one.record.is_folded(today)) for one in letters[::-1]]),
    }
    return render(request, "unsent/page.html", context)
