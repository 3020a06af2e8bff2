"""A rule as it is written: a TOML header, a title, and fixed headings.

The header holds `severity` (`stop`, `rethink` or `note`; strengths have none), `source`, `kinds`
(of draft; all when left out) and the phrases:

- `phrases`: what is marked;
- `unless`: phrases that cancel a match in the same sentence;
- `unless_near`: the same, in the sentence before or after too;
- `unless_anywhere`: the same, anywhere in the draft;
- `after`: one of these must stand earlier in the same sentence;
- `after_near`: or in the two sentences before it;
- `needs`: one of these must stand anywhere in the draft;
- `extent`: how far the mark reaches, `phrase` (when left out), `clause` (on to the next pause) or
  `sentence` (on to its end);
- `in_quotes`: also in quoted speech;
- `not_in`: labels of other rules; where one of these is marked, this one is not;
- `weight`: of a strength, how much an apology lacks without it; 0 when left out;
- `measure`: a measure in Python, for what no phrase can say.

Each `[[also]]` table adds more phrases with conditions, an `extent` and `kinds` of its own. What
cancels at the top cancels these too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amends.coach.kinds import KINDS, SEVERITIES
from amends.text import (
    EXTENTS,
    PHRASE_LISTS,
    ContentError,
    ContentFile,
    PhraseGroup,
    load_content,
    phrase_groups,
)

STRENGTHS = "strengths"
"""The family, and the folder, of rules that mark what helps."""
PARTS = ("Why", "Try instead", "Flags", "Leaves alone")
_KEYS = {
    *PHRASE_LISTS,
    *("severity", "source", "kinds", "extent", "in_quotes", "not_in", "measure", "weight", "also"),
}
_ALSO_KEYS = {*PHRASE_LISTS, "extent", "kinds"}
_BULLET = re.compile(r"\s*[-*]\s+(.+)")


@dataclass(frozen=True)
class RuleFile:
    """One rule, as written. `severity` is empty for a strength."""

    path: Path
    label: str
    family: str
    severity: str
    source: str
    in_quotes: bool
    not_in: frozenset[str]
    measure: str
    weight: int
    groups: Sequence[PhraseGroup]
    title: str
    why: str
    instead: str
    flags: Sequence[str]
    leaves_alone: Sequence[str]


def read_rule(path: Path) -> RuleFile:
    """Read one rule; its label is the name of the file, its family that of the folder.

    Raises:
        ContentError: the first mistake found.
    """
    file = load_content(path)
    family = path.parent.name
    _check_header(file, family)
    header = file.header
    title, parts = _parts(file)
    return RuleFile(
        path=path,
        label=path.stem,
        family=family,
        severity=header.get("severity", ""),
        source=header.get("source", ""),
        in_quotes=header.get("in_quotes", False),
        not_in=frozenset(header.get("not_in", ())),
        measure=header.get("measure", ""),
        weight=header.get("weight", 0),
        groups=tuple(phrase_groups(header, KINDS)),
        title=title,
        why=_paragraphs(parts["Why"]),
        instead=_paragraphs(parts["Try instead"]),
        flags=tuple(_bullets(parts["Flags"])),
        leaves_alone=tuple(_bullets(parts["Leaves alone"])),
    )


def _check_header(file: ContentFile, family: str) -> None:
    header = file.header
    _check_keys(file, "", header, _KEYS)
    for number, table in enumerate(header.get("also", [])):
        _check_keys(file, f"also.{number}.", table, _ALSO_KEYS)
        if not table.get("phrases"):
            raise file.mistake(f"also.{number}", "`also` has no phrases", "add a list `phrases`")
    if not (header.get("phrases") or header.get("also") or header.get("measure")):
        raise file.mistake("", "the rule marks nothing", "add a list `phrases`")
    if family == STRENGTHS and "severity" in header:
        raise file.mistake("severity", "a strength has no severity", "take the line out")
    if family != STRENGTHS and "weight" in header:
        raise file.mistake("weight", "only a strength has a weight", "take the line out")
    if not isinstance(header.get("weight", 0), int):
        raise file.mistake("weight", "the weight is no whole number", "write: weight = 3")
    if family != STRENGTHS and header.get("severity") not in SEVERITIES:
        raise file.mistake("severity", "the severity is missing or unknown", _one_of(SEVERITIES))


def _check_keys(file: ContentFile, key: str, table: Mapping[str, Any], known: set[str]) -> None:
    for name, value in table.items():
        if name not in known:
            raise file.mistake(f"{key}{name}", f"the key `{name}` is unknown", _one_of(known))
        if name in {*PHRASE_LISTS, "kinds", "not_in"} and not _is_list_of_text(value):
            raise file.mistake(f"{key}{name}", f"`{name}` is no list of texts", 'write ["a", "b"]')
    for kind in table.get("kinds", []):
        if kind not in KINDS:
            raise file.mistake(f"{key}kinds", f"`{kind}` is no kind of draft", _one_of(KINDS))
    if table.get("extent", EXTENTS[0]) not in EXTENTS:
        raise file.mistake(f"{key}extent", "the extent is unknown", _one_of(EXTENTS))


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _one_of(names: Sequence[str] | set[str]) -> str:
    order = sorted(names) if isinstance(names, set) else names
    return "one of: " + ", ".join(order)


def _parts(file: ContentFile) -> tuple[str, dict[str, list[str]]]:
    title, heading = "", ""
    parts: dict[str, list[str]] = {}
    for number, line in enumerate(file.body.split("\n"), file.body_line):
        if line.startswith("# "):
            title = line[2:].strip()
        elif line.startswith("## "):
            heading = line[3:].strip()
            if heading not in PARTS:
                problem = f'the part "## {heading}" is unknown'
                raise ContentError(file.path, number, problem, _one_of(PARTS))
            parts[heading] = []
        elif heading:
            parts[heading].append(line)
    _check_parts(file, title, parts)
    return title, parts


def _check_parts(file: ContentFile, title: str, parts: Mapping[str, Sequence[str]]) -> None:
    hint = "copy it from another rule in that folder"
    if not title:
        raise ContentError(file.path, file.body_line, 'the title "# …" is missing', hint)
    for part in PARTS:
        if not any(line.strip() for line in parts.get(part, ())):
            problem = f'the part "## {part}" is missing or empty'
            raise ContentError(file.path, file.body_line, problem, hint)


def _paragraphs(lines: Sequence[str]) -> str:
    blocks = "\n".join(lines).strip().split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())


def _bullets(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if bullet := _BULLET.match(line):
            yield bullet[1].strip()
