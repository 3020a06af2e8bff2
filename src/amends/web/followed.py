"""Urges to reach them that were followed, where the contact log does not have them yet."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone

from amends.contact import Agreement, Contact
from amends.practice import Urge
from amends.store import Vault
from amends.web.content import words


def followed(
    vault: Vault, agreement: Agreement, log: Iterable[Contact], now: datetime
) -> tuple[Contact, ...]:
    """Return them as contacts of mine, for the days that were kept; the gate does not count them.

    A day on which the log has a contact of mine is told there, and is left out here.
    """
    first = agreement.before[0].since if agreement.before else agreement.since
    told = {timezone.localtime(one.at).date() for one in log if one.is_mine}
    return tuple(
        Contact(urge.began, "me")
        for urge in _followed(vault, first, now)
        if timezone.localtime(urge.began).date() not in told
    )


def _followed(vault: Vault, first: datetime, now: datetime) -> Sequence[Urge]:
    reaching = {one["id"] for one in words("urge")["want"] if one.get("reaches")}
    urges = (kept.record for kept in vault.recent(Urge, since=first.date()))
    return [
        one
        for one in urges
        if one.ridden is False and one.want in reaching and first <= one.began <= now
    ]
