"""Readers of WhatsApp chats beside ours, each in a folder of its own that git does not see.

They are no part of amends, and nothing of amends needs them. Each program counts the messages of
a file; given a second word, it prints them as JSON lines: time, author, text.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import KEPT

LIMIT = rb"""
import re, sys
date, time = rb"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", rb"\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
half = rb"(?:(?:\s|\xe2\x80\xaf)?[AP]M)?"
header = re.compile(rb"^(?:\xe2\x80\x8e)?\[?" + date + rb",? " + time + half
                    + rb"(?:\] | - )([^:\n]+): ", re.MULTILINE)
print(sum(1 for _ in header.finditer(open(sys.argv[1], "rb").read())))
"""
OURS = b"""
import sys
from pathlib import Path
from amends.chats import read
found = read([Path(sys.argv[1])])
print(len(found))
if len(sys.argv) > 2:
    import json
    for one in found:
        print(json.dumps([one.sent_at.isoformat(), one.sender, one.text]))
"""
CHAT_MINER = b"""
import sys
from chatminer.chatparsers import WhatsAppParser
parser = WhatsAppParser(sys.argv[1])
parser.parse_file()
found = parser.parsed_messages.get_df()
print(len(found))
if len(sys.argv) > 2:
    import json
    rows = found.iter_rows(named=True) if hasattr(found, "iter_rows") else found.to_dict("records")
    for one in rows:
        print(json.dumps([one["timestamp"].isoformat(), one["author"], one["message"]]))
"""
WHATSTK = b"""
import sys
from whatstk import WhatsAppChat
found = WhatsAppChat.from_source(filepath=sys.argv[1], max_size=2**40).df
print(len(found))
if len(sys.argv) > 2:
    import json
    for one in found.itertuples(index=False):
        print(json.dumps([one.date.isoformat(), one.username, one.message]))
"""
NPM = b"""
import { readFileSync } from 'node:fs';
import { parseString } from 'whatsapp-chat-parser';
const found = parseString(readFileSync(process.argv[2], 'utf8'));
console.log(found.length);
if (process.argv.length > 3)
  for (const one of found) console.log(JSON.stringify([one.date, one.author, one.message]));
"""
_LONG = 1800
"""Seconds that installing one of them may take."""


@dataclass(frozen=True)
class Reader:
    """A program that reads a chat: its name, what starts it, or why it is not there.

    `runs` says how often it is measured with the largest file.
    """

    name: str
    command: Sequence[str | Path] = ()
    missing: str = ""
    runs: int = 5


def readers() -> list[Reader]:
    """Return the limit, our reader and the others; those that are not there yet are installed."""
    return [
        Reader("one pass over the bytes", [sys.executable, _saved("limit.py", LIMIT)]),
        Reader("amends", [sys.executable, _saved("ours.py", OURS)]),
        _in_python("chat-miner", "0.6.0", CHAT_MINER),
        _in_python("whatstk", "0.9.1", WHATSTK),
        _in_node("whatsapp-chat-parser", "4.0.2"),
    ]


def _saved(name: str, program: bytes, folder: Path = KEPT) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(program)
    return folder / name


def _in_python(name: str, version: str, program: bytes) -> Reader:
    folder = KEPT / name
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    steps: list[list[str | Path]] = [
        [sys.executable, "-m", "venv", folder],
        [python, "-m", "pip", "install", "--quiet", f"{name}=={version}"],
    ]
    told = f"{name} {version}"
    if not _is_done(folder, steps):
        return Reader(told, missing="could not be installed")
    return Reader(told, [python, _saved("read_it.py", program, folder)], runs=1)


def _in_node(name: str, version: str) -> Reader:
    folder = KEPT / name
    folder.mkdir(parents=True, exist_ok=True)
    steps: list[list[str | Path]] = [
        ["npm", "install", "--silent", "--prefix", folder, f"{name}@{version}"]
    ]
    told = f"{name} {version} (npm)"
    if not _is_done(folder, steps):
        return Reader(told, missing="could not be installed")
    return Reader(told, ["node", _saved("read.mjs", NPM, folder)], runs=3)


def _is_done(folder: Path, steps: Sequence[Sequence[str | Path]]) -> bool:
    """Say whether something is installed, after trying to."""
    mark = folder / "installed"
    if mark.exists():
        return True
    try:
        for step in steps:
            subprocess.run(step, check=True, timeout=_LONG, capture_output=True)
    except (OSError, subprocess.SubprocessError):
        return False
    mark.touch()
    return True
