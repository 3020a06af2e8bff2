"""How long a wave goes on, in words."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from amends.practice import WAVE, Urge
from amends.web.content import words


def time_of(urge: Urge, now: datetime) -> dict[str, Any]:
    """Return how many minutes are left in words, and the times of day, which stay true."""
    text, left = words("urge")["wave"], urge.minutes_left(now)
    told = text["none"] if not left else text["one"] if left == 1 else text["many"]
    ends = {"began": _time(urge.began), "over": _time(urge.began + WAVE)}
    return {
        "is_going": urge.is_going(now),
        "minutes_left": told.format(n=left),
        "from_to": text["from_to"].format(**ends),
        "over": urge.began + WAVE,
    }


def _time(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "H:i")
