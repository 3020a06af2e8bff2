"""Where it is open now, and when it was last opened: the times alone."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.store import end_other_sessions, open_sessions
from amends.web import cookie
from amends.web.guard import Request
from amends.web.newest import newest

PATH = "sessions/"


def view(request: Request) -> HttpResponse:
    """Show the open sessions and the last uses; end the others when asked."""
    vault, session_id = request.vault, cookie.session_of(request)
    if request.method == "POST":
        end_other_sessions(vault.account, session_id)
        return redirect("sessions")
    context = {
        "sessions": open_sessions(vault.account, timezone.now(), session_id),
        "uses": newest(vault.last_uses),
        "failed": vault.failed_tries,
    }
    return render(request, "sessions/page.html", context)
