"""How strong a passphrase is, said in a word; only what is guessed at once is refused."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from zxcvbn import zxcvbn

from amends.web.content import words

LONGEST_GUESSED = 72
"""Characters that zxcvbn looks at; more only makes a passphrase stronger."""
GOOD_ENOUGH = 3
"""zxcvbn's score (0-4) from which offline guessing with a slow hash is out of reach for most."""
GUESSED_AT_ONCE = 1
"""The score up to which a million guesses find it: the commonest passwords, names with a number."""
SHORTEST = 8
"""Characters (ASVS 5.0, V6.2.1)."""
OF_OURS = ("amends", "notes", "notebook")
"""What someone at this machine would try first; the names that the person wrote down come to it."""


@dataclass(frozen=True)
class Strength:
    """A score from 0 to 4, the word for it, and whether it is too short."""

    score: int
    word: str
    is_short: bool = False

    @property
    def is_refused(self) -> bool:
        """Say whether it would be among the first guesses, so that no second thought lets it by."""
        return self.is_short or self.score <= GUESSED_AT_ONCE

    @property
    def is_weak(self) -> bool:
        """Say whether a second thought is worth asking for."""
        return self.score < GOOD_ENOUGH

    def stops(self, form: Container[str]) -> bool:
        """Say whether the form is shown again: refused, or weak and not taken as it is."""
        return self.is_refused or (self.is_weak and "anyway" not in form)

    @property
    def steps(self) -> list[bool]:
        """Return five marks, true as far as the strength reaches."""
        return [step <= self.score for step in range(5)]


def strength_of(passphrase: str, names: Iterable[str] = ()) -> Strength:
    """Return how hard this passphrase is to guess for someone who knows these names."""
    known = [*OF_OURS, *(word.lower() for name in names for word in name.split())]
    score = int(zxcvbn(passphrase[:LONGEST_GUESSED], user_inputs=known)["score"])
    word = words("welcome")["passphrase"]["strength"][score]
    return Strength(score, word, len(passphrase) < SHORTEST)
