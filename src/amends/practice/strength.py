"""How firm a habit has become, reckoned from its days: 0 when it is new, near 1 in the end."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

NEARLY = 0.95
NEARLY_AFTER = 66
"""Done days in a row after which a habit stands at 0.95: the upper median of `habit-2024`."""
SHARE: float = 1 - (1 - NEARLY) ** (1 / NEARLY_AFTER)
"""What a done day takes of what is missing, and a lapse of what is there: about 4.4 %."""
TOLD = 0.5
"""A lapse with its debrief costs so much of that: our choice, so that an honest report counts."""


class Mark(StrEnum):
    """What was written down for a day; a day not recorded has none."""

    DONE = "done"
    LAPSED = "lapsed"
    EXCUSED = "excused"


@dataclass(frozen=True)
class Pause:
    """A stretch that is excused, such as a holiday; both days belong to it."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last


def strength(
    marks: Mapping[str, Mark],
    since: date,
    today: date,
    pauses: Collection[Pause] = (),
    told: Collection[str] = (),
) -> float:
    """Return the strength of a habit at the end of `today`, from 0 to 1; see `strengths`.

    >>> strength({}, date(2026, 3, 1), date(2026, 5, 1))
    0.0
    """
    last = deque(strengths(marks, since, today, pauses, told), maxlen=1)
    return last[0][1] if last else 0.0


def strengths(
    marks: Mapping[str, Mark],
    since: date,
    today: date,
    pauses: Collection[Pause] = (),
    told: Collection[str] = (),
) -> Iterator[tuple[date, float]]:
    """Yield every day from the first to `today` with the strength at its end.

    `marks` and `told`, the lapses with a debrief, go by days such as 2026-03-14. A day without a
    mark costs as much as a lapse; in a pause it costs nothing, and so does today.
    """
    now, free = 0.0, _days_of(pauses, since, today) | {today.toordinal()}
    for number in range(since.toordinal(), today.toordinal() + 1):
        day = date.fromordinal(number)
        key = day.isoformat()
        mark = marks.get(key) or (Mark.EXCUSED if number in free else None)
        now = _after(now, mark, is_told=key in told)
        yield day, now


def _after(now: float, mark: Mark | None, *, is_told: bool) -> float:
    """Return the strength after one more day."""
    if mark is Mark.EXCUSED:
        return now
    if mark is Mark.DONE:
        return now + SHARE * (1 - now)
    return now * (1 - SHARE * (TOLD if mark is Mark.LAPSED and is_told else 1))


def _days_of(pauses: Collection[Pause], since: date, today: date) -> set[int]:
    """Return the days of all pauses between two days, by their numbers."""
    return {
        number
        for pause in pauses
        for number in range(
            max(pause.first, since).toordinal(), min(pause.last, today).toordinal() + 1
        )
    }
