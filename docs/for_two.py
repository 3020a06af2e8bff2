"""What is for two: every page of it, in every state of the gate, as the guard answers.

A page says of itself which tool it belongs to (`TOOL`), so a new one has its row at once.
`tests/web/test_for_two.py` sends a request for each cell.
"""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from amends.contact import State, Terms, Verdict, begin, verdict
from amends.safety import NO_DANGER, Danger
from amends.together import Signs, stage
from amends.web.joint import is_together, usable_tools
from docs.lists import PAGES

OPEN, CLOSED, LEAVING, LOCKS = "open", "closed", "leaving only", "locks"
NOW = datetime(2026, 3, 14, 21, 5, tzinfo=UTC)
SPACE, PASS_ON = "ours", "pass_on"
"""Two pages with a guard of their own: the space, which can be left in any state, and the lock."""


@dataclass(frozen=True)
class Situation:
    """How things stand: what one's own gate knows, and what the other does."""

    state: State = State.TOGETHER
    dangers: frozenset[Danger] = NO_DANGER
    is_heated: bool = False
    is_other_away: bool = False
    is_taken_out: bool = False

    @property
    def answer(self) -> Verdict:
        """What one's own gate says."""
        agreement = begin(Terms(state=self.state, words="Their words."), NOW - timedelta(days=9))
        heated = NOW if self.is_heated else None
        return verdict(agreement, [], NOW, dangers=self.dangers, heated=heated)

    def tools(self, tool: str) -> frozenset[str]:
        """Return what can be used when both want one tool, unless it was taken out."""
        signs = Signs(
            is_shared=True,
            joined=NOW - timedelta(days=9),
            is_invited=False,
            mine_compared=True,
            theirs_compared=True,
            anyone_away=self.is_other_away,
            both_started=True,
        )
        theirs = [] if self.is_taken_out else [tool]
        return usable_tools(stage(signs, NOW), [tool], theirs)


SITUATIONS: Mapping[str, Situation] = {
    **{f"`{state}`": Situation(state) for state in sorted(State, key=lambda s: s != "together")},
    "`together`, any danger": Situation(dangers=frozenset(Danger)),
    "`together`, a strong wish to hurt": Situation(is_heated=True),
    "`together`, the other away": Situation(is_other_away=True),
    "`together`, taken out by one": Situation(is_taken_out=True),
}


@dataclass(frozen=True)
class PageForTwo:
    """A page of a folder: its address, and the tool it belongs to; None has a guard of its own."""

    name: str
    address: str = field(compare=False)
    tool: str | None


def pages_for_two() -> list[PageForTwo]:
    """Return every page that is for two, by its folder."""
    found = [_page(path) for path in sorted(PAGES.glob("*/page.py"))]
    return [one for one in found if one.tool is not None or one.name in (SPACE, PASS_ON)]


def _page(path: Path) -> PageForTwo:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    tool = said.get("TOOL")
    address = re.sub(r"<\w+:(\w+)>", r"<\1>", f"/{said['PATH']!s}")
    return PageForTwo(path.parent.name, address, None if tool is None else str(tool))


def cell(page: PageForTwo, situation: Situation) -> str:
    """Return what someone finds there who shares a space."""
    if page.name == PASS_ON:
        return LOCKS
    if not is_together(situation.answer):
        return LEAVING if page.name == SPACE else CLOSED
    if page.name == SPACE or page.tool == "":
        return OPEN
    return OPEN if page.tool in situation.tools(page.tool or "") else CLOSED


def for_two() -> str:
    """Return the table as Markdown."""
    pages = sorted(pages_for_two(), key=lambda one: one.address)
    rows = [
        f"| `{one.address}` | {' | '.join(cell(one, how) for how in SITUATIONS.values())} |"
        for one in pages
    ]
    head = f"| page | {' | '.join(SITUATIONS)} |"
    return "\n".join([head, "|---" * (len(SITUATIONS) + 1) + "|", *rows])
