"""R10 · One partner seeing the other's activity, mood, drafts or answers."""

import io
import zipfile
from collections.abc import Callable

from django.test import Client

from amends.contact import Agreement, Contact, Draft, State, Terms, begin
from amends.journey import Answers
from amends.safety import Danger, ScreeningAnswers
from amends.store import accounts, back_up_bytes
from amends.vault import open_backup
from amends.web.people import People
from tests.refusals.conftest import Driver, now
from tests.refusals.tries import PAGE_NAMES, Try, addresses, commands, each
from tests.web.conftest import Person, person, waited

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


def test_an_export_is_read_as_a_whole(driver_in: Callable[[str], Driver]) -> None:
    driver = driver_in("together")
    fill(driver.person)

    assert CANARY in driver.exported()
    assert zipfile.is_zipfile(io.BytesIO(driver.person.post("/export/", plain="yes").content))
