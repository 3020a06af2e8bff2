"""How fast amends is, each figure as a ratio to a baseline measured in the same run: `make bench`.

A ratio says the same on a fast machine and a slow one; a number of milliseconds does not.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

TWO_HUNDRED_WORDS = (
    "I read your letters on Sunday while you were at work, and I said nothing for a week. "
    "That was my choice, and it was wrong. You had to hear it from your sister at the table. "
) * 6
RECORDS = 20_000
PAGES = ["/", "/write/", "/path/", "/agreement/log/"]


def median_ms(action: Callable[[], object], times: int) -> float:
    """Return the median of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def p95_ms(action: Callable[[], object], times: int) -> float:
    """Return the 95th percentile of some runs, in milliseconds."""
    taken = sorted(median_ms(action, 1) for _ in range(times))
    return taken[int(len(taken) * 0.95) - 1]


def line(what: str, ours: float, baseline: str, theirs: float, target: str) -> None:
    """Print one figure beside its baseline."""
    print(f"{what:52} {ours:9.2f} ms {ours / theirs:8.1f} × {baseline} ({theirs:.2f} ms); {target}")


def command(*words: str) -> Callable[[], object]:
    """Return an action that starts Python with these words."""
    return lambda: subprocess.run(
        [sys.executable, *words], input=b"Sorry.", check=True, capture_output=True
    )


def coach() -> None:
    """One draft of 200 words, warm, against one pass of Python's own lower-casing and splitting."""
    from amends.coach import Rules, review
    from amends.listener import Listener

    rules, hear = Rules.load("en"), Listener.load("en").hear
    text = " ".join(TWO_HUNDRED_WORDS.split()[:200])
    plain = median_ms(lambda: text.lower().split(), 2000)
    line(
        "a 200-word draft, all rules, warm",
        median_ms(lambda: review(text, "apology", rules), 300),
        "lower().split()",
        plain,
        "target 1 ms",
    )
    line(
        "the same, with the second listener",
        median_ms(lambda: review(text, "apology", rules, hear), 100),
        "lower().split()",
        plain,
        "target 15 ms",
    )


def cold() -> None:
    """`amends check` from a cold shell, against an empty Python."""
    empty = median_ms(command("-c", "pass"), 10)
    for target, words in ((350, ["--rules-only"]), (600, [])):
        line(
            " ".join(["amends check", *words, "from a cold shell"]),
            median_ms(command("-m", "amends", "check", *words), 10),
            "python -c pass",
            empty,
            f"target {target} ms",
        )


def unlock() -> None:
    """Unlocking, against one Argon2id at the lowest cost that is allowed."""
    from argon2.low_level import Type, hash_secret_raw

    from amends.store import Vault

    vault, _ = Vault.create("nine patient lanterns over water")
    floor = median_ms(lambda: hash_secret_raw(b"x" * 20, b"s" * 16, 3, 65536, 4, 32, Type.ID), 3)
    opened = median_ms(lambda: Vault.open(vault.account, "nine patient lanterns over water"), 5)
    line("unlock", opened, "one Argon2id at the floor", floor, "target 1,000 ms")


def pages() -> None:
    """Pages with ten years of records, against the same pages with almost none."""
    from tests.web.conftest import settled

    fresh, old = settled(), settled()
    ten_years(old.vault)
    for path in PAGES:
        assert old.get(path).status_code == HTTPStatus.OK
        few = p95_ms(partial(fresh.get, path), 40)
        many = p95_ms(partial(old.get, path), 40)
        line(f"{path} with {RECORDS:,} records, p95", many, "with two", few, "target 150 ms")


@dataclass(frozen=True)
class Noted:
    """A short note of a day, as journals, urges and check-ins are: most of what ten years leave."""

    KIND: ClassVar[str] = "bench-note"
    at: datetime
    text: str


def ten_years(vault: object) -> None:
    """Keep 20,000 records: 1,000 contacts, 1,000 drafts, the rest notes that no page here reads."""
    from amends.contact import Contact, Draft, write
    from amends.store import Vault

    assert isinstance(vault, Vault)
    now = datetime.now(UTC)
    for number in range(RECORDS):
        at = now - timedelta(hours=4 * number)
        with_them = Contact(at=at, by="them", channel="letter", note="Thank you for the keys.")
        draft = write(Draft(kind="apology"), TWO_HUNDRED_WORDS, at)
        if number % 20 == 0:
            vault.put(with_them)
        elif number % 20 == 1:
            vault.put(draft)
        else:
            vault.put(Noted(at, TWO_HUNDRED_WORDS))


def main() -> None:
    """Print every figure."""
    coach()
    cold()
    with TemporaryDirectory() as folder:
        os.environ["AMENDS_DATA"] = str(Path(folder) / "data")
        os.environ["DJANGO_SETTINGS_MODULE"] = "amends.web.settings"
        import django
        from django.test.utils import setup_test_environment

        django.setup()
        setup_test_environment()
        from amends.store import prepare

        prepare()
        unlock()
        pages()


if __name__ == "__main__":
    main()
