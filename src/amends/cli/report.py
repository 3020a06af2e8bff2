"""A review as plain lines, readable in a terminal and in a pipe."""

import unicodedata
from collections.abc import Iterator, Mapping

from amends.cli.colour import Paint
from amends.coach import SEVERITIES, Concern, Review
from amends.text import Span

NO_CONCERN = "no concern"
"""What a draft without a mark is counted as."""
_WIDTH = 76
"""Columns; leaves an indent within the classic 80 of a terminal."""
_INDENT = "    "


Titles = Mapping[str, str]
"""What each label is called, for people."""


def report(text: str, found: Review, titles: Titles, paint: Paint, file: str = "") -> str:
    """Return the whole review of one draft; `file` is named when there are several."""
    parts = (
        [paint("title", _head(found, file))],
        _concerns(text, found, titles, paint),
        _strengths(found, titles, paint),
        _nothing(found),
        _missing(found, titles),
    )
    return "\n".join(line for part in parts for line in part)


def worst(found: Review) -> str:
    """Return the gravest severity in a draft, or that there is no concern."""
    said = {one.severity for one in found.concerns}
    return next((one for one in SEVERITIES if one in said), NO_CONCERN)


def summary(counts: Mapping[str, int], paint: Paint) -> str:
    """Return in one line how many drafts there were, by the gravest that is said of each."""
    told = [f"{name} {counts[name]}" for name in (*SEVERITIES, NO_CONCERN) if counts.get(name)]
    drafts = _counted(sum(counts.values()), "draft")
    return paint("title", f"{drafts}: {', '.join(told)}" if told else "no draft was read")


def _head(found: Review, file: str) -> str:
    seconds = _counted(found.landing.seconds_to_read, "second")
    named = f"{_clean(file)}: " if file else ""
    return f"{named}{found.kind}, {_counted(found.words, 'word')}, {seconds} to read"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _called(label: str, titles: Titles) -> str:
    """Return what a label is called, as on the page, and the label itself for a machine."""
    return f"{titles[label]} [{label}]" if label in titles else label


def _concerns(text: str, found: Review, titles: Titles, paint: Paint) -> Iterator[str]:
    """Yield each mark, and with the first of its label why, and what to try."""
    said = set()
    for one in found.concerns:
        yield ""
        yield paint(one.severity, f"{one.severity}: {_called(one.label, titles)}") + _line_number(
            text, one
        )
        yield from _underlined(text, one, paint)
        if one.label not in said:
            yield from _wrapped(one.why)
            yield from _wrapped(f"Try instead: {one.instead}")
        said.add(one.label)


def _strengths(found: Review, titles: Titles, paint: Paint) -> Iterator[str]:
    if found.strengths:
        labels = dict.fromkeys(one.label for one in found.strengths)
        helps = ", ".join(_called(label, titles) for label in labels)
        yield ""
        yield from _wrapped(paint("strength", "what helps:") + f" {helps}", indent="")


def _nothing(found: Review) -> Iterator[str]:
    if not (found.concerns or found.strengths):
        yield ""
        yield "nothing is marked, which is no certificate"


def _missing(found: Review, titles: Titles) -> Iterator[str]:
    if found.missing:
        yield ""
        missing = ", ".join(_called(label, titles) for label in found.missing)
        yield from _wrapped(f"not there yet: {missing}", indent="")


def _line_number(text: str, one: Concern) -> str:
    if "\n" not in text.strip():
        return ""
    return f", line {text.count(chr(10), 0, one.span.start) + 1}"


def _underlined(text: str, one: Concern, paint: Paint) -> Iterator[str]:
    """Yield the marked line, cut to the width around the mark, and carets below it."""
    start = text.rfind("\n", 0, one.span.start) + 1
    end = text.find("\n", one.span.start)
    line = Span(start, len(text) if end < 0 else end)
    window = _window(line, one.span)
    shown = _clean(window.of(text))
    before = _columns(_clean(text[window.start : one.span.start]))
    marked = _columns(_clean(text[one.span.start : min(one.span.end, window.end)]))
    yield f"{_INDENT}{shown}"
    yield f"{_INDENT}{' ' * before}{paint(one.severity, '^' * max(1, marked))}"


def _window(line: Span, mark: Span) -> Span:
    if line.end - line.start <= _WIDTH:
        return line
    spare = max(0, _WIDTH - (min(mark.end, line.end) - mark.start)) // 2
    start = max(line.start, min(mark.start - spare, line.end - _WIDTH))
    return Span(start, min(line.end, start + _WIDTH))


def _clean(part: str) -> str:
    """Return it without control characters: a draft must not steer the terminal."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cf"} else c for c in part)


def _columns(part: str) -> int:
    return sum(_columns_of(character) for character in part)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _wrapped(words: str, indent: str = _INDENT) -> Iterator[str]:
    line = indent
    for word in words.split():
        if len(line) + len(word) > _WIDTH + len(indent) and line.strip():
            yield line.rstrip()
            line = indent
        line += word + " "
    yield line.rstrip()
