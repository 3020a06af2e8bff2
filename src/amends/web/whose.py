"""Whose vault is meant, where a folder holds more than one."""

from django.http import HttpRequest

from amends.store import accounts


def named_account(request: HttpRequest) -> bytes | None:
    """Return the account that the form names, or the only one there is; None when neither."""
    known = accounts()
    named = [one.id for one in known if one.id.hex() == request.POST.get("account", "")]
    return next(iter(named), known[0].id if len(known) == 1 else None)


def chosen_account(request: HttpRequest) -> bytes:
    """Return the account that the form names, or the first."""
    return named_account(request) or accounts()[0].id
