"""Habits on their pages: one tap a day, a debrief that mends the plan, eight weeks in words."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.http import HttpRequest, HttpResponse

from amends.journey import Answers, Row
from amends.practice import (
    Debrief,
    Ending,
    Habit,
    HabitDays,
    HabitExample,
    IfThen,
    Mark,
    Motive,
    Pause,
    Urge,
    load_habit_examples,
)
from amends.text import CONTENT
from amends.web import cookie
from amends.web.content import words
from amends.web.dangers import is_sign
from tests.web.conftest import Person, settled

FIRST = date(2026, 3, 2)
FORM = {
    "name": "Letting them finish",
    "harm": "I cut people off",
    "cue": "my answer is ready",
    "act": "I count two breaths.",
    "seen": "longer silences",
    "motive": "me",
}
DEBRIEF = {"time": "at nine", "feeling": "hot", "barrier": "I sit down first"}
Clock = Callable[[date], None]


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@pytest.fixture
def bob(db: None) -> Person:
    return settled()


@pytest.fixture
def on(bob: Person, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Let it be noon of a day, and Bob unlocked."""

    def move(to: date) -> None:
        noon = datetime.combine(to, time(12), tzinfo=UTC)
        monkeypatch.setattr("django.utils.timezone.now", lambda: noon)
        bob.client.cookies = cookie.unlock(HttpRequest(), HttpResponse(), bob.vault).cookies

    return move


def begun(bob: Person, **changed: str) -> str:
    """Keep a habit as the form keeps it; return the address of its page."""
    return str(bob.post("/habits/new/", **(FORM | changed))["Location"])


def mark(bob: Person, page: str, which: date, state: str) -> str:
    """Mark a day; return where that leads."""
    sent = bob.post(page, action="mark", day=which.isoformat(), mark=state)
    return str(sent["Location"])


def habit_of(bob: Person) -> Habit:
    return bob.vault.records(Habit)[-1]


def days_of(bob: Person) -> HabitDays:
    return bob.vault.records(HabitDays)[-1]


def text_of(bob: Person, path: str) -> str:
    page = bob.get(path).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.partition("<main")[2]))


def test_a_new_habit_keeps_its_harm_its_plan_and_for_whom_it_is(bob: Person, on: Clock) -> None:
    on(FIRST)

    begun(bob, is_worth_it="on")

    assert habit_of(bob) == Habit(
        name="Letting them finish",
        harm="I cut people off",
        plans=(IfThen("my answer is ready", "I count two breaths", FIRST),),
        since=FIRST,
        seen="longer silences",
        motive=Motive.ME,
        is_worth_it=True,
    )


def test_a_habit_without_a_plan_is_not_kept_and_what_was_typed_stays(bob: Person) -> None:
    page = bob.post("/habits/new/", **(FORM | {"act": " "})).content.decode()

    assert bob.vault.records(Habit) == []
    assert "longer silences" in page
    assert words("habits")["question"]["missing"] in page


def test_an_example_fills_the_form(bob: Person) -> None:
    page = bob.post("/habits/new/", start="example:being-late").content.decode()

    assert "I let them wait, again and again." in page
    assert "it is time to leave the house and I begin something else</textarea>" in page


def test_what_one_wrote_of_ones_own_part_is_offered(bob: Person) -> None:
    now = datetime.now(UTC)
    mine: Row = {"what": "I hid it."}
    loop: Row = {"i_do": "I go quiet."}
    bob.vault.put(Answers("understand/cause-map").with_version({"mine": [mine]}, now))
    bob.vault.put(Answers("understand/cycles").with_version({"loops": [loop]}, now))

    offered = re.findall(r'value="mine:(.*?)"', bob.get("/habits/new/").content.decode())

    assert offered == ["I hid it.", "I go quiet."]


def test_a_harm_of_ones_own_fills_the_form(bob: Person) -> None:
    page = bob.post("/habits/new/", start="mine:I hid it.").content.decode()

    assert "I hid it.</textarea>" in page


def test_a_habit_without_a_mark_has_no_number(bob: Person) -> None:
    page = text_of(bob, begun(bob))

    assert "It begins with the first day that you mark." in page
    assert "from 0 to 100" not in page


def test_a_tap_marks_today_and_yesterday(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)
    on(day(1))
    habit = page.strip("/").split("/")[-1]

    for which, state in ((day(1), "done"), (FIRST, "excused")):
        bob.post("/habits/", action="mark", habit=habit, day=which.isoformat(), mark=state)

    assert days_of(bob).marks == {"2026-03-03": Mark.DONE, "2026-03-02": Mark.EXCUSED}
    assert bob.get("/habits/").content.decode().count('aria-pressed="true"') == 2


def test_an_earlier_day_can_be_marked_and_left_blank_again(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)
    on(day(9))
    mark(bob, page, day(3), "done")
    marked = days_of(bob).on(day(3))

    mark(bob, page, day(3), "blank")

    assert marked is Mark.DONE
    assert days_of(bob).marks == {}


@pytest.mark.parametrize("sent", ["2026-03-01", "2026-03-13", "yesterday", ""])
def test_no_day_before_the_first_or_after_today_is_marked(
    sent: str, bob: Person, on: Clock
) -> None:
    on(FIRST)
    page = begun(bob)
    on(day(10))

    bob.post(page, action="mark", day=sent, mark="done")

    assert days_of(bob).marks == {}


def test_a_lapse_leads_to_its_debrief(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)

    assert mark(bob, page, FIRST, "lapsed") == f"{page}day/2026-03-02/"


def test_a_debrief_is_kept_and_mends_the_plan(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)
    on(day(3))
    debrief = mark(bob, page, day(3), "lapsed")

    bob.post(debrief, **DEBRIEF, cue="my answer is ready", act="I sit down and breathe")

    assert habit_of(bob).plan == IfThen("my answer is ready", "I sit down and breathe", day(3))
    assert [one.barrier for one in bob.vault.records(Debrief)] == ["I sit down first"]
    assert list(days_of(bob).debriefs) == ["2026-03-05"]


def test_a_debrief_that_fits_the_plan_leaves_it_as_it_was(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)
    debrief = mark(bob, page, FIRST, "lapsed")

    bob.post(debrief, **DEBRIEF, cue=FORM["cue"], act=FORM["act"])

    assert len(habit_of(bob).plans) == 1
    assert words("habits")["lapse"]["after"] in text_of(bob, f"{debrief}?kept=yes")


def test_a_debrief_kept_twice_is_one(bob: Person, on: Clock) -> None:
    on(FIRST)
    debrief = mark(bob, begun(bob), FIRST, "lapsed")

    for barrier in ("a", "b"):
        bob.post(debrief, barrier=barrier, cue="c", act="d")

    assert [one.barrier for one in bob.vault.records(Debrief)] == ["b"]


def test_an_empty_debrief_is_not_kept_and_the_plan_stays_as_typed(bob: Person, on: Clock) -> None:
    on(FIRST)
    debrief = mark(bob, begun(bob), FIRST, "lapsed")

    page = bob.post(debrief, cue="a new cue", act="a new act").content.decode()

    assert bob.vault.records(Debrief) == []
    assert "a new cue</textarea>" in page
    assert words("habits")["lapse"]["missing"] in page


def test_a_day_that_was_no_lapse_has_no_debrief(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)
    mark(bob, page, FIRST, "done")

    assert bob.get(f"{page}day/2026-03-02/")["Location"] == page
    assert bob.get(f"{page}day/2027-03-02/").status_code == 404


def eight_weeks(bob: Person, on: Clock) -> str:
    """Live eight weeks: two lapses, one of them looked at, a day forgotten, two weeks away."""
    on(FIRST)
    page = begun(bob)
    away = {"first": "2026-04-06", "last": "2026-04-19"}
    lapses = {date(2026, 3, 14), date(2026, 3, 25)}
    for number in range(56):
        today = day(number)
        on(today)
        if today == date(2026, 4, 6):
            bob.post(page, action="excuse", **away)
        if date(2026, 4, 6) <= today <= date(2026, 4, 19) or today == date(2026, 3, 30):
            continue
        then = mark(bob, page, today, "lapsed" if today in lapses else "done")
        if today == date(2026, 3, 14):
            bob.post(then, **DEBRIEF, cue="my answer is ready", act="I put my cup down")
    return page


def test_eight_weeks_with_a_holiday_and_two_lapses_are_told_rightly(bob: Person, on: Clock) -> None:
    page = eight_weeks(bob, on)
    habit = page.strip("/").split("/")[-1]
    at = datetime(2026, 4, 20, 23, tzinfo=UTC)
    for is_ridden in (True, True, False, None):
        bob.vault.put(Urge(at, ridden=is_ridden, habit=habit))

    said = text_of(bob, page)

    assert (
        "Days since 2 March: 39 days done, 2 lapses, 14 days when it did not come up,"
        " 1 day with nothing written. The lapses were on 14 March and 25 March."
    ) in said
    assert "Strength since 2 March 2026, from 0 to 100: about 80 now." in said
    assert "Days from a lapse to the next done day: usually 1." in said
    assert "Urges in the last eight weeks: 3. Passed without being followed: 2." in said
    assert "If my answer is ready, then I put my cup down." in said


def test_the_picture_tells_the_four_kinds_by_shape(bob: Person, on: Clock) -> None:
    page = bob.get(eight_weeks(bob, on)).content.decode()

    picture = page[page.index('<figure class="habit-days">') :].partition("</svg>")[0]

    shapes = [("circle", "done"), ("path", "lapsed"), ("path", "excused"), ("circle", "blank")]
    assert [picture.count(f'<{shape} class="{state}"') for shape, state in shapes] == [39, 2, 14, 1]


def test_the_table_says_every_day_in_words(bob: Person, on: Clock) -> None:
    page = bob.get(eight_weeks(bob, on)).content.decode()

    rows = dict(re.findall(r"<tr><td>(\w+ \d+ \w+)</td><td>(.*?)</td></tr>", page))

    assert len(rows) == 56
    assert rows["Saturday 14 March"] == "Lapsed"
    assert rows["Monday 30 March"] == "Nothing written"
    assert rows["Monday 6 April"] == "It did not come up"
    assert rows["Sunday 26 April"] == "Done"


def test_no_page_speaks_of_streaks_or_starting_over(bob: Person, on: Clock) -> None:
    page = eight_weeks(bob, on)

    said = text_of(bob, page) + text_of(bob, "/habits/") + text_of(bob, f"{page}day/2026-03-14/")

    assert not re.search(
        r"streak|in a row(?! bring)|start over|reset|record|perfect", said, re.IGNORECASE
    )


def test_a_stretch_can_be_excused_and_taken_out_again(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)
    away = {"first": "2026-03-10", "last": "2026-03-20"}
    bob.post(page, action="excuse", **away)
    kept = days_of(bob).pauses

    bob.post(page, action="unexcuse", **away)

    assert kept == (Pause(date(2026, 3, 10), date(2026, 3, 20)),)
    assert days_of(bob).pauses == ()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-03-20", "2026-03-10"),
        ("2026-03-01", "2026-03-10"),
        ("2026-03-10", "2036-03-10"),
        ("", "2026-03-10"),
    ],
)
def test_a_stretch_that_cannot_be_is_not_kept_and_told(
    first: str, last: str, bob: Person, on: Clock
) -> None:
    on(FIRST)
    page = begun(bob)

    said = bob.post(page, action="excuse", first=first, last=last).content.decode()

    assert days_of(bob).pauses == ()
    assert words("habits")["one"]["stretch_problem"] in said


def test_the_earlier_plan_stays_to_be_seen(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)

    bob.post(page, action="plan", cue="I stand at the door", act="I wait for their last word")

    said = text_of(bob, page)
    assert "If I stand at the door, then I wait for their last word." in said
    assert "If my answer is ready, then I count two breaths." in said


def test_a_plan_with_an_empty_half_is_not_kept(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)

    said = bob.post(page, action="plan", cue="I stand at the door", act="").content.decode()

    assert len(habit_of(bob).plans) == 1
    assert "I stand at the door</textarea>" in said


def test_what_it_is_about_can_be_changed(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)

    bob.post(page, action="about", **(FORM | {"motive": "seen", "name": "Two breaths"}))

    assert (habit_of(bob).name, habit_of(bob).motive) == ("Two breaths", Motive.SEEN)
    assert habit_of(bob).plans == (IfThen("my answer is ready", "I count two breaths", FIRST),)


def test_an_ended_habit_stays_and_can_be_taken_up_again(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)
    on(day(5))
    bob.post(page, action="end", ending="carries")
    ended, said = habit_of(bob), text_of(bob, page)
    on(day(20))

    bob.post(page, action="again")

    assert (ended.ended, ended.ending) == (day(5), Ending.CARRIES)
    assert "You ended it: it carries itself now." in said
    assert habit_of(bob).ended is None
    assert days_of(bob).pauses == (Pause(day(6), day(19)),)


def test_a_deleted_habit_takes_its_days_and_debriefs_along(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)
    bob.post(mark(bob, page, FIRST, "lapsed"), **DEBRIEF, cue="c", act="d")

    bob.post(page, action="delete")

    left = [len(bob.vault.all(kind)) for kind in (Habit, HabitDays, Debrief)]
    assert left == [0, 0, 0]


def test_an_urge_that_begins_at_a_habit_belongs_to_it(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)

    wave = bob.post(page, action="urge")["Location"]
    bob.post(wave, action="passed")

    assert bob.get(wave).status_code == 200
    assert "Urges in the last eight weeks: 1. Passed without being followed: 1." in text_of(
        bob, page
    )


def test_a_wave_that_is_going_becomes_the_urge_of_the_habit(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob)
    wave = bob.post("/urge/", strength="7")["Location"]

    assert bob.post(page, action="urge")["Location"] == wave
    assert [one.habit in page for one in bob.vault.records(Urge)] == [True]


def test_habits_that_are_all_to_be_seen_are_asked_about_once(bob: Person) -> None:
    begun(bob, motive="seen")
    begun(bob, motive="seen")

    question = words("habits")["all_seen"]

    assert text_of(bob, "/habits/").count(question) == 1


def test_one_habit_for_oneself_is_enough_to_leave_it_unasked(bob: Person) -> None:
    begun(bob, motive="seen")
    begun(bob, motive="me")

    assert words("habits")["all_seen"] not in text_of(bob, "/habits/")


def test_a_sixth_habit_is_kept_and_a_quiet_line_says_what_a_week_can_hold(bob: Person) -> None:
    for _ in range(5):
        begun(bob)
    before = text_of(bob, "/habits/")

    begun(bob)

    line = words("habits")["many"].format(n=6)
    assert line in text_of(bob, "/habits/")
    assert words("habits")["many"].format(n=5) not in before


def test_marking_a_day_does_not_write_the_words_anew(bob: Person, on: Clock) -> None:
    """A sign of danger in an old plan would otherwise come back with every tap."""
    on(FIRST)
    page = begun(bob)
    before = bob.vault.all(Habit)

    mark(bob, page, FIRST, "done")

    assert bob.vault.all(Habit) == before


def test_an_address_and_a_title_say_nothing_of_what_was_written(bob: Person, on: Clock) -> None:
    on(FIRST)
    page = begun(bob, name="canary", harm="canary", cue="canary", act="canary")
    debrief = mark(bob, page, FIRST, "lapsed")

    pages = [bob.get(path).content.decode() for path in ("/habits/", page, debrief)]

    assert "canary" not in page + debrief
    assert not any("canary" in re.findall(r"<title>(.*?)</title>", one)[0] for one in pages)


def test_every_sentence_that_a_page_asks_for_is_there() -> None:
    """What is named in a template and missing in habits.toml would show as nothing."""
    pages = CONTENT.parent / "web" / "pages"
    asked = {
        name
        for folder in ("habits", "habit", "habit_new", "lapse")
        for path in (pages / folder).glob("*.html")
        for name in re.findall(r"\{\{ text\.([\w.]+)", path.read_text(encoding="utf-8"))
    }

    missing = [name for name in sorted(asked) if not found(name.split("."))]

    assert len(asked) > 30
    assert missing == []


def found(names: list[str]) -> object:
    table: object = words("habits")
    for name in names:
        table = table.get(name) if isinstance(table, dict) else None
    return table


@pytest.mark.parametrize("example", load_habit_examples("en"), ids=lambda one: one.id)
def test_no_example_sounds_like_a_sign_of_danger(example: HabitExample) -> None:
    """Whoever keeps one as it stands would get the page about now for it, for days."""
    parts = [example.title, example.harm, example.cue, example.act, example.seen]

    heard = [part for part in ["\n".join(parts), *parts] if is_sign(part)]

    assert heard == []
