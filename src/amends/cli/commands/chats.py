"""Read exports of chats: who wrote how much, and what stands out.

Several exports of the same two people become one conversation. With a name in --me it shows what
stands out in it, your side first. Nothing is kept, nothing is sent. The exit code is 2 for an
export that cannot be read.
"""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from amends.chats import OPEN, ChatsError, Conversation, as_json, read, with_order
from amends.cli import patterns
from amends.cli.parser import Parser, one_of
from amends.cli.problem import Problem
from amends.cli.progress import progress
from amends.cli.reading import exists

ORDERS = ("day", "month")


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    add = parser.add_argument
    add("exports", nargs="+", metavar="EXPORT", help="Files, zips or folders as the app made them.")
    add("--json", action="store_true", help="Print one JSON object.")
    add("--html", metavar="FILE", help="Write a page for a browser to FILE; needs --me.")
    words = "Write every message to FILE: .csv, .jsonl or .parquet."
    add("--table", metavar="FILE", help=words)
    add("--same", metavar="NAME=OTHER", action="append", help="NAME is OTHER; may be repeated.")
    order = "Where the dates do not tell: which comes first, day or month."
    add("--order", metavar="ORDER", type=one_of("--order", ORDERS), help=order)
    add("--me", metavar="NAME", help="Which of the two you are; shows patterns.")
    harm = "What came again after sorry, as you would write it; may be repeated."
    add("--harm", metavar="WORDS", action="append", help=harm)
    topic = 'What you argue about again and again, such as "the flat: mortgage, our flat".'
    add("--topic", metavar="WORDS", action="append", help=topic)
    add("--both", action="store_true", help="Show their side and their words, too.")


def run(given: Namespace) -> int:
    """Print what was read, or write it where that was asked for."""
    same = dict(_same(given.same or []))
    # what writes files is slow to import, and most often nothing is written
    files = import_module("amends.cli.chat_files") if given.html or given.table else None
    if files:
        files.refuse(given)
    conversation = _read([Path(name) for name in given.exports], same)
    if given.order:
        conversation = with_order(conversation, month_first=given.order == "month")
    is_looked_into = given.json or given.html or not given.table
    own = (given.harm or [], given.topic or [])
    found = patterns.patterns_in(conversation, given.me, *own) if is_looked_into else []
    if files:
        files.write(given, conversation, found)
    if given.json:
        sys.stdout.write(json.dumps(as_json(conversation, found), ensure_ascii=False) + "\n")
    elif not files:
        lines = [*_told(conversation)]
        if given.me:
            lines += patterns.told(conversation, given.me, found, with_theirs=given.both)
        sys.stdout.writelines(line + "\n" for line in lines)
    return 0


def _same(pairs: list[str]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        name, is_pair, other = pair.partition("=")
        if not is_pair or not name or not other:
            raise Problem("--same needs two names", 'write such as --same "Mum=Anna Lee"')
        yield name, other


def _read(paths: list[Path], same: dict[str, str]) -> Conversation:
    try:
        with progress("reading") as told:
            return read(paths, same, told)
    except ChatsError as error:
        notes = getattr(error, "__notes__", ())
        named = next((path for path in paths if str(path) in notes and exists(path)), None)
        where = f"{named}: " if named else ""
        raise Problem(where + _plain(error.problem), _plain(error.hint)) from None


def _plain(sentence: str) -> str:
    """Return a sentence as the command line says it: small at first, no stop at the end."""
    return (sentence[:1].lower() + sentence[1:]).rstrip(".")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _told(conversation: Conversation) -> Iterator[str]:
    told = as_json(conversation)
    for source in told["sources"]:
        yield f"{source['path']}: {source['format']}, {_count(source['messages'], 'message')}"
        if source["certainty"] == OPEN.certainty:
            yield "  dates: they do not tell whether the day or the month comes first"
        elif source["certainty"] != "certain":
            yield f"  dates: read as {source['date_order']}, which is likely, not certain"
        if source["unread"]:
            yield f"  not understood: {_count(len(source['unread']), 'line')}, kept as they are"
    if all(source["certainty"] != OPEN.certainty for source in told["sources"]):
        yield f"from {told['first'][:10]} to {told['last'][:10]}"
    for person in told["people"]:
        yield f"{person['messages']:>9}  {person['name']}"
