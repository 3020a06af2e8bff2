"""Say how a draft reads, and how it lands.

Marks what hurts and what helps. The exit code is 1 when the draft should not go, 2 for bad input.
"""

import gc
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from amends.cli.parser import Parser, one_of
from amends.cli.problem import Problem
from amends.cli.reading import STDIN, read_text
from amends.cli.report import report
from amends.coach import KINDS, Review, Rules, as_json, review
from amends.text import ContentError

_LINE = 'write one object a line: {"id": "1", "kind": "apology", "text": "…"}'


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    add = parser.add_argument
    add("file", nargs="?", metavar="FILE", help="The draft; - or nothing is standard input.")
    kinds = "One of: " + ", ".join(KINDS) + ". Without it: message."
    kind = one_of("--kind", KINDS)
    add("--kind", metavar="KIND", type=kind, default="message", help=kinds)
    add("--json", action="store_true", help="Print one JSON object.")
    add("--jsonl", metavar="FILE", help='Many drafts: one {"id","kind","text"} a line.')


def run(given: Namespace) -> int:
    """Print what was found; return 1 when a draft has a concern that says stop."""
    if given.jsonl and given.file:
        raise Problem("there are two files to read", "name one, or the one after --jsonl")
    drafts = _many(given.jsonl, given.kind) if given.jsonl else _one(given)
    stops = [says_stop(found) for found in drafts]
    return 1 if any(stops) else 0


def says_stop(found: Review) -> bool:
    """Say whether one of the concerns is that the draft should not go."""
    return any(one.severity == "stop" for one in found.concerns)


def _one(given: Namespace) -> Iterator[Review]:
    text = read_text(given.file or STDIN)
    found = review(text, given.kind, _rules())
    _print(_line(as_json(found)) if given.json else report(text, found))
    yield found


def _many(file: str, kind: str) -> Iterator[Review]:
    rules = _rules()
    name = "standard input" if file == STDIN else file
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if line.strip():
            draft = _draft(line, f"{name}, line {number}")
            found = review(draft["text"], draft.get("kind", kind), rules)
            _print(_line({"id": draft.get("id"), **as_json(found)}))
            yield found


def _rules() -> Rules:
    # Rules stay until the end: the collector need not look for what to drop among them, which
    # would take a quarter of a cold start (measured), most of it when the program ends.
    gc.disable()
    try:
        return Rules.load()
    except ContentError as error:
        place = f"{error.path.name}, line {error.line}"
        raise Problem(f"a rule has a mistake: {place}", "amends content check says more") from None
    finally:
        gc.freeze()
        gc.enable()


def _draft(line: str, place: str) -> dict[str, Any]:
    try:
        draft = json.loads(line)
    except (ValueError, RecursionError):
        raise Problem(f"{place}: this is not JSON", _LINE) from None
    if not isinstance(draft, dict) or not isinstance(draft.get("text"), str):
        raise Problem(f"{place}: the text is missing", _LINE)
    if "kind" in draft and draft["kind"] not in KINDS:
        raise Problem(f"{place}: this kind is unknown", "one of: " + ", ".join(KINDS))
    return draft


def _print(told: str) -> None:
    sys.stdout.write(f"{told}\n")


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)
