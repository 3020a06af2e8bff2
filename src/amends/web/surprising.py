"""What might be done today for the other, from what one wrote down; on most days nothing.

Nothing comes that speaks of what was named as hurting (on the page of dates).
"""

from datetime import date, datetime

from django.utils import timezone

from amends.store import Vault
from amends.together import (
    Caps,
    Gesture,
    Like,
    Moment,
    Passed,
    Reason,
    Restraint,
    Stage,
    Suggestion,
    free_days,
    is_enough,
    load_surprises,
    mentions,
    not_passed,
    suggest,
)
from amends.web.content import LANGUAGE
from amends.web.draws import draws_of
from amends.web.gate import standing
from amends.web.hurt import hurt_words
from amends.web.ours import is_together, ours_of


def todays(vault: Vault, now: datetime) -> Suggestion:
    """Return what might be done today, or why nothing; the same until something is written."""
    today = timezone.localtime(now).date()
    passed, hurt = vault.records(Passed), hurt_words(vault)
    rested = not_passed(load_surprises(LANGUAGE).every, passed, today)
    found = suggest(
        [one for one in rested if not mentions(f"{one.title} {one.line}", hurt)],
        [one for one in vault.records(Like) if not mentions(one.what, hurt)],
        vault.records(Gesture),
        moment_of(vault, now),
        caps_of(vault),
        draws_of(vault).record.seed,
    )
    is_over = found.surprise is not None and is_enough(passed, today)
    return Suggestion(Reason.QUIET_DAY) if is_over else found


def moment_of(vault: Vault, now: datetime) -> Moment:
    """Return what holds today; where the gate does not say together, nothing is allowed."""
    answer, restraint = standing(vault, now).verdict, restraint_of(vault)
    ours = ours_of(vault, now)
    return Moment(
        today=timezone.localtime(now).date(),
        allowed=is_together(answer),
        is_quiet=ours is not None and ours.stage == Stage.NOT_NOW,
        phase=answer.state,
        asked_for_less=restraint.asked_for_less,
        talked_on=restraint.talked_on,
    )


def restraint_of(vault: Vault) -> Restraint:
    """Return whether they asked for less, and the day of the last serious talk."""
    kept = vault.records(Restraint)
    return kept[-1] if kept else Restraint()


def keep_restraint(vault: Vault, restraint: Restraint) -> None:
    """Keep it in place of what was kept before."""
    kept = vault.all(Restraint)
    vault.put(restraint, id=kept[-1].id if kept else None)


def caps_of(vault: Vault) -> Caps:
    """Return how much a surprise may cost and ask."""
    kept = vault.records(Caps)
    return kept[-1] if kept else Caps()


def keep_caps(vault: Vault, caps: Caps) -> None:
    """Keep them in place of what was kept before."""
    kept = vault.all(Caps)
    vault.put(caps, id=kept[-1].id if kept else None)


def take_up(vault: Vault, now: datetime, on: date) -> bool:
    """Plan today's suggestion for a day; say whether the day is free and there is one."""
    found, today = todays(vault, now), timezone.localtime(now).date()
    if found.surprise is None or on not in free_days(vault.records(Gesture), today):
        return False
    like = next((one.id.hex() for one in vault.all(Like) if one.record == found.like), "")
    vault.put(Gesture(found.surprise.id, on, like))
    return True


def turn_down(vault: Vault, now: datetime) -> None:
    """Let today's suggestion rest."""
    found = todays(vault, now)
    if found.surprise:
        vault.put(Passed(found.surprise.id, timezone.localtime(now).date()))
