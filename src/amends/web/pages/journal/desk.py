"""A page of the journal on the desk: what its form holds, and the question that it asks."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from amends.practice import JournalPage, Prompt, Sitting
from amends.store import Kept
from amends.web.guard import Request
from amends.web.journal import kind_of, moment, prompt_of, prompts


@dataclass(frozen=True)
class Sheet:
    """What stands in the form: the question, since when it is open, the text and the act."""

    prompt: Prompt
    opened: datetime
    at: datetime | None = None
    text: str = field(default="", repr=False)
    act: str = field(default="", repr=False)

    @property
    def sitting(self) -> Sitting:
        """Return what is kept of it."""
        return Sitting(self.at or self.opened, self.opened, self.text)


def sheet_of(request: Request, now: datetime) -> Sheet:
    """Return what a form holds."""
    form = request.POST
    return Sheet(
        prompt_of(request.vault, form.get("prompt", "")),
        moment(form.get("opened", ""), now),
        now,
        _tidy(form.get("text", "")),
        " ".join(form.get("act", "").split()),
    )


def _tidy(text: str) -> str:
    return "\n".join(text.splitlines()).strip()


def next_prompt(
    request: Request, sheet: Sheet, action: str, about: str, used: Sequence[str]
) -> Sheet:
    """Return the sheet with another question, if one was asked for; what is written stays."""
    kind = kind_of(sheet.prompt.id)
    if action == "kind" and about in prompts().titles:
        found = prompts().next(about, used, sheet.prompt.id)
    elif action == "other":
        found = prompts().next(kind, used, sheet.prompt.id)
    else:
        return sheet
    return replace(sheet, prompt=prompt_of(request.vault, found.id))


def begun_as(sheet: Sheet, pages: Sequence[Kept[JournalPage]]) -> Kept[JournalPage] | None:
    """Return the page that this form made already: sent twice, it is still one page."""
    same = (one for one in pages if one.record.sittings[0].opened == sheet.opened)
    return next(same, None)


def shown(sheet: Sheet) -> dict[str, Any]:
    """Return what the form shows."""
    kind = kind_of(sheet.prompt.id)
    return {
        "sheet": sheet,
        "opened": sheet.opened.isoformat(),
        "kinds": {name: title for name, title in prompts().titles.items() if name != kind},
    }
