"""How long the strength of a habit takes over ten years: `python -m tests.practice.bench`."""

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median

from amends.practice import Mark, Pause, strength

DAYS = 3650
FIRST = date(2016, 1, 4)
STATES = [Mark.DONE] * 11 + [Mark.LAPSED, Mark.EXCUSED]


def median_ms(action: Callable[[], object], times: int) -> float:
    """Return the median of some runs in milliseconds of work, whatever else the machine does."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        action()
        taken.append((time.process_time() - start) * 1000)
    return median(taken)


def main() -> None:
    """Print the figure beside one pass over as many days."""
    days = [FIRST + timedelta(days=number) for number in range(DAYS)]
    marks = {day.isoformat(): STATES[at % len(STATES)] for at, day in enumerate(days)}
    pauses = [Pause(day, day + timedelta(days=14)) for day in days[200::365]]
    told = {key for key, mark in list(marks.items())[::2] if mark is Mark.LAPSED}
    plain = median_ms(lambda: [day.isoformat() for day in days], 200)
    ours = median_ms(lambda: strength(marks, FIRST, days[-1], pauses, told), 200)
    words = f"{ours:.2f} ms, {ours / plain:.1f} times writing {DAYS:,} dates ({plain:.2f} ms)"
    sys.stdout.write(f"strength of ten years of marks: {words}; target 20 ms\n")


if __name__ == "__main__":
    main()
