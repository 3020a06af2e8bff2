"""A line to call, text or open, and a country that has some."""

import re
from dataclasses import dataclass
from datetime import date

KINDS = ("emergency", "suicide", "domestic-violence", "own-behaviour", "stalking")
"""What a line is for, the most urgent first; `own-behaviour` is for people who hurt others."""
TEXTED = re.compile(r"\d[\d ]*\d")
"""The number inside a sentence such as "Text SHOUT to 85258"."""


@dataclass(frozen=True)
class Helpline:
    """One line. Without a `checked` date it is unconfirmed.

    `number` is written as people there dial it; `text` says how to reach it by text message.
    """

    kind: str
    kind_name: str
    name: str = ""
    number: str = ""
    text: str = ""
    url: str = ""
    hours: str = ""
    source: str = ""
    checked: date | None = None

    @property
    def is_confirmed(self) -> bool:
        """Say whether someone has compared it with its official page."""
        return self.checked is not None

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
