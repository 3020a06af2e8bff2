"""Take everything along as plain text; letters leave only as the gate allows."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.store import export_bytes
from amends.web.content import words
from amends.web.gate import keeps_inside, standing
from amends.web.guard import Request

PATH = "export/"


def view(request: Request) -> HttpResponse:
    """Say that it is plain text, then hand over one zip file."""
    verdict = standing(request.vault, timezone.now()).verdict
    if request.method != "POST" or "plain" not in request.POST:
        context = {"is_allowed": verdict.allowed, "missing": request.method == "POST"}
        return render(request, "export/page.html", context)
    archive = export_bytes(request.vault, keeps_inside(verdict), words("welcome")["footer"]["line"])
    response = HttpResponse(archive, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="notes-{timezone.localdate()}.zip"'
    return response
