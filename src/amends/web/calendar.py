"""Reminders as a file for any calendar program: the word "Reminder", days, an hour, no more."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from amends.practice import Weekly

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LASTS = timedelta(minutes=5)
NEUTRAL = "-//Notes//EN"
"""The program that made it, as the format asks for; it does not say which."""


def calendar_file(times: Iterable[Weekly], today: date) -> bytes:
    """Return the reminders as iCalendar (RFC 5545), weekly from today on, in local time.

    The hours carry no zone, so that they ring by the clock of wherever one is.
    """
    calendar = Calendar()
    calendar.add("prodid", NEUTRAL)
    calendar.add("version", "2.0")
    for one in times:
        calendar.add_component(_event(one, today))
    return bytes(calendar.to_ical())


def moment_file(at: datetime) -> bytes:
    """Return one reminder at one moment, in UTC."""
    event = Event()
    event.add("uid", sha256(at.isoformat().encode()).hexdigest()[:24])
    event.add("summary", _("Reminder"))
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", at.astimezone(UTC))
    event.add("duration", LASTS)
    event.add_component(_alarm())
    calendar = Calendar()
    calendar.add("prodid", NEUTRAL)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(one: Weekly, today: date) -> Event:
    week = [today + timedelta(days=number) for number in range(7)]
    first = next(day for day in week if day.weekday() in one.days)
    start = datetime.combine(first, time(one.hour, one.minute))
    event = Event()
    event.add("uid", sha256(repr(one).encode()).hexdigest()[:24])
    event.add("summary", _("Reminder"))
    event.add("dtstamp", datetime.combine(today, time(0), tzinfo=UTC))
    event.add("dtstart", start)
    event.add("duration", LASTS)
    event.add("rrule", {"freq": "weekly", "byday": [DAYS[day] for day in one.days]})
    event.add_component(_alarm())
    return event


def _alarm() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Reminder"))
    alarm.add("trigger", timedelta(0))
    return alarm
