"""What the answers close, for how long, and what is left when they are gone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from amends.safety import (
    Danger,
    InstrumentAnswers,
    Rest,
    ScreeningAnswers,
    check_screenings,
    dangers,
    is_private,
    load_screenings,
    rest_after,
    screening_is_due,
)
from amends.text import CONTENT

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
YOU = "Within the last year, have you been"
THEM = "your partner or ex-partner?"
HARK = (
    f"{YOU} humiliated or emotionally abused in other ways by your partner or your ex-partner?",
    f"{YOU} afraid of {THEM}",
    f"{YOU} raped or forced to have any kind of sexual activity by {THEM}",
    f"{YOU} kicked, hit, slapped or otherwise physically hurt by {THEM}",
)


def no_texts(since: datetime) -> list[datetime]:
    """Tell when texts with a sign were saved: never."""
    return []


def vault(*kept: Any) -> Callable[[type[Any]], list[Any]]:
    """Return what reads these records."""
    return lambda kind: [one for one in kept if isinstance(one, kind)]


def said(about: Danger, *yes: str, days_ago: float = 0) -> ScreeningAnswers:
    return ScreeningAnswers(about, NOW - days_ago * DAY, yes, ("other",))


def every_question() -> list[tuple[Danger, str]]:
    return [(one.about, asked.id) for one in load_screenings("en") for asked in one.questions]


@pytest.mark.parametrize(("about", "question"), every_question())
def test_one_yes_is_enough(about: Danger, question: str) -> None:
    assert dangers(vault(said(about, question)), NOW, no_texts) == {about}


def test_no_answer_and_a_no_close_nothing() -> None:
    assert dangers(vault(), NOW, no_texts) == frozenset()
    kept = vault(said(Danger.BEING_HURT), said(Danger.OWN_HARM))
    assert dangers(kept, NOW, no_texts) == frozenset()


def test_a_yes_about_own_behaviour_leaves_thirty_days_when_it_is_gone() -> None:
    rest = rest_after([said(Danger.OWN_HARM, "hit", days_ago=400)], NOW)

    assert rest == Rest(NOW + 30 * DAY)
    assert dangers(vault(rest), NOW + 29.99 * DAY, no_texts) == {Danger.OWN_HARM}
    assert dangers(vault(rest), NOW + 30 * DAY, no_texts) == frozenset()


def test_answers_about_being_hurt_leave_nothing_behind() -> None:
    assert rest_after([said(Danger.BEING_HURT, "hark-1")], NOW) is None
    assert rest_after([said(Danger.OWN_HARM)], NOW) is None


def test_a_no_does_not_end_the_rest() -> None:
    kept = vault(Rest(NOW + DAY), said(Danger.OWN_HARM), said(Danger.BEING_HURT))

    assert dangers(kept, NOW, no_texts) == {Danger.OWN_HARM}


@pytest.mark.parametrize(
    ("kept", "is_due"),
    [
        ([], True),
        ([said(Danger.BEING_HURT)], True),
        ([said(Danger.BEING_HURT), said(Danger.OWN_HARM)], False),
        ([said(Danger.BEING_HURT), said(Danger.OWN_HARM, days_ago=91)], True),
    ],
)
def test_both_are_asked_again_after_ninety_days(kept: list[Any], is_due: bool) -> None:
    assert screening_is_due(vault(*kept), NOW) is is_due


def test_the_first_four_questions_are_those_of_hark_word_for_word() -> None:
    first, _ = load_screenings("en")

    assert tuple(one.text for one in first.borrowed) == HARK
    assert first.instrument
    assert "Sohal" in first.instrument.credit
    assert "BMC Family Practice" in first.instrument.credit


def test_it_says_that_a_no_proves_nothing() -> None:
    first, _ = load_screenings("en")

    assert "proves nothing" in first.no[0]
    assert "one person in five" in first.no[0]


def test_each_part_asks_about_what_may_kill() -> None:
    grave = [[one.text for one in part.questions if one.is_grave] for part in load_screenings("en")]

    assert [len(texts) for texts in grave] == [1, 1]
    assert all("neck" in texts[0] and "weapon" in texts[0] for texts in grave)
    assert all("kill" in texts[0] for texts in grave)


def test_no_title_says_what_is_asked() -> None:
    assert [one.title for one in load_screenings("en")] == ["First part", "Second part"]


def test_answers_show_in_no_repr_and_in_no_export() -> None:
    shown = repr((said(Danger.OWN_HARM, "hit"), InstrumentAnswers("phq-9", NOW, (3,) * 9)))

    assert "hit" not in shown
    assert "3, 3" not in shown
    assert all(is_private(one.KIND) for one in (ScreeningAnswers, Rest, InstrumentAnswers))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('instrument = "hark"', 'instrument = "harc"', "there is no instrument `harc`"),
        ("grave = true", "grave = 1", "`grave` is not true or false"),
        ("[[item]]", "[[items]]", "`items` is unknown here"),
        ("order = 1", "order = one", "the file is not TOML"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    copytree(CONTENT / "en", tmp_path / "en")
    path = tmp_path / "en" / "screening" / "being_hurt.toml"
    path.write_text(path.read_text().replace(old, new))

    assert any(problem in mistake.problem for mistake in check_screenings(tmp_path / "en"))


def test_a_file_must_be_called_by_a_danger(tmp_path: Path) -> None:
    copytree(CONTENT / "en", tmp_path / "en")
    home = tmp_path / "en" / "screening"
    (home / "own_harm.toml").rename(home / "own_arm.toml")

    assert "no danger" in check_screenings(tmp_path / "en")[0].problem
