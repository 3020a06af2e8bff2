"""Months of anything in any order, with real moments: what must hold, holds after every step."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from pydantic import TypeAdapter

from amends.contact import (
    Agreement,
    Contact,
    ContactError,
    Draft,
    NeedsTheirWords,
    State,
    Terms,
    Verdict,
    begin,
    change,
    cool,
    copyable,
    mark_sent,
    put_away,
    put_back,
    reread,
    take_out,
    verdict,
    withdraw,
    write,
)
from amends.safety import NO_DANGER
from tests.contact.scenes import DAY, HOUR, NOW, SAID

NOES = {State.SAID_NO, State.BLOCKED, State.MOVED_ON, State.LEGAL_ORDER}
KEEPER = TypeAdapter(Agreement)
WHICH = st.integers(0, 1)
UNTIL = st.none() | st.integers(-40, 60)
WORDS = st.sampled_from(["", SAID])


@st.composite
def some_terms(draw: st.DrawFn) -> Terms:
    """Draw terms that are no refusal; the machine knows what day it is and puts the day in."""
    state = draw(st.sampled_from([state for state in State if state not in NOES]))
    topics = draw(st.sampled_from([("school",), ("school", "rent"), ()]))
    terms = Terms(state, draw(WORDS), topics=topics)
    return replace(terms, reopened_by="either") if draw(st.booleans()) else terms


class Months(RuleBasedStateMachine):
    """What Alice may do, and beside it the plainest account of what it means."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.agreement = begin(Terms(), NOW)
        self.log: list[Contact] = []
        self.drafts = [write(Draft("apology"), "I read it.", NOW, "school") for _ in range(2)]
        self.held: list[datetime | None] = [None, None]
        self.no = False
        self.statement: datetime | None = None
        self.heated: datetime | None = None

    @initialize(terms=some_terms(), until=UNTIL)
    def it_begins(self, terms: Terms, until: int | None) -> None:
        self.agreement = begin(self._dated(terms, until), self.now)

    @rule(no=st.sampled_from(sorted(NOES)))
    def they_say_no(self, no: State) -> None:
        self.agreement = change(self.agreement, Terms(no), self.now)
        self.no, self.statement = True, None

    @rule(terms=some_terms(), until=UNTIL, words=WORDS)
    def they_ask(self, terms: Terms, until: int | None, words: str) -> None:
        self._free()
        with suppress(NeedsTheirWords):
            self.agreement = change(self.agreement, self._dated(terms, until), self.now, words)
            if self.no:
                assert words
                self.statement = self.now

    @rule()
    def take_it_back(self) -> None:
        self._free()
        self.agreement, self.statement = withdraw(self.agreement, self.now), None

    @rule(hours=st.sampled_from([1, 23, 24, 71, 72, 14 * 24, 29 * 24, 30 * 24]))
    def wait(self, hours: int) -> None:
        self.now += hours * HOUR

    @rule(which=WHICH)
    def sleep_on(self, which: int) -> None:
        self.into_the_drawer(which)
        self.wait(24)
        self.read_again(which, wanted=True)
        self.out_of_the_drawer(which)

    @rule(by=st.sampled_from(["me", "them"]), note=st.sampled_from(["", SAID]))
    def note_down(self, by: str, note: str) -> None:
        entry = Contact(self.now, "me" if by == "me" else "them", note=note, willing=True)
        self.log.append(entry)

    @rule(which=WHICH, text=st.sampled_from(["I read it.", "I am sorry."]))
    def go_on_writing(self, which: int, text: str) -> None:
        if text != self.drafts[which].text:
            self.held[which] = self.now
        self._move(which, lambda draft: write(draft, text, self.now))

    @rule(which=WHICH)
    def into_the_drawer(self, which: int) -> None:
        self.held[which] = self.now
        self._move(which, lambda draft: put_away(draft, 5, self.now))

    @rule(which=WHICH, wanted=st.booleans())
    def read_again(self, which: int, wanted: bool) -> None:
        self._move(which, lambda draft: reread(draft, wanted, self.now))

    @rule(which=WHICH)
    def out_of_the_drawer(self, which: int) -> None:
        other = self.drafts[1 - which]
        self._move(which, lambda draft: take_out(draft, self._ask(), self.now, [other]))

    @rule(which=WHICH)
    def back(self, which: int) -> None:
        self._move(which, lambda draft: put_back(draft, self.now))

    @rule()
    def a_storm(self) -> None:
        self.heated = self.now
        for which in range(2):
            if self.drafts[which].sent is None:
                self.held[which] = self.now
            self._move(which, lambda draft: cool(draft, self.now))

    @rule(which=WHICH)
    def send(self, which: int) -> None:
        if self.drafts[which].is_out:
            _, contact = mark_sent(self.drafts[which], self._ask(), self.now, "letter")
            self.log.append(contact)
            self.drafts[which] = write(Draft("reply"), "I read it.", self.now, "school")

    @invariant()
    def a_no_stands_until_they_reopened_and_thirty_days_passed(self) -> None:
        self._free()
        if self.no:
            assert not any(self._ask(topic).allowed for topic in ("", "school", "rent"))
            assert not any(copyable(draft, self._ask()) for draft in self.drafts)

    @invariant()
    def what_can_be_copied_has_waited_and_is_alone(self) -> None:
        answer = self._ask()
        for draft, held in zip(self.drafts, self.held, strict=True):
            if copyable(draft, answer):
                assert answer.allowed
                assert draft.still_wanted
                assert held
                assert self.now >= held + answer.hold
        assert sum(draft.is_out for draft in self.drafts) <= 1

    @invariant()
    def nothing_leaves_for_a_day_after_a_storm(self) -> None:
        if self.heated and self.now - self.heated < DAY:
            assert not any(self._ask(topic).allowed for topic in ("", "school", "rent"))
            assert not any(copyable(draft, self._ask()) for draft in self.drafts)

    @invariant()
    def two_without_an_answer_are_enough(self) -> None:
        answer = self._ask()
        if answer.state == State.OPEN and answer.allowed:
            theirs = [n for n, one in enumerate(self.log) if one.by == "them" and one.note]
            since = self.log[theirs[-1] + 1 if theirs else 0 :]
            assert sum(one.by == "me" for one in since) < 2
            assert not any(one.by == "me" and one.at > self.now - 14 * DAY for one in self.log)

    @invariant()
    def what_is_kept_comes_back(self) -> None:
        assert KEEPER.validate_json(KEEPER.dump_json(self.agreement)) == self.agreement

    def _dated(self, terms: Terms, until: int | None) -> Terms:
        last = None if until is None else self.now.date() + until * DAY
        words = SAID if terms.state == State.OPEN else terms.words
        return replace(terms, words=words, until=last)

    def _ask(self, topic: str = "school") -> Verdict:
        return verdict(
            self.agreement, self.log, self.now, topic, dangers=NO_DANGER, heated=self.heated
        )

    def _move(self, which: int, move: Callable[[Draft], Draft]) -> None:
        with suppress(ContactError):
            self.drafts[which] = move(self.drafts[which])

    def _free(self) -> None:
        if self.statement and self.now - self.statement >= timedelta(days=30):
            self.no, self.statement = False, None


TestMonths = Months.TestCase
TestMonths.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
