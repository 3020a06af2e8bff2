"""The letter from a month: its lines come from what was kept, and from nowhere else."""

import re
from datetime import UTC, date, datetime, time, timedelta
from html import unescape
from typing import Any

import pytest

from amends.contact import State, Terms, begin
from amends.journey import Answers, Entry, Row
from amends.practice import (
    ActTold,
    Habit,
    HabitDays,
    IfThen,
    JournalPage,
    LetterSource,
    Mark,
    Rehearsed,
    Sitting,
    Urge,
    load_letter,
)
from amends.store.models import Record
from amends.web.content import program
from amends.web.letter import SOURCES
from tests.web.conftest import THEIR_WORDS, Person, person

TODAY = datetime.now(UTC).date()
MONTH = TODAY.replace(day=1)
BEFORE = (MONTH - timedelta(days=1)).replace(day=10)


@pytest.fixture
def someone(db: None) -> Person:
    return person()


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def keep(someone: Person, exercise: str, day: date = MONTH, **values: Any) -> None:
    someone.vault.put(Entry(exercise).with_version(values, noon(day)))


def letter(someone: Person, month: date | None = None) -> str:
    asked = f"?month={month:%Y-%m}" if month else ""
    return unescape(someone.get(f"/letter/{asked}").content.decode())


def paper(page: str) -> str:
    return page.partition("<article")[2].partition("</article>")[0]


def test_every_source_has_its_reader() -> None:
    assert set(SOURCES) == set(LetterSource)


def test_every_other_part_names_a_field_of_a_sheet() -> None:
    fields = {f"{one.id}.{field.name}" for one in program().exercises for field in one.fields}
    parts = [part for part in load_letter("en").parts if part.source not in SOURCES]

    assert all(re.sub(r"(\.\w+)\.\w+$", r"\1", part.source) in fields for part in parts)


def test_without_lines_it_says_so_calmly_and_leads_to_the_jar(someone: Person) -> None:
    page = letter(someone)

    assert "A month can be like that." in page
    assert 'href="/path/work/evidence-jar/"' in page
    assert "<article" not in page


def test_it_reads_back_what_was_kept_with_its_day(someone: Person) -> None:
    keep(someone, "work/evidence-jar", what="In at six, as I said.", kind="a promise I kept")
    keep(someone, "work/skill-proof", did="Two loaves.")
    keep(someone, "work/mind", how="My shoulders came down.")
    keep(someone, "space/things-lived", story="Four kilos of quinces.")

    text = paper(letter(someone))

    assert "In at six, as I said.</span>" in text
    assert f"1 {MONTH:%B}" in text
    for line in ("Two loaves.", "My shoulders came down.", "Four kilos of quinces."):
        assert line in text


def test_rows_with_a_day_of_their_own_stand_in_its_month(someone: Person) -> None:
    rows: list[Row] = [
        {"act": "Paid the last part.", "day": MONTH.isoformat()},
        {"act": "Undated."},
    ]
    someone.vault.put(Answers("own/self-forgiveness").with_version({"done": rows}, noon(BEFORE)))

    text = paper(letter(someone))

    assert "Paid the last part." in text
    assert "Undated." not in text


def test_an_act_of_the_journal_stands_in_it_once_it_is_done(someone: Person) -> None:
    sitting = (Sitting(noon(MONTH), noon(MONTH), "A page of mine."),)
    for act, outcome in (("Call my brother.", "done"), ("Clean the car.", "dropped")):
        page = someone.vault.put(JournalPage("p", sitting, act))
        someone.vault.put(ActTold(page.id.hex(), outcome, noon(MONTH)))

    text = paper(letter(someone))

    assert "Call my brother." in text
    assert "Clean the car." not in text
    assert "A page of mine." not in text


def test_done_days_of_a_habit_stand_in_it_and_lapses_do_not(someone: Person) -> None:
    plan = (IfThen("If it rings", "I wait", BEFORE),)
    kept = someone.vault.put(Habit("Letting people finish", "I cut in.", plan, BEFORE))
    done = {BEFORE.replace(day=day).isoformat(): Mark.DONE for day in (3, 5, 6, 7)}
    lapsed = {BEFORE.replace(day=9).isoformat(): Mark.LAPSED}
    someone.vault.put(HabitDays(kept.id.hex(), done | lapsed))

    text = paper(letter(someone, BEFORE))

    assert "Letting people finish</span>" in text
    assert f"3 and 5 to 7 {BEFORE:%B}" in text


def test_what_helped_in_an_urge_that_passed_stands_in_it(someone: Person) -> None:
    someone.vault.put(Urge(noon(MONTH), ridden=True, helped="The cold step."))
    someone.vault.put(Urge(noon(MONTH), ridden=False, helped="Nothing."))

    text = paper(letter(someone))

    assert "The cold step." in text
    assert "Nothing." not in text


def test_what_was_learnt_in_a_rehearsal_stands_in_it(someone: Person) -> None:
    someone.vault.put(Rehearsed("a-no", noon(MONTH), "Shorter is kinder."))

    assert "Shorter is kinder." in paper(letter(someone))


def test_kept_days_stand_in_it_without_their_words_and_without_a_count(someone: Person) -> None:
    terms = Terms(state=State.SPACE, words=THEIR_WORDS)
    someone.vault.put(begin(terms, noon(BEFORE)))

    text = paper(letter(someone, BEFORE))

    assert "They had asked for distance." in text
    assert re.search(rf"10 to \d\d {BEFORE:%B}", text)
    assert THEIR_WORDS not in text


def test_a_day_on_which_an_urge_to_reach_them_was_followed_is_no_kept_day(someone: Person) -> None:
    someone.vault.put(begin(Terms(State.SPACE, words=THEIR_WORDS), noon(BEFORE)))
    someone.vault.put(Urge(noon(BEFORE + timedelta(days=1)), want="write", ridden=False))

    told = paper(letter(someone, BEFORE))

    assert "12 to" in told
    assert "10 to" not in told


def test_another_month_can_be_chosen(someone: Person) -> None:
    keep(someone, "work/evidence-jar", BEFORE, what="The month before.")
    keep(someone, "work/evidence-jar", MONTH, what="This month.")

    page = letter(someone, BEFORE)

    assert "The month before." in paper(page)
    assert "This month." not in paper(page)
    assert f'value="{BEFORE:%Y-%m}" selected' in page


def test_at_first_it_takes_the_month_before_when_this_one_says_nothing_yet(
    someone: Person,
) -> None:
    keep(someone, "work/evidence-jar", BEFORE, what="The month before.")

    assert "The month before." in paper(letter(someone))


@pytest.mark.parametrize("month", ["", "2026", "x", "1999-01", "2026-13"])
def test_a_month_that_cannot_be_chosen_is_none(someone: Person, month: str) -> None:
    assert someone.get(f"/letter/?month={month}").status_code == 200


def test_nothing_of_it_is_kept(someone: Person) -> None:
    keep(someone, "work/evidence-jar", what="In at six.")
    before = Record.objects.count()

    letter(someone)

    assert Record.objects.count() == before


def test_what_was_typed_is_written_back_as_text(someone: Person) -> None:
    keep(someone, "work/evidence-jar", what="<b>six</b>")

    assert b"<b>six</b>" not in someone.get("/letter/").content
