"""Whose vault is meant, where a folder holds more than one."""

from django.http import HttpRequest

from amends.store import accounts


def chosen_account(request: HttpRequest) -> bytes:
    """Return the account that the form names, or the only one there is."""
    known = accounts()
    chosen = request.POST.get("account", "")
    return next((one.id for one in known if one.id.hex() == chosen), known[0].id)
