"""Where sentences begin and end."""

import re

from amends.text.span import Span

_END = re.compile(
    r"""
    (?: (?<![.!?\u2026]) [.!?\u2026]++ [)\]"'\u2019\u201d\u00bb*]* (?=\s|$) )  # a stop
    | \n \s*  # or a new line
    """,
    re.VERBOSE,
)
_NO_END = re.compile(r"(?:^|[^\w.])(?:mr|mrs|ms|dr|st|prof|vs|etc|\w(?:\.\w)*)\.$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*[^\W\d_A-Z]", re.ASCII)
_WRAPPED = 60
"""A line at least this long that goes on in lower case was wrapped by a mail program (RFC 5322
asks for under 78 characters a line), not ended by the writer."""


def sentences(text: str) -> list[Span]:
    """Return the sentences in order, without the white space around them.

    A sentence ends with its stop, or with its line when the stop is missing.

    >>> sentences("i lied. im sorry")
    [Span(start=0, end=7), Span(start=8, end=16)]
    """
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if not _goes_on(text, start, end):
            found.append(Span(start, end.end()))
            start = end.end()
    found.append(Span(start, len(text)))
    return [kept for span in found if (kept := _trimmed(text, span)).start < kept.end]


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    follows_small = bool(_GOES_ON.match(text, end.end()))
    stop = end[0]
    if not stop.strip():
        is_long = end.start() - start >= _WRAPPED
        return is_long and follows_small and stop.count("\n") == 1 and _is_wrapped(text, end)
    if stop.startswith(("...", "\u2026")):
        return follows_small
    return stop == "." and bool(_NO_END.search(text, max(start, end.end() - 8), end.end()))


def _is_wrapped(text: str, end: re.Match[str]) -> bool:
    line_start = text.rfind("\n", 0, end.start()) + 1
    return end.start() - line_start >= _WRAPPED


def _trimmed(text: str, span: Span) -> Span:
    part = span.of(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))
