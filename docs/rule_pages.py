"""One page for each rule of the coach, and an index by family, made from the rule files."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from amends.coach import Rules
from amends.coach.rule_file import RuleFile
from amends.journey import Evidence, Program

INDEX = "README.md"
_SOURCE = "src/amends/content/en/rules"
_SEVERITIES = {
    "stop": "**stop**: a draft with this ought not to go",
    "rethink": "**rethink**: worth another way of saying it before it goes",
    "note": "**note**: worth a look; it may well stay",
    "": "a **strength**: it helps",
}
_INTRODUCTION = f"""\
# What the coach marks

One page a rule, made from `{_SOURCE}` by `make docs`. What a rule flags and what
it leaves alone are its own examples, and they are tests. How often each is right is in
[coach.md](../coach.md); how to write one, in [writing.md](../writing.md).
"""


def rule_pages() -> Mapping[str, str]:
    """Return every page of the folder by its path."""
    found = sorted((rule.file for rule in Rules.load("en").rules), key=lambda one: one.path)
    evidence = Program.load("en").evidence
    return {INDEX: _index(found)} | {_path(one): _page(one, evidence) for one in found}


def _index(found: Sequence[RuleFile]) -> str:
    parts = [_INTRODUCTION]
    for family, group in groupby(found, key=lambda one: one.family):
        head = ["| label | name | severity | why |", "|---|---|---|---|"]
        parts.append("\n".join([f"## {family}", "", *head, *map(_row, group)]) + "\n")
    return "\n".join(parts)


def _row(one: RuleFile) -> str:
    cells = [f"[{one.label}]({_path(one)})", one.title, one.severity or "strength", one.why]
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"


def _path(one: RuleFile) -> str:
    return f"{one.family}/{one.label}.md"


def _page(one: RuleFile, evidence: Mapping[str, Evidence]) -> str:
    parts = [
        f"<!-- Made by `make docs` from {_SOURCE}/{_path(one)} -->\n\n# {one.title}",
        f"`{one.label}` · [{one.family}](../{INDEX}#{one.family}) · {_SEVERITIES[one.severity]}",
        f"## Why\n\n{one.why}",
        f"## Try instead\n\n{one.instead}",
        f"## Source\n\n{_source(evidence.get(one.source))}",
        "\n".join(["## What it flags\n", *_bullets(one.flags)]),
        "\n".join(["## What it leaves alone\n", *_bullets(one.leaves_alone)]),
    ]
    return "\n\n".join(parts) + "\n"


def _source(found: Evidence | None) -> str:
    if found is None:
        return "No finding is cited for this rule."
    link = f"[{found.id}](../../evidence.md#{found.id}--{found.grade.lower()})"
    return f"{found.finding} {found.limit} ({link}, grade {found.grade})"


def _bullets(examples: Sequence[str]) -> Iterator[str]:
    for example in examples:
        yield f"- {_literal(example)}"


def _literal(example: str) -> str:
    """Return an example as Markdown that shows every character."""
    return "".join(f"\\{sign}" if sign in "\\`*_<>[]#" else sign for sign in example)
