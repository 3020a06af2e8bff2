"""The page of a conversation as one file for a browser: nothing is fetched, and no script runs."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from django.template.loader import render_to_string

from amends.chats import Conversation, Pattern
from amends.store import FoundPattern, KeptConversation
from amends.web.content import words
from amends.web.own_side import (
    EPISODES,
    Shown,
    Told,
    episodes,
    is_open,
    own_side,
    told_about,
    told_patterns,
)
from amends.web.pages.chats.between_two import alone, is_few, is_group

STYLE = "chats/on_disk.css"


def html_of(
    conversation: Conversation, me: str, found: Sequence[Pattern], *, with_theirs: bool
) -> str:
    """Return the whole file; their side comes along when it is asked for.

    Nobody asks the gate here, so nothing in it leads to contact.
    """
    kept = KeptConversation(conversation, me, tuple(map(_found, found)))
    style = render_to_string(STYLE)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    text = words("chats-page")
    context = {
        "text": text,
        "policy": f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'",
        "about": told_about(conversation),
        "notice": words("welcome")["footer"]["line"],
        "is_group": is_group(conversation),
        "is_few": is_few(conversation),
        "with_theirs": with_theirs,
    }
    if not is_open(conversation):
        side = own_side(kept)
        context |= alone(side) if context["is_group"] else side
        context |= _sides(kept, with_theirs=with_theirs)
    return render_to_string("chats/on_disk.html", context)


def _found(one: Pattern) -> FoundPattern:
    rows = tuple(seen.rows for seen in one.episodes)
    return FoundPattern(one.name, one.side, one.title, one.definition, one.summary, rows)


def _sides(kept: KeptConversation, *, with_theirs: bool) -> dict[str, Any]:
    told = told_patterns(kept, kept.found or (), may_write=False)
    sides = {side: [_shown(one, kept) for one in patterns] for side, patterns in told.items()}
    if not with_theirs:
        del sides["theirs"]
    return {"sides": sides}


def _shown(told: Told, kept: KeptConversation) -> dict[str, Any]:
    return {
        "told": told,
        "episodes": list(_episodes(told.pattern, kept)),
        "more": max(0, told.count - EPISODES),
    }


def _episodes(
    pattern: FoundPattern, kept: KeptConversation
) -> Iterator[tuple[Shown, Shown | None]]:
    """Yield the newest with their words hidden, and beside each what unfolding it shows."""
    for hidden in episodes(kept, pattern, 0, EPISODES):
        (unfolded,) = episodes(kept, pattern, hidden.number, 1, hidden.number)
        yield hidden, unfolded if hidden.has_theirs else None
