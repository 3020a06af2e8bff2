"""What shows on this device: titles, icon, and how soon amends locks by itself."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect, render

from amends.store import set_idle_minutes
from amends.web.discretion import IDLE_CHOICES, chosen, discretion_of
from amends.web.guard import Request

PATH = "discretion/"


def view(request: Request) -> HttpResponse:
    """Show the choice, and keep it; a new idle time holds at once, in every browser."""
    if request.method == "POST":
        return _keep(request)
    context = {
        "choice": chosen(request.vault),
        "minutes": IDLE_CHOICES,
        "just_kept": "kept" in request.GET,
    }
    return render(request, "discretion/page.html", context)


def _keep(request: Request) -> HttpResponse:
    kept = discretion_of(request.vault)
    choice = replace(
        chosen(request.vault),
        is_neutral="neutral" in request.POST,
        has_urge_key="urge-key" in request.POST,
    )
    minutes = request.POST.get("idle_minutes", "")
    if minutes in map(str, IDLE_CHOICES):
        choice = replace(choice, idle_minutes=int(minutes))
    request.vault.put(choice, id=kept.id if kept else None)
    set_idle_minutes(request.vault.account, choice.idle_minutes)
    return redirect(f"{request.path}?kept=yes")
