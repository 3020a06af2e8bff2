"""A walk through every path of events, from every no, in search of a draft that leaves too early.

A world's agreement, log and draft change by tables that are filled once, by the gate's own
functions. A world is then three numbers in one, and a million of them fit.

A path is followed until the no has rightly ended: what a later no does is a walk of its own.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from amends.contact import (
    Agreement,
    Contact,
    ContactError,
    Draft,
    Verdict,
    copyable,
    mark_sent,
    verdict,
)
from amends.safety import NO_DANGER, Danger
from tests.contact.shortened import agreement_in_short, draft_in_short, log_in_short
from tests.contact.worlds import (
    CHANGES,
    DAY,
    EVENTS,
    I_WROTE,
    MOVES,
    NOW,
    THEY_WROTE,
    TOPIC,
    WAITS,
    WITHDRAW,
    Event,
    Spec,
    World,
    after,
    agreement_after,
    beginnings,
    draft_after,
    log_after,
    moved_back,
)

V = TypeVar("V")
LOGS, DRAFTS = 1 << 20, 1 << 8
"""More than there are: a world's number is made of three, as hours are of minutes and seconds."""


class Standing(NamedTuple):
    """The agreement, and what must hold."""

    agreement: Agreement
    spec: Spec


class Shelf(Generic[V]):
    """Values by number; equal values have the same."""

    def __init__(self) -> None:
        self.values: list[V] = []
        self._numbers: dict[V, int] = {}

    def number(self, value: V) -> int:
        """Return the number of a value."""
        number = self._numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number


class Tables:
    """What each event makes of a standing, a log or a draft, by number."""

    def __init__(self) -> None:
        self.standings: Shelf[Standing] = Shelf()
        self.logs: Shelf[tuple[Contact, ...]] = Shelf()
        self.drafts: Shelf[Draft] = Shelf()
        self.answers: Shelf[Verdict] = Shelf()
        self.changed = cache(self._changed)
        self.written = cache(self._written)
        self.moved = cache(self._moved)
        self.sent = cache(self._sent)
        self.waited_standing = cache(self._waited_standing)
        self.waited_log = cache(self._waited_log)
        self.waited_draft = cache(self._waited_draft)
        self.answer = cache(self._answer)
        self.shows = cache(self._shows)

    def standing(self, agreement: Agreement, spec: Spec) -> int:
        """Return the number of an agreement and what must hold."""
        return self.standings.number(Standing(agreement_in_short(agreement), spec))

    def log(self, log: tuple[Contact, ...]) -> int:
        """Return the number of a log."""
        return self.logs.number(log_in_short(log))

    def draft(self, draft: Draft) -> int:
        """Return the number of a draft."""
        return self.drafts.number(draft_in_short(draft))

    def _changed(self, number: int) -> set[int]:
        agreement, spec = self.standings.values[number]
        made = (
            self.standing(changed, spec.after(event))
            for event in (*CHANGES, WITHDRAW)
            for changed in made_by(agreement_after, agreement, event)
        )
        return set(made) - {number}

    def _written(self, number: int) -> set[int]:
        log = self.logs.values[number]
        return {self.log(log_after(log, event)) for event in (I_WROTE, THEY_WROTE)}

    def _moved(self, number: int, answer: int) -> set[int]:
        draft, given = self.drafts.values[number], self.answers.values[answer]
        made = (
            self.draft(moved)
            for event in MOVES
            for moved in made_by(draft_after, draft, event, given)
        )
        return set(made) - {number}

    def _sent(self, log: int, draft: int, answer: int) -> list[tuple[int, int]]:
        given = self.answers.values[answer]
        sent = made_by(mark_sent, self.drafts.values[draft], given, NOW, "letter")
        return [(self.log((*self.logs.values[log], line)), self.draft(one)) for one, line in sent]

    def _waited_standing(self, number: int) -> list[int]:
        agreement, spec = self.standings.values[number]
        return [
            self.standing(moved_back(agreement, event.days * DAY), spec.after(event))
            for event in WAITS
        ]

    def _waited_log(self, number: int) -> list[int]:
        log = self.logs.values[number]
        return [self.log(moved_back(log, event.days * DAY)) for event in WAITS]

    def _waited_draft(self, number: int) -> list[int]:
        draft = self.drafts.values[number]
        return [self.draft(moved_back(draft, event.days * DAY)) for event in WAITS]

    def _answer(self, pair: int) -> int:
        standing, log = divmod(pair, LOGS)
        agreement = self.standings.values[standing].agreement
        return self.answers.number(
            verdict(agreement, self.logs.values[log], NOW, TOPIC, dangers=NO_DANGER, heated=None)
        )

    def in_danger(
        self, pair: int, dangers: frozenset[Danger], heated: datetime | None = None
    ) -> Verdict:
        """Return the answer while dangers stand, or after a strong wish to hurt."""
        standing, log = divmod(pair, LOGS)
        agreement = self.standings.values[standing].agreement
        return verdict(agreement, self.logs.values[log], NOW, TOPIC, dangers=dangers, heated=heated)

    def _shows(self, draft: int, answer: int) -> bool:
        given = self.answers.values[answer]
        return given.allowed or copyable(self.drafts.values[draft], given)


def made_by(make: Callable[..., V], *given: object) -> Iterable[V]:
    """Yield what is made of the given, or nothing when it is refused."""
    try:
        return [make(*given)]
    except ContactError:
        return []


class Search:
    """One walk; nothing is remembered from another."""

    def __init__(self) -> None:
        self.tables = Tables()
        self.walked = 0
        self.seen: set[int] = set()

    def too_early(self, depth: int) -> list[str] | None:
        """Return the shortest path to a draft that leaves too early, or None when there is none."""
        layers = [{self.number(world) for world in beginnings()}]
        seen = set(layers[0])
        while not any(map(self.leaks, layers[-1])):
            self.walked, self.seen = len(seen), seen
            if len(layers) > depth or (len(layers) == depth and self._ends_well(layers[-1])):
                return None
            later = {step for world in layers[-1] for step in self.steps(world)} - seen
            seen |= later
            layers.append(later)
        return self._path(layers)

    def number(self, world: World) -> int:
        """Return the number of a world."""
        pair = self.tables.standing(world.agreement, world.spec) * LOGS + self.tables.log(world.log)
        return pair * DRAFTS + self.tables.draft(world.draft)

    def world(self, number: int) -> World:
        """Return the world with a number."""
        pair, draft = divmod(number, DRAFTS)
        agreement, spec = self.tables.standings.values[pair // LOGS]
        log = self.tables.logs.values[pair % LOGS]
        return World(agreement, log, self.tables.drafts.values[draft], spec)

    def leaks(self, world: int) -> bool:
        """Say whether something may leave although the no still stands."""
        pair, draft = divmod(world, DRAFTS)
        return self._is_no(pair) and self.tables.shows(draft, self.tables.answer(pair))

    def steps(self, world: int) -> list[int]:
        """Return the world after each event; none when the no has rightly ended."""
        pair, draft = divmod(world, DRAFTS)
        if not self._is_no(pair):
            return []
        tables, log, answer = self.tables, pair % LOGS, self.tables.answer(pair)
        return [
            *(one * DRAFTS + draft for one in self._beside(pair)),
            *(pair * DRAFTS + moved for moved in tables.moved(draft, answer)),
            *((pair - log + sent) * DRAFTS + new for sent, new in tables.sent(log, draft, answer)),
            *(
                one * DRAFTS + waited
                for one, waited in zip(self._later(pair), tables.waited_draft(draft), strict=True)
            ),
        ]

    def _is_no(self, pair: int) -> bool:
        return self.tables.standings.values[pair // LOGS].spec.no

    def _beside(self, pair: int) -> list[int]:
        """Return the standing and log after each event that costs no time and moves no draft."""
        standing, log = divmod(pair, LOGS)
        changed = [one * LOGS + log for one in self.tables.changed(standing)]
        return changed + [pair - log + one for one in self.tables.written(log)]

    def _later(self, pair: int) -> list[int]:
        """Return the standing and log after each wait."""
        standings = self.tables.waited_standing(pair // LOGS)
        logs = self.tables.waited_log(pair % LOGS)
        return [one * LOGS + two for one, two in zip(standings, logs, strict=True)]

    def _ends_well(self, layer: set[int]) -> bool:
        """Say whether no step from here leaks, whichever of all drafts met whichever answer.

        A sent draft leaves a line in the log as "i wrote" does, so the steps of drafts add none.
        """
        pairs = {world // DRAFTS for world in layer}
        later = {one for pair in filter(self._is_no, pairs) for one in self._beside(pair)}
        later |= {one for pair in filter(self._is_no, pairs) for one in self._later(pair)}
        answers = {self.tables.answer(one) for one in filter(self._is_no, later)}
        drafts = range(len(self.tables.drafts.values))
        return not any(self.tables.shows(draft, one) for draft in drafts for one in answers)

    def _path(self, layers: list[set[int]]) -> list[str]:
        world = next(filter(self.leaks, layers[-1]))
        path: list[str] = []
        for layer in reversed(layers[:-1]):
            before = next(one for one in layer if world in self.steps(one))
            path.insert(0, str(self._event(before, world)))
            world = before
        return [str(self.world(world).agreement.terms.state), *path]

    def _event(self, before: int, later: int) -> Event:
        world = self.world(before)
        return next(event for event in EVENTS if self.number(after(world, event)) == later)
