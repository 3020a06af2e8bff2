"""The pages for two, for someone who hears them or has no mouse: nothing is told by sight alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from amends.journey import Answers
from amends.practice import HardDay, HardKind, Promise, SafeWeek, week_name
from amends.together import (
    Act,
    DateNote,
    Gesture,
    Move,
    OwnAnswer,
    Sitting,
    Trial,
)
from amends.web.ours import tools
from amends.web.releasing import finish, release
from tests.web.conftest import NOW, Person
from tests.web.couple import at_peace, couple, joined, space_for
from tests.web.heard import amiss

pytestmark = pytest.mark.django_db
Two = tuple[Person, Person]
Walk = Callable[[Two], Iterator[str]]
OK = 200
READ = 'id="read"'
"""Where a form leads whose answer is a sentence: the page's script puts the focus there."""


@pytest.fixture
def two() -> Two:
    return couple(*(one.id for one in tools()))


def text(answer: Any) -> str:
    return str(answer.content.decode())


def seen(path: str, *people: Person) -> Iterator[str]:
    """Yield a page as these people see it now."""
    for someone in people:
        yield text(someone.get(path))


def today(days: int = 0) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def beginning(two: Two) -> Iterator[str]:
    del two
    alice, bob = at_peace(), at_peace()
    yield from seen("/ours/", alice)
    yield text(alice.post("/ours/", action="accept", code="none"))
    yield text(alice.post("/ours/", action="invite"))
    yield from seen("/ours/", alice)
    alice.post("/ours/", action="take-back")
    joined(alice, bob)
    yield from seen("/ours/", alice)
    for someone in (alice, bob):
        someone.post("/ours/", action="compared")
    yield from seen("/ours/", alice)
    yield text(alice.post("/ours/", action="start", cause="I lied."))
    alice.post("/ours/", action="start", cause="I lied.", different="I ask.", know="In May.")
    yield from seen("/ours/", alice)


def the_space(two: Two) -> Iterator[str]:
    alice, bob = two
    yield from seen("/ours/", *two)
    bob.post("/ours/", action="want", tool="hours", wanted="no")
    yield from seen("/ours/", *two)
    bob.post("/ours/", action="leave")
    yield from seen("/ours/", bob, alice)


def listening(two: Two) -> Iterator[str]:
    alice, bob = two
    yield from seen("/listening/", alice)
    yield text(alice.post("/listening/", action="propose", minutes="5", first="me"))
    ago = NOW - timedelta(minutes=30)
    sitting = space_for(alice).put(Sitting(ago, "Sundays", 3, author_first=True))
    moves = [Act.AGREE, Act.SPOKEN, Act.MIRRORED, Act.NEARLY, Act.SPOKEN, Act.MIRRORED, Act.GOT_IT]
    for minute, act in enumerate(moves):
        yield from seen("/listening/", *two)
        who = alice if act in (Act.SPOKEN, Act.NEARLY, Act.GOT_IT) else bob
        at = ago + timedelta(minutes=minute)
        space_for(who).put(Move(sitting.id.hex(), act, at))
    yield text(bob.post("/listening/", action="full", full="8"))
    yield text(bob.post("/listening/", action="full", full="2"))
    bob.post("/listening/", action="pause", minutes="30")
    yield from seen("/listening/", *two)
    bob.post("/listening/", action="enough")
    yield from seen("/listening/", *two)


def at_one_screen(two: Two) -> Iterator[str]:
    alice, _ = two
    for act in ("", "agree other", "spoken"):
        form = {"topic": "Sundays", "minutes": "3", "first": "me", "screen": "on"}
        alice.post("/listening/", action=act or "propose", **({} if act else form))
        yield from seen("/listening/", alice)


def ground_rules(two: Two) -> Iterator[str]:
    return ticked("/ground-rules/", two, "pause", "one-topic")


def hours(two: Two) -> Iterator[str]:
    return ticked("/hours/", two, "evenings-1", "own-door")


def interests(two: Two) -> Iterator[str]:
    return ticked("/interests/", two, "walking", "hiking")


def ticked(path: str, two: Two, *ticks: str) -> Iterator[str]:
    yield from seen(path, *two)
    for someone in two:
        someone.post(path, action="tick", tick=ticks)
        yield from seen(path, *two)


def closer(two: Two) -> Iterator[str]:
    alice, bob = two
    for number, question in enumerate(("good-week/monday", "good-week/sounds")):
        for someone in two:
            space = space_for(someone)
            day = (NOW - timedelta(days=100 + number)).date()
            finish(space, f"closer/{question}")
            release(space, space.vault.put(OwnAnswer(question, "Coffee.", day)))
    yield from seen("/closer/", alice)
    alice.post("/closer/", action="take")
    yield text(alice.post("/closer/", action="write", words=" "))
    alice.post("/closer/", action="write", words="A quiet morning.")
    yield from seen("/closer/", *two)
    bob.post("/closer/", action="write", words="Soup.")
    yield from seen("/closer/", *two)
    yield text(alice.post("/closer/", action="take", deck="no-such-deck"))


def compromise(two: Two) -> Iterator[str]:
    alice, bob = two
    path = "/compromise/"
    yield from seen(path, alice)
    yield text(alice.post(path, action="matter", words=" "))
    alice.post(path, action="matter", words="Sundays", lasting="on")
    for action, words in (("need", "Rest."), ("ways", "by phone\nshe comes to us")):
        yield text(alice.post(path, action=action, words=" "))
        for someone in two:
            someone.post(path, action=action, words=words)
            yield from seen(path, *two)
    for ways in (["by phone"], ["she comes to us"]), (["by phone", "she comes to us"],) * 2:
        for someone, way in zip(two, ways, strict=True):
            someone.post(path, action="tick", way=way)
            yield from seen(path, *two)
    bob.post(path, action="choose", way="by phone")
    yield from seen(path, *two)
    alice.post(path, action="agree")
    yield from seen(path, *two)
    (trial,) = space_for(bob).all(Trial)
    over = Trial(trial.item.matter, trial.item.way, trial.item.until - timedelta(days=15))
    space_for(bob).put(over, id=trial.id, revision=trial.revision)
    yield text(alice.post(path, action="look", words="Quiet."))
    for someone in two:
        someone.post(path, action="look", words="Quiet.", after="keep")
        yield from seen(path, *two)


def promises(two: Two) -> Iterator[str]:
    path, (alice, _) = "/promises/", two
    yield from seen(path, alice)
    for what in ("", "I will never be late again."):
        yield text(alice.post(path, action="make", what=what, by=today(3)))
    yield text(alice.post(path, action="make", what="I call the bank.", by="2020-01-01"))
    for number in range(3):
        day = timezone.localdate() - timedelta(days=2)
        kept = alice.vault.put(Promise(f"I call the bank, {number}.", day, day, "The letter."))
        one = kept.id.hex()
        alice.post(path, action="show", one=one)
        yield text(alice.post(path, action="end", one=one, how="done", on="2020-01-01"))
    alice.post(path, action="end", one=one, how="missed", on=today())
    alice.post(path, action="make", what="I call the bank.", by=today(3), shown_by="The card.")
    yield text(alice.post(path, action="untruth", words=""))
    for words in ("I said I had rung.", "I said it was shut."):
        alice.post(path, action="untruth", words=words, true="I had not.")
    yield from seen(path, alice)
    alice.post(path, action="show", one=untruth_in(text(alice.get(path))))
    yield from seen(path, *two)


def untruth_in(page: str) -> str:
    """Return the id of a line about something untrue."""
    found = re.findall(r'name="one" value="(\w+)"', page.partition('id="untruth"')[2])
    return str(found[0])


def hard_days(two: Two) -> Iterator[str]:
    path, (alice, _) = "/hard-days/", two
    yield from seen(path, alice)
    yield text(alice.post(path, action="add", kind="day"))
    yield text(alice.post(path, action="add", kind="day", first=today(2), last=today()))
    for first, what in ((today(2), "the letters"), (today(9), ""), ("", "the harbour")):
        kind = "day" if first else "place"
        alice.post(path, action="add", kind=kind, first=first, what=what, helps="Come home.")
        one = alice.vault.all(HardDay)[-1].id.hex()
        alice.post(path, action="show", one=one, line=["day", "what", "helps"])
    yield text(alice.post(path, action="change", one=one, kind=HardKind.DAY))
    alice.post(path, action="answer", answer="hold-me")
    yield from seen(path, *two)


def check_in(two: Two) -> Iterator[str]:
    path, (alice, _) = "/check-in/", two
    yield from seen(path, alice)
    alice.post(path, action="show thanks", thanks="You warmed the car.", worry="The rent.")
    for week in range(3):
        day = timezone.localdate() - timedelta(weeks=week)
        alice.vault.put(SafeWeek(week_name(day), 4))
    begun = alice.post(path, action="begin")["Location"]
    yield from seen(begun.partition("#")[0], alice)
    yield from seen(path, *two)


def early_signs(two: Two) -> Iterator[str]:
    alice, _ = two
    rows: list[dict[str, str | int]] = [
        {"habit": "hiding bills", "sign": "the post stays in the car", "step": "on the table"},
        {"habit": "", "sign": "late to bed", "step": ""},
    ]
    alice.vault.put(Answers("rebuild/early-signs").with_version({"signs": rows}, NOW))
    yield from seen("/early-signs/", *two)
    yield text(alice.client.post("/early-signs/", {"days-0": "3"}, follow=True))


def memories(two: Two) -> Iterator[str]:
    path, (alice, bob) = "/memories/", two
    yield from seen(path, alice)
    yield text(alice.post(path, action="keep", words=" "))
    yield text(alice.post(path, action="keep", words="Bread.", day="4"))
    for words in ("The wrong bus.", "Bread."):
        alice.post(path, action="keep", words=words, year="2019")
        one = re.findall(r'name="memory" value="(\w+)"', text(alice.get(path)))
        alice.post(path, action="show", memory=one[0])
        yield from seen(path, *two)
    alice.post(path, action="keep", words="A song.")
    yield from seen(path, *two)
    for name in re.findall(r'name="name" value="(\w+)"', text(bob.get(path))):
        bob.post(path, action="put-away", name=name)
        yield from seen(path, bob)


def dates(two: Two) -> Iterator[str]:
    path, (alice, bob) = "/dates/", two
    yield text(alice.post(path, action="wishes", minutes="900"))
    yield text(alice.post(path, action="own", title=""))
    form = {"title": "Paint the shed", "minutes": "80", "cost": "1", "energy": "low"}
    alice.post(path, action="own", place="home", **form)
    supper, names = "supper-by-candle-stubs", "first-names-of-things"
    for days in (1, 2):
        alice.vault.put(DateNote(supper, timezone.localdate() - timedelta(days=days)))
        alice.vault.put(DateNote(names, timezone.localdate() - timedelta(days=days), how=2))
        on = timezone.localdate() - timedelta(days=days + 7)
        alice.vault.put(DateNote(supper, on, how=3, again=True))
    for idea in (supper, names):
        alice.post(path, action="choose", idea=idea, on=today())
        note = alice.vault.all(DateNote)[-1].id.hex()
        alice.post(path, action="show", note=note)
    yield from seen(path, *two)
    for invitation in re.findall(r'name="invitation" value="(\w+)"', text(bob.get(path))):
        bob.post(path, action="answer", invitation=invitation, reply="another-day")
    yield from seen(path, *two)


def surprises(two: Two) -> Iterator[str]:
    path, (alice, _) = "/surprises/", two
    yield from seen(path, alice)
    yield text(alice.post(path, action="like", what=""))
    for what in ("the soup from the corner", "tulips"):
        alice.post(path, action="like", what=what, kind="food", said_how="guessed", on=today())
    yield from seen(path, alice)
    names = ("a-note-in-the-coat", "on-the-mirror", "between-the-pages", "in-the-lunch-box")
    for number, name in enumerate(names):
        day = timezone.localdate() - timedelta(days=number)
        alice.vault.put(Gesture(name, day, done=number > 1))
    yield from seen(path, *two)
    for gesture in re.findall(r'name="gesture" value="(\w+)"', text(alice.get(path))):
        alice.post(path, action="show", gesture=gesture)
    yield from seen(path, *two)


def noticed(two: Two) -> Iterator[str]:
    path, (alice, _) = "/noticed/", two
    yield from seen(path, alice)
    yield text(alice.post(path, action="keep", what="", on=today(5)))
    for number in range(7):
        alice.post(path, action="keep", what=f"The cup, {number}.", on=today())
    yield from seen(path, alice)


WALKS: tuple[Walk, ...] = (
    beginning,
    the_space,
    listening,
    at_one_screen,
    ground_rules,
    hours,
    interests,
    closer,
    compromise,
    promises,
    hard_days,
    check_in,
    early_signs,
    memories,
    dates,
    surprises,
    noticed,
)


@pytest.mark.parametrize("walk", WALKS, ids=lambda one: one.__name__)
def test_nothing_is_told_by_sight_alone(walk: Walk, two: Two) -> None:
    pages = [*walk(two)]

    assert sorted({fault for page in pages for fault in amiss(page)}) == []


@dataclass
class Followed(Person):
    """Someone of whom every page is kept to which a form of theirs led."""

    led_to: list[str] = field(default_factory=list)

    def post(self, path: str, **form: Any) -> Any:
        """Send a form, and go where it leads."""
        answer = self.client.post(path, form, follow=True)
        if answer.status_code == OK:
            self.led_to.append(text(answer))
        return answer


@pytest.mark.parametrize("walk", [listening, at_one_screen, interests, compromise])
def test_a_form_leads_to_one_sentence(walk: Walk, two: Two) -> None:
    alice, bob = (Followed(one.vault, one.client) for one in two)

    list(walk((alice, bob)))

    assert {page.count(READ) for page in alice.led_to + bob.led_to} == {1}
