"""What the page of a draft says about its words: marks, how it lands, what an apology has."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from amends.coach import (
    Checked,
    Review,
    beside_the_matter,
    checked,
    is_foreign,
    items,
    odd_hour,
    seconds_aloud,
)
from amends.contact import REFUSALS, Draft, Reason, State, Verdict, tally
from amends.web.content import reviewed, rules, words
from amends.web.gate import Standing
from amends.web.marks import STOP, marked
from amends.web.verdicts import spoken

MONTH = timedelta(days=30)
"""Counted back from now: on the first of a month nothing has become less."""
APOLOGY = "apology"
MESSAGE = "message"
ASKED_NOTHING = frozenset({State.UNKNOWN, State.TOGETHER, State.OPEN, State.NO_REPLY})
"""The states in which the agreement holds no wish for distance: a page may ask for one."""


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


def forms() -> list[dict[str, Any]]:
    """Return the forms that an apology can take, the usual one first."""
    return list(words("draft")["form"])


def form_of(draft: Draft) -> dict[str, Any]:
    """Return the form that was chosen, or the usual one."""
    known = forms()
    return next((form for form in known if form["id"] == draft.form), known[0])


def reading(draft: Draft, stands: Standing) -> dict[str, Any]:
    """Return what the parts of the page that follow the words are given; nothing of it is kept."""
    found = reviewed(draft.text, draft.kind)
    has_text = bool(draft.text.strip())
    return {
        "draft": draft,
        "has_text": has_text,
        "is_foreign": is_foreign(draft.text, rules()),
        "titles": rules().titles,
        "families": words("draft")["family"],
        "marked": marked(draft.text, found, draft.dismissed),
        "has_danger": sounds_like_danger(found),
        "verdict": spoken(stands.verdict),
        "is_allowed": stands.verdict.allowed,
        "may_go_today": not stands.verdict.hold,
        "beside": beside(draft, found, stands.verdict),
        **landing_of(found, stands),
        **(_apology(draft, found, stands.verdict) if draft.kind == APOLOGY else {}),
        **(_measured(found, stands.verdict) if _is_measured(draft, stands.verdict) else {}),
    }


def sounds_like_danger(found: Review) -> bool:
    """Say whether there is danger in a draft, also when its mark was set aside."""
    return any(one.severity == STOP for one in found.concerns)


def beside(draft: Draft, found: Review, verdict: Verdict) -> list[str]:
    """Return the sentences for which a practical message is held, where that is the reason."""
    if verdict.reason != Reason.PERSONAL:
        return []
    held = beside_the_matter(draft.text, found, rules(), draft.topic)
    return [span.of(draft.text) for span in held]


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
    return {
        "is_apology": True,
        "length": length_of(draft),
        "parts": _checked("part", found),
        "exact": _checked("exact", found),
        "has_said_no": verdict.state in REFUSALS,
        "may_have_said_no": verdict.state in ASKED_NOTHING,
    }


def _is_measured(draft: Draft, verdict: Verdict) -> bool:
    """Say whether it is the one measured message that may go; a practical one is another."""
    return draft.kind == MESSAGE and verdict.allowed and not verdict.topics


def _measured(found: Review, verdict: Verdict) -> dict[str, Any]:
    sending = words("draft")["sending"]
    return {
        "is_measured": True,
        "measured": _checked("measured", found),
        "sending": sending["logged" if verdict.state == State.TOGETHER else "counted"],
    }


def _checked(name: str, found: Review) -> tuple[Checked, ...]:
    return checked(items(words("draft")[name]), found)


def length_of(draft: Draft) -> Length:
    """Return how long an apology is, measured as its form wants it."""
    form = form_of(draft)
    unit = "seconds" if "seconds" in form else "words"
    taken = seconds_aloud(draft.words) if unit == "seconds" else draft.words
    return Length(form["name"], form["hint"], unit, taken, form[unit])
