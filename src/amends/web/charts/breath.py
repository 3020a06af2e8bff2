"""A breath as a circle that grows and shrinks, with its words, and the same in one sentence.

The movement is the picture's own (SMIL), so that it keeps any rhythm and needs no script.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from amends.practice import Breath

SMALL, LARGE = 34, 72
"""Units of the circle's radius; the picture is 160 wide."""
EASED = "0.45 0 0.55 1"
"""A curve that sets out and arrives softly, as a breath does."""


@dataclass(frozen=True)
class Word:
    """What is said while one part of a breath lasts; `shown` is 1 in its own part."""

    says: str
    seconds: int
    shown: str

    @property
    def counts(self) -> str:
        """Return its seconds counted out, for whoever keeps the picture still."""
        return " ".join(map(str, range(1, self.seconds + 1)))


@dataclass(frozen=True)
class DrawnBreath:
    """The circle: its radii, when each is reached, how it moves between, and the words."""

    sentence: str
    seconds: int
    radii: str
    reached: str
    eased: str
    begins: str
    words: tuple[Word, ...]


def drawn_breath(breath: Breath, text: Mapping[str, str]) -> DrawnBreath:
    """Return the picture of a breath; `text` are its words, as `urge.toml` has them."""
    parts = [("in", breath.seconds_in), ("hold", breath.seconds_hold), ("out", breath.seconds_out)]
    kept = [(name, seconds) for name, seconds in parts if seconds]
    begins = [sum(seconds for _, seconds in kept[:at]) for at in range(len(kept))]
    shares = [f"{begun / breath.seconds:.4f}".rstrip("0").rstrip(".") for begun in begins]
    radii = {"in": SMALL, "hold": LARGE, "out": LARGE}
    words = tuple(
        Word(text[name], seconds, ";".join("01"[at == own] for at in range(len(kept))))
        for own, (name, seconds) in enumerate(kept)
    )
    sentence = text["told_hold" if breath.seconds_hold else "told"]
    return DrawnBreath(
        sentence.format(**dict(parts)),
        breath.seconds,
        ";".join(str(one) for one in [*(radii[name] for name, _ in kept), SMALL]),
        ";".join([*shares, "1"]),
        ";".join([EASED] * len(kept)),
        ";".join(shares),
        words,
    )
