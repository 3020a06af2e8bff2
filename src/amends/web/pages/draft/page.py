"""One draft: written, read by the coach, kept in the drawer, taken out if the gate allows."""

from django.http import HttpResponse
from django.utils import timezone

from amends.contact import Closed, ContactError, Draft
from amends.store import ChangedElsewhere
from amends.web.archive import in_the_archive, is_away
from amends.web.guard import Request
from amends.web.pages.draft.actions import ACTIONS
from amends.web.pages.draft.desk import Desk, page

PATH = "write/<id:draft_id>/"


def view(request: Request, draft_id: bytes) -> HttpResponse:
    """Show the draft in the state it is in, or do what was asked."""
    kept, now = request.vault.get(Draft, draft_id), timezone.now()
    if is_away(request.vault, kept):
        return in_the_archive(request)
    name, _, about = request.POST.get("action", "").partition(":")
    desk = Desk(request, kept, now, about)
    action = ACTIONS.get(name) if request.method == "POST" else None
    if action is None:
        return page(desk)
    try:
        return action(desk)
    except ChangedElsewhere as error:
        return page(desk, problem=f"{error.problem} {error.hint}")
    except Closed:
        return page(desk)
    except ContactError as error:
        return page(desk, problem=f"{error.problem} {error.hint}")
