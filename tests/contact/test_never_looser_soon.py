"""Whatever is written down, for three days the gate allows nothing that it would have refused.

Every change from every state to every other, with what may have passed between the two before and
after it, asked at many moments: the gate's own answers are the measure, not its idea of looser.
"""

from datetime import datetime
from itertools import product

import pytest

from amends.contact import Agreement, Contact, NeedsTheirWords, State, Terms, begin, change, verdict
from amends.safety import NO_DANGER
from tests.contact.scenes import DAY, HOUR, NOW, SAID, mine, space, theirs

TOPICS = ("", "school", "rent")
MOMENTS = [NOW + hours * HOUR for hours in (0, 1, 23, 47, 71)]
LATER = [NOW + days * DAY for days in (3, 4, 8, 12, 16, 30, 31, 60, 400)]
TERMS = (
    *(Terms(state, SAID) for state in State if state not in {State.SPACE, State.LOGISTICS_ONLY}),
    *(Terms(State.LOGISTICS_ONLY, SAID, topics=named) for named in (("school",), TOPICS[1:])),
    space(),
    *(space(until, by) for until in (-6, -1, 1, 10) for by in ("them", "either")),
)
LOGS: tuple[list[Contact], ...] = (
    [],
    [mine(1)],
    [mine(13)],
    [mine(40), mine(20)],
    [mine(40), mine(20), theirs(1)],
    [mine(40), mine(20), theirs(-1)],
    [mine(40), theirs(5), mine(-2)],
    [theirs(3)],
    [theirs(-0.5), mine(-2)],
    [mine(2), mine(-1), theirs(-5)],
)


def spoken(terms: Terms) -> Agreement:
    """Return an agreement that was something else before, so that no change is a first answer."""
    better_days = begin(Terms(State.TOGETHER, SAID), NOW - 90 * DAY)
    try:
        return change(better_days, terms, NOW - 10 * DAY)
    except NeedsTheirWords:
        return begin(terms, NOW - 10 * DAY)


def opened(
    before: Agreement, after: Agreement, log: list[Contact], moments: list[datetime]
) -> list[str]:
    """Return what the gate allows after a change and would have refused without it."""
    return [
        f"{moment} {topic}"
        for moment, topic in product(moments, TOPICS)
        if verdict(after, log, moment, topic, dangers=NO_DANGER, heated=None).allowed
        and not verdict(before, log, moment, topic, dangers=NO_DANGER, heated=None).allowed
    ]


@pytest.mark.parametrize("old", TERMS, ids=lambda one: f"{one.state}-{one.until}-{one.reopened_by}")
@pytest.mark.parametrize("words", ["", SAID])
def test_nothing_is_looser_for_three_days(old: Terms, words: str) -> None:
    before = spoken(old)
    for new, log in product(TERMS, LOGS):
        try:
            after = change(before, new, NOW, words)
        except NeedsTheirWords:
            continue

        at_once = after.pending is None and new.state != State.LOGISTICS_ONLY
        moments = MOMENTS + LATER if at_once else MOMENTS
        assert opened(before, after, log, moments) == [], (new, log)
