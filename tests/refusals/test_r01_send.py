"""R1 · Send anything to anyone."""

import subprocess
from collections.abc import Callable
from importlib import import_module

from tests.refusals.conftest import Driver
from tests.refusals.tries import DRAFT_ACTIONS, Try, addresses, commands, each

TO = {
    "to": "bob@example.org",
    "send": "yes",
    "email": "bob@example.org",
    "phone": "+44 7700 900123",
    "webhook": "https://example.org/hook",
    "text": "Please answer me.",
    "channel": "message",
    "urge": "9",
    "wanted": "yes",
}
FORMS = (
    *(
        Try("a forged form", f"{action} with an address", state, form={**TO, "action": action})
        for state in ("open", "said-no")
        for action in DRAFT_ACTIONS
    ),
    *(
        Try("a forged form", f"{action}", "open", form={**TO, "action": action})
        for action in ("send", "send-now", "mail", "share", "post", "deliver", "forward", "sms")
    ),
)
ADDRESSES = addresses(
    "send",
    "mail",
    "email",
    "sms",
    "share",
    "post",
    "publish",
    "webhook",
    "api/send",
    "api/messages",
    "write/send",
    "agreement/send",
)
COMMANDS = commands(
    "send",
    "mail bob@example.org",
    "share letter.txt",
    "post letter.txt",
    "check - --send",
    "check - --to bob@example.org",
    "check - --mail",
    "export out --to bob@example.org",
    "export out --upload https://example.org",
    "backup notes.age --upload https://example.org",
    "backup notes.age --to bob@example.org",
    "delete --tell bob@example.org",
    "doctor --report",
    "run --notify",
)
SENDS = ("send", "deliver", "mail", "post", "share", "publish", "upload", "notify", "forward")
ROOMS = ("text", "listener", "safety", "vault", "contact", "journey", "coach", "store", "library")
LIBRARY = tuple(Try("the library", f"amends.{room}", text=room) for room in ROOMS)


@each(FORMS)
def test_no_form_sends(one: Try, driver: Driver) -> None:
    answer = driver.attempt(one)

    assert answer.status_code < 500
    assert driver.reached == []


@each(ADDRESSES)
def test_nothing_that_sends_has_an_address(one: Try, driver: Driver) -> None:
    opened = driver.attempt(one)
    sent = driver.watched(lambda: driver.person.post(one.path, **TO))

    assert (opened.status_code, sent.status_code) == (404, 404)


@each(COMMANDS)
def test_no_command_sends(one: Try, driver: Driver) -> None:
    said = driver.watched(lambda: driver.command(*one.words, stdin="Please answer me."))

    assert (said.code, said.out) == (2, "")


@each(LIBRARY)
def test_no_room_has_anything_that_sends(one: Try) -> None:
    public = [name for name in dir(import_module(f"amends.{one.text}")) if not name.startswith("_")]

    assert [name for name in public if name.casefold().split("_")[0] in SENDS] == []


def test_the_watch_hears_what_would_be_sent(driver_in: Callable[[str], Driver]) -> None:
    driver = driver_in("open")

    driver.watched(lambda: subprocess.run(["true"], check=True))  # noqa: S607 - anywhere it lies

    assert driver.reached
