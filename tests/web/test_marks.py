"""Where marks stand in a draft, and which were set aside."""

from amends.coach import Concern, Review, Strength, review
from amends.contact import Dismissed
from amends.text import Span
from amends.web.marks import Marked, marked

TEXT = "I'm sorry I read your letters, but you hid them. Please answer."


def concern(label: str, quote: str, text: str = TEXT, severity: str = "rethink") -> Concern:
    """Return a concern about these words, whoever heard it."""
    span = Span(text.index(quote), text.index(quote) + len(quote))
    return Concern(label, "ownership", severity, span, quote, "Why.", "Instead.", "")


def read(*concerns: Concern, text: str = TEXT, aside: tuple[Dismissed, ...] = ()) -> Marked:
    """Return a text with these concerns, some of them set aside."""
    empty = review("", "apology")
    found = Review("apology", 1, concerns, (), (), empty.landing)
    return marked(text, found, aside)


def labels(found: Marked) -> list[str]:
    return [note.concern.label for note in found.notes]


def test_the_pieces_are_the_whole_text() -> None:
    found = read(concern("excuse", "but you hid them"), concern("begging", "Please answer"))

    assert "".join(piece.text for piece in found.pieces) == TEXT
    assert [piece.notes for piece in found.pieces if piece.notes] == [(1,), (2,)]


def test_one_stretch_can_carry_two_notes() -> None:
    found = read(concern("but-apology", "but you hid them"), concern("blame-shift", "you hid them"))

    assert [piece.notes for piece in found.pieces if piece.notes] == [(1,), (1, 2)]
    assert [piece.opens for piece in found.pieces if piece.opens] == [(1,), (2,)]


def test_a_mark_that_was_set_aside_says_nothing() -> None:
    aside = (Dismissed("excuse", "but you hid them", "It is true."),)

    found = read(concern("excuse", "but you hid them"), aside=aside)

    assert found.notes == ()
    assert [one.mark for one in found.aside] == list(aside)


def test_it_stays_aside_when_the_words_around_it_change() -> None:
    longer = TEXT.replace("hid them", "hid them from me for years")
    aside = (Dismissed("excuse", "but you hid them"),)

    found = read(concern("excuse", "but you hid them from me", longer), text=longer, aside=aside)

    assert labels(found) == []


def test_it_comes_back_when_its_own_words_are_gone() -> None:
    other = TEXT.replace("you hid them", "you lied")
    aside = (Dismissed("excuse", "but you hid them"),)

    found = read(concern("excuse", "but you lied", other), text=other, aside=aside)

    assert labels(found) == ["excuse"]
    assert found.aside == ()


def test_another_mark_on_the_same_words_stays() -> None:
    aside = (Dismissed("excuse", "but you hid them"),)

    assert labels(read(concern("but-apology", "but you hid them"), aside=aside)) == ["but-apology"]


def test_a_mark_on_the_whole_draft_is_told_and_not_underlined() -> None:
    long = "I read your letters. " * 60
    whole = concern("flooding", long, long)

    found = read(whole, text=long)

    assert [(note.concern.label, note.quote) for note in found.notes] == [("flooding", "")]
    assert not any(piece.notes for piece in found.pieces)


def test_a_mark_on_the_whole_draft_stays_aside_while_the_draft_changes() -> None:
    long = "I read your letters. " * 61

    found = read(concern("flooding", long, long), text=long, aside=(Dismissed("flooding", ""),))

    assert labels(found) == []


def test_the_key_of_a_note_stays_when_another_mark_comes_before_it() -> None:
    hidden, answer = concern("excuse", "but you hid them"), concern("begging", "Please answer")

    assert read(hidden, answer).notes[1].key == read(answer).notes[0].key


def test_what_would_be_praised_under_a_concern_is_left_unsaid() -> None:
    empty = review("", "apology")
    place = Span(31, 47)
    strength = Strength("explanation", place, place.of(TEXT))
    found = Review(
        "apology", 1, (concern("excuse", "but you hid"),), (strength,), (), empty.landing
    )

    assert marked(TEXT, found, ()).strengths == ()
