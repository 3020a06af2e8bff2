"""The ear for tone that ships: what it hears, how large it is, and when it is read."""

import subprocess
import sys

import numpy as np
import pytest

from amends.chats.tone import LABELS, TONES, chances, labels, tones
from amends.chats.tone.english import is_english
from amends.chats.tone.hearing import FILE
from amends.chats.tone.words import BREAK, Vocabulary, words

SOME = [
    "Thank you so much!",
    "",
    "I hate this",
    "the train is at nine",
    "\U0001f600\U0001f600",
    BREAK,
]
LARGEST = 1_500_000


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Thank you so much!", "gratitude"),
        ("I\u2019m so sorry, I feel terrible", "remorse"),
        ("I LOVE you", "love"),
        ("this makes me sooooo angry", "anger"),
        ("I'm so sad and I cry all day", "sadness"),
        ("haha that's hilarious", "amusement"),
    ],
)
def test_plain_words_are_heard(text: str, label: str) -> None:
    assert label in labels([text])[0]


def test_every_text_has_a_row_and_every_label_a_column() -> None:
    each = chances(SOME)

    assert each.shape == (len(SOME), len(LABELS))
    assert ((each >= 0) & (each <= 1)).all()
    assert chances([]).shape == (0, len(LABELS))


def test_a_text_is_heard_alike_alone_and_among_others() -> None:
    many = [*SOME, "and then we went home because of you " * 50] * 40

    together, alone = chances(many), np.concatenate([chances([one]) for one in many[:7]])

    assert np.allclose(together[:7], alone, atol=1e-5)
    assert np.allclose(together[-7:], alone, atol=1e-5)


def test_coarse_tones_are_heard_in_plain_words() -> None:
    heard = tones(["thank you, I love you", "I'm sorry, my fault", "I'm so sad", "fuck off, idiot"])

    assert [[tone for tone in TONES if heard[tone][place]] for place in range(4)] == [
        ["warm"],
        ["sorry"],
        ["hurt"],
        ["angry"],
    ]


def test_a_word_that_is_not_known_is_cut_into_pieces_that_are() -> None:
    vocabulary = Vocabulary.of(["\ufffd", "un", "##kind", "kind"])

    assert vocabulary.cut("unkind") == [1, 2]
    assert vocabulary.cut("kin") == [0]
    assert vocabulary.pieces(["kind unkind", ""]).lengths.tolist() == [3, 0]


def test_a_long_drawn_word_is_read_as_a_short_one() -> None:
    assert words(["Noooooo!!!! 1000 \u2019"]) == ["noo", "!", "!", "1000", "'", BREAK]


def test_only_english_is_english() -> None:
    assert is_english(["I don't know what you want from me", "ok"])
    assert not is_english(["ich wei\u00df nicht, was du von mir willst", "ok"])
    assert not is_english(["", "\U0001f600"])


def test_it_is_small() -> None:
    assert FILE.stat().st_size <= LARGEST


def test_reading_chats_neither_needs_arrays_nor_the_model() -> None:
    code = "import sys, amends.chats, amends.chats.tone; print('numpy' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
