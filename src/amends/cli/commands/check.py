"""Say how a draft reads, and how it lands."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from amends.cli.problem import Problem
from amends.cli.reading import STDIN, read_text
from amends.cli.report import report
from amends.coach import KINDS, Review, Rules, as_json, review

app = typer.Typer(add_completion=False, rich_markup_mode=None)

File = Annotated[str, typer.Argument(metavar="[FILE|-]", help="The draft; - is standard input.")]
Kind = Annotated[str, typer.Option(help="One of: " + ", ".join(KINDS) + ".")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Jsonl = Annotated[str, typer.Option(metavar="FILE", help='One {"id","kind","text"} a line.')]


@app.command()
def check(
    file: File = STDIN, kind: Kind = "message", json: Json = False, jsonl: Jsonl = ""
) -> None:
    """Mark what hurts and what helps in a draft; exit code 1 when it should not go."""
    _check_kind(kind, "--kind")
    drafts = _many(jsonl, kind) if jsonl else _one(file, kind, as_object=json)
    stops = [_has_stop(found) for found in drafts]
    sys.exit(1 if any(stops) else 0)


def _one(file: str, kind: str, *, as_object: bool) -> Iterator[Review]:
    text = read_text(file)
    found = review(text, kind, Rules.load())
    typer.echo(_line(as_json(found)) if as_object else report(text, found))
    yield found


def _many(file: str, kind: str) -> Iterator[Review]:
    rules = Rules.load()
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if line.strip():
            draft = _draft(line, f"{file}, line {number}")
            found = review(draft["text"], draft.get("kind", kind), rules)
            typer.echo(_line({"id": draft.get("id"), **as_json(found)}))
            yield found


def _draft(line: str, place: str) -> dict[str, Any]:
    hint = 'write one object a line: {"id": "1", "kind": "apology", "text": "…"}'
    try:
        draft = json.loads(line)
    except ValueError:
        raise Problem(f"{place}: this is not JSON", hint) from None
    if not isinstance(draft, dict) or not isinstance(draft.get("text"), str):
        raise Problem(f"{place}: the text is missing", hint)
    if "kind" in draft:
        _check_kind(draft["kind"], place)
    return draft


def _check_kind(kind: object, place: str) -> None:
    if kind not in KINDS:
        raise Problem(f"{place}: this kind of draft is unknown", "one of: " + ", ".join(KINDS))


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _has_stop(found: Review) -> bool:
    return any(one.severity == "stop" for one in found.concerns)
