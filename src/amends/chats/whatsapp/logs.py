"""Texts whose lines begin with date and time and that are no chats: logs, diaries, calendars."""

import re
from collections.abc import Iterable, Sequence

from amends.chats.whatsapp.marks import plain
from amends.chats.whatsapp.words import LRM, folded, words

_LEVELS = "TRACE|DEBUG|VERBOSE|INFO|NOTICE|WARN|WARNING|ERR|ERROR|SEVERE|CRITICAL|FATAL"
_LEVEL = re.compile(rf"(?:^|[\[./| -])(?:{_LEVELS})(?:\]?$| - )")
"""How programs say how bad it is: INFO, production.ERROR, [main/INFO], root - INFO - started."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


def is_no_chat(names: Iterable[str | None], lines: Sequence[str]) -> bool:
    """Say whether the lines of the beginning of a file are of no chat.

    In a chat somebody says something, or a phone has said that it is encrypted.
    """
    told = {plain(name).strip() for name in names if name is not None}
    if told:
        return all(_LEVEL.search(name) or _CLOCK.fullmatch(name) for name in told)
    return not any(LRM in line or _is_notice(line) for line in lines)


def _is_notice(line: str) -> bool:
    return folded(line.partition(" - ")[2]).startswith(words().notice)
