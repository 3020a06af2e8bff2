"""What one program takes that begins from nothing: seconds and memory of its whole process."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KEPT = Path(__file__).parent.parent / ".bench"
"""Other readers and made files; git does not see it."""
SETTING = {"PYTHONPYCACHEPREFIX": str(KEPT / "compiled"), "TZ": "UTC"}
"""Programs are measured as they are once installed: compiled, and not anew each time."""


@dataclass(frozen=True)
class Run:
    """What one process took: seconds of the processor, seconds by the clock, MB at most."""

    worked: float
    passed: float
    memory: float


def setting() -> Mapping[str, str]:
    """Return the environment of the programs that are measured."""
    mine = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return mine | SETTING


def timed(command: Sequence[str | Path]) -> Run | None:
    """Return what a program took, or None where it failed."""
    start = os.times().elapsed
    process = subprocess.Popen(
        command, env=setting(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = status
    passed = os.times().elapsed - start
    unit = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss is in bytes there
    return None if status else Run(used.ru_utime + used.ru_stime, passed, used.ru_maxrss / unit)


def least(runs: Sequence[Run]) -> Run:
    """Return the least of some runs: other programs only ever make them slower."""
    return Run(*(min(getattr(run, one) for run in runs) for one in ("worked", "passed", "memory")))


def written(path: Path, form: str, messages: int) -> Path:
    """Return a file with a chat, made in a process of its own.

    What a parent holds counts as its child's memory.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = [sys.executable, "-m", "benchmarks.made", str(path), form, str(messages)]
        subprocess.run(made, check=True)
    return path


def printed(command: Sequence[str | Path]) -> str:
    """Return what a program prints."""
    return subprocess.run(command, env=setting(), check=True, capture_output=True, text=True).stdout
