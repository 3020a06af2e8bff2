"""Time together and time apart: each ticks what suits, and what suits both is shown."""

from django.http import HttpResponse

from amends.web.content import words
from amends.web.ours import SharedRequest
from amends.web.ticking import Group, Option, ticking

PATH = "hours/"
TOOL = "hours"


def view(request: SharedRequest) -> HttpResponse:
    """Tick; see what is on both lists."""
    text = words("together/hours")
    groups = [
        Group(one["title"], tuple(Option(**option) for option in one["options"]))
        for one in text["group"]
    ]
    return ticking(request, "hours", groups, text)
