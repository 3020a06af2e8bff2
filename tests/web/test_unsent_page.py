"""Letters that stay, in the browser."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from amends.practice import UnsentLetter
from tests.web.conftest import Person, settled
from tests.web.forms import forms

WORDS = "I miss the stairs, and your keys in the bowl."
SIGN = "I want to end my life."


@pytest.fixture
def someone(db: None) -> Person:
    """Somebody who has written no letter."""
    return settled()


def wrote(someone: Person, text: str = WORDS) -> str:
    """Write a letter; return its address."""
    address: str = someone.post("/unsent/", addressed="you", text=text)["Location"]
    return address


def page_of(someone: Person, path: str) -> str:
    text: str = someone.get(path).content.decode()
    return text


def letter_of(someone: Person) -> UnsentLetter:
    [letter] = someone.vault.records(UnsentLetter)
    return letter


def typed(page: str) -> str:
    """Return all that stands in the fields of a page."""
    return page.partition("<textarea")[2]


def test_it_is_kept_and_asks_two_questions(someone: Person) -> None:
    page = page_of(someone, wrote(someone))

    assert WORDS in page
    assert "What did it tell you?" in page
    assert "What do you need now?" in page


def test_an_empty_letter_is_none(someone: Person) -> None:
    page = someone.post("/unsent/", addressed="you", text=" ").content.decode()

    assert "One line is a letter." in page
    assert "you</textarea>" in page
    assert someone.vault.records(UnsentLetter) == []


def test_its_words_stand_in_no_field(someone: Person) -> None:
    page = page_of(someone, wrote(someone))

    assert f'<p class="said held">{WORDS}</p>' in page
    assert WORDS not in typed(page)
    assert not any(WORDS in form.fields.values() for form in forms(page))


def test_it_is_neither_printed_nor_copied(someone: Person) -> None:
    page = page_of(someone, wrote(someone))

    assert 'class="unprinted"' in page
    assert "data-copyable" not in page


def test_more_can_be_written_below(someone: Person) -> None:
    path = wrote(someone)

    someone.post(path, action="add", more="And the dog.")

    assert letter_of(someone).text == f"{WORDS}\n\nAnd the dog."


def test_answers_close_it(someone: Person) -> None:
    path = wrote(someone)

    someone.post(path, action="keep", told="That I am tired.", needed="Sleep.")

    page = page_of(someone, path)
    assert "You have said it." in page
    assert "That I am tired." in page
    assert letter_of(someone).closed is not None


def test_it_can_be_closed_without_an_answer(someone: Person) -> None:
    path = wrote(someone)

    someone.post(path, action="keep", told="", needed="")

    assert letter_of(someone).closed is not None


def test_a_closed_letter_stays_as_it_is(someone: Person) -> None:
    path = wrote(someone)
    someone.post(path, action="keep", told="Tired.")

    someone.post(path, action="add", more="And another thing.")

    assert letter_of(someone).text == WORDS


def test_folded_away_its_words_are_out_of_sight(someone: Person) -> None:
    path = wrote(someone)
    day = timezone.localdate() + timedelta(days=10)

    someone.post(path, action="fold", until=day.isoformat(), told="Tired.")

    page = page_of(someone, path)
    assert "It lies folded away" in page
    assert not any(words in page for words in (WORDS, "Tired."))
    assert "you</" not in page_of(someone, "/unsent/")
    assert letter_of(someone).folded == day


def test_without_a_day_it_is_folded_for_four_weeks(someone: Person) -> None:
    someone.post(wrote(someone), action="fold")

    assert letter_of(someone).folded == timezone.localdate() + timedelta(weeks=4)


def test_it_can_be_unfolded(someone: Person) -> None:
    path = wrote(someone)
    someone.post(path, action="fold")

    someone.post(path, action="unfold")

    assert WORDS in page_of(someone, path)


@pytest.mark.parametrize("day", ["2020-01-01", "soon", "9999-12-31"])
def test_a_day_that_cannot_be_loses_no_answer(day: str, someone: Person) -> None:
    path = wrote(someone)

    page = someone.post(path, action="fold", until=day, told="Tired.").content.decode()

    assert "Please choose a day after today." in page
    assert letter_of(someone).told == "Tired."
    assert letter_of(someone).folded is None


def test_let_go_it_is_gone(someone: Person) -> None:
    path = wrote(someone)

    led = someone.post(path, action="let-go")

    assert someone.vault.records(UnsentLetter) == []
    assert "That you wrote it stays true." in page_of(someone, led["Location"])
    assert someone.get(path).status_code == 404


def test_an_action_that_is_not_there_changes_nothing(someone: Person) -> None:
    path = wrote(someone)
    before = letter_of(someone)

    someone.post(path, action="send")

    assert letter_of(someone) == before


def test_five_letters_show_and_the_rest_is_counted(someone: Person) -> None:
    for _ in range(7):
        wrote(someone)

    assert "2 more" in page_of(someone, "/unsent/")


@pytest.mark.parametrize("field", ["text", "more", "told", "needed"])
def test_a_sign_of_danger_is_answered_wherever_it_stands(field: str, someone: Person) -> None:
    if field == "text":
        led: Any = someone.post("/unsent/", text=SIGN)
    else:
        led = someone.post(wrote(someone), **{field: SIGN, "action": "keep"})

    assert led["Location"].startswith("/crisis/")


def test_the_page_of_drafts_and_the_journal_lead_here(someone: Person) -> None:
    assert 'href="/unsent/"' in page_of(someone, "/write/")
    assert 'href="/unsent/"' in page_of(someone, "/journal/")
