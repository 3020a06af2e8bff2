"""The urge screen: what a tap keeps, what is read back, and what is shown while locked."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone

from amends.journey import Answers
from amends.practice import CalmHelped, Urge
from amends.store.models import Record
from amends.web import cookie
from amends.web.people import People
from tests.web.conftest import Person, person

NIGHT = datetime(2026, 11, 20, 23, 14, tzinfo=UTC)
Clock = Callable[[float], None]
Row = dict[str, str | int]


@pytest.fixture
def someone(db: None) -> Person:
    """Someone new, with nothing written yet."""
    return person()


@pytest.fixture
def clock(someone: Person, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return how to set the clock: minutes after fourteen past eleven, unlocked anew each time."""

    def put(minutes: float) -> None:
        now = NIGHT + timedelta(minutes=minutes)
        monkeypatch.setattr(timezone, "now", lambda: now)
        response = cookie.unlock(HttpRequest(), HttpResponse(), someone.vault)
        someone.client.cookies = response.cookies

    put(0)
    return put


def keep(someone: Person, sheet: str, **rows: list[Row]) -> None:
    someone.vault.put(Answers(sheet).with_version({**rows}, NIGHT))


def page_of(someone: Person, path: str = "/urge/") -> str:
    return str(someone.get(path).content.decode())


def begin(someone: Person, strength: int) -> str:
    return str(someone.post("/urge/", strength=str(strength))["Location"])


def test_one_tap_begins_a_wave(someone: Person) -> None:
    led = begin(someone, 8)

    (urge,) = someone.vault.records(Urge)
    assert urge.strength == 8
    assert led == f"/urge/{someone.vault.all(Urge)[0].id.hex()}/"
    assert "For twenty minutes you do not have to do anything." in page_of(someone, led)


@pytest.mark.parametrize("typed", ["", "11", "-1", "eight", "٣", "9" * 5000])
def test_without_a_number_it_begins_all_the_same(typed: str, someone: Person) -> None:
    someone.post("/urge/", strength=typed)

    assert [one.levels for one in someone.vault.records(Urge)] == [()]


def test_the_first_line_helps_and_danger_is_one_tap_away(someone: Person) -> None:
    page = page_of(someone)

    assert "<h1>You do not have to send it tonight.</h1>" in page
    assert page.index('name="strength"') < page.index("If you might hurt yourself")
    assert page.count('href="/crisis/"') == 2


def test_within_twenty_minutes_a_number_belongs_to_the_same_wave(
    someone: Person, clock: Clock
) -> None:
    led = begin(someone, 8)
    clock(12)
    assert f'href="{led}"' in page_of(someone)

    assert begin(someone, 5) == led
    clock(20)
    assert begin(someone, 6) != led


def test_a_night_with_three_urges_and_one_of_them_followed(someone: Person, clock: Clock) -> None:
    for start, after, end in ((0, 3, "passed"), (60, 7, "did"), (180, 2, "passed")):
        clock(start)
        led = begin(someone, 8)
        clock(start + 20)
        someone.post(led, strength=str(after))
        someone.post(led, action=end)

    page = page_of(someone, "/urges/")

    assert (
        "Of 3 urges, 3 were lower after twenty minutes; on average they fell from 8 to 4." in page
    )
    assert "Of 3 that ended, 2 passed without being followed." in page
    assert page.count("I did it") == 1
    assert "8, then 2 of 10" in page


@pytest.mark.parametrize(
    ("want", "first"),
    [("hurt-myself", "someone has to be with you"), ("hurt-back", "their safety comes first")],
)
def test_after_a_hurt_nobody_speaks_of_records(someone: Person, want: str, first: str) -> None:
    path = begin(someone, 9)
    someone.post(path, want=want, action="did")

    page = page_of(someone, path)

    assert first in page
    assert ">Emergency<" in page
    assert "clean record" not in page
    assert "What helped" not in page


def test_a_lapse_leads_on_without_blame(someone: Person) -> None:
    led = begin(someone, 9)

    someone.post(led, action="did")

    page = page_of(someone, led)
    assert "Saying so is worth more than a clean record." in page
    assert 'href="/habits/"' in page
    assert 'href="/agreement/log/"' in page


def test_a_wrong_tap_can_be_put_right(someone: Person) -> None:
    led = begin(someone, 9)
    someone.post(led, action="did")

    someone.post(led, action="passed")

    assert someone.vault.records(Urge)[0].ridden is True


def test_what_helped_stands_first_the_next_time(someone: Person) -> None:
    led = begin(someone, 9)
    someone.post(led, action="passed")
    someone.post(led, action="keep", helped="  I washed \n up. ")

    page = page_of(someone)

    assert someone.vault.records(Urge)[0].helped == "I washed up."
    assert page.index("I washed up.") < page.index('name="strength"')


def test_each_form_says_only_what_is_in_it(someone: Person) -> None:
    led = begin(someone, 9)
    someone.post(led, action="keep", want="look", trigger="A song.")
    someone.post(led, strength="4")
    someone.post(led, action="passed")

    (urge,) = someone.vault.records(Urge)
    assert (urge.want, urge.trigger, urge.ridden) == ("look", "A song.", True)
    assert [one.strength for one in urge.levels] == [9, 4]


def test_an_unknown_want_is_none(someone: Person) -> None:
    led = begin(someone, 9)

    someone.post(led, action="keep", want="canary-7f3a")

    assert someone.vault.records(Urge)[0].want == ""


def test_own_reasons_and_a_friends_words_are_read_back(someone: Person) -> None:
    friends: list[Row] = [{"who": "Sam", "words": "Call me instead."}]
    keep(someone, "space/reasons", reasons=[{"line": "I said yes."}], friends_words=friends)

    page = page_of(someone, begin(someone, 8))

    assert "I said yes." in page
    assert page.index("Call me instead.") < page.index("Sam")


def test_one_person_can_be_called_and_not_the_same_one_each_time(
    someone: Person, clock: Clock
) -> None:
    rows: list[Row] = [
        {"name": "Sam", "reach": "07700 900123", "last": "2026-11-19"},
        {"name": "Dana", "reach": "knock next door", "last": "2026-01-01"},
        {"name": "Bob", "reach": "07700 900999"},
    ]
    keep(someone, "space/support-map", people=rows)
    someone.vault.put(People(them="Bob"))

    first = page_of(someone, begin(someone, 8))
    clock(60)
    second = page_of(someone, begin(someone, 8))

    assert "Dana" in first
    assert "knock next door" in first
    assert 'href="tel:07700900123"' in second
    assert "900999" not in first + second


def test_the_one_who_was_named_stays_on_the_page(someone: Person, clock: Clock) -> None:
    keep(someone, "space/support-map", people=[{"name": "Sam"}, {"name": "Dana"}])
    led = begin(someone, 8)
    clock(60)
    begin(someone, 7)

    assert "<strong>Sam</strong>" in page_of(someone, led)


@pytest.mark.parametrize(
    ("want", "sentence", "number"),
    [
        ("hurt-back", "First, go where they are not.", "tel:999"),
        ("hurt-myself", "You do not have to be alone with this.", "tel:116123"),
    ],
)
def test_a_wish_to_hurt_shows_whom_to_call_before_all_else(
    want: str, sentence: str, number: str, someone: Person
) -> None:
    someone.vault.put(People(country="GB"))
    led = begin(someone, 8)
    someone.post(led, action="keep", want=want)

    page = page_of(someone, led)

    assert page.index(sentence) < page.index(number) < page.index('id="wave"')
    someone.post(led, action="passed")
    assert sentence not in page_of(someone, led)


def test_nothing_leads_to_a_draft_that_can_be_copied(someone: Person) -> None:
    page = page_of(someone, begin(someone, 8))

    assert 'href="/write/"' in page
    assert "data-copyable" not in page


def test_the_dot_sets_out_where_the_clock_says(someone: Person, clock: Clock) -> None:
    led = begin(someone, 8)
    clock(5)

    page = page_of(someone, led)

    assert 'begin="-300s"' in page
    assert "About 15 minutes are left." in page


def test_it_can_be_deleted(someone: Person) -> None:
    led = begin(someone, 8)

    someone.post(led, action="delete")

    assert someone.vault.all(Urge) == []
    assert someone.get(led).status_code == 404


def test_while_locked_it_helps_and_keeps_nothing(visitor: Client, alice: Person) -> None:
    before = Record.objects.count()

    page = visitor.post("/urge/", {"strength": "8"}).content.decode()

    assert "At the beginning 8 of 10." in page
    assert "Amends is locked: nothing of this is kept." in page
    assert Record.objects.count() == before


def test_while_locked_nothing_that_was_written_shows(visitor: Client, alice: Person) -> None:
    keep(alice, "space/reasons", reasons=[{"line": "canary-7f3a"}])
    alice.vault.put(Urge(timezone.now(), helped="canary-7f3a", ridden=True))
    assert "canary-7f3a" in page_of(alice)

    shown = visitor.get("/urge/").content + visitor.post("/urge/", {"strength": "8"}).content

    assert b"canary-7f3a" not in shown


def test_a_wave_goes_on_after_amends_has_locked_itself(visitor: Client, clock: Clock) -> None:
    clock(7)

    form = {"strength": "8", "began": NIGHT.isoformat()}
    page = visitor.post("/urge/", form).content.decode()

    assert 'begin="-420s"' in page
    assert "About 13 minutes are left." in page


@pytest.mark.parametrize("began", ["", "soon", "2026-11-20T23:14", "1999-01-01T00:00:00+00:00"])
def test_an_odd_beginning_is_now(began: str, visitor: Client, db: None) -> None:
    page = visitor.post("/urge/", {"began": began}).content.decode()

    assert 'begin="-0s"' in page


def test_the_key_is_there_while_unlocked_and_can_be_turned_off(
    alice: Person, visitor: Client
) -> None:
    assert 'data-key="u"' in page_of(alice, "/")
    assert "data-key" not in visitor.get("/urge/").content.decode()

    alice.post("/discretion/", idle_minutes="5")

    assert "data-key" not in page_of(alice, "/")
    assert 'href="/urge/"' in page_of(alice, "/")


def test_the_exercises_open_while_locked(visitor: Client, db: None) -> None:
    page = visitor.get("/calm/").content.decode()

    assert page.count('href="/calm/') >= 8
    assert visitor.get("/calm/five-senses/").status_code == 200
    assert "This helped" not in visitor.get("/calm/five-senses/").content.decode()
    assert visitor.get("/calm/canary/").status_code == 404


def test_an_exercise_that_helped_stands_first(alice: Person) -> None:
    alice.post("/calm/cold-water/")
    alice.post("/calm/sixty-steps/")

    page = page_of(alice, "/calm/")

    assert page.index("sixty-steps") < page.index("cold-water") < page.index("longer-out")
    assert len(alice.vault.all(CalmHelped)) == 1


def test_while_locked_it_is_not_noted_that_one_helped(visitor: Client, alice: Person) -> None:
    visitor.post("/calm/cold-water/")

    assert alice.vault.all(CalmHelped) == []
