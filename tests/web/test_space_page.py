"""The agreement day by day, as its page tells it; and the practical channel."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from amends.contact import Contact, Draft, State, Terms, begin
from amends.journey import Answers
from amends.practice import Urge
from tests.web.conftest import THEIR_WORDS, Person, person, settled

DAY = timedelta(days=1)
PRACTICAL = "The school asks for a form by Friday. Can you sign it?"


def kept_for(days: int, state: State = State.SPACE, **terms: Any) -> Person:
    """Return someone whose agreement began some days ago."""
    someone = person()
    since = datetime.now(UTC) - days * DAY
    someone.vault.put(begin(Terms(state, words=THEIR_WORDS, **terms), since))
    return someone


def wrote(someone: Person, days_ago: int, **more: Any) -> str:
    """Keep a contact by me; return its id."""
    at = datetime.now(UTC) - days_ago * DAY
    return someone.vault.put(Contact(at, "me", "message", **more)).id.hex()


def page_of(someone: Person, path: str = "/space/") -> str:
    """Return a page as text, without its tags and with single spaces."""
    html = someone.get(path).content.decode()
    return " ".join(re.sub("<[^>]*>", " ", html).split())


@pytest.mark.django_db
def test_their_words_come_first() -> None:
    page = settled().get("/space/").content.decode()

    assert page.index(THEIR_WORDS) < page.index("Day by day")


@pytest.mark.django_db
def test_it_says_how_many_days_were_kept() -> None:
    assert "You have kept to it on 40 days so far." in page_of(kept_for(40))


@pytest.mark.django_db
def test_a_lapse_is_told_and_sets_nothing_to_zero() -> None:
    someone = kept_for(40)
    wrote(someone, 3)

    page = page_of(someone)

    assert "You have kept to it on 39 days so far. On one day you did not." in page
    assert timezone.localdate(timezone.now() - 3 * DAY).strftime("%A ") in page


def followed(someone: Person, days_ago: int, want: str) -> None:
    began = datetime.now(UTC) - days_ago * DAY
    someone.vault.put(Urge(began, want=want, ridden=False))


@pytest.mark.django_db
@pytest.mark.parametrize("want", ["write", "call", "go-there"])
def test_an_urge_to_reach_them_that_was_followed_is_no_day_kept(want: str) -> None:
    someone = kept_for(40)
    followed(someone, 3, want)

    page = page_of(someone)

    assert "You have kept to it on 39 days so far. On one day you did not." in page
    assert "the contact log does not have it yet" in page


@pytest.mark.django_db
def test_once_it_is_in_the_contact_log_it_is_told_there_alone() -> None:
    someone = kept_for(40)
    followed(someone, 3, "write")
    wrote(someone, 3)

    page = page_of(someone)

    assert "You have kept to it on 39 days so far. On one day you did not." in page
    assert "does not have it yet" not in page


@pytest.mark.django_db
def test_an_urge_that_wanted_something_else_breaks_no_day() -> None:
    someone = kept_for(40)
    followed(someone, 3, "drink")

    assert "You have kept to it on 40 days so far." in page_of(someone)


@pytest.mark.django_db
def test_the_first_day_is_called_that() -> None:
    assert "Today is the first day." in page_of(settled())


@pytest.mark.django_db
@pytest.mark.parametrize("state", [State.TOGETHER, State.OPEN, State.UNKNOWN])
def test_where_nothing_was_asked_no_day_is_counted(state: State) -> None:
    page = page_of(kept_for(40, state))

    assert "no days are counted" in page
    assert "have kept to it" not in page


@pytest.mark.django_db
def test_nothing_counts_down() -> None:
    until = timezone.localdate() + 30 * DAY
    page = page_of(kept_for(5, until=until, reopened_by="either"))

    assert until.strftime("%B %Y") in page
    assert not re.search(r"in \d+ days|days (until|left|to go)|\d+ days more", page)


@pytest.mark.django_db
def test_it_tells_exceptions_and_who_reopens() -> None:
    page = page_of(kept_for(5, exceptions="If Max is ill", reopened_by="them"))

    assert "If Max is ill" in page
    assert "Who may open contact again Only they" in page


@pytest.mark.django_db
def test_a_contact_may_have_kept_to_an_exception_and_that_can_be_taken_back() -> None:
    someone = kept_for(10, exceptions="If Max is ill")
    entry = wrote(someone, 4)

    someone.post("/space/", action="except", entry=entry)
    with_exception = page_of(someone)
    someone.post("/space/", action="count", entry=entry)

    assert "on 10 days so far. In the last" in with_exception
    assert "on 9 days so far. On one day you did not." in page_of(someone)


@pytest.mark.django_db
def test_without_exceptions_none_is_offered() -> None:
    someone = kept_for(10)
    wrote(someone, 4)

    assert "what they had left open" not in page_of(someone)


@pytest.mark.django_db
@pytest.mark.parametrize("entry", ["", "zz", "0" * 32])
def test_an_exception_needs_a_contact(entry: str) -> None:
    assert kept_for(3).post("/space/", action="except", entry=entry).status_code == 404


@pytest.mark.django_db
def test_eight_weeks_are_told_in_words_and_shapes() -> None:
    someone = kept_for(100)
    wrote(someone, 2)

    html = someone.get("/space/").content.decode()

    assert "One day was not: " in page_of(someone)
    assert html.count('class="broken"') == 1
    assert html.count('class="kept"') == html.count("<circle") - html.count('class="none"')
    assert html.count("<tr>") == 9


@pytest.mark.django_db
def test_it_tells_who_reached_out_how_often() -> None:
    someone = kept_for(100, State.OPEN)
    for days_ago in (80, 20, 10):
        wrote(someone, days_ago)
    someone.vault.put(Contact(datetime.now(UTC) - 5 * DAY, "them", note="Yes", willing=True))

    page = page_of(someone)

    assert "In the last thirty days: you 2, they 1." in page
    assert "Since the agreement began: you 3, they 1." in page


def urges(someone: Person, hour: int, count: int = 12) -> None:
    """Keep one urge an evening."""
    evening = timezone.localtime().replace(hour=hour, minute=0) - DAY
    for number in range(count):
        someone.vault.put(Urge(evening - number * DAY))


@pytest.mark.django_db
def test_it_says_when_urges_peak_and_offers_the_plan() -> None:
    someone = kept_for(40)
    urges(someone, 22)

    page = page_of(someone)

    assert "Of your last 12 urges, 12 began between 21:00 and 0:00." in page
    assert "Plan something warm for that hour" in page


@pytest.mark.django_db
def test_it_reads_back_what_was_planned_for_that_part() -> None:
    someone = kept_for(40)
    urges(someone, 22)
    rows: list[dict[str, str | int]] = [
        {"part": "evening", "what": "the choir"},
        {"part": "morning", "what": "run"},
    ]
    someone.vault.put(Answers("space/energy").with_version({"plan": rows}, datetime.now(UTC)))

    page = page_of(someone)

    assert "you planned: the choir." in page


@pytest.mark.django_db
def test_a_few_urges_say_nothing() -> None:
    someone = kept_for(40)
    urges(someone, 22, count=11)

    assert "urges," not in page_of(someone)


@pytest.mark.django_db
def test_before_an_agreement_it_asks_how_things_stand() -> None:
    response = person().get("/space/")

    assert response.headers["Location"] == "/standing/"


def practical() -> Person:
    """Return someone who may write about two practical matters."""
    return settled(State.LOGISTICS_ONLY, topics=("school", "the dog"))


def begun_about(someone: Person, topic: str) -> str:
    """Choose a topic; return the address of the message that began."""
    return str(someone.post("/space/topics/", topic=topic).headers["Location"])


@pytest.mark.django_db
def test_the_named_topics_are_one_tap_away() -> None:
    someone = practical()

    page = someone.get("/space/topics/").content.decode()

    assert 'value="school"' in page
    assert 'value="the dog"' in page
    assert "/space/topics/" in someone.get("/space/").content.decode()


@pytest.mark.django_db
def test_a_message_about_a_named_topic_may_leave_at_once() -> None:
    someone = practical()
    path = begun_about(someone, "school")

    someone.post(path, action="put-away", text=PRACTICAL, urge="2", topic="school")
    someone.post(path, action="reread", wanted="yes")
    someone.post(path, action="take-out")

    assert "data-copyable" in someone.get(path).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "more", ["I miss you every single day.", "I still love you.", "Our old life hurts to look at."]
)
def test_anything_personal_in_it_holds_it_back(more: str) -> None:
    someone = practical()
    path = begun_about(someone, "school")

    someone.post(path, action="put-away", text=f"{PRACTICAL} {more}", urge="2", topic="school")
    someone.post(path, action="reread", wanted="yes")
    someone.post(path, action="take-out")
    page = someone.get(path).content.decode()

    assert "data-copyable" not in page
    assert "There is more than practical matters in this message." in page


@pytest.mark.django_db
def test_a_topic_that_nobody_named_begins_nothing() -> None:
    someone = practical()

    response = someone.post("/space/topics/", topic="the summer")

    assert response.status_code == 200
    assert someone.vault.all(Draft) == []


@pytest.mark.django_db
@pytest.mark.parametrize("state", [one for one in State if one != State.LOGISTICS_ONLY])
def test_in_any_other_state_there_is_no_topic_to_choose(state: State) -> None:
    someone = settled(state, topics=("school",))

    response = someone.post("/space/topics/", topic="school")

    assert someone.vault.all(Draft) == []
    assert b'name="topic"' not in response.content
