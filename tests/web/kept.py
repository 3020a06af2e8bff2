"""One of everything that has a page of its own, and its ids as addresses name them.

A new page with an id adds its record here: every test that opens all pages goes by these ids. It
imports no Django, so that a process of its own can use it.
"""

from datetime import date, datetime, timedelta

from amends.contact import Draft, write
from amends.journey import Answers
from amends.practice import (
    Fury,
    Habit,
    HabitDays,
    IfThen,
    JournalPage,
    Mark,
    Sitting,
    UnsentLetter,
    Urge,
)
from amends.store import Vault
from tests.web.pictures import png, put_in_box

DRAFT = "I'm sorry I read your letters, but you hid them."
LINE = "You never listen."


def one_of_each(
    vault: Vault, now: datetime, draft: str = DRAFT, line: str = LINE
) -> dict[str, str]:
    """Keep one record for each page that has an id in its address; return the ids by name."""
    fury = Fury(now, "I want to sell the coat.", "things").kept_for(7, now)
    letter = UnsentLetter(now, "me at nineteen", "You did not know better, and now you do.")
    answers = Answers("work/another-way").with_version({"line": line}, now)
    return {
        "draft_id": vault.put(write(Draft(kind="apology"), draft, now)).id.hex(),
        "entry_id": vault.put(answers).id.hex(),
        "urge_id": vault.put(Urge(now).with_level(8, now)).id.hex(),
        "fury_id": vault.put(fury).id.hex(),
        "photo_id": put_in_box(vault, png()),
        **a_habit(vault, now.date()),
        "page_id": vault.put(a_page(now)).id.hex(),
        "letter_id": vault.put(letter).id.hex(),
    }


def a_habit(vault: Vault, today: date) -> dict[str, str]:
    """Keep a habit that lapsed on its first day; return its id and that day, as pages name them."""
    first = today - timedelta(days=9)
    plan = IfThen("my answer is ready", "I count two breaths", first)
    habit = Habit("Letting them finish", "I cut them off", (plan,), first)
    habit_id = vault.put(habit).id.hex()
    vault.put(HabitDays(habit_id, {first.isoformat(): Mark.LAPSED}))
    return {"habit_id": habit_id, "day": first.isoformat()}


def a_page(at: datetime, text: str = "The bus was late, and I did not mind.") -> JournalPage:
    """Return a page of the journal."""
    sitting = Sitting(at, at - timedelta(minutes=4), text)
    return JournalPage("opening/three-sentences", (sitting,), "Leave ten minutes earlier.")
