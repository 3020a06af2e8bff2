"""Two people with a vault each, who share a space; for the tests of everything that is for two."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from amends.contact import State
from amends.safety import Danger, ScreeningAnswers
from amends.store import Space, Vault, accept, invite, space_of
from amends.store.membership import keep, membership_of
from amends.together import Compared, Consents, Start
from amends.web.ours import START, ours_of
from amends.web.releasing import finish
from amends.web.screening import screenings
from tests.web.conftest import Person, settled

NOW = datetime.now(UTC)


def at_peace() -> Person:
    """Return someone whose agreement says together, and who answered the questions about safety."""
    someone = settled(State.TOGETHER)
    for screening in screenings():
        none = tuple(one.id for one in screening.questions)
        someone.vault.put(ScreeningAnswers(screening.about, NOW, (), none))
    return someone


def in_danger(someone: Person, danger: Danger = Danger.BEING_HURT) -> None:
    """Answer yes to the first question about it; a form afterwards, as a person sends one."""
    screening = next(one for one in screenings() if one.about == danger)
    yes = screening.questions[0].id
    someone.post(f"/questions/{screening.order}/", **{yes: "yes"})


def couple(*tools: str) -> tuple[Person, Person]:
    """Return two whose space is open, and who both want these tools."""
    one, other = at_peace(), at_peace()
    joined(one, other)
    for each in (one, other):
        space = space_for(each)
        space.put(Compared(NOW))
        space.put(Consents(tools))
        each.vault.put(Start("I read the letters.", "I ask now.", "We look in May."))
        finish(space, START)
    for each in (one, other):
        ours_of(each.vault, NOW)
    return one, other


def joined(one: Person, other: Person) -> None:
    """Invite and accept, two days ago."""
    accept(other.vault, invite(one.vault, NOW), NOW)
    for each in (one, other):
        space_of(each.vault, NOW)
    for each in (one, other):
        long_ago(each.vault)


def long_ago(vault: Vault) -> None:
    """Let the day that a space waits be over."""
    kept = membership_of(vault)
    assert kept is not None
    keep(vault, replace(kept.record, joined=NOW - timedelta(days=2)))


def space_for(someone: Person) -> Space:
    """Return the space as it is now."""
    space = space_of(someone.vault, datetime.now(UTC))
    assert space is not None
    return space
