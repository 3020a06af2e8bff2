from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from amends.journey import (
    Answers,
    Exercise,
    Field,
    Phase,
    Program,
    is_finished,
    next_steps,
    on_the_way,
    unmet,
)
from amends.safety import Danger

NOW = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)
DONE = {"act": "I shouted"}
BEGUN = {"cost": "Sleep"}
FIELDS = (Field("act", "Act", required=True), Field("cost", "Cost"))


def exercise(name: str, needs: tuple[str, ...] = (), review: int = 0) -> Exercise:
    phase = name.partition("/")[0]
    return Exercise(name, phase, name, (1,), 5, FIELDS, "Words.", needs, review)


def phase(name: str, order: int, *exercises: Exercise) -> Phase:
    return Phase(name, name, "What for.", order, always_open=False, about="", exercises=exercises)


@pytest.fixture
def way() -> Program:
    map_ = exercise("understand/cause-map", review=30)
    cycles = exercise("understand/cycles", ("understand/cause-map",))
    incident = exercise("own/incident", review=7)
    apology = exercise("own/apology", ("own/incident", "understand/cycles"))
    return Program("en", (phase("understand", 1, map_, cycles), phase("own", 2, incident, apology)))


def kept(name: str, values: dict[str, str], days_ago: int = 0) -> Answers:
    return Answers(name).with_version(values, NOW - timedelta(days=days_ago))


def offered(program: Program, *answers: Answers) -> list[tuple[str, str]]:
    return [(step.reason, step.exercise.id) for step in next_steps(program, answers, NOW)]


def test_it_begins_at_the_beginning(way: Program) -> None:
    assert offered(way) == [("next", "understand/cause-map")]


def test_it_offers_the_first_one_whose_needs_are_met(way: Program) -> None:
    assert offered(way, kept("understand/cause-map", DONE)) == [("next", "understand/cycles")]


def test_it_passes_over_what_still_needs_something(way: Program) -> None:
    unfinished = kept("understand/cause-map", BEGUN)

    assert offered(way, unfinished) == [("go-on", "understand/cause-map"), ("next", "own/incident")]


def test_what_was_done_out_of_order_counts(way: Program) -> None:
    assert offered(way, kept("own/incident", DONE)) == [("next", "understand/cause-map")]


def test_it_offers_at_most_one_to_go_on_with_the_one_touched_last(way: Program) -> None:
    steps = offered(
        way, kept("own/incident", BEGUN, days_ago=3), kept("understand/cause-map", BEGUN, 1)
    )

    assert [name for reason, name in steps if reason == "go-on"] == ["understand/cause-map"]


def test_it_offers_at_most_one_that_is_new(way: Program) -> None:
    assert len(offered(way, kept("understand/cause-map", DONE))) == 1


@pytest.mark.parametrize(("days_ago", "is_due"), [(6, False), (7, True), (700, True)])
def test_a_review_is_offered_when_its_day_has_come(
    way: Program, days_ago: int, is_due: bool
) -> None:
    steps = offered(way, kept("own/incident", DONE, days_ago))

    assert (("review", "own/incident") in steps) == is_due


def test_reviews_come_after_the_rest_and_the_longest_due_first(way: Program) -> None:
    steps = offered(
        way,
        kept("understand/cause-map", DONE, days_ago=32),
        kept("own/incident", DONE, days_ago=30),
    )

    assert steps == [
        ("next", "understand/cycles"),
        ("review", "own/incident"),
        ("review", "understand/cause-map"),
    ]


def test_a_review_that_changes_nothing_is_still_a_review(way: Program) -> None:
    looked_at = kept("own/incident", DONE, days_ago=30).with_version(DONE, NOW)

    assert ("review", "own/incident") not in offered(way, looked_at)


def test_what_is_unfinished_is_not_due_for_review(way: Program) -> None:
    assert ("review", "own/incident") not in offered(way, kept("own/incident", BEGUN, days_ago=30))


def test_when_all_is_done_nothing_is_offered(way: Program) -> None:
    everything = [kept(one.id, DONE) for one in way.exercises]

    assert offered(way, *everything) == []


def test_answers_to_an_exercise_that_is_gone_do_no_harm(way: Program) -> None:
    assert offered(way, kept("own/gone", DONE)) == [("next", "understand/cause-map")]


def test_an_empty_record_is_no_beginning(way: Program) -> None:
    assert offered(way, Answers("understand/cause-map")) == [("next", "understand/cause-map")]


def test_it_says_what_has_to_be_finished_first(way: Program) -> None:
    apology = way.exercises[-1]
    answers = [kept("own/incident", BEGUN), kept("understand/cycles", DONE)]

    assert [one.id for one in unmet(way, apology, answers)] == ["own/incident"]


def test_finished_means_that_nothing_required_is_open() -> None:
    one = exercise("own/incident")

    assert is_finished(one, kept("own/incident", DONE))
    assert not is_finished(one, kept("own/incident", BEGUN))
    assert not is_finished(one, Answers("own/incident"))
    assert not is_finished(one, None)


def in_danger(way: Program, *dangers: Danger) -> list[str]:
    """Return what is offered, with a track for own harm and an apology that pauses when hurt."""
    track = replace(phase("safer", 3, exercise("safer/acts")), serves=(Danger.OWN_HARM,))
    understand, own = way.phases
    sorry = replace(own.exercises[0], pauses=(Danger.BEING_HURT,))
    program = replace(way, phases=(understand, replace(own, exercises=(sorry,)), track))
    done = kept("understand/cause-map", DONE), kept("understand/cycles", DONE)
    steps = next_steps(program, done, NOW, frozenset(dangers))
    return [step.exercise.id for step in steps]


def test_a_track_for_a_danger_is_offered_first_and_only_then(way: Program) -> None:
    assert in_danger(way) == ["own/incident"]
    assert in_danger(way, Danger.OWN_HARM) == ["safer/acts"]


def test_what_a_danger_pauses_is_not_offered(way: Program) -> None:
    assert in_danger(way, Danger.BEING_HURT) == []


def test_someone_who_may_be_hurt_is_not_led_to_what_they_did(way: Program) -> None:
    assert in_danger(way, Danger.OWN_HARM, Danger.BEING_HURT) == []


def test_the_way_leaves_out_what_stands_beside_it(way: Program) -> None:
    track = replace(phase("safer", 3, exercise("safer/acts")), serves=(Danger.OWN_HARM,))
    program = replace(way, phases=(*way.phases, track))

    assert len(on_the_way(program)) == 4
    assert on_the_way(program, frozenset({Danger.OWN_HARM}))[0].id == "safer/acts"
