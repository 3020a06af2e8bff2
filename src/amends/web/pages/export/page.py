"""Take everything along as plain text; letters leave only as the gate allows."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.store import StoreError, export_bytes
from amends.vault import VaultError
from amends.web.content import words
from amends.web.gate import keeps_inside, standing
from amends.web.guard import Request

PATH = "export/"


def view(request: Request) -> HttpResponse:
    """Say that it is plain text, ask for the passphrase again, then hand over one zip file."""
    verdict = standing(request.vault, timezone.now()).verdict
    context: dict[str, object] = {"is_allowed": verdict.allowed}
    if request.method != "POST":
        return render(request, "export/page.html", context)
    try:
        request.vault.check_passphrase(request.POST.get("passphrase", ""))
    except (StoreError, VaultError) as error:
        context["problem"] = f"{error.problem} {error.hint}"
        return render(request, "export/page.html", context)
    if "plain" not in request.POST:
        return render(request, "export/page.html", context | {"missing": True})
    archive = export_bytes(
        request.vault,
        keeps_inside(verdict, with_answers="answers" in request.POST),
        words("welcome")["footer"]["line"],
    )
    response = HttpResponse(archive, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="notes-{timezone.localdate()}.zip"'
    return response
