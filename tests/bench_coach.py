"""How often the coach is right, and how fast it reads: `make bench-coach`.

    python -m tests.bench_coach [--rules-only] [--write] [FILE]

FILE holds labelled drafts as JSON lines; without one, those of `tests/coach/dev.jsonl` are read.
Nothing but totals is told, so that nobody tunes for single drafts. `--write` puts the figures into
`docs/coach.md`; what is published there is what was measured. This stands among the tests, and not
with the training, because it measures what ships and needs none of what training needs.
"""

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from training.drafts import CONCERNS, FLOODING, STRENGTHS, Draft, Mark
from training.scoring import Tally

from amends import listener
from amends.coach import Concern, Hear, Review, Rules, Strength, review
from tests.coach.labelled import DEV, load_labelled

PAGE = Path(__file__).parent.parent / "docs" / "coach.md"
OPENS, CLOSES = "<!-- measured: make bench-coach -->", "<!-- end -->"
COUNTED = (*CONCERNS, FLOODING)
GRAVE = frozenset({"self-harm", "threat"})
"""What must never be missed."""
Marker = Callable[[Draft], list[Mark]]


@dataclass(frozen=True)
class Figures:
    """What one way of reading came to: its counts, and milliseconds for each draft."""

    tally: Tally
    taken: Sequence[float]
    grave: int

    @property
    def a_second(self) -> float:
        """Return how many drafts were read in a second."""
        return 1000 * len(self.taken) / sum(self.taken)


def ways(rules: Rules, hear: Hear | None) -> Mapping[str, Marker]:
    """Return the ways to read a draft that are compared."""
    by_rules = {"rules": lambda one: marks_of(review(one.text, one.kind, rules))}
    if hear is None:
        return by_rules
    return by_rules | {
        "listener": lambda one: [
            Mark(heard.label, heard.span.start, heard.span.end) for heard in hear(one.text)
        ],
        "both": lambda one: marks_of(review(one.text, one.kind, rules, hear)),
    }


def marks_of(found: Review) -> list[Mark]:
    """Return what a review marks, concerns and strengths alike."""
    both: tuple[Concern | Strength, ...] = (*found.concerns, *found.strengths)
    return [Mark(one.label, one.span.start, one.span.end) for one in both]


def measure(drafts: Sequence[Draft], marker: Marker) -> Figures:
    """Read every draft twice, and time it the second time: what is parsed late is parsed then."""
    tally, taken, grave = Tally(), [], 0
    for draft in drafts:
        marker(draft)
        start = time.perf_counter()
        marks = marker(draft)
        taken.append((time.perf_counter() - start) * 1000)
        tally.add(draft, marks)
        labels = {mark.label for mark in draft.marks} & GRAVE
        grave += bool(labels) and labels <= {mark.label for mark in marks}
    return Figures(tally, taken, grave)


def told(drafts: Sequence[Draft], figures: Mapping[str, Figures], name: str) -> str:
    """Return all figures as Markdown."""
    parts = [
        _method(drafts, name),
        "\n".join(_whole(drafts, figures)),
        "\n".join(_by_label("concern", COUNTED, figures)),
        "\n".join(_by_label("strength", STRENGTHS, figures)),
    ]
    return "\n\n".join(parts)


def _method(drafts: Sequence[Draft], name: str) -> str:
    today = datetime.now(UTC).date()
    words = statistics.median(len(one.text.split()) for one in drafts)
    rarest = min(Counter(mark.label for one in drafts for mark in one.marks).values(), default=0)
    return f"""\
Measured on {today.day} {today:%B %Y} by `make bench-coach`, on the {len(drafts)} labelled drafts
of *{name}* (median {words:.0f} words). *Listener* is what it hears by itself, without what is
counted (questions in a row, capitals, length); *both* is what the coach says.

**Method.** A mark is right when it overlaps a labelled stretch of the same label by at least half
of the shorter one. Precision is the share of marks that are right, recall the share of labelled
stretches that are marked, macro-F1 the mean of F1 over the labels that occur.

**Limits.** The rules were written and the listener was calibrated while totals on such drafts were
known, so drafts of somebody else will come out lower. The rarest label stands {rarest} times here,
so that one draft moves its figures by several points. Milliseconds are those of one machine;
`make bench` has ratios."""


def _whole(drafts: Sequence[Draft], figures: Mapping[str, Figures]) -> Iterator[str]:
    grave = sum(any(mark.label in GRAVE for mark in one.marks) for one in drafts)
    rows: list[tuple[str, Callable[[Figures], str]]] = [
        ("macro-F1 of concerns", lambda one: f"{one.tally.macro(COUNTED):.2f}"),
        ("macro-F1 of strengths", lambda one: f"{one.tally.macro(STRENGTHS):.2f}"),
        (
            "drafts without a concern, left alone",
            lambda one: f"{one.tally.left_alone} of {one.tally.clean}",
        ),
        ("drafts with self-harm or a threat, so marked", lambda one: f"{one.grave} of {grave}"),
        ("milliseconds a draft, median", lambda one: f"{statistics.median(one.taken):.1f}"),
        ("drafts a second", lambda one: f"{one.a_second:,.0f}"),
    ]
    yield f"| | {' | '.join(figures)} |"
    yield "|---|" + "---|" * len(figures)
    for what, cell in rows:
        yield f"| {what} | {' | '.join(map(cell, figures.values()))} |"


def _by_label(title: str, labels: Sequence[str], figures: Mapping[str, Figures]) -> Iterator[str]:
    heads = [f"{name}: precision / recall / F1" for name in figures]
    yield f"| {title} | labelled | {' | '.join(heads)} |"
    yield "|---|---|" + "---|" * len(figures)
    for label in labels:
        tallies = [one.tally for one in figures.values()]
        count = tallies[0].found[label] + tallies[0].missed[label]
        if count:
            cells = " | ".join(_rates(tally, label) for tally in tallies)
            yield f"| `{label}` | {count} | {cells} |"


def _rates(tally: Tally, label: str) -> str:
    rates = (tally.precision(label), tally.recall(label), tally.f1(label))
    return " / ".join(f"{rate:.2f}" for rate in rates)


def write(block: str, page: Path = PAGE) -> None:
    """Put the figures between their marks in a document."""
    before, opens, rest = page.read_text(encoding="utf-8").partition(OPENS)
    _, closes, after = rest.partition(CLOSES)
    if not (opens and closes):
        raise SystemExit(f"{page.name} has no place for the figures: {OPENS} … {CLOSES}")
    page.write_text(f"{before}{opens}\n{block}\n{closes}{after}", encoding="utf-8")


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description="How often the coach is right, and how fast.")
    parser.add_argument("file", nargs="?", type=Path, default=DEV, metavar="FILE")
    parser.add_argument("--rules-only", action="store_true", help="leave the listener out")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/coach.md")
    given = parser.parse_args(words)
    hear = None if given.rules_only else listener.Listener.load().hear
    drafts = load_labelled(given.file)
    compared = ways(Rules.load("en"), hear)
    figures = {name: measure(drafts, marker) for name, marker in compared.items()}
    block = told(drafts, figures, given.file.stem)
    print(block)
    if given.write:
        write(block)


if __name__ == "__main__":
    main()
