"""What the urge screens read from the vault: earlier urges, own reasons, people to call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from amends.journey import Answers
from amends.practice import STRONGEST, Supporter, Urge, load_calm, supporters, whose_turn
from amends.store import Kept, Vault
from amends.web.charts.breath import DrawnBreath, drawn_breath
from amends.web.content import LANGUAGE, words
from amends.web.people import named

LOOK_BACK = timedelta(days=90)
"""Older urges are kept and no longer opened: what helped then may not help now."""
REASONS, SUPPORT_MAP = "space/reasons", "space/support-map"
"""The sheets with one's own reasons and friends' words, and with the people to call."""


@dataclass(frozen=True)
class Reasons:
    """Own reasons, and what friends said: who, and their words."""

    own: tuple[str, ...]
    friends: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        """Say whether there is anything to read back."""
        return bool(self.own or self.friends)


def recent_urges(vault: Vault, now: datetime) -> list[Kept[Urge]]:
    """Return the urges of the last ninety days, the newest first."""
    kept = vault.recent(Urge, since=(now - LOOK_BACK).date())
    return sorted(kept, key=lambda one: one.record.began, reverse=True)


def reasons_of(answers: Sequence[Answers]) -> Reasons:
    """Return what was written on the sheet of reasons."""
    own = (str(row.get("line", "")) for row in _rows(answers, REASONS, "reasons"))
    friends = (
        (str(row.get("who", "")), str(row.get("words", "")))
        for row in _rows(answers, REASONS, "friends_words")
    )
    return Reasons(tuple(filter(None, own)), tuple(one for one in friends if one[1]))


def people_to_call(vault: Vault, answers: Sequence[Answers]) -> list[Supporter]:
    """Return the people on the support map; the one whom it is about is none of them."""
    return supporters(_rows(answers, SUPPORT_MAP, "people"), left_out=named(vault).them)


def next_to_call(people: Sequence[Supporter], urges: Sequence[Urge]) -> Supporter | None:
    """Return whose turn it is; `urges` are the newest first."""
    earlier = [
        (one.person, timezone.localtime(one.began).date()) for one in urges[::-1] if one.person
    ]
    return whose_turn(people, earlier)


def _rows(answers: Sequence[Answers], sheet: str, field: str) -> list[Mapping[str, object]]:
    values = next((one.values.get(field) for one in answers if one.exercise == sheet), None)
    rows = values if isinstance(values, list) else []
    return [row for row in rows if isinstance(row, Mapping)]


def strength_in(form: QueryDict) -> int | None:
    """Return the number that was tapped, or None when it was none from 0 to 10."""
    typed = form.get("strength", "")
    return int(typed) if typed in map(str, range(STRONGEST + 1)) else None


def on_screen() -> dict[str, Any]:
    """Return what the urge screens show to everyone, locked or not."""
    return {"text": words("urge"), "strengths": range(STRONGEST + 1), "breath": first_breath()}


def first_breath() -> DrawnBreath | None:
    """Return the breath of the first exercise that has one."""
    breath = next((one.breath for one in load_calm(LANGUAGE) if one.breath), None)
    return drawn_breath(breath, words("urge")["breath"]) if breath else None
