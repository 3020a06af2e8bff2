"""Make a backup: one sealed file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.store import StoreError, back_up_bytes
from amends.vault import VaultError
from amends.web.guard import Request

PATH = "backup/"


def view(request: Request) -> HttpResponse:
    """Ask for the passphrase, then hand over the file."""
    if request.method != "POST":
        return render(request, "backup/page.html")
    try:
        passphrase = request.POST.get("passphrase", "")
        request.vault.check_passphrase(passphrase)  # a typo would seal it away for good
        sealed = back_up_bytes(request.vault, passphrase)
    except (StoreError, VaultError) as error:
        return render(request, "backup/page.html", {"problem": f"{error.problem} {error.hint}"})
    response = HttpResponse(sealed, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="notes-{timezone.localdate()}.age"'
    return response
