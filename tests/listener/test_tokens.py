"""How a text is cut into words and pieces."""

from hypothesis import given
from hypothesis import strategies as st

from amends.listener.tokens import STEP, UNKNOWN, WINDOW, Vocabulary, windows

KNOWN = [UNKNOWN, "i", "hurt", "you", "un", "##kind", "##ly", "'", "m", "cafe", "\u4f60", "."]
VOCABULARY = Vocabulary({piece: number for number, piece in enumerate(KNOWN)})


def pieces_of(text: str) -> list[str]:
    return [KNOWN[number] for number in VOCABULARY.pieces(text).numbers]


def test_words_are_cut_into_the_longest_known_pieces() -> None:
    assert pieces_of("I hurt you unkindly.") == ["i", "hurt", "you", "un", "##kind", "##ly", "."]


def test_a_word_that_cannot_be_spelt_is_unknown() -> None:
    assert pieces_of("you xyz") == ["you", UNKNOWN]


def test_an_apostrophe_stands_alone_whichever_way_it_curls() -> None:
    assert pieces_of("I\u2019m") == pieces_of("i'm") == ["i", "'", "m"]


def test_accents_are_read_as_plain_letters() -> None:
    assert pieces_of("Café") == ["cafe"]


def test_each_sign_of_a_language_without_spaces_is_a_word() -> None:
    assert pieces_of("你你") == ["你", "你"]


def test_a_word_that_never_ends_is_unknown_and_quick() -> None:
    assert pieces_of("a" * 1_000_000) == [UNKNOWN]


@given(st.text())
def test_words_stand_in_the_text_one_after_the_other(text: str) -> None:
    words = VOCABULARY.pieces(text).words

    at = 0
    for first, last, span in words:
        assert first < last
        assert at <= span.start < span.end <= len(text)
        at = span.end


def test_windows_cover_every_piece_and_overlap() -> None:
    found = list(windows(600))

    assert found == [(0, WINDOW), (STEP, STEP + WINDOW), (2 * STEP, 600)]
    assert list(windows(WINDOW)) == [(0, WINDOW)]
