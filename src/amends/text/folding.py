"""A copy of a text to match on, in which every character stays in its place."""

_ALIKE = {
    "'": "\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060\u2032",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": "\u00a0\u2007\u2009\u200a\u202f\u3000\t",
}
_PLAIN = {ord(fancy): plain for plain, group in _ALIKE.items() for fancy in group}


def fold(text: str) -> str:
    r"""Return a lower-case copy with plain quotes, dashes and spaces, exactly as long as the text.

    A character whose lower case is longer than itself stays as it is.

    >>> fold("I\u2019m SORRY")
    "i'm sorry"
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(_lower(character) for character in text)
    return lower.translate(_PLAIN)


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character
