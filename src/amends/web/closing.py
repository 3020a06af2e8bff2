"""The closing: what was answered, read back part by part, and the lines that were chosen of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from amends.journey import Answers, Exercise, Field
from amends.practice import ClosingLine
from amends.store import Vault
from amends.web.archive import in_sight
from amends.web.brief import Line, texts
from amends.web.content import program, words

LONGEST = 4000
"""Characters of one's own lines in a part; what is longer is cut."""
LONGEST_SENTENCE = 300
WHO = ("let-go/who-i-am-now", "sentence")
"""The answer that is offered as the sentence for Today."""


@dataclass(frozen=True)
class Part:
    """One part of the closing: its words from content, and what was answered for it."""

    id: str
    title: str
    about: str
    sheet: Exercise
    lines: tuple[Line, ...]
    own: str = ""


@dataclass(frozen=True)
class Chosen:
    """What a form chose: the keys of lines, and one's own lines by part."""

    keys: tuple[str, ...]
    own: Mapping[str, str]

    @classmethod
    def of(cls, form: QueryDict) -> "Chosen":
        """Read a form; one that was not sent has nothing chosen."""
        own = {part["id"]: form.get(f"own.{part['id']}", "") for part in words("closing")["part"]}
        cut = {name: said.strip()[:LONGEST] for name, said in own.items()}
        return cls(tuple(form.getlist("line")), cut)


def parts_of(vault: Vault, chosen: Chosen) -> list[Part]:
    """Return every part; nothing that is meant for the other person, or that they said."""
    answers = {one.record.exercise: one.record for one in in_sight(vault, vault.all(Answers))}
    return [_part(told, answers, chosen) for told in words("closing")["part"]]


def _part(told: dict[str, Any], answers: dict[str, Answers], chosen: Chosen) -> Part:
    lines = (line for source in told["from"] for line in _lines(source, answers))
    own = chosen.own.get(told["id"], "")
    sheet = _exercise(told["sheet"])
    return Part(told["id"], told["title"], told["about"], sheet, tuple(lines), own)


def _lines(source: str, answers: dict[str, Answers]) -> Iterator[Line]:
    name, _, asked = source.partition(".")
    exercise, kept = _exercise(name), answers.get(name)
    field = next(one for one in exercise.fields if one.name == asked)
    if kept and may_be_read_back(exercise, field):
        for text in texts(field, kept.values.get(asked, "")):
            yield Line(field.label, text)


def may_be_read_back(exercise: Exercise, field: Field) -> bool:
    """Say whether an answer may stand on the page: it is one's own, and meant for oneself."""
    return not exercise.addressed and not field.theirs


def _exercise(name: str) -> Exercise:
    return next(one for one in program().exercises if one.id == name)


def chosen_lines(parts: Sequence[Part], chosen: Chosen) -> tuple[ClosingLine, ...]:
    """Return what was ticked and written, in the order of the parts."""
    return tuple(ClosingLine(part.title, text) for part in parts for text in _texts(part, chosen))


def _texts(part: Part, chosen: Chosen) -> Iterator[str]:
    yield from (line.text for line in part.lines if line.key in chosen.keys)
    yield from (line.strip() for line in part.own.splitlines() if line.strip())


def by_part(lines: Sequence[ClosingLine]) -> dict[str, list[str]]:
    """Return lines under the title of their part, in their order."""
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(line.part, []).append(line.text)
    return found


def sentence_of(vault: Vault) -> str:
    """Return who someone said they are now, or nothing."""
    exercise, field = WHO
    mine = [one.record for one in in_sight(vault, vault.all(Answers))]
    found = [str(one.values.get(field, "")) for one in mine if one.exercise == exercise]
    return found[-1][:LONGEST_SENTENCE] if found else ""
