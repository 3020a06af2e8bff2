"""R10 · One partner seeing the other's activity, mood, drafts or answers."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from amends.contact import Agreement, Contact, Draft, State, Terms, begin
from amends.journey import Answers
from amends.practice import (
    CheckInLine,
    HardDay,
    HardKind,
    Promise,
    SafeWeek,
    Untruth,
    week_name,
)
from amends.safety import Danger, ScreeningAnswers
from amends.store import accounts, back_up_bytes
from amends.together import (
    DateNote,
    Gesture,
    HurtPlaces,
    Like,
    Memory,
    Noticed,
    OwnAnswer,
    OwnIdea,
    load_surprises,
)
from amends.vault import open_backup
from amends.web.ours import tools
from amends.web.people import People
from tests.refusals.conftest import Driver, now
from tests.refusals.tries import PAGE_NAMES, Try, addresses, commands, each
from tests.web.conftest import Person, person, waited
from tests.web.couple import couple, space_for

CANARY = "canary-7f3a"
TOKEN = b"canary-7f3a"
AS_PARTNER = tuple(
    Try("a partner's account", f"the page `{name}`", "together", text=name) for name in PAGE_NAMES
)
AS_VISITOR = tuple(
    Try("nobody's account", f"the page `{name}`", "together", text=name) for name in PAGE_NAMES
)
KINDS = {kind.KIND: kind for kind in (Agreement, Contact, Draft, Answers, ScreeningAnswers, People)}
BY_LIBRARY = tuple(Try("the library", f"all of `{name}`", "together", text=name) for name in KINDS)
TAKEN = tuple(
    Try("an export or a backup", how, "together", text=how) for how in ("export", "backup")
)
ADDRESSES = addresses(
    "activity", "partner", "mood", "feed", "shared", "their-answers", "compare", "streaks"
)
FORGED = tuple(
    Try("a form with the other's ids", what, "together", path=path, form=form)
    for what, path, form in (
        ("end their promise", "/promises/", {"action": "end", "how": "done"}),
        ("show their promise", "/promises/", {"action": "show"}),
        ("delete their promise", "/promises/", {"action": "delete"}),
        ("change their hard day", "/hard-days/", {"action": "change", "kind": "day", "what": "x"}),
        ("show their hard day", "/hard-days/", {"action": "show", "line": "what"}),
        ("delete their hard day", "/hard-days/", {"action": "delete"}),
        ("show their surprise", "/surprises/", {"action": "show"}),
        ("call their surprise done", "/surprises/", {"action": "done"}),
        ("note their date", "/dates/", {"action": "how", "how": "2"}),
        ("show their date", "/dates/", {"action": "show"}),
        ("take their date out", "/dates/", {"action": "take-out"}),
        ("take out what they noticed", "/noticed/", {"action": "take-out"}),
        ("show their memory", "/memories/", {"action": "show"}),
        ("delete their memory", "/memories/", {"action": "delete"}),
        ("show their line", "/check-in/", {"action": "show thanks"}),
    )
)
UNSHOWN = tuple(
    Try("the other of the two", f"what is not shown, on {path}", "together", path=path)
    for path in (
        "/ours/",
        "/check-in/",
        "/closer/",
        "/compromise/",
        "/dates/",
        "/early-signs/",
        "/ground-rules/",
        "/hard-days/",
        "/hours/",
        "/interests/",
        "/listening/",
        "/listening/beat/",
        "/memories/",
        "/noticed/",
        "/promises/",
        "/surprises/",
    )
)
IDS = ("one", "gesture", "note", "noticed", "memory", "idea", "invitation", "name")
"""The fields in which the pages for two name a record."""
COMMANDS = commands(
    "activity", "partner", "compare", "check - --partner", "doctor --partner", "export out --both"
)


def fill(someone: Person) -> None:
    """Write the canary into everything that can be kept."""
    answers = Answers("own/incident").with_version({"act": CANARY}, now())
    for record in (
        begin(Terms(State.TOGETHER, words=CANARY), now()),
        Contact(now(), by="them", note=CANARY),
        waited(CANARY),
        answers,
        ScreeningAnswers(Danger.BEING_HURT, now(), yes=(CANARY,)),
        People(me=CANARY, them=CANARY),
    ):
        someone.vault.put(record)


@each(AS_PARTNER)
def test_a_partner_sees_nothing_of_it(one: Try, driver: Driver) -> None:
    fill(person())

    assert CANARY not in driver.opened(one.text).content.decode()


@each(AS_VISITOR)
def test_without_a_key_nothing_of_it_is_seen(one: Try, driver: Driver) -> None:
    fill(driver.person)
    driver.person.client = Client()

    assert CANARY not in driver.opened(one.text).content.decode()


@each(BY_LIBRARY)
def test_a_partner_s_vault_holds_none_of_it(one: Try, driver: Driver) -> None:
    other = person()
    fill(other)

    found = [kept.record for kept in driver.person.vault.all(KINDS[one.text])]

    assert other.vault.all(KINDS[one.text])
    assert CANARY not in str([vars(record) for record in found])


@each(TAKEN)
def test_a_partner_takes_none_of_it_along(one: Try, driver: Driver) -> None:
    fill(person())

    taken = {
        "export": lambda: driver.exported().encode(),
        "backup": lambda: open_backup(
            back_up_bytes(driver.person.vault, "plain herons"), "plain herons"
        ),
    }[one.text]()

    assert TOKEN not in taken
    assert len(accounts()) == 2


@each(ADDRESSES)
def test_nothing_that_compares_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_compares(one: Try, driver: Driver) -> None:
    said = driver.command(*one.words, stdin="Hello.")

    assert (said.code, said.out) == (2, "")


def theirs() -> tuple[Person, Person]:
    """Return two who want every tool; one has kept something of each kind, and shown nothing."""
    one, other = couple(*(tool.id for tool in tools()))
    today = now().date()
    for record in (
        Promise(CANARY, today, today),
        Untruth(today, CANARY),
        HardDay(HardKind.PLACE, CANARY),
        CheckInLine(week_name(today), "thanks", CANARY),
        SafeWeek(week_name(today), 1),
        Gesture(load_surprises("en").every[0].id, today, done=True),
        OwnIdea(CANARY),
        DateNote("supper-by-candle-stubs", today, how=2, again=False),
        Noticed(CANARY, today),
        Like(CANARY, "food", "said", today),
        Memory("0" * 32, CANARY),
        HurtPlaces((CANARY,)),
        OwnAnswer("dreams/learn", CANARY, today),
    ):
        one.vault.put(record)
    return one, other


def everything(someone: Person) -> list[tuple[int, str]]:
    kinds = (Promise, HardDay, Gesture, DateNote, Noticed, Memory, CheckInLine)
    return [(one.revision, str(vars(one.record))) for k in kinds for one in someone.vault.all(k)]


@pytest.mark.django_db
@each(FORGED)
def test_nobody_acts_on_what_is_the_other_s(one: Try) -> None:
    alice, bob = theirs()
    before = everything(alice)

    for kind in (Promise, HardDay, Gesture, DateNote, Noticed, Memory):
        named = alice.vault.all(kind)[-1].id.hex()
        bob.post(one.path, **one.form, **dict.fromkeys(IDS, named))

    assert everything(alice) == before
    assert everything(bob) == []
    assert [*space_for(bob).theirs(Promise), *space_for(bob).theirs(HardDay)] == []


@pytest.mark.django_db
@each(UNSHOWN)
def test_what_is_not_shown_is_not_seen(one: Try) -> None:
    alice, bob = theirs()
    empty = couple(*(tool.id for tool in tools()))[1]

    found = bob.get(one.path)

    assert alice.get(one.path).status_code == found.status_code == 200
    assert CANARY not in found.content.decode()
    if one.path not in DRAWN:
        assert bare(found) == bare(empty.get(one.path))


DRAWN = ("/dates/", "/surprises/", "/closer/")
"""What is offered there is drawn by lot for each."""


def bare(answer: Any) -> str:
    return re.sub(r'value="[\w-]{64}"', "", answer.content.decode())


def test_an_export_is_read_as_a_whole(driver_in: Callable[[str], Driver]) -> None:
    driver = driver_in("together")
    fill(driver.person)

    assert CANARY in driver.exported()
    assert zipfile.is_zipfile(io.BytesIO(driver.person.post("/export/", plain="yes").content))
