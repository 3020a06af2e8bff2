"""R2 · Bulk or scheduled messages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from amends.contact import Contact
from tests.refusals.conftest import LETTER, Driver, letters, now
from tests.refusals.tries import Try, addresses, commands, each
from tests.web.conftest import waited

CHANNELS = (
    "message",
    "e-mail",
    "letter",
    "call",
    "video",
    "voice",
    "in-person",
    "social",
    "someone",
    "gift",
)
SECOND = tuple(
    Try("a forged form", f"a second letter while one is out, {extra}", state, form={extra: "yes"})
    for state in ("open", "together")
    for extra in ("action", "again", "all", "copies")
)
EARLY = tuple(
    Try("the gate on a page", f"a letter {days} days after the last", "open", text=str(days))
    for days in range(14)
)
UNANSWERED = tuple(
    Try("the gate on a page", f"a third, after two by {channel}", "open", text=channel)
    for channel in CHANNELS
)
SCHEDULED = tuple(
    Try("a forged form", f"take-out with {name}", "open", form={"action": "take-out", name: value})
    for name, value in {
        "send_at": "2026-12-24T18:00",
        "at": "tomorrow",
        "schedule": "weekly",
        "repeat": "10",
        "remind": "yes",
        "queue": "yes",
        "taken_out": "2027-01-01",
        "hold": "0",
    }.items()
)
ADDRESSES = addresses(
    "schedule", "queue", "bulk", "remind", "write/schedule", "write/all", "campaign"
)
COMMANDS = commands(
    "schedule",
    "queue letter.txt",
    "remind --in 3d",
    "check - --schedule weekly",
    "check - --at 18:00",
    "check - --repeat 10",
    "run --at 18:00",
    "export out --every day",
)


@each(SECOND)
def test_one_letter_is_out_at_a_time(one: Try, driver: Driver) -> None:
    second = driver.person.vault.put(waited(f"{LETTER} Again."))
    driver.person.post(driver.path, action="take-out")

    driver.person.post(f"/write/{second.id.hex()}/", **{**one.form, "action": "take-out"})
    page = driver.person.get(f"/write/{second.id.hex()}/").content.decode()

    assert "data-copyable" not in page


@each(EARLY)
def test_fourteen_days_lie_between_two(one: Try, driver: Driver) -> None:
    at = now() - timedelta(days=int(one.text))
    driver.person.vault.put(Contact(at=at, by="me", channel="message"))

    driver.person.post(driver.path, action="take-out")

    assert driver.ways_out() == []


@each(UNANSWERED)
def test_two_without_an_answer_are_the_last(one: Try, driver: Driver) -> None:
    for days in (90, 60):
        at = now() - timedelta(days=days)
        driver.person.vault.put(Contact(at=at, by="me", channel=one.text))

    driver.person.post(driver.path, action="take-out")

    assert driver.ways_out() == []


@each(SCHEDULED)
def test_nothing_is_kept_for_later(one: Try, driver: Driver) -> None:
    before = letters(driver.person.vault)

    driver.attempt(one)
    [after] = letters(driver.person.vault)

    assert [replace(after, taken_out=None)] == before
    assert after.taken_out is None or after.taken_out <= now()


@each(ADDRESSES)
def test_nothing_that_schedules_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_schedules(one: Try, driver: Driver) -> None:
    said = driver.command(*one.words, stdin=LETTER)

    assert (said.code, said.out) == (2, "")


def test_after_fourteen_days_one_may_leave(driver_in: Callable[[str], Driver]) -> None:
    driver = driver_in("open")
    driver.person.vault.put(Contact(at=now() - timedelta(days=15), by="me", channel="message"))

    driver.person.post(driver.path, action="take-out")

    assert "copied" in driver.ways_out()
