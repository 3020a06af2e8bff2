"""R13 · Loopholes in orders."""

import pytest

from amends.contact import State
from amends.store import accounts, back_up_bytes
from tests.refusals.conftest import LETTER, Driver
from tests.refusals.tries import (
    CLOSED,
    NOES,
    Try,
    addresses,
    commands,
    each,
    sentences,
)
from tests.web.conftest import PASSPHRASE

STANDINGS = (
    "together",
    "on-a-break",
    "apart-talking",
    "apart-unsure",
    "practical-only",
    "no-contact",
    "moved-on",
    "blocked",
    "court-order",
    "not-sure",
)
WORDS = {"state": "chosen", "words": "You can write to me.", "topics": "school"}
CHANGES = tuple(
    Try(
        "a forged form",
        f"{standing}{', and they said so' if said else ''}",
        "legal-order",
        path="/agreement/change/",
        form={**WORDS, "standing": standing, **({"they_said_it": "on"} if said else {})},
    )
    for standing in STANDINGS
    for said in (False, True)
)
TOPICS = tuple(
    Try(
        "a forged form",
        f"{action} about {topic}",
        "legal-order",
        form={"action": action, "topic": topic, "text": LETTER, "urge": "1", "wanted": "yes"},
    )
    for action in ("take-out", "check", "put-away")
    for topic in ("school", "the children", "the rent", "the court", "urgent")
)
BY_STANDING = tuple(
    Try(
        "a forged form",
        "a second first answer",
        state,
        path="/standing/",
        form={**WORDS, "standing": "together"},
    )
    for state in NOES
)
SEALED = "legal-order"
"""In this state a backup is sealed as ever; for the others the archive inside is enough, because a
seal takes seconds to make and knows nothing of states."""
RESTORED = tuple(Try("a restored backup", "a letter in the drawer", state) for state in CLOSED)
LESSONS = sentences(
    "There is a loophole in most orders.",
    "A workaround is to write about the children.",
    "Find a way to get around the order.",
    "Use the kids to pass a message.",
    "Ask their mother to tell them, which the order does not forbid.",
    "Use a second account that the order does not name.",
    wants="tactics",
)
ADDRESSES = addresses("loophole", "order", "appeal", "exceptions", "override", "unlock-gate")
COMMANDS = commands(
    "override",
    "open-gate",
    "export out --all-letters",
    "export out --force",
    "check - --ignore-order",
    "backup b.age --open",
)


@each(CHANGES)
def test_an_order_is_not_left_by_a_form(one: Try, driver: Driver) -> None:
    driver.attempt(one)

    assert driver.agreed().terms.state in {State(name.replace("-", "_")) for name in NOES}
    assert driver.ways_out() == []


@each(TOPICS)
def test_no_topic_is_open(one: Try, driver: Driver) -> None:
    driver.attempt(one)

    assert driver.ways_out() == []


@each(BY_STANDING)
def test_the_first_answer_is_not_given_twice(one: Try, driver: Driver) -> None:
    before = driver.agreed()

    driver.attempt(one)

    assert driver.agreed() == before


@pytest.mark.django_db(transaction=True)
@each(RESTORED)
def test_the_gate_comes_along_with_a_backup(
    one: Try, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    if one.state != SEALED:
        monkeypatch.setattr("amends.store.backups.seal_backup", lambda archive, _: archive)
        monkeypatch.setattr("amends.store.backups.open_backup", lambda archive, _: archive)
    sealed = back_up_bytes(driver.person.vault, PASSPHRASE)
    driver.person.vault.delete_everything()

    driver.restore(sealed, PASSPHRASE)

    assert len(accounts()) == 1
    assert LETTER in driver.person.get(driver.path).content.decode()
    assert driver.ways_out() == []


@each(LESSONS)
def test_no_lesson_may_say_it(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.linted(one)


@each(ADDRESSES)
def test_nothing_that_overrides_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_overrides(one: Try, driver: Driver) -> None:
    said = driver.command(*one.words, stdin=LETTER)

    assert (said.code, said.out) == (2, "")
