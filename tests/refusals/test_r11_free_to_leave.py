"""R11 · Forcing a join, or making leaving look like a fault."""

import re

import pytest

from amends.store import accounts
from tests.refusals.conftest import Driver
from tests.refusals.tries import CLOSED, Try, addresses, commands, each, sentences

STATES = (*CLOSED, "open", "together")
DELETED = tuple(
    Try(
        "a form",
        "delete everything",
        state,
        path="/delete/",
        form={"sure": "yes", "word": "delete"},
    )
    for state in STATES
)
LEFT = tuple(Try("a page", "letting go is open", state, path="/path/") for state in STATES)
SAID = tuple(
    Try("a page", f"{path} says nothing against going", path=path)
    for path in (
        "/delete/",
        "/settings/",
        "/export/",
        "/backup/",
        "/leave/",
        "/away/",
        "/help/",
        "/unlock/",
    )
)
AGAINST = re.compile(
    r"are you sure you want to|give up|giving up|sorry to see you|we.ll miss|will regret"
    r"|lose your progress|streak|don.t go|stay with us|why are you leaving|quitt",
    re.IGNORECASE,
)
JOINED = tuple(
    Try(
        "a forged form",
        f"{path} with a partner to join",
        path=path,
        form={**fields, "kind": "apology", "me": "A."},
    )
    for path in ("/people/", "/write/", "/questions/")
    for fields in (
        {"join": "yes"},
        {"invite": "bob@example.org"},
        {"force": "yes", "partner": "canary-7f3a"},
    )
)
ADDRESSES = addresses(
    "join", "invite", "force", "approve-leaving", "leave-request", "pair", "link-partner"
)
COMMANDS = commands(
    "join", "invite bob", "pair", "run --join bob", "delete --ask-partner", "export out --approve"
)
LESSONS = sentences(
    "Are you sure you want to give up?",
    "You will regret leaving.",
    "Deleting this means giving up on them.",
    "Never give up on love.",
    "If you leave me I will be alone.",
    wants="tactics | cheer | safe messaging",
)


@pytest.mark.django_db(transaction=True)
@each(DELETED)
def test_everything_can_be_deleted_in_every_state(one: Try, driver: Driver) -> None:
    page = driver.person.get("/delete/").content.decode()
    names = dict(re.findall(r'<(?:input|button)[^>]*\bname="(\w+)"[^>]*\bvalue="([^"]*)"', page))

    driver.person.post("/delete/", **{**names, **one.form})

    assert accounts() == []


@each(LEFT)
def test_letting_go_is_open_in_every_state(one: Try, driver: Driver) -> None:
    page = driver.attempt(one).content.decode()

    assert "Let go" in page
    assert "open from the first day" in page


@each(SAID)
def test_no_page_speaks_against_going(one: Try, driver: Driver) -> None:
    page = driver.person.client.get(one.path, follow=True).content.decode()

    assert AGAINST.findall(page) == []


@each(JOINED)
def test_nobody_is_joined_by_a_form(one: Try, driver: Driver) -> None:
    driver.attempt(one)

    assert len(accounts()) == 1
    assert "canary-7f3a" not in driver.exported()


@each(ADDRESSES)
def test_nothing_that_joins_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_joins_or_asks_leave(one: Try, driver: Driver) -> None:
    said = driver.command(*one.words)

    assert (said.code, said.out) == (2, "")


@each(LESSONS)
def test_no_lesson_may_say_it(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.linted(one)
