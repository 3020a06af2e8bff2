"""Bring a backup back onto a clean data folder."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from amends.store import StoreError, has_account, restore_bytes
from amends.vault import VaultError

PATH = "restore/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Take the file and its passphrase; then ask to unlock."""
    if has_account():
        return redirect("unlock")
    if request.method != "POST":
        return render(request, "restore/page.html")
    file = request.FILES.get("file")
    if file is None:
        return render(request, "restore/page.html", {"problem": _("Choose the backup file first.")})
    try:
        restore_bytes(file.read(), request.POST.get("passphrase", ""))
    except (StoreError, VaultError) as error:
        return render(request, "restore/page.html", {"problem": f"{error.problem} {error.hint}"})
    return redirect("unlock")
