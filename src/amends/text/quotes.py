"""Quoted speech: somebody's words, and not what the writer says now."""

import re

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
    found = [Span(*mark.span()) for mark in _DOUBLE.finditer(text)]
    for mark in _SINGLE.finditer(text):
        span = Span(*mark.span())
        if not any(span.overlaps(other) for other in found):
            found.append(span)
    return sorted(span for span in found if span.end - span.start < _WHOLE * len(text))
