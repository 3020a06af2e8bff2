"""The journal in the browser: a question, a page, an act, and what the guard says."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from amends.practice import ActTold, JournalPage, Sitting
from amends.safety import Danger, Statement
from amends.store.saved_texts import saved_texts
from amends.web.journal import in_words
from amends.web.people import People
from amends.web.week import facts
from tests.practice.diaries import TUNE, load
from tests.web.conftest import Person, a_page, settled

EVENING = datetime(2026, 3, 16, 21, 0, tzinfo=UTC)
SIGN = "I want to end my life."
LOOPING = next(one for one in load(TUNE) if one.name == "loop-06-the-meeting")


@pytest.fixture
def someone(db: None) -> Person:
    """Somebody with an empty journal."""
    return settled()


@pytest.fixture
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine in the evening; it stands before `someone`, whose session begins then."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: EVENING)


@pytest.fixture
def night(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Ten to midnight."""
    at = timezone.localtime(EVENING).replace(hour=23, minute=50)
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    return at


def page_of(someone: Person, path: str = "/journal/") -> str:
    text: str = someone.get(path).content.decode()
    return text


def keep(someone: Person, text: str, act: str = "", **more: str) -> Any:
    return someone.post("/journal/", action="keep", text=text, act=act, **more)


def ago(seconds: int) -> str:
    """Return a moment before the evening, as a page says when it was opened."""
    return (EVENING - timedelta(seconds=seconds)).isoformat()


def turned(someone: Person, at: datetime, pages: int = 6) -> str:
    """Keep the pages of a looping diary, one an evening up to this one; return the last's page."""
    for number, one in enumerate(LOOPING.pages[:pages]):
        then = timezone.localtime(at - timedelta(days=pages - 1 - number))
        sitting = Sitting(then, then - timedelta(minutes=5), one.text)
        kept = someone.vault.put(JournalPage("opening/one-hour", (sitting,)))
    return page_of(someone, f"/journal/{kept.id.hex()}/")


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def test_an_empty_journal_says_what_will_be_here(someone: Person) -> None:
    page = page_of(someone)

    assert "Your pages will lie here" in page
    assert "You do not have to understand it tonight." in page


def test_a_page_is_kept_with_its_act(someone: Person) -> None:
    led = keep(someone, "The bus was late.", "Leave at eight.")

    page = page_of(someone, led["Location"])
    assert "Kept, and sealed." in page
    assert "The bus was late." in page
    assert "Leave at eight." in page


def test_an_act_alone_is_a_page(someone: Person) -> None:
    assert keep(someone, "", "Leave at eight.").status_code == 302


def test_an_empty_page_is_not_kept(someone: Person) -> None:
    page = keep(someone, "  ").content.decode()

    assert "There is nothing on the page yet." in page
    assert someone.vault.records(JournalPage) == []


def test_it_is_one_page_however_often_it_is_sent(someone: Person) -> None:
    opened = hidden(page_of(someone), "opened")

    keep(someone, "The bus was late.", opened=opened)
    keep(someone, "The bus was late, and I ran.", opened=opened)

    [kept] = someone.vault.records(JournalPage)
    assert kept.text == "The bus was late, and I ran."
    assert len(kept.sittings) == 2


def test_another_question_loses_nothing(someone: Person) -> None:
    first = hidden(page_of(someone), "prompt")

    led = someone.post("/journal/", action="other", prompt=first, text="Half a line", act="An act")

    page = page_of(someone, led["Location"])
    assert "Half a line" in page
    assert "An act" in page
    assert hidden(page, "prompt") != first


def test_another_question_on_an_empty_page_keeps_no_page(someone: Person) -> None:
    first = hidden(page_of(someone), "prompt")

    page = someone.post("/journal/", action="other", prompt=first).content.decode()

    assert hidden(page, "prompt") != first
    assert someone.vault.records(JournalPage) == []


def test_another_kind_of_question_can_be_chosen(someone: Person) -> None:
    page = someone.post("/journal/", action="kind:distanced").content.decode()

    assert hidden(page, "prompt").startswith("distanced/")


def test_a_kind_that_is_not_there_changes_nothing(someone: Person) -> None:
    assert someone.post("/journal/", action="kind:canary").status_code == 200


def test_the_name_that_one_chose_stands_in_the_question(someone: Person) -> None:
    someone.vault.put(People(me="Robin"))

    page = someone.post("/journal/", action="begin:distanced/an-older-one").content.decode()

    assert "Robin at eighty" in page


def test_plain_and_good_take_turns(evening: None, someone: Person) -> None:
    kinds = []
    for number in range(3):
        kinds.append(hidden(page_of(someone), "prompt").partition("/")[0])
        prompt = hidden(page_of(someone), "prompt")
        keep(someone, f"Page {number}.", prompt=prompt, opened=ago(number))

    assert kinds == ["opening", "good", "opening"]


def test_the_night_has_questions_of_its_own(night: datetime, someone: Person) -> None:
    assert hidden(page_of(someone), "prompt").startswith("night/")


def test_writing_on_keeps_what_stood_there(someone: Person) -> None:
    path = keep(someone, "The bus was late.")["Location"].partition("?")[0]

    someone.post(path, action="keep", text="The bus was early.", act="")

    [kept] = someone.vault.records(JournalPage)
    assert [one.text for one in kept.sittings] == ["The bus was late.", "The bus was early."]


def test_a_page_can_be_deleted(someone: Person) -> None:
    path = keep(someone, "The bus was late.")["Location"].partition("?")[0]

    someone.post(path, action="delete")

    assert someone.vault.records(JournalPage) == []


def test_five_pages_show_and_the_rest_is_counted(someone: Person) -> None:
    for number in range(7):
        someone.vault.put(a_page(timezone.localtime() - timedelta(days=number), f"Page {number}."))

    page = page_of(someone)

    listed, _, folded = page.partition("<summary>2 more")
    assert listed.count('<li><a href="/journal/') == 5
    assert folded.count('<li><a href="/journal/') == 2


def test_the_list_shows_no_words_to_whoever_walks_in(someone: Person) -> None:
    someone.vault.put(a_page(timezone.localtime(), "The bus was late."))

    assert "The bus was late." not in page_of(someone)


def test_an_act_is_asked_about_on_another_day(someone: Person) -> None:
    someone.vault.put(a_page(timezone.localtime() - timedelta(days=1)))

    page = page_of(someone)

    assert "You had one thing in mind" in page
    assert "Leave ten minutes earlier." in page


def test_not_on_the_same_day(evening: None, someone: Person) -> None:
    keep(someone, "The bus was late.", "Leave at eight.")

    assert "You had one thing in mind" not in page_of(someone)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("done", "Done. It stands on its page."),
        ("not-yet", "Not yet is an answer."),
        ("dropped", "Then it is set aside."),
    ],
)
def test_each_answer_about_an_act_is_taken_gently(outcome: str, said: str, someone: Person) -> None:
    kept = someone.vault.put(a_page(timezone.localtime() - timedelta(days=1)))

    led = someone.post(f"/journal/{kept.id.hex()}/", action=f"act:{outcome}")

    page = page_of(someone, led["Location"])
    assert said in page
    assert "You had one thing in mind" not in page
    assert [one.outcome for one in someone.vault.records(ActTold)] == [outcome]


def test_an_answer_does_not_make_an_old_text_a_new_one(someone: Person) -> None:
    kept = someone.vault.put(a_page(timezone.localtime() - timedelta(days=1)))
    before = saved_texts(someone.vault, datetime.now(UTC) - timedelta(days=9))

    someone.post(f"/journal/{kept.id.hex()}/", action="act:done")

    assert saved_texts(someone.vault, datetime.now(UTC) - timedelta(days=9)) == before


def test_another_act_is_asked_about_anew(someone: Person) -> None:
    kept = someone.vault.put(a_page(timezone.localtime() - timedelta(days=1)))
    path = f"/journal/{kept.id.hex()}/"
    someone.post(path, action="act:done")

    someone.post(path, action="keep", text="The bus was late.", act="Walk.")

    assert "You had one thing in mind" in page_of(someone)


def test_with_its_page_the_answer_goes(someone: Person) -> None:
    path = f"/journal/{someone.vault.put(a_page(timezone.localtime())).id.hex()}/"
    someone.post(path, action="act:done")

    someone.post(path, action="delete")

    assert someone.vault.records(ActTold) == []


def test_a_page_that_turns_is_told_with_its_days(evening: None, someone: Person) -> None:
    page = turned(someone, EVENING)

    assert re.search(r"You have been here (three|four) times in a week: the pages of ", page)
    assert "circle the same thing" in page
    assert "Look at it as a friend would" in page
    assert "Take one piece of it, exactly" in page


def test_what_it_says_is_below_what_is_kept_and_in_no_way(evening: None, someone: Person) -> None:
    page = turned(someone, EVENING)

    assert 'name="text"' in page
    assert LOOPING.pages[5].text[:40] in page


def test_after_a_page_that_turns_the_next_question_is_another_way_in(
    evening: None, someone: Person
) -> None:
    turned(someone, EVENING)

    assert hidden(page_of(someone), "prompt").startswith(("distanced/", "concrete/"))


def test_the_next_day_nothing_is_said_of_it(someone: Person) -> None:
    page = turned(someone, datetime.now(UTC) - timedelta(days=2))

    assert "You have been here" not in page


def test_late_and_long_the_book_is_closed(night: datetime, someone: Person) -> None:
    for minutes in (40, 30):
        someone.vault.put(a_page(night - timedelta(minutes=minutes), "A short page."))

    page = turned(someone, night)

    assert "Close the book for tonight" in page
    assert 'href="/calm/"' in page
    assert "This page is kept." in page
    assert 'name="text"' in page


def test_pages_that_go_somewhere_hear_nothing(evening: None, someone: Person) -> None:
    diary = next(one for one in load(TUNE) if one.name == "prog-01-kitchen")
    for number, one in enumerate(diary.pages):
        then = timezone.localtime(EVENING - timedelta(days=len(diary.pages) - 1 - number))
        kept = someone.vault.put(JournalPage("opening/one-hour", (Sitting(then, then, one.text),)))

    page = page_of(someone, f"/journal/{kept.id.hex()}/")

    assert "You have been here" not in page


def test_in_a_danger_the_page_about_now_answers(someone: Person) -> None:
    led = keep(someone, SIGN)

    assert led["Location"].startswith("/crisis/")
    assert someone.vault.records(JournalPage)[0].text == SIGN


def test_what_was_written_over_still_counts_as_a_sign(someone: Person) -> None:
    keep(someone, SIGN)
    path = f"/journal/{someone.vault.all(JournalPage)[0].id.hex()}/"

    someone.post(path, action="keep", text="A plain line.")

    assert 'class="band' in page_of(someone)


def test_the_guard_is_silent_after_a_yes_about_now(evening: None, someone: Person) -> None:
    someone.vault.put(Statement(EVENING, Danger.CRISIS))

    assert "You have been here" not in turned(someone, EVENING)


def test_the_journal_stays_open_in_a_danger(someone: Person) -> None:
    someone.post("/crisis/", said="yes")

    assert keep(someone, "One more line.").status_code == 302
    assert "<textarea" in page_of(someone)


def test_the_third_page_of_an_evening_may_be_enough(evening: None, someone: Person) -> None:
    for number in range(2):
        assert "One more is possible" not in page_of(someone)
        keep(someone, f"Page {number}.", opened=ago(number + 1))

    assert "One more is possible. So is enough." in page_of(someone)
    led = keep(someone, "Page 2.", opened=ago(9))
    assert "This is page 3 of this evening." in page_of(someone, led["Location"])
    assert "<textarea" in page_of(someone)


def test_a_quarter_of_an_hour_may_be_enough(evening: None, someone: Person) -> None:
    opened = (EVENING - timedelta(minutes=16)).isoformat()

    led = keep(someone, "A long one.", opened=opened)

    said = page_of(someone, led["Location"])
    assert "You have been writing for 16 minutes this evening." in said


@pytest.mark.parametrize("opened", ["", "tomorrow", "2099-01-01T00:00:00+00:00", "2026-03-16"])
def test_a_moment_that_cannot_be_is_now(opened: str, evening: None, someone: Person) -> None:
    keep(someone, "The bus was late.", opened=opened)

    assert someone.vault.records(JournalPage)[0].sittings[0].opened <= EVENING


def test_days_are_said_as_one_says_them() -> None:
    days = [
        datetime(2026, month, day, tzinfo=UTC).date() for month, day in ((3, 5), (2, 28), (3, 3))
    ]

    assert in_words(days) == "28 February, 3 and 5 March"
    assert in_words(days[:1]) == "5 March"


def test_the_week_counts_what_was_done(someone: Person) -> None:
    now = timezone.localtime()
    kept = someone.vault.put(a_page(now - timedelta(days=1)))
    before = [fact.said for fact in facts(someone.vault, now)]

    someone.post(f"/journal/{kept.id.hex()}/", action="act:done")

    assert "0 of 1 done" in before
    assert "1 of 1 done" in [fact.said for fact in facts(someone.vault, now)]


def test_the_way_leads_here(someone: Person) -> None:
    assert 'href="/journal/"' in page_of(someone, "/path/")
