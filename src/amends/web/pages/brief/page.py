"""One page for a therapist or a friend: each line is ticked, then saved as PDF or printed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.web.brief import Chosen, asks, paper_of, parts_of
from amends.web.content import words
from amends.web.guard import Request
from amends.web.paper import TooLong, pdf_of

PATH = "help/brief/"


def view(request: Request) -> HttpResponse:
    """Offer the lines; hand over one page with those that were ticked. Nothing is kept."""
    now, chosen = timezone.now(), Chosen.of(request.POST)
    parts = parts_of(request.vault, now)
    context = {"brief": words("brief"), "parts": parts, "asks": asks(), "chosen": chosen}
    if request.method != "POST":
        return render(request, "brief/page.html", context)
    paper = paper_of(parts, chosen, request.vault, now)
    if paper is None:
        return _again(request, context, "none_ticked")
    try:
        pdf = pdf_of(paper)
    except TooLong:
        return _again(request, context, "too_long")
    if request.POST.get("action") == "print":
        return render(request, "brief/paper.html", {"paper": paper})
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="page-{timezone.localdate()}.pdf"'
    return response


def _again(request: Request, context: dict[str, Any], problem: str) -> HttpResponse:
    return render(request, "brief/page.html", context | {"problem": words("brief")[problem]})
