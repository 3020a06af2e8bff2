"""The time of day in a header: hours and minutes, and the word for the half of the day."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from amends.chats.whatsapp.marks import SPACES, plain

CONTENT = Path(__file__).resolve().parents[2] / "content" / "chats"
"""Found from here: the room `text` knows it too, but loading that room takes as long as reading ten
thousand messages."""
NOON = 12 * 3600
_LOOSE = str.maketrans("", "", ".\u200c" + SPACES)
_BETWEEN = rf"[.\u200c{SPACES}]{{0,2}}"
"""What may stand between two letters of such a word: "a.m.", "a. m." with a space of any width."""


@cache
def halves() -> Mapping[str, tuple[int, bool]]:
    """Return each word for a half of the day: its row, and whether it is after noon."""
    rows = tomllib.loads((CONTENT / "clock.toml").read_text("utf-8"))["halves"]
    return {
        bare(word): (number, bool(late))
        for number, row in enumerate(rows)
        for late, words in enumerate(row)
        for word in words
    }


def bare(word: str) -> str:
    """Return a word for a half of the day without what phones write differently."""
    return plain(word).translate(_LOOSE).casefold()


def half_pattern(seen: Iterable[str]) -> str:
    """Return the expression for the words of the same languages as those that were seen."""
    rows = {halves()[word][0] for word in seen}
    words = sorted((word for word, (row, _) in halves().items() if row in rows), key=len)
    spelt = (_BETWEEN.join(map(re.escape, word)) + r"\.?" for word in reversed(words))
    return f"(?i:{'|'.join(spelt)})"


def noon(word: str) -> int:
    """Return the seconds that a word for a half of the day adds."""
    return NOON if halves().get(bare(word), (0, False))[1] else 0


class Clock(dict[str, int]):
    """Seconds since midnight by what a header shows of a time; each is worked out once.

    >>> Clock(halved=True)["12:05 AM"], Clock(halved=True)["下午9:05"]
    (300, 75900)
    """

    def __init__(self, *, halved: bool) -> None:
        super().__init__()
        self._hours = 12 if halved else 24

    def __missing__(self, written: str) -> int:
        """Work out one that was not seen before; some phones write 23:33 PM, and 24:05."""
        text = plain(written)
        hour, minute = (int(number) for number in re.findall(r"\d+", text))
        word = re.sub(r"[\d:]+", "", text)
        self[written] = hour % self._hours * 3600 + minute * 60 + noon(word)
        return self[written]


class Halves(dict[str, int]):
    """What the word for a half of the day adds, where it stands apart from hour and minute."""

    def __missing__(self, written: str) -> int:
        """Work out one that was not seen before."""
        self[written] = noon(written)
        return self[written]


class Seconds(dict[str, int]):
    """Seconds by how they are written, in whatever digits."""

    def __missing__(self, written: str) -> int:
        """Work out one that was not seen before."""
        self[written] = int(written)
        return self[written]
