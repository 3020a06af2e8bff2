"""How marks are counted against labels."""

from training.drafts import Draft, Mark
from training.scoring import Tally, overlaps

DRAFT = Draft("a", "message", "x" * 40, (Mark("threat", 0, 20), Mark("regret", 30, 35)))


def test_half_of_the_shorter_is_enough() -> None:
    assert overlaps(Mark("threat", 0, 10), Mark("threat", 5, 40))
    assert not overlaps(Mark("threat", 0, 10), Mark("threat", 6, 40))
    assert not overlaps(Mark("threat", 0, 10), Mark("regret", 0, 10))


def test_rates_count_marks_and_labels_apart() -> None:
    tally = Tally()

    tally.add(DRAFT, [Mark("threat", 0, 8), Mark("threat", 10, 18), Mark("regret", 0, 5)])

    assert tally.precision("threat") == tally.recall("threat") == 1.0
    assert tally.precision("regret") == tally.recall("regret") == 0.0
    assert tally.macro(["threat", "regret", "begging"]) == 0.5


def test_a_clean_draft_is_left_alone_when_only_strengths_are_marked() -> None:
    tally = Tally()
    clean = Draft("b", "message", "x" * 40, ())

    tally.add(clean, [Mark("regret", 0, 5)])
    tally.add(clean, [Mark("threat", 0, 5)])

    assert (tally.left_alone, tally.clean) == (1, 2)
