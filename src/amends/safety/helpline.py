"""A line to call, text or open, and a country that has some."""

import re
from dataclasses import dataclass
from datetime import date

KINDS = (
    "emergency",
    "suicide",
    "domestic-violence",
    "sexual-violence",
    "own-behaviour",
    "stalking",
    "children",
)
"""What a line is for, the most urgent first; `own-behaviour` is for people who hurt others."""
TRUSTED_DAYS = 180
"""Numbers change: one that was checked longer ago is worth another look."""
TEXTED = re.compile(r"\d[\d ]*\d")
"""The number inside a sentence such as "Text SHOUT to 85258"."""


@dataclass(frozen=True)
class Helpline:
    """One line. Without a `checked` date it is unconfirmed.

    `number` is written as people there dial it; `text` says how to reach it by text message; `chat`
    is where one can write to it online. `source` is its own official page.
    """

    kind: str
    kind_name: str
    name: str = ""
    number: str = ""
    text: str = ""
    chat: str = ""
    url: str = ""
    hours: str = ""
    source: str = ""
    checked: date | None = None

    @property
    def is_confirmed(self) -> bool:
        """Say whether someone has compared it with its official page."""
        return self.checked is not None

    def needs_check(self, today: date) -> bool:
        """Say whether it is unconfirmed, or was checked more than 180 days before a day."""
        return self.checked is None or (today - self.checked).days > TRUSTED_DAYS

    @property
    def dialled(self) -> str:
        """Return the number as a `tel:` link needs it, where # is written %23."""
        return re.sub(r"[^\d+*#]", "", self.number).replace("#", "%23")

    @property
    def texted(self) -> str:
        """Return the number that a text message goes to, as an `sms:` link needs it."""
        found = TEXTED.search(self.text)
        return found[0].replace(" ", "") if found else ""


@dataclass(frozen=True)
class Country:
    """A country and its lines, the most urgent first; `code` has two capital letters (ISO 3166)."""

    code: str
    name: str
    lines: tuple[Helpline, ...]
