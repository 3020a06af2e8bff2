"""Messages: an imported chat, one's own side first; their words are hidden until asked for."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from amends.chats import Conversation, joined, with_order
from amends.store import (
    KeptConversation,
    StoreError,
    Vault,
    forget_conversation,
    has_conversation,
    hide_conversation,
    is_hidden_conversation,
    keep_conversation,
    keep_harms,
    load_conversation,
)
from amends.web.content import words
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.own_side import (
    EPISODES,
    episodes,
    found_in,
    is_ready,
    one_pattern,
    own_side,
    told_about,
    told_patterns,
    told_people,
)
from amends.web.pages.chats.between_two import alone, is_few, is_group
from amends.web.pages.chats.bring_in import Read, read_all, read_and_tell, uploads_in
from amends.web.people import named
from amends.web.uploads import MOST_OF_CHATS, is_too_large

PATH = "chats/"
MOST_UNREAD = 100
"""Lines that are shown of those that were not understood."""
MOST_HARMS, LONGEST_HARM = 12, 200
"""What a person can name of their own; each is one more thing to look for in every message."""


def view(request: Request) -> HttpResponseBase:
    """Show one's own side, or one pattern with its messages; do what was asked."""
    action = ACTIONS.get(request.POST.get("action", ""))
    if request.method == "POST" and action:
        return action(request)
    if "pattern" in request.GET:
        place, first = request.GET["pattern"], request.GET.get("from", "")
        return _pattern(request, _number(place), max(0, _number(first)))
    return _page(request, is_gone="gone" in request.GET)


def _page(request: Request, **told: Any) -> HttpResponse:  # noqa: ANN401 - as render takes it
    context = {"text": words("chats-page"), "most": MOST_OF_CHATS, **told}
    if is_hidden_conversation(request.vault):
        return render(request, "chats/page.html", context | {"is_hidden": True})
    kept = load_conversation(request.vault)
    if kept:
        context |= {"about": told_about(kept.conversation), "me": kept.me}
        context |= {"people": told_people(kept.conversation)} | _side(request.vault, kept)
    return render(request, "chats/page.html", context)


def _side(vault: Vault, kept: KeptConversation) -> dict[str, Any]:
    if not is_ready(kept):
        return {}
    if is_group(kept.conversation):
        return {"is_ready": True, "is_group": True, **alone(own_side(kept))}
    found = found_in(vault, kept)
    sides = told_patterns(kept, found, may_write=_may_write(vault))
    named = {"harms": "\n".join(kept.harms), "topics": "\n".join(kept.topics)}
    few = is_few(kept.conversation)
    return {"is_ready": True, "is_few": few, **named, **own_side(kept), **sides}


def _pattern(request: Request, place: int, first: int, opened: int = -1) -> HttpResponse:
    """Show one pattern with twenty of its episodes; one of them may have the other's words."""
    kept = None if is_hidden_conversation(request.vault) else load_conversation(request.vault)
    found = found_in(request.vault, kept) if kept and _is_told(kept) else ()
    if kept is None or not 0 <= place < len(found):
        return redirect("chats")
    context = {
        "text": words("chats-page"),
        "told": one_pattern(kept, found, place, may_write=_may_write(request.vault)),
        "episodes": list(episodes(kept, found[place], first, EPISODES, opened)),
        "before": max(0, first - EPISODES) if first else None,
        "after": first + EPISODES if first + EPISODES < len(found[place].episodes) else None,
    }
    return render(request, "chats/pattern.html", context)


def _is_told(kept: KeptConversation) -> bool:
    return is_ready(kept) and not is_group(kept.conversation)


def _may_write(vault: Vault) -> bool:
    return standing(vault, timezone.now()).verdict.allowed


def _import(request: Request) -> HttpResponseBase:
    """Read what was brought in and keep it; a script that asks for it hears how far that is."""
    uploads = uploads_in(request)
    if not uploads:
        return _page(request, is_missing=True, is_too_large=is_too_large(request))
    if request.POST.get("told"):
        return read_and_tell(uploads, partial(_keep, request))
    return _keep(request, read_all(uploads))


def _keep(request: Request, read: Read) -> HttpResponse:
    """Keep what could be read, and tell of the rest."""
    try:
        is_new = not read.conversations or _add(request.vault, read.conversations)
    except StoreError as error:
        return _page(request, problems=[(0, "", error.problem, error.hint)])
    if read.problems or not is_new:
        told = {"problems": read.problems, "is_known": not is_new, "several": read.count > 1}
        return _page(request, **told)
    return redirect(reverse("chats"))


def _add(vault: Vault, read: Sequence[Conversation]) -> bool:
    """Keep what was read beside what is kept; say whether there was anything new."""
    kept = load_conversation(vault)
    before = [kept.conversation] if kept else []
    together = joined([*before, *read])
    if kept and len(together) == len(kept.conversation):
        return False
    own_name = named(vault).me
    keep_conversation(vault, together, kept.me if kept and kept.me else own_name)
    return True


def _who(request: Request) -> HttpResponse:
    """Keep which name is mine, and which names are one person."""
    kept = load_conversation(request.vault)
    if not kept:
        return redirect("chats")
    people = kept.conversation.people
    same = {}
    for place, name in enumerate(people):
        other = _number(request.POST.get(f"same.{place}", ""))
        if 0 <= other < len(people) and other != place and people[other] not in same:
            same[name] = people[other]
    me = _number(request.POST.get("me", ""))
    own = people[me] if 0 <= me < len(people) else kept.me
    chat = joined([kept.conversation], same) if same else kept.conversation
    keep_conversation(request.vault, chat, same.get(own, own))
    return redirect("chats")


def _harms(request: Request) -> HttpResponse:
    """Keep what is to be looked for: a line for each harm, and for each topic."""
    if has_conversation(request.vault):
        keep_harms(request.vault, *(_lines(request, name) for name in ("harms", "topics")))
    return redirect(f"{reverse('chats')}#own")


def _lines(request: Request, name: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in request.POST.get(name, "").splitlines())
    return tuple(line[:LONGEST_HARM] for line in lines if line)[:MOST_HARMS]


def _order(request: Request) -> HttpResponse:
    kept, said = load_conversation(request.vault), request.POST.get("order", "")
    if kept and said in ("day", "month"):
        chat = with_order(kept.conversation, month_first=said == "month")
        keep_conversation(request.vault, chat, kept.me)
    return redirect("chats")


def _show(request: Request) -> HttpResponse:
    place, opened = (_number(request.POST.get(name, "")) for name in ("pattern", "episode"))
    return _pattern(request, place, max(0, opened) // EPISODES * EPISODES, opened)


def _unread(request: Request) -> HttpResponse:
    kept = load_conversation(request.vault)
    if not kept:
        return redirect("chats")
    lines = (line for source in kept.conversation.sources for line in source.unread)
    return _page(request, unread_lines=list(islice(lines, MOST_UNREAD)))


def _hide(request: Request) -> HttpResponse:
    if has_conversation(request.vault):
        hide_conversation(request.vault, hidden=True)
    return redirect("chats")


def _unhide(request: Request) -> HttpResponse:
    hide_conversation(request.vault, hidden=False)
    return redirect("chats")


def _delete(request: Request) -> HttpResponse:
    forget_conversation(request.vault)
    return redirect(f"{reverse('chats')}?gone=yes")


def _number(said: str) -> int:
    """Return a number, or -1 for anything else."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else -1  # noqa: PLR2004 - no list is as long


ACTIONS: dict[str, Callable[[Request], HttpResponseBase]] = {
    "import": _import,
    "who": _who,
    "harms": _harms,
    "order": _order,
    "show": _show,
    "unread": _unread,
    "hide": _hide,
    "unhide": _unhide,
    "delete": _delete,
}
