"""How fast chats are read, beside other readers and beside the limit: `make bench-chats`.

    python -m benchmarks.chats [--write]

The limit is one compiled expression for headers that goes once over the bytes of the file. Each
program is a process of its own that begins from nothing; the best of some runs counts. Processor
time is compared, because other programs on the same machine take the clock's but not that.
`--write` puts the figures into `docs/chats.md`; what is published there is what was measured.
"""

import argparse
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measuring import KEPT, Run, least, printed, timed, written
from benchmarks.readers import Reader, readers
from benchmarks.right import Right, right

PAGE = Path(__file__).parent.parent / "docs" / "chats.md"
OPENS, CLOSES = "<!-- measured: make bench-chats -->", "<!-- end -->"
SIZES = (10_000, 100_000, 1_000_000)
LARGEST, STYLE = SIZES[-1], "en-gb"
JUDGED = 100_000
"""Messages of which each is compared with what was said."""
RUNS, FEW_RUNS = 5, 2
"""Runs of each program; of the largest file, a reader says itself how many are enough."""
STYLES = ("en-gb", "en-gb iphone", "en-us 2023", "en-us iphone")
COLD = 10_000
FORMS = {
    "WhatsApp": (STYLE, "Alice"),
    "Telegram": ("Telegram as JSON", "Alice"),
    "Messenger": ("Messenger", "Alice"),
    "Signal": ("Signal", "Alice"),
    "Discord": ("Discord", "Alice"),
    "SMS": ("SMS Backup & Restore", "Me"),
}
"""Whose exports are read from a cold shell, and who is the user in them."""
LONG = (10_000, 100_000, 1_000_000, 3_000_000)
AMENDS = [sys.executable, "-m", "amends", "chats"]
PATTERNS = """
import sys, time
from amends.chats import find
from tests.bench_patterns import HARM, conversation
find(conversation(1000), "Alice")
whole = conversation(int(sys.argv[1]))
began = time.process_time()
find(whole, "Alice", [HARM])
print(time.process_time() - began)
"""
Figures = Mapping[tuple[str, int], Run | None]


def made(form: str, messages: int) -> Path:
    """Return a file with a chat in some form."""
    return written(KEPT / "made" / f"{form}-{messages}.txt".replace(" ", "-"), form, messages)


def measured(some: Sequence[Reader]) -> Figures:
    """Return what each reader took for each size, in turns, so that all meet the same machine."""
    figures: dict[tuple[str, int], Run | None] = {}
    for size in SIZES:
        path, taken = made(STYLE, size), {one.name: list[Run]() for one in some}
        for number in range(RUNS):
            for one in some:
                if one.command and number < (one.runs if size == LARGEST else RUNS):
                    taken[one.name] += filter(None, [timed([*one.command, path])])
        for name, runs in taken.items():
            figures[name, size] = least(runs) if runs else None
    return figures


def told() -> Iterator[str]:
    """Yield all figures as Markdown, line by line."""
    today, some = datetime.now(UTC).date(), readers()
    yield (
        f"Measured on {today.day} {today:%B %Y} by `make bench-chats`, on two cores that other "
        f"programs used at the same time, with Python {platform.python_version()}. Each figure is "
        "of a whole process from its start, in seconds of the processor, the best of some runs."
    )
    yield ""
    figures = measured(some)
    path = made(STYLE, JUDGED)
    judged = {one.name: right(one, path, JUDGED) for one in some[1:] if one.command}
    yield from beside(some, figures, judged)
    yield ""
    yield from styles(some[0], some[1])
    yield ""
    yield from cold()
    yield ""
    yield from linear(some[1])


def beside(
    some: Sequence[Reader], figures: Figures, judged: Mapping[str, Right | None]
) -> Iterator[str]:
    """Yield our reader beside the others."""
    yield f"**The same WhatsApp chat** ({made(STYLE, LARGEST).stat().st_size / 1e6:.0f} MB):"
    yield ""
    sizes = " | ".join(f"{size:,} messages" for size in SIZES)
    yield (
        f"| reader | {sizes} | messages a second | memory | beside the pass | amends is faster "
        f"| author and minute right | text right |"
    )
    yield "|---|" + "---|" * (len(SIZES) + 6)
    limit, ours = figures[some[0].name, LARGEST], figures[some[1].name, LARGEST]
    assert limit is not None
    assert ours is not None
    for one in some:
        run = figures.get((one.name, LARGEST))
        cells = [_seconds(figures.get((one.name, size))) for size in SIZES]
        if run is None:
            yield f"| {one.name} | {' | '.join(cells)} | {one.missing or 'failed'} |" + " |" * 5
            continue
        cells += [f"{LARGEST / run.worked:,.0f}", f"{run.memory:,.0f} MB"]
        cells += [f"{run.worked / limit.worked:.1f} ×", f"{run.worked / ours.worked:.1f} ×"]
        cells += _shares(judged.get(one.name))
        yield f"| {one.name} | {' | '.join(cells)} |"


def _seconds(run: Run | None) -> str:
    return f"{run.worked:.2f} s" if run else ""


def _shares(found: Right | None) -> list[str]:
    if found is None:
        return ["", ""]
    return [f"{100 * share / JUDGED:.2f} %" for share in (found.told, found.whole)]


def styles(limit: Reader, ours: Reader) -> Iterator[str]:
    """Yield how the headers of other phones are read."""
    yield f"**Other phones**, {LARGEST:,} messages:"
    yield ""
    yield "| headers | one pass | amends | beside the pass | memory | beside the file |"
    yield "|---|---|---|---|---|---|"
    for style in STYLES:
        path = made(style, LARGEST)
        pairs = [(timed([*limit.command, path]), timed([*ours.command, path])) for _ in range(RUNS)]
        one, other = (least([run for run in runs if run]) for runs in zip(*pairs, strict=True))
        size = path.stat().st_size / 2**20
        yield (
            f"| {style} | {one.worked:.2f} s | {other.worked:.2f} s "
            f"| {other.worked / one.worked:.1f} × | {other.memory:.0f} MB "
            f"| {other.memory / size:.1f} × |"
        )


def cold() -> Iterator[str]:
    """Yield how long the command takes for a chat of usual length."""
    yield f"**From a cold shell**, {COLD:,} messages, by the clock and of the processor:"
    yield ""
    yield "| export | `amends chats FILE --json` | with `--me NAME` (patterns) |"
    yield "|---|---|---|"
    for name, (form, me) in FORMS.items():
        path = made(form, COLD)
        plain, found = (
            least([run for _ in range(2 * RUNS) if (run := timed([*AMENDS, path, *words]))])
            for words in (["--json"], ["--json", "--me", me])
        )
        cells = (f"{one.passed:.2f} s, {one.worked:.2f} s" for one in (plain, found))
        yield f"| {name} | {' | '.join(cells)} |"


def linear(ours: Reader) -> Iterator[str]:
    """Yield what one message costs in chats of any length."""
    yield "**Cost of one message**, in millionths of a second, without the start of the program:"
    yield ""
    yield f"| | {' | '.join(f'{size:,}' for size in LONG)} | longest beside shortest |"
    yield "|---|" + "---|" * (len(LONG) + 1)
    runs: dict[int, list[Run | None]] = {size: [] for size in (100, *LONG)}
    for _ in range(FEW_RUNS):
        for size, taken in runs.items():
            taken.append(timed([*ours.command, made(STYLE, size)]))
    worked = {size: least([run for run in taken if run]).worked for size, taken in runs.items()}
    yield _costs("reading", {size: worked[size] - worked[100] for size in LONG})
    found = {size: float(printed([sys.executable, "-c", PATTERNS, str(size)])) for size in LONG}
    yield _costs("all patterns", found)


def _costs(name: str, worked: Mapping[int, float]) -> str:
    each = {size: seconds / size * 1e6 for size, seconds in worked.items()}
    cells = " | ".join(f"{cost:.2f}" for cost in each.values())
    return f"| {name} | {cells} | {each[LONG[-1]] / each[LONG[0]]:.2f} × |"


def write(block: str, page: Path = PAGE) -> None:
    """Put the figures between their marks in the document."""
    before, _, rest = page.read_text(encoding="utf-8").partition(OPENS)
    _, _, after = rest.partition(CLOSES)
    page.write_text(f"{before}{OPENS}\n{block}\n{CLOSES}{after}", encoding="utf-8")


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description="How fast chats are read.")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/chats.md")
    given = parser.parse_args(words)
    lines = []
    for line in told():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        lines.append(line)
    if given.write:
        write("\n".join(lines))


if __name__ == "__main__":
    main()
