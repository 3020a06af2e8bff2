"""What can go on the one page for a person you trust: line by line, nothing chosen beforehand."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format

from amends.contact import Agreement, in_force
from amends.journey import Answers, Exercise, Field
from amends.store import Vault
from amends.web.archive import in_sight
from amends.web.content import gate, program, rules, words
from amends.web.initials import initials
from amends.web.paper import Paper, Said, Section
from amends.web.people import named
from amends.web.templatetags.words import as_said

OWN_MOST = 1200
"""Characters of one's own request; more would fill the page."""


@dataclass(frozen=True)
class Line:
    """One line that can be ticked; `is_theirs` marks what the other person said or did."""

    label: str
    text: str
    is_theirs: bool = False

    @property
    def key(self) -> str:
        """Return its value in the form: it changes with the words.

        What was rewritten in another window since is therefore not ticked.
        """
        return sha256(f"{self.label}\0{self.text}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Part:
    """Lines that stand together: the agreement, or one sheet."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Chosen:
    """What a form asked for: the ticked lines, what is asked of the reader, names to reduce."""

    keys: frozenset[str] = frozenset()
    own: str = ""
    is_reduced: bool = False
    more_names: str = ""

    @classmethod
    def of(cls, form: QueryDict) -> "Chosen":
        """Read a form; one that was not sent has nothing chosen."""
        return cls(
            keys=frozenset(form.getlist("line")),
            own=form.get("own", "").strip()[:OWN_MOST],
            is_reduced="initials" in form,
            more_names=form.get("names", ""),
        )


def parts_of(vault: Vault, now: datetime) -> list[Part]:
    """Return everything that can be ticked: how things stand, then the sheets along the path.

    Drafts are not among it, and no sheet with words meant for the other person.
    """
    kept = {one.record.exercise: one.record for one in in_sight(vault, vault.all(Answers))}
    sheets = (
        Part(exercise.title, tuple(_of_sheet(exercise, kept[exercise.id])))
        for exercise in program().exercises
        if exercise.id in kept and not exercise.addressed and not exercise.each
    )
    stands = Part(words("brief")["agreement"]["title"], tuple(_of_agreement(vault, now)))
    return [part for part in (stands, *sheets) if part.lines]


def asks() -> Part:
    """Return what can be asked of the reader."""
    told = words("brief")["asks"]
    return Part(told["title"], tuple(Line("", choice) for choice in told["choices"]))


def _of_agreement(vault: Vault, now: datetime) -> Iterator[Line]:
    kept = vault.records(Agreement)
    if not kept:
        return
    told, agreement = words("brief")["agreement"], in_force(kept[-1], timezone.localtime(now))
    terms = agreement.terms
    yield Line(told["state"], gate().states[terms.state].name)
    yield Line(told["since"], _day(agreement.since))
    if terms.until:
        yield Line(told["until"], date_format(terms.until, "j F Y"))
    for name, said in (("words", terms.words), ("exceptions", terms.exceptions)):
        if said.strip():
            yield Line(told[name], said.strip(), is_theirs=True)


def _of_sheet(exercise: Exercise, answers: Answers) -> Iterator[Line]:
    for field in exercise.fields:
        value = answers.values.get(field.name, "")
        for text in texts(field, value):
            yield Line(field.label, text, is_theirs=field.theirs)


def texts(field: Field, value: object) -> list[str]:
    """Return an answer as lines: one for each row of a table, otherwise one."""
    one_each = value if field.type == "rows" and isinstance(value, list) else [value]
    told = (as_said([one] if isinstance(one, dict) else one).strip() for one in one_each)
    ends = (f"{text} / 10" if field.type == "scale" and text else text for text in told)
    return [text for text in ends if text]


def _day(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y")


def paper_of(parts: Sequence[Part], chosen: Chosen, vault: Vault, now: datetime) -> Paper | None:
    """Return the page with what was ticked and nothing else, or None when nothing was."""
    told, shorten = words("brief"), _shortener(vault, chosen)
    own = (Line("", chosen.own),) if chosen.own else ()
    asked = Part(asks().title, (*(one for one in asks().lines if one.key in chosen.keys), *own))
    ticked = [Part(p.title, tuple(x for x in p.lines if x.key in chosen.keys)) for p in parts]
    sections = [_section(part, shorten) for part in (asked, *ticked) if part.lines]
    if not sections:
        return None
    return Paper(told["paper"]["heading"], _day(now), sections, told["paper"]["foot"])


def _section(part: Part, shorten: Callable[[str], str]) -> Section:
    """Return the lines of a part; a question with several lines is said once."""
    labels = ["", *(line.label for line in part.lines)]
    lines = (
        Said("" if line.label == before else line.label, shorten(line.text))
        for before, line in zip(labels, part.lines, strict=False)
    )
    return Section(part.title, tuple(lines))


def _shortener(vault: Vault, chosen: Chosen) -> Callable[[str], str]:
    if not chosen.is_reduced:
        return lambda text: text
    people = named(vault)
    names = [people.me, people.them, *re.split(r"[,;\n]", chosen.more_names)]
    common = rules().words.common
    return lambda text: initials(text, names, common)
