"""What the page of a draft says about its words: marks, how it lands, what an apology has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from amends.coach import Review, odd_hour, parts, review, seconds_aloud
from amends.contact import REFUSALS, Draft, Verdict, tally
from amends.web.content import rules, words
from amends.web.gate import Standing
from amends.web.marks import marked
from amends.web.verdicts import spoken

MONTH = timedelta(days=30)
"""Counted back from now: on the first of a month nothing has become less."""
APOLOGY = "apology"


@dataclass(frozen=True)
class Length:
    """How long an apology is in its form, in words or in seconds aloud, and by how much over."""

    name: str
    hint: str
    unit: str
    taken: int
    limit: int

    @property
    def over(self) -> int:
        """Return how much too long it is, or 0."""
        return max(0, self.taken - self.limit)


@dataclass(frozen=True)
class PartView:
    """One part of an apology: its name, the words that show it, or what it would be about."""

    name: str
    about: str
    quotes: tuple[str, ...]


def forms() -> list[dict[str, Any]]:
    """Return the forms that an apology can take, the usual one first."""
    return list(words("draft")["form"])


def form_of(draft: Draft) -> dict[str, Any]:
    """Return the form that was chosen, or the usual one."""
    known = forms()
    return next((form for form in known if form["id"] == draft.form), known[0])


def reading(draft: Draft, stands: Standing) -> dict[str, Any]:
    """Return what the parts of the page that follow the words are given; nothing of it is kept."""
    found = review(draft.text, draft.kind, rules())
    has_text = bool(draft.text.strip())
    return {
        "draft": draft,
        "has_text": has_text,
        "titles": rules().titles,
        "families": words("draft")["family"],
        "marked": marked(draft.text, found, draft.dismissed),
        "has_danger": any(one.severity == "stop" for one in found.concerns),
        "verdict": spoken(stands.verdict),
        "is_allowed": stands.verdict.allowed,
        "may_go_today": not stands.verdict.hold,
        **landing_of(found, stands),
        **(_apology(draft, found, stands.verdict) if draft.kind == APOLOGY else {}),
    }


def landing_of(found: Review, stands: Standing) -> dict[str, Any]:
    """Return how it lands, now and here: the hour, and what went between the two in a month."""
    now = timezone.localtime(stands.verdict.at)
    return {
        "landing": found.landing,
        "hour": odd_hour(now),
        "now": now,
        "tally": tally([kept.record for kept in stands.log], now - MONTH, now),
    }


def _apology(draft: Draft, found: Review, verdict: Verdict) -> dict[str, Any]:
    said = [(one.label, one.quote) for one in found.strengths]
    texts = words("draft")
    return {
        "is_apology": True,
        "length": length_of(draft),
        "parts": _shown(texts["part"], said),
        "exact": _shown(texts["exact"], said),
        "has_said_no": verdict.state in REFUSALS,
    }


def length_of(draft: Draft) -> Length:
    """Return how long an apology is, measured as its form wants it."""
    form = form_of(draft)
    unit = "seconds" if "seconds" in form else "words"
    taken = seconds_aloud(draft.words) if unit == "seconds" else draft.words
    return Length(form["name"], form["hint"], unit, taken, form[unit])


def _shown(texts: list[Mapping[str, str]], said: list[tuple[str, str]]) -> list[PartView]:
    found = parts([text["label"] for text in texts], said)
    return [
        PartView(text["name"], text["about"], part.quotes)
        for text, part in zip(texts, found, strict=True)
    ]
