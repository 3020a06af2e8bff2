"""How often a sign of crisis is found, and how often there is none: `make bench-crisis`.

    python -m tests.bench_crisis [--write]

Nothing but totals is told, so that nobody tunes for single texts. `--write` puts the figures into
`docs/crisis.md`; what is published there is what was measured.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from training.drafts import DRAFTS, Draft, load_drafts

from amends.listener import Listener
from amends.safety import HEARD_AS, Signs, crisis
from tests.bench_coach import CLOSES
from tests.coach.labelled import DEV, load_labelled
from tests.safety.crisis.examples import OTHERS, SIGNS, UNSEEN, Examples

PAGE = Path(__file__).parent.parent / "docs" / "crisis.md"
OPENS = "<!-- measured: make bench-crisis -->"
STEPS = (0.2, 0.3, 0.4, 0.5, 0.7)
Reads = Callable[[str], bool]


@dataclass(frozen=True)
class Count:
    """How many signs were found, and how many other texts were taken for one."""

    found: int
    signs: int
    taken: int
    others: int

    def __str__(self) -> str:
        """Return one cell of a table."""
        share = 100 * self.taken / self.others
        return f"{self.found} of {self.signs} · {self.taken} of {self.others} ({share:.1f} %)"


def sets() -> Mapping[str, Examples]:
    """Return all texts to measure on, by the name of their set."""
    return {
        "*dev*: labelled drafts": _drafts(load_labelled(DEV)),
        "*first*: labelled drafts that the listener was trained on": _drafts(
            load_drafts([DRAFTS / "first.txt"])
        ),
        "examples of our own that phrases were written for": Examples(SIGNS, OTHERS),
        "examples written after the phrases, much of it veiled": UNSEEN,
    }


def _drafts(drafts: Sequence[Draft]) -> Examples:
    signs = [one.text for one in drafts if any(mark.label == HEARD_AS for mark in one.marks)]
    others = [one.text for one in drafts if all(mark.label != HEARD_AS for mark in one.marks)]
    return Examples(tuple(signs), tuple(others))


def count(texts: Examples, reads: Reads) -> Count:
    """Read every text of a set."""
    found, taken = sum(map(reads, texts.signs)), sum(map(reads, texts.others))
    return Count(found, len(texts.signs), taken, len(texts.others))


def told(texts: Mapping[str, Examples]) -> Iterator[str]:
    """Yield all figures as Markdown, line by line."""
    signs, listener = Signs.load(), Listener.load()
    chances = {text: listener.chance(text, HEARD_AS) for text in _every(texts)}
    phrases: Reads = lambda text: crisis(text, signs=signs)  # noqa: E731 - a way to read
    both: Reads = lambda text: crisis(text, lambda one, _: chances[one], signs)  # noqa: E731
    today = datetime.now(UTC).date()
    yield f"Measured on {today.day} {today:%B %Y} by `make bench-crisis`: signs that were found,"
    yield "and other texts that were taken for one."
    yield ""
    yield "| texts | phrases alone | phrases and the second listener: what amends does |"
    yield "|---|---|---|"
    for name, one in texts.items():
        yield f"| {name} | {count(one, phrases)} | {count(one, both)} |"
    yield ""
    yield f"| the listener is believed from | {' | '.join(texts)} |"
    yield "|---|" + "---|" * len(texts)
    for step in STEPS:
        row = [str(count(one, _from(step, phrases, chances))) for one in texts.values()]
        yield f"| {step} | {' | '.join(row)} |"
    yield ""
    taken = _milliseconds(texts, signs, listener)
    yield f"Reading a text takes {taken:.1f} ms (median, when warm)."


def _every(texts: Mapping[str, Examples]) -> Iterator[str]:
    for one in texts.values():
        yield from (*one.signs, *one.others)


def _from(step: float, phrases: Reads, chances: Mapping[str, float]) -> Reads:
    return lambda text: phrases(text) or chances[text] >= step


def _milliseconds(texts: Mapping[str, Examples], signs: Signs, listener: Listener) -> float:
    taken = []
    for text in [*_every(texts)][:240]:
        start = time.perf_counter()
        crisis(text, listener.chance, signs)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def write(block: str, page: Path = PAGE) -> None:
    """Put the figures between their marks in the document."""
    before, _, rest = page.read_text(encoding="utf-8").partition(OPENS)
    _, _, after = rest.partition(CLOSES)
    page.write_text(f"{before}{OPENS}\n{block}\n{CLOSES}{after}", encoding="utf-8")


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description="How often a sign of crisis is found.")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/crisis.md")
    given = parser.parse_args(words)
    block = "\n".join(told(sets()))
    print(block)
    if given.write:
        write(block)


if __name__ == "__main__":
    main()
