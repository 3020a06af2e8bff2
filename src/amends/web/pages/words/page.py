"""Feelings and needs: which words I named over the weeks, and which words I am offered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.journey import Answers, Exercise, Named, OwnWords, WordGroup, WordList, named
from amends.web.content import program
from amends.web.guard import Request
from amends.web.newest import Newest, newest
from amends.web.word_lists import own_words, split_words

PATH = "path/words/"


@dataclass(frozen=True)
class Week:
    """The words that were named in a week, which begins on a Monday."""

    begins: date
    words: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class ListView:
    """One list: how often its words were named, and which of them are offered."""

    list: WordList
    often: Newest[tuple[str, int]]
    posing: tuple[tuple[str, int], ...]
    since: date | None
    weeks: Newest[Week]
    groups: tuple[WordGroup, ...]
    hidden: frozenset[str]
    revision: int | None
    sheets: tuple[Exercise, ...]


def view(request: Request) -> HttpResponse:
    """Show what was named; keep which words are offered."""
    if request.method == "POST":
        return _keep(request)
    answers = [kept.record for kept in request.vault.all(Answers)]
    lists = [_shown(request, one, answers) for one in program().lists.values()]
    return render(request, "words/page.html", {"lists": lists, "just_kept": "kept" in request.GET})


def _keep(request: Request) -> HttpResponse:
    words = program().lists.get(request.POST.get("list", ""))
    if words is None:
        raise Http404
    kept = own_words(request.vault, words.id)
    before = kept.record if kept else OwnWords(words.id)
    offered = set(request.POST.getlist("word"))
    own = replace(
        before,
        added=tuple(word for word in before.added if word in offered),
        hidden=tuple(word for word in words.words if word not in offered),
    )
    typed = split_words(request.POST.get("more", ""))
    own = own.with_added(words.as_changed(own).unknown(typed))
    seen = request.POST.get("revision", "")
    revision = int(seen) if kept and seen.isdigit() else None
    request.vault.put(own, id=kept.id if kept else None, revision=revision)
    return redirect(f"{request.path}?kept=yes#{words.id}")


def _shown(request: Request, words: WordList, answers: Sequence[Answers]) -> ListView:
    kept = own_words(request.vault, words.id)
    found = named(program(), answers, words.id, timezone.get_current_timezone())
    posing = {turn.word for turn in words.turns}
    counted = _counted(found)
    added = kept.record.added if kept else ()
    mine = (WordGroup(words.own, added),) if added else ()
    posed = (WordGroup(words.poses, tuple(turn.word for turn in words.turns)),)
    return ListView(
        list=words,
        often=newest([one for one in counted if one[0] not in posing]),
        posing=tuple(one for one in counted if one[0] in posing),
        since=found[0].day if found else None,
        weeks=newest(_weeks(found)),
        groups=(*words.groups, *(posed if words.turns else ()), *mine),
        hidden=frozenset(kept.record.hidden if kept else ()),
        revision=kept.revision if kept else None,
        sheets=tuple(one for one in program().exercises if _offers(one, words)),
    )


def _offers(exercise: Exercise, words: WordList) -> bool:
    """Say whether a sheet offers a list, in a field or in a column of one."""
    fields = (one for field in exercise.fields for one in (field, *field.columns))
    return any(one.word_list == words.id for one in fields)


def _counted(found: Sequence[Named]) -> tuple[tuple[str, int], ...]:
    """Return each word with how often it was named, the most often first, then by the alphabet."""
    counts = Counter(one.word for one in found)
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _weeks(found: Sequence[Named]) -> list[Week]:
    weeks = groupby(found, key=lambda one: one.day - timedelta(days=one.day.weekday()))
    return [Week(begins, _counted(list(words))) for begins, words in weeks][::-1]
