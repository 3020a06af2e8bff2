"""What both like: each ticks alone, what both ticked is shown; what hurts is in neither."""

from collections.abc import Collection, Mapping
from itertools import groupby

from django.http import HttpResponse

from amends.together import hurt_interests, load_interests
from amends.web.content import LANGUAGE, words
from amends.web.hurt import hurt_words
from amends.web.ours import SharedRequest
from amends.web.spoken_of import spoken_of
from amends.web.ticking import Group, Option, ticking

PATH = "interests/"
TOOL = "interests"


def view(request: SharedRequest) -> HttpResponse:
    """Tick; see what is on both lists. What one tied to a hurt is not there for that one."""
    every = load_interests(LANGUAGE)
    hurt = hurt_interests(every, hurt_words(request.vault))
    text = words("together/interests-page")
    if not hurt:
        text = {**text, "left_out": ""}
    groups = _groups(hurt, dict.fromkeys(spoken_of(request.vault), text["wrote"]))
    return ticking(request, TOOL, groups, text, "interests/page.html")


def _groups(left_out: Collection[str], lines: Mapping[str, str]) -> list[Group]:
    """Return the interests under their headings, in the order of their file."""
    shown = [one for one in load_interests(LANGUAGE) if one.id not in left_out]
    return [
        Group(title, tuple(Option(one.id, one.title, lines.get(one.id, "")) for one in members))
        for title, members in groupby(shown, key=lambda one: one.group)
    ]
