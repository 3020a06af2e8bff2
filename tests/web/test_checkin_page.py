"""The weekly check-in: four lines, each one's own until it is shown; a number nobody else sees."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from amends.practice import CheckInLine, SafeWeek, week_name
from amends.web.releasing import release
from tests.web.conftest import NOW, Person
from tests.web.couple import couple, space_for
from tests.web.pages_of import every_page

pytestmark = pytest.mark.django_db
THANKS = "You warmed the car on Tuesday."
WORRY = "That the landlord sells the house."


@pytest.fixture
def two() -> tuple[Person, Person]:
    return couple("check-in")


def page(someone: Person, query: str = "") -> str:
    return str(someone.get(f"/check-in/{query}").content.decode())


def send(someone: Person, action: str, **form: str) -> Any:
    return someone.post("/check-in/", action=action, **form)


def week(ago: int) -> str:
    return week_name(today() - timedelta(weeks=ago))


def today() -> date:
    return timezone.localdate()


def test_what_one_writes_stays_ones_own(two: tuple[Person, Person]) -> None:
    alice, bob = two

    send(alice, "keep thanks", thanks=THANKS, worry=WORRY)

    assert THANKS in page(alice)
    assert WORRY in page(alice)
    theirs = every_page(bob)
    assert THANKS not in theirs
    assert WORRY not in theirs


def test_one_line_is_shown_and_no_other(two: tuple[Person, Person]) -> None:
    alice, bob = two

    send(alice, "show thanks", thanks=THANKS, worry=WORRY)

    assert THANKS in page(bob)
    assert WORRY in page(alice)
    assert WORRY not in every_page(bob)


def test_keeping_a_line_takes_it_back(two: tuple[Person, Person]) -> None:
    alice, bob = two
    send(alice, "show thanks", thanks=THANKS)

    send(alice, "keep thanks", thanks=THANKS)

    assert THANKS in page(alice)
    assert THANKS not in page(bob)


def test_a_line_changed_later_is_read_as_it_was_until_it_is_shown_anew(
    two: tuple[Person, Person],
) -> None:
    alice, bob = two
    send(alice, "show thanks", thanks=THANKS)

    send(alice, "keep worry", thanks="Something else.", worry=WORRY)

    assert "They can read it as it was." in page(alice)
    assert THANKS in page(bob)
    assert "Something else." not in page(bob)


def test_an_emptied_line_is_gone_for_both(two: tuple[Person, Person]) -> None:
    alice, bob = two
    send(alice, "show thanks", thanks=THANKS)

    send(alice, "keep worry", thanks="")

    assert alice.vault.all(CheckInLine) == []
    assert THANKS not in page(bob)


def test_a_week_has_lines_of_its_own(two: tuple[Person, Person]) -> None:
    alice, bob = two
    old = alice.vault.put(CheckInLine(week(2), "thanks", THANKS))
    release(space_for(alice), old)
    alice.vault.put(CheckInLine(week(2), "worry", WORRY))

    assert "Earlier weeks" in page(bob)
    assert THANKS in page(bob)
    assert WORRY not in page(bob)
    assert THANKS not in written(alice)
    assert WORRY in page(alice)


def written(someone: Person) -> str:
    """Return what stands in this week's form."""
    return "".join(re.findall("<textarea.*?</textarea>", page(someone), re.DOTALL))


def test_the_number_is_on_no_page_of_the_other(two: tuple[Person, Person]) -> None:
    alice, bob = two
    before = without_tokens(page(bob))

    send(alice, "safe", safe="3")

    assert "For this week you kept 3." in page(alice)
    assert without_tokens(page(bob)) == before
    assert space_for(bob).all(SafeWeek) == []
    assert "you kept 3" not in every_page(bob)


def without_tokens(text: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


def test_the_number_can_be_changed_and_left_out_again(two: tuple[Person, Person]) -> None:
    alice, _ = two
    send(alice, "safe", safe="3")
    send(alice, "safe", safe="4")
    assert alice.vault.records(SafeWeek) == [SafeWeek(week(0), 4)]

    send(alice, "safe", safe="")

    assert alice.vault.records(SafeWeek) == []


@pytest.mark.parametrize("safe", ["11", "-1", "3.5", "three"])
def test_a_number_off_the_scale_is_not_kept(safe: str, two: tuple[Person, Person]) -> None:
    alice, _ = two

    send(alice, "safe", safe=safe)

    assert alice.vault.records(SafeWeek) == []


def test_the_line_over_weeks_works_nothing_out(two: tuple[Person, Person]) -> None:
    alice, bob = two
    for ago, value in enumerate((9, 7, 4, 2)):
        alice.vault.put(SafeWeek(week(ago), value))

    text = page(alice)

    assert "<polyline" in text
    assert "Only you see them." in text
    assert not re.search(r"it rose|it fell|about \d|[Hh]ighest|average|5\.5", text)
    assert "<polyline" not in page(bob)


def test_nothing_can_show_the_number(two: tuple[Person, Person]) -> None:
    alice, bob = two
    send(alice, "safe", safe="3")

    send(alice, "show safe", safe="3")

    assert space_for(bob).all(SafeWeek) == []
    assert space_for(bob).theirs(CheckInLine) == []


def test_the_clock_says_when_the_time_is_over_and_nothing_before(
    two: tuple[Person, Person],
) -> None:
    alice, _ = two
    begun = send(alice, "begin")
    until = int(re.findall(r"until=(\d+)", begun["Location"])[0])

    assert until - NOW.timestamp() > 14 * 60
    assert "It goes until" in page(alice, f"?until={until}")
    assert 'role="status" class="lead">Fifteen minutes are over.' in page(
        alice, f"?until={until - 16 * 60}"
    )


@pytest.mark.parametrize("until", ["1", "99999999999999999999", "-5", "soon", ""])
def test_a_clock_that_cannot_be_is_none(until: str, two: tuple[Person, Person]) -> None:
    alice, _ = two

    assert 'value="begin"' in page(alice, f"?until={until}")


def test_a_line_can_be_shown_while_the_clock_runs(two: tuple[Person, Person]) -> None:
    alice, _ = two
    begun = send(alice, "begin")["Location"].partition("#")[0]

    answer = alice.post(begun, action="show thanks", thanks=THANKS)

    assert answer["Location"] == f"{begun}#part-thanks"


def test_not_this_week_keeps_and_says_nothing(two: tuple[Person, Person]) -> None:
    alice, bob = two
    before = without_tokens(page(bob))

    found = re.findall(r'<a href="([^"]*)">Not this week</a>', page(alice))

    assert found == ["/ours/"]
    assert without_tokens(page(bob)) == before
    assert not re.search("missed|weeks in a row|last time|overdue", page(alice))


def test_the_number_lies_behind_a_fold_when_both_sit_at_one_table(
    two: tuple[Person, Person],
) -> None:
    alice, _ = two
    after = send(alice, "safe", safe="3")["Location"].partition("#")[0]

    assert '<details class="part" id="safe" open>' in alice.get(after).content.decode()
    assert '<details class="part" id="safe">' in page(alice)
