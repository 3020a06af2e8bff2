"""Whether texts are in English: the model hears nonsense in any other language."""

from collections.abc import Sequence

from amends.chats.tone.words import words

FREQUENT = frozenset(
    {
        "the", "and", "you", "it", "that", "my", "your", "with", "not", "have", "this", "what",
        "just", "like", "know", "don't", "i'm", "it's", "can", "they", "about", "will", "would",
        "how", "when", "there", "because", "think", "really", "going", "want", "need", "we're",
        "you're", "that's", "didn't", "can't", "were", "been", "some", "them", "then", "than",
        "more", "should", "could",
    }
)  # fmt: skip
"""Frequent in English, and rare or unknown in other languages: not "is" or "so"."""
SHARE = 0.1
"""Of all words. Any twenty English comments in a row have 0.16 or more, other languages under 0.02,
and Norwegian, which also likes "like", 0.08."""


def is_english(texts: Sequence[str]) -> bool:
    """Say whether texts, all together, are in English."""
    found = [word for word in words(texts) if word[0].isalpha()]
    frequent = sum(word in FREQUENT for word in found)
    return frequent >= SHARE * len(found) > 0
