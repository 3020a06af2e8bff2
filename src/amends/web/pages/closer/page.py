"""Closer questions: each writes alone, both read when both have written, any can be skipped."""

from dataclasses import dataclass
from functools import cache

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.store import ChangedElsewhere, Kept, Space
from amends.together import (
    Asking,
    Deck,
    Finished,
    Opened,
    OwnAnswer,
    Pair,
    Question,
    Skipped,
    answered,
    asked,
    load_decks,
    next_question,
    once_more,
    open_now,
    pairs,
    worth_returning,
)
from amends.web.content import LANGUAGE, words
from amends.web.ours import SharedRequest
from amends.web.releasing import finish, release_when_both

PATH = "closer/"
TOOL = "questions"


@dataclass(frozen=True)
class Between:
    """How the questions stand between the two: the open one, one's own words to it, the pairs.

    `name` is that of the open one, with the number of its round from the second on.
    """

    name: str
    question: Question | None
    mine: Kept[OwnAnswer] | None
    is_finished: bool
    they_finished: bool
    pairs: tuple[Pair, ...]


def view(request: SharedRequest) -> HttpResponse:
    """Take up a question, write, skip, read."""
    space = request.ours.space
    between = _between(space)
    action = request.POST.get("action", "")
    if action in ("write", "skip") and _is_other(request, between):
        raise ChangedElsewhere  # an answer must not be read as one to another question
    if action == "write" and between.question:
        if not request.POST.get("words", "").strip():
            return _page(request, between, is_missing=True, status=422)
        _write(request, between)
        return redirect("closer")
    if action == "skip" and between.question:
        space.put(Skipped(between.name))
        return redirect("closer")
    if action == "take" and not between.question:
        if not _take(request, space, between):
            return _page(request, between, is_none=True)
        return redirect("closer")
    return _page(request, between)


def _is_other(request: SharedRequest, between: Between) -> bool:
    """Say whether the page that was sent showed another question than the one that is open now."""
    return bool(request.POST.get("question", between.name) != between.name)


def _page(
    request: SharedRequest, between: Between, status: int = 200, **more: object
) -> HttpResponse:
    old = worth_returning(answered(between.pairs), timezone.localdate())
    told = [(question, one) for one in between.pairs if (question := _question(one.question))]
    context = {
        "text": words("together/closer"),
        "between": between,
        "decks": _decks(),
        "old": {one.question for one in old},
        "told": told,
        **more,
    }
    return render(request, "closer/page.html", context, status=status)


@cache
def _decks() -> tuple[Deck, ...]:
    return load_decks(LANGUAGE)


def _between(space: Space) -> Between:
    """Return how it stands, after giving one's own answers to what both have finished."""
    for kept in space.vault.all(OwnAnswer):
        release_when_both(space, _about(kept.record.question), [kept])
    mine = space.vault.all(OwnAnswer)
    found = pairs(
        [one.item for one in space.mine(OwnAnswer)], [one.item for one in space.theirs(OwnAnswer)]
    )
    opened, skipped = space.all(Opened), space.all(Skipped)
    name = open_now(
        [one.item for one in opened],
        [one.item for one in skipped],
        [one.question for one in found],
    )
    about = _about(name)
    own = [one for one in mine if one.record.question == name]
    return Between(
        name=name,
        question=_question(name),
        mine=own[-1] if own else None,
        is_finished=any(one.item.about == about for one in space.mine(Finished)),
        they_finished=any(one.item.about == about for one in space.theirs(Finished)),
        pairs=found,
    )


def _about(question: str) -> str:
    return f"closer/{question}"


def _question(name: str) -> Question | None:
    every = (one for deck in _decks() for one in deck.questions)
    return next((one for one in every if one.id == asked(name)), None)


def _write(request: SharedRequest, between: Between) -> None:
    space, name = request.ours.space, between.name
    answer = OwnAnswer(name, request.POST["words"].strip(), timezone.localdate())
    kept = space.vault.put(answer, id=between.mine.id if between.mine else None)
    finish(space, _about(name))
    release_when_both(space, _about(name), [kept])


def _take(request: SharedRequest, space: Space, between: Between) -> bool:
    """Take up the named question once more, or the next of the named deck; say whether one is."""
    again = request.POST.get("again", "")
    if again in {one.question for one in between.pairs}:
        space.put(Opened(once_more(again)))
        return True
    asking = Asking(
        answered=answered(between.pairs),
        skipped=frozenset(one.item.question for one in space.all(Skipped)),
    )
    deck = request.POST.get("deck", "")
    found = next_question(_decks(), asking, space.membership.space, deck)
    if found:
        space.put(Opened(found.id))
    return found is not None
