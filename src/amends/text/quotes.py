"""Quoted speech: somebody's words, and not what the writer says now."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from amends.text.span import Span

_LONGEST = 400
"""Characters between two quotation marks; more than that is a mark that was never closed."""
_DOUBLE = re.compile(
    r'"[^"\n]{1,400}"|\u201c[^\u201c\u201d\n]{1,400}\u201d|\u00ab[^\u00ab\u00bb\n]{1,400}\u00bb'
    r"|\u201e[^\u201c\u201d\n]{1,400}[\u201c\u201d]"
)
_SINGLE = re.compile(
    r"(?<![^\s(\[\u2014-])"
    r"['\u2018](?!(?:cause|cos|coz|til|till|em|tis|twas|bout|n|round|cuz|s)\b)"
    r"(?=\S)(?:[^'\u2018\u2019\n]|\w['\u2019]\w){1,400}(?<=[^\s])['\u2019](?!\w)",
    re.IGNORECASE,
)
_WHOLE = 0.8
"""When this much of a text stands in one pair of marks, the writer has quoted the draft itself."""


def quoted(text: str) -> list[Span]:
    """Return where somebody is quoted, marks included, in order and without overlaps.

    An apostrophe is no mark, and marks around nearly the whole text do not count.

    >>> quoted('You said "go away" and it hurt')
    [Span(start=9, end=18)]
    """
    doubles = [Span(*mark.span()) for mark in _DOUBLE.finditer(text)]
    singles = [Span(*mark.span()) for mark in _SINGLE.finditer(text)]
    apart = [span for span in singles if not _overlaps_one(span, doubles)]
    marked = sorted([*doubles, *apart])
    return [span for span in marked if span.end - span.start < _WHOLE * len(text)]


def _overlaps_one(span: Span, others: Sequence[Span]) -> bool:
    """Return whether one of the sorted others, which do not overlap, overlaps the span."""
    first = bisect_right(others, span.start, key=lambda other: other.end)
    return first < len(others) and others[first].overlaps(span)
