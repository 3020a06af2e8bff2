"""Read many damaged exports in a worker of its own, and report every fault."""
# ruff: noqa: T201 - it prints

import argparse
import multiprocessing
import resource
import sys
import time
from multiprocessing.connection import Connection

from tests.chats.fuzz.reading import Told, limit_memory, tell

BATCH = 5000
"""Cases of one worker; then a new one begins."""
PATIENCE = 60
"""Seconds without a word, also on a busy computer: a worker that hangs is ended."""


def work(seed: int, first: int, last: int, mouth: Connection) -> None:
    """Read the cases from first to last, and tell of each."""
    limit_memory()
    for number in range(first, last):
        mouth.send(tell(seed, number))
    mouth.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


class Count:
    """What was seen so far."""

    def __init__(self) -> None:
        self.cases = self.read = self.faults = self.fattest = 0
        self.slowest = 0.0

    def add(self, told: Told) -> None:
        """Count one case, and print its fault."""
        self.cases += 1
        self.read += bool(told.read)
        self.slowest = max(self.slowest, told.seconds)
        if told.fault:
            self.faults += 1
            print(f"--- case {told.number} of {told.name}\n{told.fault}", flush=True)

    def __str__(self) -> str:
        """Return the count as a sentence."""
        return (
            f"{self.cases} cases, {self.read} read, {self.cases - self.read} told, "
            f"{self.faults} faults, slowest {self.slowest:.2f} s, "
            f"most memory {self.fattest // 1024} MB"
        )


def batch(seed: int, first: int, last: int, count: Count) -> int:
    """Read a batch in a new worker; return the number to go on with."""
    ear, mouth = multiprocessing.Pipe(duplex=False)
    worker = multiprocessing.Process(target=work, args=(seed, first, last, mouth))
    worker.start()
    mouth.close()
    reached = first
    try:
        while ear.poll(PATIENCE):
            told = ear.recv()
            if not isinstance(told, Told):
                count.fattest = max(count.fattest, told)
                break
            count.add(told)
            reached = told.number + 1
    except EOFError:
        pass
    if reached < last:
        count.add(Told(reached, "?", PATIENCE, 0, "the worker hung, or ended"))
        reached += 1
    worker.kill()
    worker.join()
    return reached


def main() -> int:
    """Read as many cases as asked; 1 where there was a fault."""
    asked = argparse.ArgumentParser(prog="python -m tests.chats.fuzz", description=__doc__)
    asked.add_argument("--count", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--first", type=int, default=0)
    given = asked.parse_args()
    tell(0, 0)  # all that is imported and made once, a worker then has from the start
    count, number, started = Count(), given.first, time.monotonic()
    while number < given.first + given.count:
        number = batch(given.seed, number, min(number + BATCH, given.first + given.count), count)
        print(f"{count} after {time.monotonic() - started:.0f} s", flush=True)
    return 1 if count.faults else 0


if __name__ == "__main__":
    sys.exit(main())
