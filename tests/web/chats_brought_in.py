"""A chat of two that is brought in by the page."""

from functools import cache
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from amends.chats import moment
from amends.store import (
    load_conversation,
)
from tests.chats.patterns.conftest import everyday, said
from tests.web.conftest import Person, settled

CANARY = "canary-7f3a"
BURST = "\n".join(["A: are you there"] * 9 + [f"B: {CANARY}"])
THREE = (
    "25/02/2026, 09:00 - Alice: Hello\n25/02/2026, 09:05 - Bob: Hi\n25/02/2026, 09:06 - Bobby: I\n"
)
ARGUMENT = """
A: you always forget the mortgage
B: and you never ring the estate agent
A: not true
B: forget it
"""


@cache
def planted(*, argued: bool = False, thanked: bool = False) -> str:
    """Return a chat in which Alice writes nine messages in a row again and again."""
    rows = everyday(120, 1)
    for day in range(3, 120, 4):
        rows += said(day, 4, BURST)
    for day in (9, 28, 51, 77, 110) if argued else ():
        rows += said(day, 2, ARGUMENT)
    for day in range(0, 120, 4) if thanked else ():
        rows += said(day, 15, "A: thank you\nB: sure")
    return "".join(
        f"[{moment(at):%d/%m/%Y, %H:%M:%S}] {('Alice', 'Bob')[who]}: {text}\n"
        for at, who, text in sorted(rows, key=lambda row: row[0])
    )


def bring_in(someone: Person, *files: str | bytes) -> Any:
    """Send files with the form; return the answer."""
    sent = [
        SimpleUploadedFile("chat.txt", one if isinstance(one, bytes) else one.encode())
        for one in files
    ]
    return someone.client.post("/chats/", {"action": "import", "exports": sent})


def page_of(someone: Person, path: str = "/chats/") -> str:
    return str(someone.get(path).content.decode())


def with_patterns(me: str = "Alice", *, argued: bool = False, thanked: bool = False) -> Person:
    someone = settled()
    bring_in(someone, planted(argued=argued, thanked=thanked))
    place = kept_by(someone).conversation.people.index(me)
    someone.post("/chats/", action="who", me=place)
    return someone


def kept_by(someone: Person) -> Any:
    return load_conversation(someone.vault)
