"""How fast a WhatsApp chat is read: beside one pass of one expression for headers over the text.

Each is a process of its own that begins from nothing; the best of some runs counts, because other
programs only ever make them slower.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RUNS = 5
MESSAGES, FEW = 1_000_000, 10_000
TIMES, MEMORY, COLD = 3, 700, 0.25
"""What is asked for: times the pass, MB at most, seconds for ten thousand messages."""
WRITE = """
import sys
from tests.chats.generator import STYLES, chat, written
text = written(list(chat(int(sys.argv[3]), pace=3)), STYLES[sys.argv[2]])
open(sys.argv[1], "w", encoding="utf-8", newline="").write(text)
"""
LIMIT = r"""
import re, sys
text = open(sys.argv[1], encoding="utf-8", newline="").read()
date, time = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AP]M)?"
header = re.compile(rf"^\u200e?\[?{date},? {time}(?:\] | - )([^:\n]+): ", re.MULTILINE)
print(sum(1 for _ in header.finditer(text)))
"""
OURS = """
import sys
from pathlib import Path
from amends.chats import read
print(len(read([Path(sys.argv[1])])))
"""


@dataclass(frozen=True)
class Run:
    """What one process took: seconds of the processor, seconds by the clock, MB at most."""

    worked: float
    passed: float
    memory: float


def made(path: Path, style: str, messages: int) -> None:
    """Write a chat, in a process of its own: what a parent holds counts as its child's memory."""
    subprocess.run([sys.executable, "-c", WRITE, path, style, str(messages)], check=True)


def timed(code: str, path: Path) -> Run:
    """Return what a program took that is given a path."""
    start = os.times()
    process = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(1)
    passed = os.times().elapsed - start.elapsed
    unit = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss is in bytes there
    return Run(used.ru_utime + used.ru_stime, passed, used.ru_maxrss / unit)


def best(code: str, path: Path) -> Run:
    """Return the least of some runs."""
    runs = [timed(code, path) for _ in range(RUNS)]
    return Run(*(min(getattr(run, one) for run in runs) for one in ("worked", "passed", "memory")))


def lines(folder: Path) -> Iterator[str]:
    """Yield what was measured."""
    for name in ("en-gb", "en-gb iphone", "en-us 2023", "en-us iphone"):
        path = folder / "chat.txt"
        made(path, name, MESSAGES)
        one, ours = best(LIMIT, path), best(OURS, path)
        yield (
            f"{name}, {MESSAGES:,} messages, {path.stat().st_size / 1e6:.0f} MB: "
            f"one pass {one.worked:.2f} s ({one.passed:.2f} by the clock), "
            f"read {ours.worked:.2f} s ({ours.passed:.2f}), {ours.memory:.0f} MB: "
            f"{ours.worked / one.worked:.1f} times the pass (asked: {TIMES}, {MEMORY} MB)"
        )
        made(path, name, FEW)
        cold = best(OURS, path)
        yield (
            f"{name}, {FEW:,} messages from a cold start: {cold.passed:.2f} s by the clock, "
            f"{cold.worked:.2f} s of the processor (asked: {COLD})"
        )


def main() -> None:
    """Measure, and say so."""
    with tempfile.TemporaryDirectory() as folder:
        for line in lines(Path(folder)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
