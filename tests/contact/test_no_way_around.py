"""No path leads from a no to a draft that can be copied without their words and thirty days."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from amends.contact import Agreement, Draft, State, Terms, Verdict, agreement, change, in_force
from amends.contact.rulings import _RULES, _open
from amends.contact.terms import REFUSALS
from tests.contact.conftest import DEPTH, Walk
from tests.contact.every_path import Search
from tests.contact.worlds import EVENTS, after, beginnings

Patch = pytest.MonkeyPatch


@pytest.mark.asvs("V2.3.1", "V2.3.2")
def test_no_path_of_eight_events_goes_around_a_no(walk: Walk) -> None:
    search, leak = walk

    assert leak is None
    assert search.walked > 500_000


def test_the_tables_of_the_search_say_what_the_gate_says() -> None:
    search = Search()
    worlds = {search.number(world) for world in beginnings()}
    worlds |= {step for world in worlds for step in search.steps(world)}

    for number in filter(search.steps, worlds):
        made = {search.number(after(search.world(number), event)) for event in EVENTS}
        assert made | {number} == {*search.steps(number), number}


def test_their_words_and_thirty_days_do_open_it() -> None:
    """The search must not be right only because nothing ever opens."""
    search = Search()
    search.too_early(3)
    agreements = [standing.agreement for standing in search.tables.standings.values]

    assert any(one.terms.state == State.OPEN for one in agreements)


def three_days_for_thirty(patch: Patch) -> None:
    patch.setattr(agreement, "REOPENING", timedelta(days=3))


def no_words_asked(patch: Patch) -> None:
    patch.setattr(agreement, "_words_are_missing", lambda *_: False)


def moved_on_is_no_refusal(patch: Patch) -> None:
    patch.setattr(agreement, "REFUSALS", REFUSALS - {State.MOVED_ON})


def unknown_is_a_way_out(patch: Patch) -> None:
    wait: Callable[..., timedelta] = agreement.__dict__["_wait"]

    def leaky(old: Agreement, terms: Terms, now: datetime) -> timedelta:
        return timedelta(0) if terms.state == State.UNKNOWN else wait(old, terms, now)

    patch.setattr(agreement, "_wait", leaky)


def a_stricter_change_lets_wait_what_waits(patch: Patch) -> None:
    put_in_force: Callable[..., Agreement] = agreement.__dict__["_put_in_force"]

    def leaky(old: Agreement, terms: Terms, *given: object) -> Agreement:
        new = put_in_force(old, terms, *given)
        if terms is old.pending:
            return new
        return replace(new, pending=old.pending, pending_from=old.pending_from)

    patch.setattr(agreement, "_put_in_force", leaky)


def a_second_change_keeps_the_first_ones_clock(patch: Patch) -> None:
    def leaky(old: Agreement, terms: Terms, now: datetime, words: str = "") -> Agreement:
        new = change(old, terms, now, words)
        if old.pending_from is None or new.pending_from is None:
            return new
        return replace(new, pending_from=min(old.pending_from, new.pending_from))

    patch.setattr("tests.contact.worlds.change", leaky)


def taking_back_takes_nothing_back(patch: Patch) -> None:
    patch.setattr("tests.contact.worlds.withdraw", in_force)


def blocked_is_asked_as_if_open(patch: Patch) -> None:
    patch.setitem(_RULES, State.BLOCKED, _open)


def what_was_out_stays_out(patch: Patch) -> None:
    def leaky(draft: Draft, _: Verdict) -> bool:
        return draft.is_out

    patch.setattr("tests.contact.every_path.copyable", leaky)


@pytest.mark.parametrize(
    ("break_it", "events"),
    [
        (three_days_for_thirty, 2),
        (no_words_asked, 2),
        (moved_on_is_no_refusal, 2),
        (unknown_is_a_way_out, 3),
        (a_stricter_change_lets_wait_what_waits, 3),
        (a_second_change_keeps_the_first_ones_clock, 5),
        (taking_back_takes_nothing_back, 3),
        (blocked_is_asked_as_if_open, 0),
        (what_was_out_stays_out, 0),
    ],
)
def test_a_broken_rule_is_found_with_its_shortest_path(
    break_it: Callable[[Patch], None], events: int, monkeypatch: Patch
) -> None:
    break_it(monkeypatch)

    no, *path = Search().too_early(DEPTH) or []

    assert no in REFUSALS
    assert len(path) == events
