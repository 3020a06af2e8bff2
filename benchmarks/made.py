"""Write a chat of so many messages in the form of one app to a file."""

import sys
from pathlib import Path

from benchmarks.generator import STYLES, Said, chat, written
from tests.chats.written_as import FORMS

PACE = 3
"""Two hundred and seventy messages a day: a million are ten years of a couple who write a lot."""


def said(messages: int) -> list[Said]:
    """Return what was said, the same each time."""
    return list(chat(messages, pace=PACE))


def main(path: str, form: str, messages: str) -> None:
    """Write it."""
    whole = said(int(messages))
    if form in STYLES:
        Path(path).write_text(written(whole, STYLES[form]), encoding="utf-8", newline="")
    else:
        Path(path).write_bytes(next(iter(FORMS[form].write(whole).values())))


if __name__ == "__main__":
    main(*sys.argv[1:])
