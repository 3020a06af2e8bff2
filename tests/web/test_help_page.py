"""Phone lines on the page: each can be tapped, and each says that nobody has confirmed it."""

import re

import pytest
from django.test import Client

from amends.safety import helplines
from amends.web.professionals import professionals
from tests.web.conftest import person


def chosen(country: str) -> str:
    return Client().post("/help/", {"country": country}).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["GB", "US", "DE", "JP", "NG"])
def test_every_card_says_that_it_is_unconfirmed(code: str) -> None:
    country = helplines(code)
    page = chosen(code)

    assert country
    assert page.count("Unconfirmed: check before you rely on it.") == len(country.lines)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "link",
    [
        'href="tel:988">988<',
        'href="sms:741741">Text HOME to 741741<',
        'href="https://988lifeline.org/chat" rel="noreferrer">Write to them online<',
        "Day and night.",
    ],
)
def test_a_line_can_be_called_texted_and_written_to(link: str) -> None:
    assert link in chosen("US")


@pytest.mark.django_db
def test_the_most_urgent_kinds_are_open_and_the_others_one_tap_away() -> None:
    lines = chosen("GB").partition('id="lines"')[2].partition("</section>")[0]
    folds = re.findall(r'<details class="part"( open)?>', lines)

    assert [bool(is_open) for is_open in folds] == [True, True, False, False, False, False, False]


@pytest.mark.django_db
def test_every_country_ends_with_lists_for_all_others() -> None:
    for page in (chosen("GB"), chosen("")):
        assert "https://findahelpline.com" in page
        assert "https://befrienders.org" in page


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/help/when/", "/help/professionals/"])
def test_help_leads_to_what_opens_while_locked(path: str) -> None:
    page = Client().get("/help/").content.decode()

    assert f'href="{path}"' in page
    assert Client().get(path).status_code == 200


@pytest.mark.django_db
def test_the_page_for_a_friend_is_offered_only_with_an_open_vault() -> None:
    assert "/help/brief/" not in Client().get("/help/").content.decode()
    assert "/help/brief/" in person().get("/help/").content.decode()


def test_the_page_for_professionals_says_what_decides() -> None:
    text = professionals().text

    for part in ("What it is", "What it refuses", "As homework", "The evidence", "Where the data"):
        assert part in text
    assert "has not been tested in a trial" in text
    assert "755 people" in text
    assert "{" not in text


def test_a_professional_can_read_it_in_five_minutes() -> None:
    assert len(professionals().text.split()) < 600
