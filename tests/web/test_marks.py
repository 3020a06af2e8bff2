"""Where marks stand in a draft, and which were set aside."""

import pytest

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


def test_what_is_gravest_comes_first_and_then_what_comes_first_in_the_text() -> None:
    found = read(
        concern("excuse", "but you hid them", severity="note"),
        concern("begging", "Please"),
        concern("blame-shift", "you hid them"),
        concern("threat", "answer", severity="stop"),
    )

    assert [kind.concern.label for kind in found.kinds.shown] == [
        "threat",
        "begging",
        "blame-shift",
        "excuse",
    ]


def test_one_label_in_many_places_is_told_once_with_its_places() -> None:
    found = read(
        *(concern("begging", "Please", "Please! " * 9) for _ in range(9)), text="Please! " * 9
    )

    [kind] = found.kinds.shown

    assert (kind.count, len(kind.places.shown), len(kind.places.folded)) == (9, 5, 4)
    assert kind.first.number == 1


def test_five_labels_are_shown_and_the_others_lie_behind_a_fold() -> None:
    labels = ["excuse", "begging", "blame-shift", "guilt-trip", "threat", "contempt", "criticism"]

    kinds = read(*(concern(label, "Please") for label in labels)).kinds

    assert (len(kinds.shown), len(kinds.folded)) == (5, 2)


def test_a_strength_in_many_places_is_told_once() -> None:
    empty = review("", "apology")
    places = [Span(0, 9), Span(17, 21), Span(31, 47)]
    strengths = tuple(Strength("regret", place, place.of(TEXT)) for place in places)

    found = marked(TEXT, Review("apology", 1, (), strengths, (), empty.landing), ())

    assert [(one.quote, one.count) for one in found.carrying.shown] == [("I'm sorry", 3)]
    assert [piece.text for piece in found.pieces if piece.carries] == [
        place.of(TEXT) for place in places
    ]


@pytest.mark.parametrize(("severity", "is_kept"), [("stop", True), ("rethink", False)])
def test_a_stop_that_was_set_aside_stays_in_sight(severity: str, is_kept: bool) -> None:
    aside = (Dismissed("threat", "Please answer", "They know me."),)

    found = read(concern("threat", "Please answer", severity=severity), aside=aside)

    assert found.keeps_stop is is_kept


def test_what_would_be_praised_under_a_concern_is_left_unsaid() -> None:
    empty = review("", "apology")
    place = Span(31, 47)
    strength = Strength("explanation", place, place.of(TEXT))
    found = Review(
        "apology", 1, (concern("excuse", "but you hid"),), (strength,), (), empty.landing
    )

    assert marked(TEXT, found, ()).strengths == ()
