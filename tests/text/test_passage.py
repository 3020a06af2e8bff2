# ruff: noqa: RUF001 - curly marks are what is tested
from hypothesis import given
from hypothesis import strategies as st

from amends.text import CONTENT, Span, Words, read_passage

WORDS = Words.load(CONTENT / "en" / "words")


def test_the_stream_holds_plain_words_pauses_and_edges() -> None:
    passage = read_passage("I’m SORRY, but u left? ok", WORDS)

    streams = [sentence.stream for sentence in passage.sentences]
    assert streams == [b" ^ i am sorry , but you left ? $ ", b" ^ okay $ "]


def test_a_part_of_the_stream_leads_back_to_the_text() -> None:
    passage = read_passage("I’m SORRY 😢 I left", WORDS)
    sentence = passage.sentences[0]

    start = sentence.stream.index(b"sorry")
    assert sentence.part(start, start + 5).of(passage.text) == "SORRY"


def test_a_span_is_drawn_out_to_the_next_pause() -> None:
    passage = read_passage("I lied to you, and I knew it.", WORDS)

    assert passage.to_pause(Span(2, 6)).of(passage.text) == "lied to you"
    assert passage.to_pause(Span(15, 18)).of(passage.text) == "and I knew it."


def test_near_counts_sentences() -> None:
    passage = read_passage("One. Two. Three.", WORDS)
    others = [Span(0, 3), Span(5, 8), Span(10, 15)]

    assert passage.near(Span(0, 3), others, 0) == others[:1]
    assert passage.near(Span(5, 8), others, 1) == others
    assert passage.near(Span(10, 15), others, 1) == others[1:]


def test_the_far_end_of_a_run_without_stops_is_not_near() -> None:
    passage = read_passage("i lied " + "and then " * 40 + "i left", WORDS)

    assert passage.near(Span(0, 6), [Span(367, 373)], 1) == []
    assert passage.near(Span(0, 6), [Span(7, 10)], 0) == [Span(7, 10)]


def test_it_knows_what_is_quoted() -> None:
    passage = read_passage('You said "go away" and went', WORDS)

    assert passage.is_quoted(Span(10, 17))
    assert not passage.is_quoted(Span(4, 17))
    assert not passage.is_quoted(Span(19, 22))


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    passage = read_passage(text, WORDS)

    for sentence in passage.sentences:
        assert len(sentence.stream.split(b" ")) - 2 == len(sentence.places)
