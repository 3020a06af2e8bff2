"""Kill a writing process at random moments: nothing acknowledged may be lost, nothing torn.

    python -m tests.durability.kill [ROUNDS]        1000 rounds when left out

Each round forks a writer from a process that is warm already. Two threads of it, like two tabs,
add, change and delete records, and say over a pipe what they begin and what is acknowledged.
At a random moment the writer gets SIGKILL. Then the folder is opened again, as after any crash, and
every record in it is compared with what was said.
"""

import json
import os
import random
import select
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.db import connection, connections  # noqa: E402 - Django is set up above

from amends.store import Vault, database, prepare  # noqa: E402 - as above
from amends.store.archive import put_back  # noqa: E402 - as above
from tests.store.cast import Member, Note, connected, new_member  # noqa: E402 - as above

ROUNDS = 1000
ROUNDS_IN_A_FOLDER = 50  # every record is looked at after every round, so folders are kept small
WRITERS = 2
LONGEST = 0.05  # seconds until the kill, counted from the first acknowledgment; some ten commits
EARLY = 0.2  # the share of rounds where it is counted from the fork, to hit the opening as well
MOST_TEXT = 6000  # characters, so that a record is one page of the database or several

State = dict[str, tuple[int, str]]
"""By record id: revision and text."""


class LostError(AssertionError):
    """What the disk holds is not what was acknowledged."""


@dataclass(frozen=True)
class Step:
    """One change: `add`, `pair` (two at once), `change` or `delete`, and the seed of its text."""

    kind: str
    seed: int
    id: str = ""
    revision: int = 0

    @property
    def text(self) -> str:
        """Return the text that goes with the seed; its length is random too."""
        length = random.Random(self.seed).randrange(MOST_TEXT)  # noqa: S311 - a test's dice
        return f"{self.seed} ".ljust(length, "x")


@dataclass
class Said:
    """What a writer said before it was killed."""

    state: State
    acknowledged: int = 0
    begun: dict[int, Step] = field(default_factory=dict)
    """By writer: the change that was begun and not acknowledged."""

    def take(self, line: bytes) -> None:
        """Follow one line of the pipe."""
        word, writer, *rest = json.loads(line)
        if word == "begin":
            self.begun[writer] = Step(*rest)
        elif word == "done":
            self.acknowledged += 1
            self._apply(self.begun.pop(writer), *rest)
        else:
            raise LostError(f"the writer failed: {word}")

    def _apply(self, step: Step, ids: list[str]) -> None:
        for record_id in ids:
            self.state[record_id] = (step.revision + 1, step.text)
        if step.kind == "delete":
            del self.state[step.id]


def write_until_killed(vault: Vault, pipe: int, dice: random.Random) -> None:
    """Begin one change after the other in every thread; this never returns."""
    threads = [
        Thread(target=_write, args=(vault, pipe, number, random.Random(dice.random())))  # noqa: S311 - as above
        for number in range(WRITERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _write(vault: Vault, pipe: int, number: int, dice: random.Random) -> None:
    mine: State = {}
    for _ in count():
        step = _next_step(mine, dice)
        _say(pipe, "begin", number, step.kind, step.seed, step.id, step.revision)
        try:
            ids = CHANGES[step.kind](vault, step)
        except Exception as error:  # noqa: BLE001 - whatever it is, the parent has to hear of it
            _say(pipe, type(error).__name__, number)
            return
        _say(pipe, "done", number, ids)
        Said(mine, begun={number: step}).take(json.dumps(["done", number, ids]).encode())


def _next_step(mine: State, dice: random.Random) -> Step:
    kind = dice.choice(["add", "add", "pair", "change", "change", "delete"])
    seed = dice.randrange(2**48)
    if kind in ("add", "pair") or not mine:
        return Step("pair" if kind == "pair" else "add", seed)
    record_id = dice.choice(list(mine))
    return Step(kind, seed, record_id, mine[record_id][0])


def _add(vault: Vault, step: Step) -> list[str]:
    return [vault.put(Note(step.text)).id.hex()]


def _pair(vault: Vault, step: Step) -> list[str]:
    with vault.at_once():
        return [*_add(vault, step), *_add(vault, step)]


def _change(vault: Vault, step: Step) -> list[str]:
    return [vault.put(Note(step.text), bytes.fromhex(step.id), step.revision).id.hex()]


def _delete(vault: Vault, step: Step) -> list[str]:
    vault.delete(bytes.fromhex(step.id))
    return []


CHANGES: dict[str, Callable[[Vault, Step], list[str]]] = {
    "add": _add,
    "pair": _pair,
    "change": _change,
    "delete": _delete,
}


def _say(pipe: int, *words: object) -> None:
    # One write of less than PIPE_BUF is whole: threads do not tear each other's lines.
    os.write(pipe, json.dumps(words).encode() + b"\n")


def kill_one(vault: Vault, state: State, dice: random.Random) -> Said:
    """Fork a writer, kill it, and return what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write_until_killed(vault, writing, dice)
        os._exit(1)
    os.close(writing)
    if dice.random() > EARLY:
        select.select([reading], [], [])
    sleep(dice.uniform(0, LONGEST))  # the random moment itself: there is nothing to wait for
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = Said(dict(state))
    with os.fdopen(reading, "rb") as lines:
        for line in lines:
            said.take(line)
    return said


def compare(found: State, said: Said) -> None:
    """Raise LostError unless each change that was only begun happened wholly or not at all."""
    left = dict(found)
    for record_id, kept in said.state.items():
        if left.pop(record_id, None) not in _allowed(record_id, kept, said.begun.values()):
            raise LostError(f"record {record_id} is not what was acknowledged")
    for step in said.begun.values():
        new = [record_id for record_id, kept in left.items() if kept == (1, step.text)]
        if len(new) not in {"add": (0, 1), "pair": (0, 2)}.get(step.kind, (0,)):
            raise LostError(f"half of a {step.kind} was kept")
        for record_id in new:
            del left[record_id]
    if left:
        raise LostError("a record appeared that nobody wrote")


def _allowed(
    record_id: str, kept: tuple[int, str], begun: Iterable[Step]
) -> list[tuple[int, str] | None]:
    steps = [step for step in begun if step.id == record_id]
    changed = [(step.revision + 1, step.text) for step in steps if step.kind == "change"]
    return [kept, *changed, *(None for step in steps if step.kind == "delete")]


def look(vault: Vault) -> State:
    """Open the folder again and every record in it; raises what the store raises for a torn one."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        if cursor.fetchone() != ("ok",):
            raise LostError("the database file is damaged")
    found = {kept.id.hex(): (kept.revision, kept.record.text) for kept in vault.all(Note)}
    connections.close_all()  # the next writer is forked: it must not inherit an open file
    return found


@dataclass
class Tally:
    """What was seen."""

    rounds: int = 0
    acknowledged: int = 0
    begun: int = 0
    looked_at: int = 0

    def __str__(self) -> str:
        return (
            f"{self.rounds} kills: {self.acknowledged} acknowledged changes, none lost; "
            f"{self.begun} cut off while being made, none torn; {self.looked_at} records read again"
        )


def run(rounds: int, folder: Path, seed: int) -> Tally:
    """Kill so many writers; raises LostError at the first loss. `seed` makes the moments anew."""
    dice, tally = random.Random(seed), Tally()  # noqa: S311 - a test's dice
    member = _member(folder / "member")
    for number in range(0, rounds, ROUNDS_IN_A_FOLDER):
        with _account(folder / str(number), member) as vault:
            _rounds(vault, min(ROUNDS_IN_A_FOLDER, rounds - number), dice, tally)
    return tally


def _rounds(vault: Vault, rounds: int, dice: random.Random, tally: Tally) -> None:
    state = look(vault)
    for _ in range(rounds):
        said = kill_one(vault, state, dice)
        state = look(vault)
        compare(state, said)
        tally.rounds += 1
        tally.acknowledged += said.acknowledged
        tally.begun += len(said.begun)
        tally.looked_at += len(state)


def _member(folder: Path) -> Member:
    with connected(database(folder)):
        prepare()
        return new_member("seven quiet herons at dusk")


@contextmanager
def _account(folder: Path, member: Member) -> Iterator[Vault]:
    with connected(database(folder)):
        prepare()
        put_back(member.archive)
        yield Vault.resume(member.archive.account.bytes, member.account_key)


if __name__ == "__main__":
    began, chosen = perf_counter(), random.SystemRandom().randrange(2**32)
    print(f"seed {chosen}")  # noqa: T201 - a script speaks
    with TemporaryDirectory() as temporary:
        asked = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
        print(run(asked, Path(temporary), chosen))  # noqa: T201 - as above
    print(f"{perf_counter() - began:.0f} seconds")  # noqa: T201 - as above
