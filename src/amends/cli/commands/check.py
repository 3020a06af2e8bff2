"""Say how drafts read, and how they land.

Marks what hurts and what helps. A terminal gets colours; NO_COLOR and FORCE_COLOR are honoured.
The exit code is 1 when a draft should not go, 2 for bad input.
"""

import gc
import json
import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from amends import listener
from amends.cli.colour import Paint
from amends.cli.parser import Parser, one_of
from amends.cli.problem import Problem
from amends.cli.reading import STDIN, find_drafts, read_text
from amends.cli.report import report, summary, worst
from amends.coach import KINDS, Hear, Review, Rules, as_json, review
from amends.text import ContentError

_LINE = 'write one object a line: {"id": "1", "kind": "apology", "text": "…"}'


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    add = parser.add_argument
    files = "Drafts, and folders of .txt and .md; - or nothing is standard input."
    add("files", nargs="*", metavar="FILE", help=files)
    kinds = "One of: " + ", ".join(KINDS) + ". Without it: message."
    kind = one_of("--kind", KINDS)
    add("--kind", metavar="KIND", type=kind, default="message", help=kinds)
    add("--json", action="store_true", help="Print one JSON object for each draft.")
    add("--rules-only", action="store_true", help="Leave the second listener out.")
    add("--jsonl", metavar="FILE", help='Many drafts: one {"id","kind","text"} a line.')


def run(given: Namespace) -> int:
    """Print what was found; return 1 when a draft has a concern that says stop."""
    if given.jsonl:
        if given.files:
            raise Problem("there are two files to read", "name one, or the one after --jsonl")
        return _code(_lines(given))
    named = given.files or [STDIN]
    files = find_drafts(named)
    if len(named) == 1 and files == named:
        return _code(_one(files[0], given))
    return _several(files, given)


@dataclass(frozen=True)
class _Reader:
    """What reads drafts: the rules, and the second listener unless it is left out."""

    rules: Rules
    hear: Hear | None

    @classmethod
    def load(cls, *, rules_only: bool) -> "_Reader":
        # Rules stay until the end: the collector need not look for what to drop among them, which
        # would take a quarter of a cold start (measured), most of it when the program ends.
        gc.disable()
        try:
            return cls(_rules(), None if rules_only else _listener())
        finally:
            gc.freeze()
            gc.enable()

    @property
    def titles(self) -> dict[str, str]:
        return self.rules.titles

    def review(self, text: str, kind: str) -> Review:
        return review(text, kind, self.rules, self.hear)


def _rules() -> Rules:
    try:
        return Rules.load()
    except ContentError as error:
        place = f"{error.path.name}, line {error.line}"
        raise Problem(f"a rule has a mistake: {place}", "amends content check says more") from None


def _listener() -> Hear:
    # The listener is named late: what runs its encoder takes a tenth of a second to import.
    try:
        return listener.Listener.load().hear
    except listener.NoListenerError:
        hint = "install amends again, or leave the listener out with --rules-only"
        raise Problem("the second listener is not there", hint) from None


def _code(found: Iterator[Review]) -> int:
    stops = [worst(one) == "stop" for one in found]
    return 1 if any(stops) else 0


def _one(file: str, given: Namespace) -> Iterator[Review]:
    text = read_text(file)
    reader = _Reader.load(rules_only=given.rules_only)
    found = reader.review(text, given.kind)
    told = _line(as_json(found)) if given.json else report(text, found, reader.titles, _paint())
    _print(told)
    yield found


def _several(files: Sequence[str], given: Namespace) -> int:
    """Read every file, also after one that cannot be read; return 2 when there was one."""
    reader, paint = _Reader.load(rules_only=given.rules_only), _paint()
    counts: Counter[str] = Counter()
    for file in files:
        text = _text(file)
        if text is None:
            continue
        found = reader.review(text, given.kind)
        counts[worst(found)] += 1
        values = {"file": file, **as_json(found)}
        told = report(text, found, reader.titles, paint, file) + "\n"
        _print(_line(values) if given.json else told)
    if not given.json:
        _print(summary(counts, paint))
    return 2 if counts.total() < len(files) else int(bool(counts["stop"]))


def _text(file: str) -> str | None:
    """Return the text of one file among several; tell what is wrong with one that has none."""
    try:
        return read_text(file)
    except Problem as problem:
        problem.tell()
        return None


def _lines(given: Namespace) -> Iterator[Review]:
    name = "standard input" if given.jsonl == STDIN else given.jsonl
    lines = read_text(given.jsonl).split("\n")
    reader = _Reader.load(rules_only=given.rules_only)
    for number, line in enumerate(lines, 1):
        if line.strip():
            draft = _draft(line, f"{name}, line {number}")
            found = reader.review(draft["text"], draft.get("kind", given.kind))
            _print(_line({"id": draft.get("id"), **as_json(found)}))
            yield found


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


def _paint() -> Paint:
    return Paint.on(sys.stdout, os.environ)


def _print(told: str) -> None:
    sys.stdout.write(f"{told}\n")


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)
