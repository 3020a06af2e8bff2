"""The time of day in a header: hours and minutes, and the word for the half of the day."""

import re
import tomllib
from collections.abc import Container, Mapping, Sequence
from functools import cache
from pathlib import Path

from amends.chats.whatsapp.marks import MARKS, SPACES, plain

CONTENT = Path(__file__).resolve().parents[2] / "content" / "chats"
"""Found from here: the room `text` knows it too, but loading that room takes as long as reading ten
thousand messages."""
NOON = 12 * 3600
_LOOSE = str.maketrans("", "", ".\u200c" + SPACES)
_BARE = len("21:05")
"""Letters of a time with nothing beside it."""
_FEW = 4
"""Words of a language that names two halves of the day; Chinese names more parts of it."""
_IDEOGRAMS = "\u2e80"
"""From here on nobody writes stops or spaces between the letters of a word."""


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


def half_pattern(found: Sequence[str], *, marked: bool) -> str:
    """Return the expression for the words of one phone, the first of which was found first.

    Where the words of both halves were found, a file has no others: that is the fastest expression.
    """
    if any(bare(word) not in halves() for word in found):
        return "(?:" + "|".join(map(_spaced, sorted({*found}, key=len, reverse=True))) + ")"
    phone = halves()[bare(found[0])][0]
    seen = {word for word in found if halves()[bare(word)][0] == phone}
    words = {word: late for word, (row, late) in halves().items() if row == phone}
    if not marked and len(words) <= _FEW and len({words[bare(word)] for word in seen}) > 1:
        return "(?:" + "|".join(map(_spaced, sorted(seen))) + ")"
    between = f"[.\u200c{SPACES}{MARKS * marked}]{{0,9}}"
    loose = (
        re.escape(word) if word > _IDEOGRAMS and not marked else between.join((*word, ""))
        for word in sorted(words, key=len, reverse=True)
    )
    return f"(?i:{'|'.join(loose)})"


def _spaced(word: str) -> str:
    return re.escape(word).replace("\\ ", f"[{SPACES}]")


def noon(word: str, late: Container[str] = ()) -> int:
    """Return the seconds that a word for a half of the day adds; `late` are words of one file.

    Before it may stand a word for the hour.
    """
    words = plain(word).split(" ")
    told = (bare("".join(words[start:])) for start in range(len(words)))
    return NOON if any(one in late or halves().get(one, (0, False))[1] for one in told) else 0


def _word_in(time: str) -> str:
    """Return the word for the half of the day, without what stands between: 9 h 05 p.m."""
    before, *_, after = re.split(r"\d+", time)
    return before if any(map(str.isalpha, before)) else after


class Clock(dict[str, int]):
    """Seconds since midnight by what a header shows of a time; each is worked out once.

    >>> Clock(halved=True)["12:05 AM"], Clock(halved=True)["下午9:05"]
    (300, 75900)
    """

    def __init__(self, *, halved: bool, late: Container[str] = ()) -> None:
        super().__init__()
        self._halved = halved
        self._late = late

    def __missing__(self, written: str) -> int:
        """Work out one that was not seen before; some phones write 23:33 PM, and 24:05."""
        if written.isascii() and len(written) <= _BARE and written[:-3].isdigit():
            hour, minute, late = int(written[:-3]), int(written[-2:]), 0
        else:
            text = plain(written)
            hour, minute = (int(number) for number in re.findall(r"\d+", text))
            late = noon(_word_in(text), self._late) if self._halved else 0
        self[written] = hour % (12 if self._halved else 24) * 3600 + minute % 60 * 60 + late
        return self[written]


class _Halves(dict[str, int]):
    """What the word for the half of the day adds, where it stands apart from hour and minute."""

    def __init__(self, late: Container[str] = ()) -> None:
        super().__init__()
        self._late = late

    def __missing__(self, written: str) -> int:
        """Work out one that was not seen before."""
        self[written] = noon(written, self._late)
        return self[written]


class Seconds(dict[str, int]):
    """Seconds by how they are written, in whatever digits, perhaps with a word for the half.

    >>> Seconds()["05"], Seconds()["05 PM"]
    (5, 43205)
    """

    def __init__(self, late: Container[str] = ()) -> None:
        super().__init__()
        self._halves = _Halves(late)

    def __missing__(self, written: str) -> int:
        """Work out one that was not seen before."""
        text = plain(written)
        self[written] = int(text[:2]) + self._halves[text[2:]]
        return self[written]
