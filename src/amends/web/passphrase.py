"""How strong a passphrase is, said in a word; no rules theatre."""

from dataclasses import dataclass

from zxcvbn import zxcvbn

from amends.web.content import words

LONGEST_GUESSED = 72
"""Characters that zxcvbn looks at; more only makes a passphrase stronger."""
GOOD_ENOUGH = 3
"""zxcvbn's score (0-4) from which offline guessing with a slow hash is out of reach for most."""


@dataclass(frozen=True)
class Strength:
    """A score from 0 to 4 and the word for it."""

    score: int
    word: str

    @property
    def is_weak(self) -> bool:
        """Say whether a second thought is worth asking for."""
        return self.score < GOOD_ENOUGH

    @property
    def steps(self) -> list[bool]:
        """Return five marks, true as far as the strength reaches."""
        return [step <= self.score for step in range(5)]


def strength_of(passphrase: str) -> Strength:
    """Return how hard this passphrase is to guess."""
    score = int(zxcvbn(passphrase[:LONGEST_GUESSED])["score"])
    return Strength(score, words("welcome")["passphrase"]["strength"][score])
