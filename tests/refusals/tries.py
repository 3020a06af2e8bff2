"""A try: one way in which somebody might get what amends refuses, written down as data.

Nothing here knows Django, so that the documents can count the tries.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).parents[2] / "src" / "amends" / "web" / "pages"
PAGE_NAMES = sorted(path.parent.name for path in PAGES.glob("*/page.py"))
CLOSED = (
    "unknown",
    "space",
    "space-until",
    "space-over",
    "practical",
    "budget",
    "two-unanswered",
    "no-reply",
    "said-no",
    "blocked",
    "moved-on",
    "legal-order",
    "being-hurt",
    "own-harm",
    "heated",
)
"""Every way in which the gate can be closed; the scenes are in conftest.py."""
NOES = ("said-no", "blocked", "moved-on", "legal-order")
DRAFT_ACTIONS = (
    "look",
    "check",
    "keep",
    "put-away",
    "dismiss:1",
    "take-up:0",
    "reread",
    "take-out",
    "put-back",
    "sent",
)


@dataclass(frozen=True)
class Try:
    """One try: through what, what it does, in which state of the gate, and what it sends.

    `form` is what a browser posts, `words` what stands after `amends` on the command line, `text`
    a draft or a sentence; `wants` is what has to answer it, where the test asks for that.
    """

    through: str
    what: str
    state: str = "said-no"
    path: str = ""
    form: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    text: str = ""
    wants: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return what the report of a failure calls it."""
        return f"{self.through}: {self.what} ({self.state})"


def each(tries: Iterable[Try]) -> pytest.MarkDecorator:
    """Run a test once for every try."""
    found = list(tries)
    return pytest.mark.parametrize("one", found, ids=[one.name for one in found])


def not_heard_yet(tries: Iterable[Try]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test on tries that are known to pass by the coach; they are told, and not counted."""
    known = pytest.mark.xfail(reason="the coach does not hear it yet", strict=False)
    return lambda test: known(each(tries)(test))


def tries_in(module: Any) -> list[Try]:
    """Return every try that the tests of a module are run on, and that has to be refused."""
    return [one for marks in _marks(module) if not _is_known(marks) for one in _tries(marks)]


def missed_in(module: Any) -> list[Try]:
    """Return every try of a module that is known to pass."""
    return [one for marks in _marks(module) if _is_known(marks) for one in _tries(marks)]


def _marks(module: Any) -> list[list[pytest.Mark]]:
    tests = (test for name, test in vars(module).items() if name.startswith("test_"))
    return [list(getattr(test, "pytestmark", ())) for test in tests]


def _is_known(marks: Iterable[pytest.Mark]) -> bool:
    return any(mark.name == "xfail" for mark in marks)


def _tries(marks: Iterable[pytest.Mark]) -> list[Try]:
    given = (mark.args[1] for mark in marks if mark.name == "parametrize")
    return [one for values in given for one in values if isinstance(one, Try)]


def addresses(*names: str) -> tuple[Try, ...]:
    """Return tries at addresses on which such a thing might answer."""
    return tuple(Try("an address", f"/{name}/", path=f"/{name}/") for name in names)


def commands(*lines: str) -> tuple[Try, ...]:
    """Return tries on the command line."""
    return tuple(Try("the command line", line, words=tuple(line.split())) for line in lines)


def drafts(*texts: tuple[str, str], wants: str) -> tuple[Try, ...]:
    """Return drafts, each with the labels of which the coach has to mark one."""
    return tuple(
        Try(
            "a draft read by the coach",
            text[:40],
            text=text,
            form={"kind": kind},
            wants=_set(wants),
        )
        for kind, text in texts
    )


def sentences(*texts: str, wants: str) -> tuple[Try, ...]:
    """Return sentences that someone might write into a lesson, each against one rule or more."""
    wanted = tuple(wants.split(" | "))
    return tuple(Try("content", text[:40], text=text, wants=wanted) for text in texts)


def _set(labels: str) -> tuple[str, ...]:
    return tuple(labels.split())
