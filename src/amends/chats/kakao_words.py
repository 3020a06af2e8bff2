"""What KakaoTalk writes in place of words, told from the words of people."""

import re
from collections.abc import Callable
from functools import cache

from amends.chats.message import Kind
from amends.chats.wording import unmarked, wording

LONGEST_NOTICE = 300
"""Characters; what the app writes itself is one line."""
_PLACES = {
    "{any}": r"[^\n]{1,250}",
    "{who}": r"[^\n]{1,120}",
    "{number}": r"\d{1,3}",
    "{time}": r"\d{1,3}(?::\d\d){1,2}",
}
_FILE = r"[0-9a-f]{40,64}\.\w{2,5}"
"""An Android phone that exports media, too, writes the names of their files."""


@cache
def shapes() -> tuple[tuple[re.Pattern[str], Kind], ...]:
    """Return what whole texts of each kind look like."""
    words = wording("kakao")["words"]
    media = re.compile(f"{_either(words['media'])}|{_FILE}", re.IGNORECASE)
    return (
        (re.compile(_either(words["deleted"])), Kind.DELETED),
        (re.compile(_either(words["call"])), Kind.CALL),
        (media, Kind.MEDIA),
    )


@cache
def is_notice() -> Callable[[str], re.Match[str] | None]:
    """Return what tells whether a line without a name is the app's."""
    return re.compile(_either(wording("kakao")["words"]["system"])).fullmatch


def _either(patterns: list[str]) -> str:
    parts = (re.split(r"(\{\w+\})", pattern) for pattern in patterns)
    return "|".join("".join(_PLACES.get(one) or re.escape(one) for one in part) for part in parts)


def kind_of(text: str) -> Kind:
    """Return what a text is, by what it says as a whole.

    >>> kind_of("사진 3장"), kind_of("사진 보내줘")
    (<Kind.MEDIA: 'media'>, <Kind.TEXT: 'text'>)
    """
    if not text:
        return Kind.MEDIA
    if len(text) > LONGEST_NOTICE:
        return Kind.TEXT
    bare = unmarked(text)
    return next((kind for shape, kind in shapes() if shape.fullmatch(bare)), Kind.TEXT)
