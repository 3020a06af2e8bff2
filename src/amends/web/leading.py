"""Which pages a phase leads to: those for two only while they are open."""

from datetime import datetime
from importlib import import_module

from amends.contact import Verdict
from amends.journey import Phase, Tool
from amends.store import Vault
from amends.web.ours import is_together, ours_of


def leads_to(phase: Phase, vault: Vault, answer: Verdict, now: datetime) -> tuple[Tool, ...]:
    """Return the pages of a phase that would open now."""
    asked = {one: _for_two(one.page) for one in phase.tools}
    ours = ours_of(vault, now) if any(asked.values()) and is_together(answer) else None
    wanted = ours.open_tools if ours else frozenset()
    opened = {None, *([""] if is_together(answer) else ()), *wanted}
    return tuple(one for one in phase.tools if asked[one] in opened)


def _for_two(page: str) -> str | None:
    """Return the tool that a page belongs to, an empty text for both alone, or None."""
    tool: str | None = getattr(import_module(f"amends.web.pages.{page}.page"), "TOOL", None)
    return tool
