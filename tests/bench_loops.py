"""How often the guard of the journal speaks, and how often it is right: `make bench-loops`.

    python -m tests.bench_loops [--write]

Nothing but totals is told, so that nobody tunes for single diaries. `--write` puts the figures into
`docs/journal.md`; what is published there is what was measured.
"""

import argparse
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from amends.practice import Heard, Turns, evening, judge
from amends.practice.looping import WEIGHTS, Weights
from tests.bench_coach import CLOSES
from tests.practice.diaries import HELD, TUNE, Diary, load

PAGE = Path(__file__).parent.parent / "docs" / "journal.md"
OPENS = "<!-- measured: make bench-loops -->"
NAMES = {TUNE: "the half to tune on", HELD: "the half written after tuning, only measured"}
STEPS = (0.0, 2.0, 3.5, 5.0, 7.0, 9.0)


@dataclass(frozen=True)
class Count:
    """How many turning pages were noticed, and how many others were taken for one.

    `diaries` are the looping ones in which the guard spoke at least once, of `looping`; `spoiled`
    the progressing ones, of `progressing`.
    """

    noticed: int
    turning: int
    taken: int
    others: int
    diaries: int
    looping: int
    spoiled: int
    progressing: int

    @property
    def recall(self) -> float:
        """Return the share of turning pages that were noticed."""
        return self.noticed / self.turning

    @property
    def precision(self) -> float:
        """Return the share of pages spoken of that did turn."""
        return self.noticed / (self.noticed + self.taken) if self.noticed + self.taken else 0.0

    @property
    def false_alarms(self) -> float:
        """Return the share of other pages that were taken for turning ones."""
        return self.taken / self.others


def spoken(diary: Diary, turns: Turns, weights: Weights = WEIGHTS) -> list[bool]:
    """Return for each page whether the guard speaks, as it would on the evening of that page."""
    found = []
    for number, page in enumerate(diary.pages):
        before = diary.pages[:number]
        tonight = evening([*before, page], page.at)
        found.append(judge(page, before, tonight, turns, weights).heard != Heard.FRESH)
    return found


def count(diaries: Sequence[Diary], turns: Turns, weights: Weights = WEIGHTS) -> Count:
    """Read every page. Other pages: all progressing ones, and fresh ones among the looping."""
    spoke = {diary.name: spoken(diary, turns, weights) for diary in diaries}
    pages = [
        (said, diary.turns(number), not diary.loops or diary.fresh[number])
        for diary in diaries
        for number, said in enumerate(spoke[diary.name])
    ]
    looping = [any(spoke[one.name]) for one in diaries if one.loops]
    progressing = [any(spoke[one.name]) for one in diaries if not one.loops]
    return Count(
        sum(said for said, turning, _ in pages if turning),
        sum(turning for _, turning, _ in pages),
        sum(said for said, _, other in pages if other),
        sum(other for _, _, other in pages),
        sum(looping),
        len(looping),
        sum(progressing),
        len(progressing),
    )


def told(halves: Mapping[str, Sequence[Diary]], turns: Turns) -> Iterator[str]:
    """Yield all figures as Markdown, line by line."""
    today = datetime.now(UTC).date()
    yield f"Measured on {today.day} {today:%B %Y} by `make bench-loops`."
    yield ""
    yield (
        "| diaries | turning pages noticed | right when it speaks | other pages taken for one "
        "| looping diaries noticed | progressing diaries spoken to |"
    )
    yield "|---|---|---|---|---|---|"
    for name, diaries in halves.items():
        yield _row(NAMES[name], count(diaries, turns))
    yield ""
    yield f"| the guard speaks from | {' | '.join(NAMES[name] for name in halves)} |"
    yield "|---|" + "---|" * len(halves)
    for step in STEPS:
        cells = [count(one, turns, replace(WEIGHTS, speaks=step)) for one in halves.values()]
        yield f"| {step}{_mark(step)} | {' | '.join(map(_cell, cells))} |"
    yield ""
    every = [one for diaries in halves.values() for one in diaries]
    taken = _milliseconds(every, turns)
    yield f"Reading a page beside those of two weeks takes {taken:.1f} ms (median, when warm)."


def _row(name: str, one: Count) -> str:
    return (
        f"| {name} | {one.noticed} of {one.turning} ({one.recall:.0%}) | {one.precision:.0%} "
        f"| {one.taken} of {one.others} ({one.false_alarms:.1%}) "
        f"| {one.diaries} of {one.looping} | {one.spoiled} of {one.progressing} |"
    )


def _cell(one: Count) -> str:
    return f"{one.noticed} of {one.turning} · {one.taken} of {one.others}"


def _mark(step: float) -> str:
    return " (as shipped)" if step == WEIGHTS.speaks else ""


def _milliseconds(diaries: Sequence[Diary], turns: Turns) -> float:
    taken = []
    for diary in diaries:
        page, before = diary.pages[-1], diary.pages[:-1]
        tonight = evening(diary.pages, page.at)
        start = time.perf_counter()
        judge(page, before, tonight, turns)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def write(block: str, page: Path = PAGE) -> None:
    """Put the figures between their marks in the document."""
    before, _, rest = page.read_text(encoding="utf-8").partition(OPENS)
    _, _, after = rest.partition(CLOSES)
    page.write_text(f"{before}{OPENS}\n{block}\n{CLOSES}{after}", encoding="utf-8")


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description="How often the journal's guard is right.")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/journal.md")
    given = parser.parse_args(words)
    turns = Turns.load("en")
    block = "\n".join(told({half: load(half) for half in (TUNE, HELD)}, turns))
    print(block)
    if given.write:
        write(block)


if __name__ == "__main__":
    main()
