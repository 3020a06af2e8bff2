"""R11 · Forcing a join, or making leaving look like a fault."""

import re
from collections.abc import Callable

import pytest

from amends.contact import Agreement, State, Terms, begin
from amends.store import accept, accounts, invite, space_of
from amends.store.models import SharedItem
from tests.refusals.conftest import Driver, now
from tests.refusals.tries import CLOSED, Try, addresses, commands, each, sentences
from tests.web.conftest import Person
from tests.web.couple import at_peace, couple, in_danger, long_ago

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
TWO = tuple(
    Try(
        "a form of one of the two",
        f"leave the space, {how}",
        "together",
        path="/ours/",
        form={"action": "leave", **taking},
        text=how,
    )
    for how in (
        "invited",
        "accepted",
        "waiting",
        "comparing",
        "open",
        "in danger",
        "in a crisis",
        "apart",
        "the other away",
        "the other gone",
        "damaged",
    )
    for taking in ({"taking": "on"}, {})
)
HURRIED = tuple(
    Try("a form of one of the two", f"hurry: {action}", "together", form={"action": action, **form})
    for action, form in (
        ("compared", {}),
        ("start", {"cause": "x", "different": "x", "know": "x"}),
        ("want", {"tool": "listening", "wanted": "yes"}),
        ("invite", {}),
        ("accept", {"code": "x"}),
        ("take-back", {}),
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


def two_who_are(how: str) -> tuple[Person, Person]:
    """Bring two to where one of them wants to leave."""
    if how in SHARED:
        one, other = couple("listening")
        SHARED[how](one, other)
        return one, other
    one, other = at_peace(), at_peace()
    code = invite(one.vault, now())
    if how != "invited":
        accept(other.vault, code, now())
    if how == "accepted":
        return other, one
    if how in ("waiting", "comparing"):
        one.get("/ours/")
    if how == "comparing":
        long_ago(one.vault)
    return one, other


def damage(one: Person, other: Person) -> None:
    """Let nothing in the space open any more."""
    del one, other
    SharedItem.objects.update(sealed=b"not what it was")


def gone(_: Person, other: Person) -> None:
    other.post("/ours/", action="leave")


def apart(one: Person, _: Person) -> None:
    kept = one.vault.all(Agreement)[-1]
    one.vault.put(begin(Terms(state=State.SAID_NO, words="Their words."), now()), id=kept.id)


SHARED: dict[str, Callable[[Person, Person], object]] = {
    "open": lambda _, __: None,
    "in danger": lambda one, _: in_danger(one),
    "in a crisis": lambda one, _: one.post("/crisis/", said="yes"),
    "apart": apart,
    "the other away": lambda _, other: in_danger(other),
    "the other gone": gone,
    "damaged": damage,
}


@pytest.mark.django_db
@each(TWO)
def test_one_form_leaves_the_space_in_every_state(one: Try) -> None:
    leaving, _ = two_who_are(one.text)

    answer = leaving.post(one.path, **one.form)

    assert answer.status_code == 302
    assert space_of(leaving.vault, now()) is None
    assert AGAINST.findall(leaving.get("/ours/").content.decode()) == []


@pytest.mark.django_db
@each(HURRIED)
def test_no_form_hurries_the_day_that_a_space_waits(one: Try) -> None:
    alice, bob = at_peace(), at_peace()
    accept(bob.vault, invite(alice.vault, now()), now())
    alice.get("/ours/")
    waiting = TOKEN.sub("", alice.get("/ours/").content.decode())

    for someone in (alice, bob):
        someone.post("/ours/", **one.form)

    assert "Not available right now." in waiting
    assert TOKEN.sub("", alice.get("/ours/").content.decode()) == waiting
    assert TOKEN.sub("", bob.get("/ours/").content.decode()) == waiting


TOKEN = re.compile(r'value="[\w-]{64}"')


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
