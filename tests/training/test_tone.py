"""How the ear for tone is scored and read; learning itself is too slow for a test."""

from pathlib import Path

import numpy as np
from training.tone.corpus import load
from training.tone.scoring import asked_for, best_asked, f1, macro_f1, precision

from amends.chats.tone import LABELS

TRUE = np.array([[True, False], [True, False], [False, False], [False, True]])
CHANCES = np.array([[0.9, 0.1], [0.6, 0.2], [0.4, 0.3], [0.1, 0.2]], np.float32)


def test_a_line_of_the_corpus_has_a_text_and_numbers_of_labels(tmp_path: Path) -> None:
    path = tmp_path / "some.tsv"
    path.write_text("Thanks, \u201clove\u201d\t15,18\tabc\nok\t27\tdef\n", "utf-8")

    data = load(path)

    assert data.texts == ["Thanks, \u201clove\u201d", "ok"]
    assert [[LABELS[one] for one in np.flatnonzero(row)] for row in data.marks] == [
        ["gratitude", "love"],
        ["neutral"],
    ]


def test_f1_is_that_of_each_label_and_its_mean_counts_them_alike() -> None:
    said = np.array([[True, False], [False, False], [True, False], [False, False]])

    assert f1(said, TRUE).tolist() == [0.5, 0.0]
    assert macro_f1(said, TRUE) == 0.25


def test_the_chance_to_ask_lies_between_the_last_that_helps_and_the_next() -> None:
    asked = best_asked(CHANCES, TRUE)

    assert asked[0] == np.float32(0.5)
    assert macro_f1(CHANCES[:, :1] >= asked[0], TRUE[:, :1]) == 1.0


def test_a_tone_is_asked_for_where_enough_of_what_is_heard_is_true() -> None:
    chance, true = CHANCES[:, 0], TRUE[:, 0]

    assert asked_for(chance, true, 1.0) == np.float32(0.6)
    assert asked_for(chance, true, 0.5) == np.float32(0.1)
    assert precision(chance >= np.float32(0.4), true) == 2 / 3


def test_what_is_never_right_enough_is_never_heard() -> None:
    assert asked_for(CHANCES[:, 1], np.zeros(4, np.bool_), 0.5) == 1.0
