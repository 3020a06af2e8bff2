"""Write down that they asked for something else; looser terms wait."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.contact import Agreement, ContactError
from amends.web.content import words
from amends.web.guard import Request
from amends.web.people import named
from amends.web.terms import ChangeForm, keep_terms

PATH = "agreement/change/"


def view(request: Request) -> HttpResponse:
    """Ask how things stand now, then what they said, then let the gate decide when it begins."""
    if not request.vault.all(Agreement):
        return redirect("standing")
    chosen = request.POST.get("standing", "")
    form = ChangeForm(request.POST if "state" in request.POST else None, standing=chosen)
    if chosen and form.is_bound and form.is_valid() and _keep(request, form):
        return redirect("agreement")
    text = words("welcome")
    choice = next((one for one in text["standing"]["choices"] if one["id"] == chosen), None)
    context = {
        "text": text["standing"],
        "choice": choice,
        "form": form if choice else None,
        "missing": request.method == "POST" and not choice,
        "people": named(request.vault),
    }
    return render(request, "agreement_change/page.html", context)


def _keep(request: Request, form: ChangeForm) -> bool:
    try:
        keep_terms(request.vault, form.terms(), timezone.now(), form.reopening_words)
    except ContactError as error:
        form.add_error("they_said_it", f"{error.problem} {error.hint}")
        return False
    return True
