"""A review as plain lines, readable in a terminal and in a pipe."""

import unicodedata
from collections.abc import Iterator

from amends.coach import Concern, Review
from amends.text import Span

_WIDTH = 76
"""Columns; leaves an indent within the classic 80 of a terminal."""
_INDENT = "    "


def report(text: str, found: Review) -> str:
    """Return the whole review as text, without colour."""
    return "\n".join([_head(found), *_concerns(text, found), *_strengths(found), *_missing(found)])


def _head(found: Review) -> str:
    seconds = found.landing.seconds_to_read
    return f"{found.kind}, {found.words} words, {seconds} seconds to read"


def _concerns(text: str, found: Review) -> Iterator[str]:
    for one in found.concerns:
        yield ""
        yield f"{one.severity}: {one.label}"
        yield from _underlined(text, one)
        yield from _wrapped(one.why)
        yield from _wrapped(f"Try instead: {one.instead}")


def _strengths(found: Review) -> Iterator[str]:
    if found.strengths:
        yield ""
        yield "what helps: " + ", ".join(dict.fromkeys(one.label for one in found.strengths))


def _missing(found: Review) -> Iterator[str]:
    if found.missing:
        yield ""
        yield "not there yet: " + ", ".join(found.missing)


def _underlined(text: str, one: Concern) -> Iterator[str]:
    """Yield the marked line, cut to the width around the mark, and carets below it."""
    start = text.rfind("\n", 0, one.span.start) + 1
    end = text.find("\n", one.span.start)
    line = Span(start, len(text) if end < 0 else end)
    window = _window(line, one.span)
    shown = _clean(window.of(text))
    before = _columns(_clean(text[window.start : one.span.start]))
    marked = _columns(_clean(text[one.span.start : min(one.span.end, window.end)]))
    yield f"{_INDENT}{shown}"
    yield f"{_INDENT}{' ' * before}{'^' * max(1, marked)}"


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


def _wrapped(words: str) -> Iterator[str]:
    line = _INDENT.rstrip("\n")
    for word in words.split():
        if len(line) + len(word) > _WIDTH + len(_INDENT) and line.strip():
            yield line.rstrip()
            line = _INDENT
        line += word + " "
    yield line.rstrip()
