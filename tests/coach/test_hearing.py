"""What a second listener adds to the rules."""

from amends.coach import Rules, review
from amends.listener import Heard
from amends.text import Span

RULES = Rules.load("en")
TEXT = 'The rain came in. You said "never mind him" twice. I\'m sorry if you were hurt.'


def heard(label: str, quote: str, text: str = TEXT) -> list[tuple[str, str]]:
    """Return the concerns when a label is heard there, and nothing else is."""
    at = text.index(quote)
    listener = [Heard(label, Span(at, at + len(quote)), 0.9)]
    found = review(text, "apology", RULES, lambda _: listener)
    return [(one.label, one.quote) for one in found.concerns if one.label == label]


def test_what_it_hears_is_marked_in_the_words_of_the_rule() -> None:
    listener = [Heard("threat", Span(0, 17), 0.9)]

    threat = review(TEXT, "apology", RULES, lambda _: listener).concerns[0]

    assert (threat.severity, threat.quote) == ("stop", "The rain came in.")
    assert threat.why == RULES.by_label["threat"].file.why


def test_where_a_rule_marks_the_rule_wins() -> None:
    label = "conditional-apology"

    found = heard(label, "if you were hurt.")

    assert found == [(label, "sorry if you were hurt.")]


def test_a_label_without_a_rule_is_not_said() -> None:
    assert heard("nonsense", "The rain came in.") == []


def test_quoted_speech_is_left_alone() -> None:
    assert heard("contempt", "never mind him") == []


def test_a_scrap_of_a_sentence_is_not_marked() -> None:
    text = "I went to the market on Sunday with them."

    assert heard("threat", "on Sunday", text) == []


def test_what_nearly_fills_a_sentence_is_drawn_out_to_it() -> None:
    text = "I went to the market. You will pay for this."

    assert heard("threat", "ou will pay for this", text) == [("threat", "You will pay for this.")]
