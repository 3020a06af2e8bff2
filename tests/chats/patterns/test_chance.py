"""No pattern stands out of words and times that mean nothing, however many are looked for."""

import numpy as np
import pytest

from amends.chats.chance import SHUFFLES, SORTS, shuffles
from amends.chats.patterns import Pattern, seek
from amends.chats.ruled import RULED
from amends.chats.talk import HOUR, MINUTE, Talk
from tests.chats.patterns.conftest import SPOKEN, TELLING, couple, everyday, random_talk, said


def test_all_are_silent_where_there_is_nothing() -> None:
    shares, apart = [0.3, 0.4, 0.5, 0.6, 0.7], [5 * MINUTE, 20 * MINUTE, 90 * MINUTE, 10 * HOUR]
    talks = [random_talk(1500, seed, shares[seed % 5], apart[seed % 4]) for seed in range(20)]

    wrong = [seed for seed, one in enumerate(talks) if seek(one, SPOKEN)]

    assert len(wrong) <= 1


def test_the_days_of_a_couple_alone_show_nothing() -> None:
    wrong = [seed for seed in range(20) if seek(couple(everyday(120, seed)), SPOKEN)]

    assert len(wrong) <= 1


def test_a_couple_who_say_some_of_everything_show_nothing() -> None:
    wrong = [seed for seed in range(20) if seek(couple(telling(seed)), SPOKEN)]

    assert len(wrong) <= 1


def telling(seed: int) -> list[tuple[int, int, str]]:
    """Return half a year in which both say what patterns listen for, and both alike."""
    random = np.random.default_rng(seed)
    rows = everyday(180, seed)
    says, which = random.random(len(rows)) < 0.06, random.integers(len(TELLING), size=len(rows))
    return [
        (at, who, f"{text} {TELLING[which[place]]}" if says[place] else text)
        for place, (at, who, text) in enumerate(rows)
    ]


def test_arguments_at_any_time_are_nobodys_and_in_no_months() -> None:
    wrong = [seed for seed in range(6) if ruled(seek(couple(arguing(seed)), SPOKEN))]

    assert wrong == []


def arguing(seed: int) -> list[tuple[int, int, str]]:
    """Return a year in which both blame, sneer and press, in one sitting of twelve."""
    random = np.random.default_rng(seed)
    lines = ("you never listen", "what are you, five", "you owe me an answer")
    rows = everyday(365, seed)
    for day in np.flatnonzero(random.random(365) < 1 / 12).tolist():
        chosen = zip(random.integers(2, size=6), random.integers(3, size=6), strict=True)
        rows += said(day, 15, "\n".join(f"{'AB'[who]}: {lines[line]}" for who, line in chosen))
    return rows


def ruled(found: list[Pattern]) -> list[Pattern]:
    """Return what was found by the coach's rules."""
    return [one for one in found if one.name in (*RULED, "hard-months")]


def test_who_writes_in_pieces_does_not_stand_out_nor_does_the_other() -> None:
    talks = [couple(everyday(120, seed, goes_on=(0.6, 0.1), most=99)) for seed in range(20)]

    wrong = [seed for seed, one in enumerate(talks) if seek(one, SPOKEN)]

    assert len(wrong) <= 1


@pytest.fixture(scope="module")
def some() -> Talk:
    return couple(everyday(60, 1))


@pytest.mark.parametrize("sort", SORTS)
def test_the_same_talk_is_shuffled_the_same_way(sort: str, some: Talk) -> None:
    first, second = list(shuffles(some, sort)), list(shuffles(some, sort))

    assert len(first) == SHUFFLES
    assert all((a.who == b.who).all() for a, b in zip(first, second, strict=True))
    assert all((a.at == b.at).all() for a, b in zip(first, second, strict=True))


def test_shuffled_texts_stay_with_whoever_wrote_them(some: Talk) -> None:
    shuffled = next(shuffles(some, "texts"))

    for who in (0, 1):
        before = [text for text, one in zip(some.texts, some.who, strict=True) if one == who]
        after = [text for text, one in zip(shuffled.texts, shuffled.who, strict=True) if one == who]
        assert before != after
        assert sorted(before) == sorted(after)


def test_shuffled_hours_keep_every_day_and_every_hour(some: Talk) -> None:
    shuffled = next(shuffles(some, "hours"))

    assert (shuffled.at != some.at).any()
    assert set(shuffled.day.tolist()) >= set(some.day.tolist())
    assert abs(int((shuffled.hour == 8).sum()) - int((some.hour == 8).sum())) < len(some) // 20


def test_shuffled_turns_keep_how_often_one_message_stands_alone(some: Talk) -> None:
    def alone(talk: Talk) -> float:
        lengths = [talk.turn.tolist().count(turn) for turn in range(int(talk.turn[-1]) + 1)]
        return lengths.count(1) / len(lengths)

    assert alone(next(shuffles(some, "turns"))) == pytest.approx(alone(some), abs=0.05)
