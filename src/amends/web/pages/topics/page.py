"""Practical messages: choose the matter first, then write about that and nothing else."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.contact import Draft
from amends.web.content import words
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.people import named
from amends.web.verdicts import spoken

PATH = "space/topics/"
KIND = "message"


def view(request: Request) -> HttpResponse:
    """Name the topics and how to write; one tap begins a message about one of them."""
    verdict = standing(request.vault, timezone.now()).verdict
    topic = request.POST.get("topic", "")
    if topic and topic in verdict.topics:
        kept = request.vault.put(Draft(kind=KIND, topic=topic))
        return redirect("draft", draft_id=kept.id)
    context = {
        "text": words("space")["topics"],
        "people": named(request.vault),
        "verdict": spoken(verdict),
        "topics": verdict.topics,
    }
    return render(request, "topics/page.html", context)
