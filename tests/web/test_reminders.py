"""Reminders that cannot betray: one word, off by default, nothing outside the seal."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar

from amends.practice import Reminders
from amends.web import bell
from tests.web.conftest import Person

PAGE = "/reminders/"
EVENINGS: dict[str, Any] = {"days": ["6", "2"], "at": "18:30", "action": "add"}


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    bell.forget_all()
    yield
    bell.forget_all()


def rings() -> int:
    """Return how often the bell rings around half past six on a Sunday, where Alice is."""
    heard: list[str] = []
    now = datetime(2026, 3, 15, 18, 30, tzinfo=timezone.get_current_timezone())
    bell.ring(now - timedelta(seconds=20), now, lambda: heard.append("ring"))
    return len(heard)


def test_none_is_set_until_it_is_chosen(alice: Person) -> None:
    page = alice.get(PAGE).content.decode()

    assert "No time is set." in page
    assert alice.vault.records(Reminders) == []


def test_a_time_is_kept_and_taken_out_again(alice: Person) -> None:
    alice.post(PAGE, **EVENINGS)
    kept = alice.vault.records(Reminders)[-1].times
    alice.post(PAGE, action="remove", number="0")

    assert [(one.days, one.hour, one.minute) for one in kept] == [((2, 6), 18, 30)]
    assert alice.vault.records(Reminders)[-1].times == ()


@pytest.mark.parametrize(
    "changed", [{"days": []}, {"at": ""}, {"at": "half past"}, {"days": ["9"]}]
)
def test_a_time_without_a_day_or_an_hour_is_asked_for_again(
    alice: Person, changed: dict[str, Any]
) -> None:
    response = alice.post(PAGE, **(EVENINGS | changed))

    assert 'class="problem"' in response.content.decode()
    assert alice.vault.records(Reminders) == []


def test_seven_times_are_the_most(alice: Person) -> None:
    for hour in range(9):
        alice.post(PAGE, **(EVENINGS | {"at": f"{hour:02}:00"}))

    assert len(alice.vault.records(Reminders)[-1].times) == 7


def test_the_calendar_file_says_one_word(alice: Person) -> None:
    alice.post(PAGE, **EVENINGS)

    response = alice.post(PAGE, action="file")
    event: Any
    [event] = Calendar.from_ical(response.content).walk("VEVENT")
    starts = event["dtstart"].dt

    assert response["Content-Disposition"] == 'attachment; filename="calendar.ics"'
    assert event["summary"] == "Reminder"
    assert event["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=WE,SU"
    assert (starts.hour, starts.minute) == (18, 30)
    assert b"amends" not in response.content.lower()
    assert {*event} <= {"UID", "SUMMARY", "DTSTAMP", "DTSTART", "DURATION", "RRULE"}


def test_the_bell_is_silent_unless_it_was_asked_for(alice: Person) -> None:
    alice.post(PAGE, **EVENINGS)
    before = rings()
    alice.post(PAGE, action="notices", notices="on")
    asked = rings()
    alice.post(PAGE, action="notices")

    assert (before, asked, rings()) == (0, 1, 0)


def test_the_bell_rings_while_it_is_locked(alice: Person) -> None:
    alice.post(PAGE, **EVENINGS)
    alice.post(PAGE, action="notices", notices="on")

    alice.post("/lock/")

    assert rings() == 1


@pytest.mark.django_db(transaction=True)
def test_the_bell_forgets_whoever_is_gone(alice: Person) -> None:
    alice.post(PAGE, **EVENINGS)
    alice.post(PAGE, action="notices", notices="on")

    alice.vault.delete_everything()

    assert rings() == 0


SHOW = "from amends.web.notice import show_notice; show_notice('Reminder')"
BUS = shutil.which("dbus-run-session") or "dbus-run-session"
LISTENER = f"""
import asyncio, sys
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, method

class Notifications(ServiceInterface):
    @method()
    def Notify(
        self, app: "s", n: "u", icon: "s", title: "s", body: "s", a: "as", h: "a{{sv}}", t: "i"
    ) -> "u":
        print("|".join([app, title, body]), flush=True)
        return 1
    @method()
    def GetCapabilities(self) -> "as":
        return ["body"]
    @method()
    def GetServerInformation(self) -> "ssss":
        return ["try", "try", "1", "1.2"]
    @method()
    def CloseNotification(self, n: "u"):
        pass

async def main():
    bus = await MessageBus().connect()
    bus.export("/org/freedesktop/Notifications", Notifications("org.freedesktop.Notifications"))
    await bus.request_name("org.freedesktop.Notifications")
    asking = await asyncio.create_subprocess_exec(sys.executable, "-c", {SHOW!r})
    await asyncio.wait_for(asking.wait(), 30)

asyncio.run(main())
"""


def ran(*command: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=env)


def test_a_computer_with_notices_shows_one_word() -> None:
    said = ran(BUS, "--", sys.executable, "-c", LISTENER, env={**os.environ})

    assert said.stdout == "Notes|Reminder|\n"
    assert "Traceback" not in said.stderr


def test_a_computer_without_notices_is_left_in_peace() -> None:
    alone = {k: v for k, v in os.environ.items() if not k.startswith(("DBUS", "DISPLAY", "XDG"))}

    said = ran(sys.executable, "-c", SHOW, env=alone)

    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
