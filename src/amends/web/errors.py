"""Pages and log lines for when something goes wrong: what happened, what was kept, what to do."""

import logging
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amends.store import NotKept, StoreError
from amends.vault import VaultError
from amends.web.form_fields import kept_fields
from amends.web.request import vault_of

WORTH_KEEPING = 12
"""Characters from which a field holds something that a person wrote, not a choice."""


class BareFormatter(logging.Formatter):
    """A log line without values: when, the logger, the kind of error and where it was raised."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line; messages, arguments and addresses are left out on purpose."""
        at = datetime.fromtimestamp(record.created, UTC)
        error = record.exc_info[1] if record.exc_info else None
        trace = error.__traceback__ if error else None
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f" at {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
        kind = type(error).__name__ if error else "event"
        return f"{at:%Y-%m-%dT%H:%M:%SZ} {record.levelname} {record.name}: {kind}{place}"


def _page(request: HttpRequest, status: int, problem: str, hint: str) -> HttpResponse:
    typed = typed_text(request) if vault_of(request) else []
    words = {"problem": problem, "hint": hint, "typed": typed}
    return render(request, "problem.html", words, status=status)


def typed_text(request: HttpRequest) -> list[str]:
    """Return the longer texts of a form that could not be kept, to be saved by hand."""
    return [value for _, value in kept_fields(request.POST) if len(value) >= WORTH_KEEPING]


def clear(request: HttpRequest, error: StoreError | VaultError) -> HttpResponse:
    """Say what the rooms below said; nothing that was kept is lost."""
    status = 404 if isinstance(error, NotKept) else 409
    return _page(request, status, error.problem, error.hint)


def too_long(request: HttpRequest) -> HttpResponse:
    """Say that one form held more than amends takes at once."""
    return _page(
        request,
        413,
        _("That is more text than one page can hold."),
        _("Go back: your words are still in the form. Shorten them, or keep them in two parts."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is nothing here."""
    del exception
    return _page(request, 404, _("There is nothing here."), _("The menu leads to every page."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the request came from somewhere else."""
    del exception
    return _page(
        request,
        403,
        _("This request came from another site, so nothing was done."),
        _("Open amends in a tab of its own and try again."),
    )


def in_the_clear(request: HttpRequest) -> HttpResponse:
    """Say that others could have read this request on its way."""
    return _page(
        request,
        403,
        _("This request was not encrypted on its way, so nothing was done."),
        _("Write https:// in front of the address."),
    )


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form is too old to be trusted."""
    del reason
    return _page(
        request,
        403,
        _("This form was opened before amends was started anew, so nothing was done."),
        _("Go back: your words are still in the form. Copy them, open the page again, and paste."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the request could not be understood; no page of ours, since nothing is trusted."""
    del request, exception
    return HttpResponse(_("This request could not be understood."), status=400)


def failed(request: HttpRequest, *args: Any) -> HttpResponse:  # noqa: ANN401 - Django's signature
    """Say that amends failed, and that what was saved is safe."""
    del args
    return _page(
        request,
        500,
        _("Something in amends failed. What you had saved is still there."),
        _("Go back: what you typed is still in the form. If it fails again, lock and unlock."),
    )
