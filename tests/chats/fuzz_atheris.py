"""Damage that is led by what the code does: `python -m tests.chats.fuzz_atheris FOLDER`.

Needs the dependency group `fuzz` (atheris). FOLDER holds what was found interesting; it is filled
with the exports that were made by hand where it is empty. Other arguments are libFuzzer's, such as
-max_total_time=600. The first byte chooses the name, which some forms are told by.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["amends.chats"]):
    from amends.chats import ChatsError, moment, read_upload
    from amends.chats.importers import importers

    importers()

from tests.chats.fuzz.cases import wholes

NAMES = (
    "WhatsApp Chat with Bob.txt", "_chat.txt", "result.json", "messages.html", "message_1.json",
    "message_1.html", "main.jsonl", "data.json", "chat.md", "chat.db", "sms-1.xml", "talk.csv",
    "messages.json", "Hangouts.json", "KakaoTalkChats.txt", "export.zip",
)  # fmt: skip


def try_one(data: bytes) -> None:
    """Read one file; anything but our own errors is a fault, and stops the search."""
    name = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
    try:
        conversation = read_upload(name, data[1:])
    except ChatsError:
        return
    for at in conversation.messages.sent_at:
        moment(at)
    "".join([*conversation.messages.text, *conversation.people]).encode()


def seed(folder: Path) -> None:
    """Write the exports made by hand into an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        return
    contents = [file for whole in wholes() for file in whole.files]
    for number, (name, content) in enumerate(contents):
        place = next((at for at, one in enumerate(NAMES) if name.endswith(one)), 0)
        (folder / f"{number:04}").write_bytes(bytes([place]) + content)


if __name__ == "__main__":
    seed(next(Path(one) for one in sys.argv[1:] if not one.startswith("-")))
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()
