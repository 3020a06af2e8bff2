"""The spellings that ship are read as most people mean them."""

import pytest

from amends.text import CONTENT, Words

WORDS = Words.load(CONTENT / "en" / "words")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ye", "you"),
        ("yer", "your"),
        ("yeah", "yeah"),
        ("uve", "you have"),
        ("havenae", "have not"),
        ("didnae", "did not"),
        ("cannae", "can not"),
        ("ye've", "you have"),
    ],
)
def test_chat_and_dialect_are_read_as_they_are_meant(written: str, meant: str) -> None:
    assert " ".join(WORDS.plain(written)) == meant
