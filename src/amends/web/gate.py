"""The one place where pages ask the gate."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from amends.contact import (
    Agreement,
    Contact,
    Draft,
    Terms,
    Verdict,
    begin,
    hold_back,
    stays_inside,
    verdict,
)
from amends.practice import Closing, Opening, is_inner, put_down
from amends.safety import is_private
from amends.store import Entry, Kept, Vault, last_heat
from amends.web.dangers import dangers_of


@dataclass(frozen=True)
class Standing:
    """What was agreed, what has passed between the two since, and what the gate says now."""

    agreement: Kept[Agreement] | None
    log: tuple[Kept[Contact], ...]
    verdict: Verdict


def standing(vault: Vault, now: datetime, topic: str = "", *, personal: bool = False) -> Standing:
    """Ask the gate; with nothing recorded it answers as for `unknown`."""
    now = timezone.localtime(now)  # days end where the person is
    agreements = vault.all(Agreement)
    kept = agreements[-1] if agreements else None
    log = tuple(sorted(vault.all(Contact), key=lambda entry: entry.record.at))
    agreement = kept.record if kept else begin(Terms(), now)
    answer = verdict(
        agreement,
        [c.record for c in log],
        now,
        topic=topic,
        personal=personal,
        dangers=dangers_of(vault, now),
        heated=last_heat(vault, now),
    )
    down = put_down(vault.records(Closing), vault.records(Opening), now)
    return Standing(kept, log, hold_back(answer, down.until) if down else answer)


def drafts_of(vault: Vault) -> list[Kept[Draft]]:
    """Return all drafts, the newest first."""
    return list(reversed(vault.all(Draft)))


def keeps_inside(answer: Verdict, *, with_answers: bool) -> Callable[[Entry], bool]:
    """Return which records an export leaves out.

    Letters that may not leave the drawer; and, without the user's tick, what they answered about
    safety, in questionnaires and about the three drives. What was written in fury is in no export.
    """

    def stays(entry: Entry) -> bool:
        if is_private(entry.kind) or is_inner(entry.kind):
            return not with_answers
        draft = entry.of(Draft)
        return draft is not None and stays_inside(draft, answer)

    return stays
