"""What a rule can ask of the words around a match."""

from collections.abc import Callable
from pathlib import Path

import pytest

from amends.coach import Rules, review
from amends.text import ContentError

Marked = Callable[[str, str], list[str]]
BODY = "# T\n## Why\nW\n## Try instead\nT\n## Flags\n- F\n## Leaves alone\n- L\n"


@pytest.fixture
def marked(tmp_path: Path) -> Marked:
    def mark(header: str, text: str, kind: str = "apology") -> list[str]:
        path = tmp_path / "en" / "rules" / "ownership" / "some.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'+++\nseverity = "note"\n{header}\n+++\n{BODY}', encoding="utf-8")
        found = review(text, kind, Rules.load("en", tmp_path))
        return [one.quote for one in found.concerns]

    return mark


def test_unless_cancels_in_the_same_sentence(marked: Marked) -> None:
    header = 'phrases = ["i lied"]\nunless = ["no excuse"]'

    assert marked(header, "I lied, no excuse. Then I lied.") == ["I lied"]


def test_unless_near_cancels_next_door_too(marked: Marked) -> None:
    header = 'phrases = ["i lied"]\nunless_near = ["no excuse"]'

    assert marked(header, "I lied. No excuse. I left. I lied.") == ["I lied"]


def test_unless_anywhere_cancels_in_the_whole_draft(marked: Marked) -> None:
    header = 'phrases = ["i lied"]\nunless_anywhere = ["no excuse"]'

    assert marked(header, "I lied. I left. I went. No excuse.") == []


def test_after_wants_it_earlier_in_the_sentence(marked: Marked) -> None:
    header = 'phrases = ["but"]\nafter = ["sorry"]'

    assert marked(header, "Sorry, but no. But yes. But sorry.") == ["but"]


def test_after_near_wants_it_up_to_two_sentences_before(marked: Marked) -> None:
    header = 'phrases = ["but"]\nafter_near = ["sorry"]'

    assert marked(header, "Sorry. So. But one. Ok. But two.") == ["But"]


def test_needs_wants_it_anywhere(marked: Marked) -> None:
    header = 'phrases = ["it was nothing"]\nneeds = ["sorry"]'

    assert marked(header, "It was nothing. I left. I am sorry.") == ["It was nothing"]
    assert marked(header, "It was nothing. I left.") == []


def test_a_mark_reaches_as_far_as_its_extent(marked: Marked) -> None:
    text = "I lied to you, and I knew it. Bye."

    assert marked('phrases = ["i lied"]', text) == ["I lied"]
    assert marked('phrases = ["i lied"]\nextent = "clause"', text) == ["I lied to you"]
    whole = ["I lied to you, and I knew it."]
    assert marked('phrases = ["i lied"]\nextent = "sentence"', text) == whole


def test_it_leaves_quoted_words_alone(marked: Marked) -> None:
    text = 'You heard me say "I lied" twice. I lied.'

    assert marked('phrases = ["i lied"]', text) == ["I lied"]
    assert marked('phrases = ["i lied"]\nin_quotes = true', text) == ["I lied", "I lied"]


def test_more_phrases_have_conditions_of_their_own(marked: Marked) -> None:
    header = 'phrases = ["i lied"]\nunless = ["no excuse"]\n[[also]]\nphrases = ["i left"]\n'
    header += 'unless = ["for good"]'

    assert marked(header, "I left. I left for good. I left, no excuse.") == ["I left"]


def test_a_rule_can_be_for_one_kind_of_draft(tmp_path: Path) -> None:
    path = tmp_path / "en" / "rules" / "ownership" / "some.md"
    path.parent.mkdir(parents=True)
    header = 'severity = "note"\nkinds = ["conflict"]\nphrases = ["i lied"]'
    path.write_text(f"+++\n{header}\n+++\n{BODY}", encoding="utf-8")
    rules = Rules.load("en", tmp_path)

    assert not review("I lied.", "apology", rules).concerns
    assert review("I lied.", "conflict", rules).concerns


def test_matches_that_overlap_become_one_mark(marked: Marked) -> None:
    header = 'phrases = ["i lied to"]\n[[also]]\nphrases = ["to you"]'

    assert marked(header, "I lied to you.") == ["I lied to you"]


def test_a_condition_that_cannot_be_read_is_told_with_its_place(marked: Marked) -> None:
    with pytest.raises(ContentError, match="`\\(` is not closed") as caught:
        marked('phrases = ["i lied"]\nunless = ["(no excuse"]', "I lied.")

    assert (caught.value.path.name, caught.value.line) == ("some.md", 4)


def test_not_in_yields_to_another_label(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "rules" / "ownership"
    folder.mkdir(parents=True)
    headers = {"if": 'phrases = ["sorry if you"]', "sorry": 'phrases = ["sorry"]\nnot_in = ["if"]'}
    for label, header in headers.items():
        text = f'+++\nseverity = "note"\n{header}\n+++\n{BODY}'
        (folder / f"{label}.md").write_text(text, encoding="utf-8")

    found = review("Sorry. Sorry if you cried.", "apology", Rules.load("en", tmp_path))

    assert [(one.label, one.quote) for one in found.concerns] == [
        ("sorry", "Sorry"),
        ("if", "Sorry if you"),
    ]
