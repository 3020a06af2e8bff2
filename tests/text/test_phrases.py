# ruff: noqa: RUF001 - curly marks are what is tested
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.text import CONTENT, PhraseError, Phrases, Words, read_passage

WORDS = Words(
    lists={
        "sorry": ("sorry", "[please] forgive me", "apolog*"),
        "round": ("{round} again",),
        "open": ("(left",),
    },
    spellings={"u": ("you",), "lol": ()},
    endings=(("'m", "am"),),
)


def _found(phrase: str, text: str) -> list[str]:
    passage = read_passage(text, WORDS)
    return [span.of(text) for span in Phrases([phrase], WORDS).find(passage)]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("you left", "And YOU left me", ["YOU left"]),
        ("you left", "And u left me", ["u left"]),
        ("you left", "you, left", ["you, left"]),
        ("you left", "you. Left", []),
        ("you left", "thank you leftover", []),
        ("i am sorry", "I’m sorry", ["I’m sorry"]),
        ("i'm sorry", "I am sorry", ["I am sorry"]),
        ("(sorry|regret) it", "I regret it", ["regret it"]),
        ("[so] sorry if", "so sorry if, sorry if", ["so sorry if", "sorry if"]),
        ("hurt* you", "I was hurting you", ["hurting you"]),
        ("was *ed", "it was opened", ["was opened"]),
        ("you _ me", "you hurt me", ["you hurt me"]),
        ("you _ me", "you me", []),
        ("sorry … hurt", "sorry that a b c d e hurt", ["sorry that a b c d e hurt"]),
        ("sorry ... hurt", "sorry that a b c d e f hurt", []),
        ("{sorry} if", "Please forgive me if I", ["Please forgive me if"]),
        ("{sorry}", "apologies", ["apologies"]),
        ("# times", "I said it 3 times", ["3 times"]),
        ("sorry, but", "sorry but you, sorry - but me", ["sorry - but"]),
        ("^ but", "But you. I, but", ["But"]),
        ("left $", "you left. left you", ["left"]),
        ("left $", "you left?", ["left"]),
        ("you left ?", "you left? you left.", ["you left"]),
        ("sorry (,|$)", "sorry lol", ["sorry lol"]),
        ("you (left|went) [away]", "you went lol away", ["you went lol away"]),
        ("café", "In the CAFÉ", ["CAFÉ"]),
        ("(very sorry|sorry)", "sorry, very sorry", ["sorry", "very sorry"]),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, text: str, found: list[str]) -> None:
    assert _found(phrase, text) == found


def test_overlapping_finds_are_joined() -> None:
    passage = read_passage("I am so sorry if", WORDS)

    spans = Phrases(["am so sorry", "sorry if"], WORDS).find(passage)

    assert [span.of(passage.text) for span in spans] == ["am so sorry if"]


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("(sorry", "`(` is not closed"),
        ("[sorry", "`[` is not closed"),
        ("sorry)", "`)` closes nothing"),
        ("(sorry]", "`]` closes nothing"),
        ("sorry | [so]", "it matches everywhere"),
        ("…", "it matches everywhere"),
        ("", "it matches everywhere"),
        ("{none}", "there is no word list `none`"),
        ("so*rry", "`so*rry` is no part of a word"),
        ("*sorry*", "`*sorry*` is no part of a word"),
        ("sorry & more", "`&` is never matched"),
        ("lol", "`lol` is never matched"),
        ("{round} x", "the word list `round` names itself"),
        ("{open} x", "in the word list `open`, line `(left`: `(` is not closed"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_why(phrase: str, problem: str) -> None:
    with pytest.raises(PhraseError) as caught:
        Phrases([phrase], WORDS).parse()

    assert problem in caught.value.problem
    assert caught.value.phrase == phrase
    assert caught.value.hint


def test_phrases_read_later_are_found_in_a_text_read_before() -> None:
    words = Words()
    passage = read_passage("I lied", words)
    Phrases(["i"], words).find(passage)

    assert Phrases(["lied"], words).find(passage)


PIECES = st.sampled_from(["sorry", "u", "{sorry}", "_", "…", "#", ",", "?", "^", "$", "hurt*"])


@given(st.lists(PIECES, min_size=1), st.text())
def test_no_phrase_and_no_text_hang_or_break(pieces: list[str], text: str) -> None:
    phrases = Phrases(["sorry " + " ".join(pieces)], WORDS)

    for span in phrases.find(read_passage(text, WORDS)):
        assert span.of(text)


@given(st.text(alphabet="()[]|{}_…^$,?*# sory"))
def test_any_string_is_a_phrase_or_a_phrase_error(written: str) -> None:
    try:
        Phrases([written], WORDS).find(read_passage("sorry so sorry", WORDS))
    except PhraseError as error:
        assert error.problem  # noqa: PT017  both ends are right


def test_a_phrase_that_cannot_be_read_does_not_spoil_the_others() -> None:
    words = Words()
    broken, right = Phrases(["so sorry [(if]"], words), Phrases(["sorry"], words)
    broken.prepare()
    passage = read_passage("I am so sorry", words)

    assert [span.of(passage.text) for span in right.find(passage)] == ["sorry"]
    with pytest.raises(PhraseError, match="so sorry"):
        broken.find(passage)


def test_words_of_the_shipped_language_find_text_speak() -> None:
    words = Words.load(CONTENT / "en" / "words")
    passage = read_passage("im sry i didnt come", words)

    assert Phrases(["i am sorry i did not come"], words).find(passage)
