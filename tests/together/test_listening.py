"""Turns: who may do what, and that nobody goes on before the speaker says so."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from amends.together import Act, Move, Phase, Sitting, Stand, may, stand

START = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
SITTING = Sitting(START, "Sundays with my mother", minutes=3, author_first=True)
STEP = timedelta(seconds=30)
ONE, OTHER = True, False

Moves = list[tuple[bool, Move]]


def played(*acts: tuple[bool, Act], sitting: Sitting = SITTING) -> Stand:
    """Half a minute lies between two moves."""
    moves = [(who, Move("s", act, START + STEP * (1 + n))) for n, (who, act) in enumerate(acts)]
    return stand(sitting, moves)


HEARD = (
    (OTHER, Act.AGREE),
    (ONE, Act.SPOKEN),
    (OTHER, Act.MIRRORED),
    (ONE, Act.GOT_IT),
)


def test_it_begins_when_the_other_agrees() -> None:
    assert played().phase == Phase.PROPOSED
    assert played((ONE, Act.AGREE)).phase == Phase.PROPOSED
    assert played((OTHER, Act.AGREE)).phase == Phase.SPEAK


def test_one_round_ends_with_places_changed() -> None:
    now = played(*HEARD, (OTHER, Act.SWAP))

    assert now.phase == Phase.SPEAK
    assert not now.by_author
    assert now.heard == 1


def test_the_listener_cannot_say_that_it_was_heard() -> None:
    now = played(*HEARD[:3], (OTHER, Act.GOT_IT))

    assert now.phase == Phase.CHECK
    assert now.heard == 0


def test_nearly_leads_back_to_the_speaker() -> None:
    now = played(*HEARD[:3], (ONE, Act.NEARLY))

    assert now.phase == Phase.FIX
    assert now.by_author


def test_there_is_a_breath_before_the_answer() -> None:
    spoken = START + STEP * 2
    moves: Moves = [
        (OTHER, Move("s", Act.AGREE, START + STEP)),
        (ONE, Move("s", Act.SPOKEN, spoken)),
        (OTHER, Move("s", Act.MIRRORED, spoken + timedelta(seconds=4))),
    ]

    assert stand(SITTING, moves).phase == Phase.MIRROR
    late = (OTHER, Move("s", Act.MIRRORED, spoken + timedelta(seconds=5)))
    assert stand(SITTING, [*moves, late]).phase == Phase.CHECK


def test_the_listener_may_end_a_turn_whose_time_is_over() -> None:
    agreed: Moves = [(OTHER, Move("s", Act.AGREE, START))]
    early = (OTHER, Move("s", Act.SPOKEN, START + timedelta(minutes=2)))
    late = (OTHER, Move("s", Act.SPOKEN, START + timedelta(minutes=3)))

    assert stand(SITTING, [*agreed, early]).phase == Phase.SPEAK
    assert stand(SITTING, [*agreed, late]).phase == Phase.MIRROR


def test_a_pause_keeps_its_place() -> None:
    at = START + STEP * 3
    pause = (OTHER, Move("s", Act.PAUSE, at, until=at + timedelta(minutes=20)))
    moves: Moves = [
        (OTHER, Move("s", Act.AGREE, START + STEP)),
        (ONE, Move("s", Act.SPOKEN, START + STEP * 2)),
        pause,
    ]
    now = stand(SITTING, moves)

    assert now.phase == Phase.PAUSE
    assert now.until == at + timedelta(minutes=20)
    by_the_wrong_one = (ONE, Move("s", Act.BACK, at + timedelta(minutes=20)))
    assert stand(SITTING, [*moves, by_the_wrong_one]).phase == Phase.PAUSE
    back = (OTHER, Move("s", Act.BACK, at + timedelta(minutes=20)))
    assert stand(SITTING, [*moves, back]).phase == Phase.MIRROR


def test_a_pause_is_made_longer_once() -> None:
    moves: Moves = [(OTHER, Move("s", Act.AGREE, START))]
    for n in (1, 2, 3):
        at = START + STEP * n
        moves.append((OTHER, Move("s", Act.PAUSE, at, until=at + timedelta(minutes=20))))

    now = stand(SITTING, moves)

    assert now.longer == 1
    assert now.until == START + STEP * 2 + timedelta(minutes=20)


def test_a_pause_has_a_promised_end() -> None:
    assert played((OTHER, Act.AGREE), (ONE, Act.PAUSE)).phase == Phase.SPEAK


@pytest.mark.parametrize("who", [ONE, OTHER])
def test_either_may_end_it_at_any_time(who: bool) -> None:
    for count in range(len(HEARD) + 1):
        assert played(*HEARD[:count], (who, Act.ENOUGH)).phase == Phase.ENDED


def test_nothing_moves_after_the_end() -> None:
    assert played((OTHER, Act.ENOUGH), (OTHER, Act.AGREE)).phase == Phase.ENDED


def test_at_one_screen_the_window_of_who_proposed_it_serves_both() -> None:
    sitting = Sitting(START, "Sundays", 3, author_first=True, one_screen=True)
    agreed = (ONE, Move("s", Act.AGREE, START + STEP, for_other=True))

    assert stand(sitting, [agreed]).phase == Phase.SPEAK
    assert stand(SITTING, [agreed]).phase == Phase.PROPOSED


def test_nobody_presses_from_elsewhere_for_who_proposed_it() -> None:
    sitting = Sitting(START, "Sundays", 3, author_first=True, one_screen=True)
    agreed = (OTHER, Move("s", Act.AGREE, START + STEP))
    spoken = (OTHER, Move("s", Act.SPOKEN, START + 2 * STEP, for_other=True))

    assert stand(sitting, [agreed, spoken]).phase == Phase.SPEAK


def test_whatever_is_pressed_nothing_is_heard_without_the_speaker() -> None:
    for seed in range(2000):
        random = Random(seed)  # noqa: S311 - a story, not a secret
        moves: Moves = []
        for number in range(25):
            at = START + timedelta(seconds=4 * number)
            until = at + timedelta(minutes=random.choice((0, 20)))
            act = random.choice(list(Act))
            moves.append((random.random() < 0.5, Move("s", act, at, until=until)))
        before = stand(SITTING, moves[:-1])
        after = stand(SITTING, moves)

        if after.heard > before.heard:
            who, move = moves[-1]
            assert who == before.by_author
            assert move.act == Act.GOT_IT
            assert may(SITTING, before, move.act, move.at, by_author=who)
