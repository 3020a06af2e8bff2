"""Signs that call for another person, as far as one's own records show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from amends.journey import Answers, Version, next_steps
from amends.safety import InstrumentAnswers
from amends.store import Vault
from amends.web.body import has_low_mood, recent_entries
from amends.web.content import program, words
from amends.web.dangers import dangers_of
from amends.web.instruments import instruments
from amends.web.quiet import closing_of

STUCK = timedelta(weeks=8)
"""Eight weeks without movement call for help (capability 58)."""
RECENT = timedelta(weeks=2)
"""What was kept within two weeks shows that someone is still here."""
STRONG = 7
"""Of 10: a pull that is hard to bear."""


@dataclass(frozen=True)
class Sign:
    """One sign: the kind of help that fits it, and what is said about it."""

    id: str
    kind: str
    kept: str


def signs_of(vault: Vault, now: datetime) -> list[Sign]:
    """Return the signs in what someone kept, the most urgent first. Nothing of it is stored.

    Signs of the same words are one: what was done to someone and what they did read alike.
    """
    answers = vault.records(Answers)
    found: set[str] = {str(danger) for danger in dangers_of(vault, now)}
    if _is_low(vault.records(InstrumentAnswers)):
        found.add("low")
    if has_low_mood(recent_entries(vault, now), now):
        found.add("low-mood")
    told = words("when")["sign"]
    found |= {sign["id"] for sign in told if _is_chosen(sign, answers)}
    if not closing_of(vault):
        found |= {sign["id"] for sign in told if "pull" in sign and _is_stuck(sign, answers, now)}
    said: dict[str, Sign] = {}
    for sign in (sign for sign in told if sign["id"] in found):
        said.setdefault(sign["kept"], Sign(sign["id"], sign["kind"], sign["kept"]))
    return list(said.values())


def _is_low(kept: Sequence[InstrumentAnswers]) -> bool:
    """Say whether the last two scores of one questionnaire both ask for help."""
    by_day = sorted(kept, key=lambda one: one.at)
    return any(
        instrument.asks_for_help([one for one in by_day if one.instrument == instrument.id])
        for instrument in instruments()
    )


def _is_chosen(sign: Mapping[str, Any], answers: Sequence[Answers]) -> bool:
    """Say whether one of the choices that stand for a sign is chosen in a sheet now."""
    kept = {one.exercise: one.values for one in answers}
    return any(
        choice in _as_list(kept.get(exercise, {}).get(field, []))
        for exercise, field, choice in sign.get("chosen", [])
    )


def _as_list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]


def _is_stuck(sign: Mapping[str, Any], answers: Sequence[Answers], now: datetime) -> bool:
    """Say whether someone is still here after eight weeks, and nothing has moved."""
    versions = sorted((v for one in answers for v in one.versions), key=lambda v: v.at)
    if not versions or now - versions[-1].at > RECENT or now - versions[0].at < STUCK:
        return False
    return _nothing_new(answers, now) or any(
        _stays_strong(_versions(answers, exercise), field, now) for exercise, field in sign["pull"]
    )


def _nothing_new(answers: Sequence[Answers], now: datetime) -> bool:
    """Say whether no sheet was begun in eight weeks while others were open."""
    begun = [one.versions[0].at for one in answers if one.versions]
    is_more = any(step.reason != "review" for step in next_steps(program(), answers, now))
    return is_more and all(now - at >= STUCK for at in begun)


def _versions(answers: Sequence[Answers], exercise: str) -> list[Version]:
    return [version for one in answers if one.exercise == exercise for version in one.versions]


def _stays_strong(versions: Sequence[Version], field: str, now: datetime) -> bool:
    """Say whether a pull was strong eight weeks ago or before, and in everything since."""
    pulls = [(now - v.at >= STUCK, v.values[field]) for v in versions if field in v.values]
    all_strong = all(isinstance(pull, int) and pull >= STRONG for _, pull in pulls)
    return all_strong and {old for old, _ in pulls} == {True, False}
