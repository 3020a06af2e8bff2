"""What the coach says about one draft."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.coach import KINDS, Rules, UnknownKindError, as_json, review

RULES = Rules.load("en")
DRAFT = "I read your letters. I'm sorry, but you left them out 😢. I'm sorry if it hurt."


def test_a_concern_says_where_why_and_what_instead() -> None:
    concerns = review(DRAFT, "apology", RULES).concerns

    concern = next(one for one in concerns if one.label == "but-apology")
    assert concern.family == "ownership"
    assert concern.severity == "rethink"
    assert concern.quote == concern.span.of(DRAFT) == "but you left them out 😢."
    assert concern.why
    assert concern.instead
    assert concern.source


def test_marks_stand_in_the_order_of_the_text() -> None:
    found = review(DRAFT, "apology", RULES)

    starts = [one.span.start for one in found.concerns]
    assert starts == sorted(starts)
    assert {"but-apology", "conditional-apology"} <= {one.label for one in found.concerns}


def test_an_apology_lacks_the_weightiest_first() -> None:
    lacking = review("Sorry.", "apology", RULES).missing

    assert lacking[:2] == ("responsibility", "repair-offer")
    assert "regret" not in lacking


def test_only_an_apology_lacks_anything() -> None:
    assert review("Hello.", "message", RULES).missing == ()


def test_words_are_split_on_white_space() -> None:
    assert review("I'm sorry —  truly", "apology", RULES).words == 4


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownKindError, match="apology, message, conflict, reply, goodbye"):
        review("I lied.", "poem", RULES)


def test_english_rules_are_used_when_none_are_given() -> None:
    assert review(DRAFT, "apology") == review(DRAFT, "apology", RULES)


def test_plain_values_hold_the_contract() -> None:
    values = as_json(review(DRAFT, "apology", RULES))

    assert list(values) == ["kind", "words", "concerns", "strengths", "missing", "landing"]
    concern = ["label", "family", "severity", "start", "end", "quote", "why", "instead", "source"]
    assert list(values["concerns"][0]) == concern
    assert list(values["strengths"][0]) == ["label", "start", "end", "quote"]
    assert values["concerns"][0]["quote"] == DRAFT[values["concerns"][0]["start"] :][:24]
    assert json.loads(json.dumps(values)) == values


WORDS = st.sampled_from(
    ["sorry", "if", "but", "you", "i was", "tired", "never again", *"\u2019\u201c😢.,?\n"]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)), st.sampled_from(KINDS))
def test_any_draft_can_be_reviewed(text: str, kind: str) -> None:
    found = review(text, kind, RULES)

    for concern in found.concerns:
        assert concern.quote == concern.span.of(text) != ""
    for strength in found.strengths:
        assert strength.quote == strength.span.of(text) != ""
