"""The quick look at many texts: it may pass a text too many, and never leaves one out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.chats.vocabulary import CHUNK, Vocabulary
from amends.text import CONTENT, Phrases, Words, read_passage

WORDS = Words.load(CONTENT / "en" / "words")
WRITTEN = [
    "you never listen",
    "(why|how come) … not answer*",
    "^ hello* ?",
    "thank you",
    "your little",
]
PHRASES = Phrases(WRITTEN, WORDS)
PIECES = [
    "u",
    "you",
    "You\u2019ve",
    "never",
    "NEVER",
    "listen",
    "lol",
    "why",
    "dont",
    "don't",
    "isn\u2019t",
    "answering",
    "Hello",
    "hellooo",
    "?",
    "??",
    ",",
    ".",
    "\n",
    "\U0001f602",
    "ty",
    "thanks",
    "ur",
    "little",
    "_never_",
    "\0",
    "'you'",
    "\ud83d",
    "\u00e9t\u00e9",
    "\u2026",
    "thank",
    "you...listen",
]


def passed(texts: list[str]) -> list[int]:
    """Return the places of the texts that pass."""
    found: list[int] = Vocabulary(PHRASES.needs(), WORDS).may_hold(texts).tolist()
    return found


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join), max_size=20))
def test_no_text_with_a_phrase_is_left_out(texts: list[str]) -> None:
    texts = [text.replace("\0", " ") for text in texts]
    held = {at for at, one in enumerate(texts) if PHRASES.find(read_passage(one, WORDS))}

    assert held <= set(passed(texts))


@pytest.mark.parametrize(
    "text", ["u never lol listen", "why dont you answer", "Hello?", "ur little"]
)
def test_what_has_the_words_passes(text: str) -> None:
    assert passed(["so", text, "so"]) == [1]


@pytest.mark.parametrize(
    "text", ["", "never", "you listen", "why", "so never you", "yours", "\0\0"]
)
def test_what_lacks_a_word_is_not_read(text: str) -> None:
    assert passed([text, "so"]) == []


def test_places_are_right_beyond_a_chunk() -> None:
    texts = ["so"] * (CHUNK + 3) + ["you never listen"]

    assert passed(texts) == [CHUNK + 3]


def test_nothing_has_nothing() -> None:
    assert passed([]) == []
