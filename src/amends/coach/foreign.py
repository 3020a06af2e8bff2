"""Whether a text is in a language that the coach cannot read."""

from amends.coach.rules import Rules
from amends.text import read_passage

FEWEST = 5
"""Words; of fewer, nobody can tell."""
SHARE = 0.22
"""Of the words of an English text more than this are among the commonest of the language: of 2,459
labelled drafts in many Englishes, five have fewer."""


def is_foreign(text: str, rules: Rules) -> bool:
    """Say whether a text has too few of the commonest words of the rules' language."""
    sentences = read_passage(text, rules.words).sentences
    words = [word for one in sentences for word in one.stream.decode().split() if word.isalnum()]
    common = sum(word in rules.words.common for word in words)
    return len(words) >= FEWEST and common < SHARE * len(words)
