"""Instruments on their page: answered, kept, shown in words and as a line, and deleted."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest

from amends.safety import Instrument, InstrumentAnswers
from amends.web.instruments import HEIGHT, MARGIN, WIDTH, instruments, latest
from tests.web.conftest import Person, settled

ALL = pytest.mark.parametrize("one", instruments(), ids=lambda one: one.id)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def filled(one: Instrument, choice: int = 1) -> dict[str, str]:
    return {f"item-{number}": str(choice) for number in range(len(one.items))}


def kept(someone: Person) -> list[InstrumentAnswers]:
    return someone.vault.records(InstrumentAnswers)


@ALL
def test_it_is_shown_word_for_word_with_its_credit(one: Instrument) -> None:
    someone = settled()

    page = someone.get(f"/how-you-are/{one.id}/")

    text = page.content.decode()
    assert all(item.text in text for item in one.items)
    assert "A screen, not a diagnosis." in text
    assert one.url in text


@ALL
def test_what_is_answered_is_kept_and_spoken_of_in_words(one: Instrument) -> None:
    someone = settled()

    someone.post(f"/how-you-are/{one.id}/", **filled(one))
    page = someone.get(f"/how-you-are/{one.id}/").content.decode()

    score = kept(someone)[0].score
    assert score is not None
    assert f"<strong>{score} points</strong>" in page
    assert one.words_for(score) in page


def test_the_page_shows_the_last_six_as_words_and_as_a_line() -> None:
    someone = settled()
    one = next(one for one in instruments() if one.id == "gad-7")
    for n in range(8):
        at = datetime.now(UTC) - timedelta(days=90 - n)
        someone.vault.put(InstrumentAnswers(one.id, at, (n % 4,) * 7))

    page = someone.get("/how-you-are/gad-7/").content.decode()

    assert page.count("<circle") == 6
    assert page.count("points</strong>") == 6
    assert 'role="img"' in page
    said = re.findall(r"<title id=.*?>(.*?)</title>", page, re.DOTALL)
    assert "14, 21, 0, 7, 14, 21" in said[0]


def test_every_point_lies_in_the_picture() -> None:
    for one in instruments():
        answers = [
            InstrumentAnswers(one.id, NOW, tuple(max(item.points) * n % 2 for item in one.items))
            for n in range(6)
        ]
        for point in latest(one, answers):
            assert MARGIN <= point.x <= WIDTH - MARGIN
            assert MARGIN <= point.y <= HEIGHT - MARGIN


def test_a_point_in_item_9_leads_to_people_each_time_and_back_to_the_number() -> None:
    someone = settled()
    form = {f"item-{number}": "1" for number in range(9)}

    led = [someone.post("/how-you-are/phq-9/", **form)["Location"] for _ in range(2)]

    assert [unquote(one) for one in led] == ["/crisis/?back=/how-you-are/phq-9/#points"] * 2


def test_while_a_crisis_stands_another_questionnaire_still_shows_its_number() -> None:
    someone = settled()
    someone.post("/crisis/", said="yes")

    led = someone.post("/how-you-are/gad-2/", **{"item-0": "3", "item-1": "1"})

    assert led["Location"] == "/how-you-are/gad-2/#points"


def test_a_form_without_an_answer_says_that_nothing_was_kept() -> None:
    someone = settled()

    page = someone.post("/how-you-are/gad-2/").content.decode()

    assert "nothing was kept" in page
    assert kept(someone) == []


def test_a_skipped_item_is_kept_without_a_number() -> None:
    someone = settled()

    someone.post("/how-you-are/gad-2/", **{"item-0": "3"})
    page = someone.get("/how-you-are/gad-2/").content.decode()

    assert kept(someone)[0].answers == (3, None)
    assert "Some answers were left out" in page


@pytest.mark.parametrize("forged", ["4", "-1", "99", "x", "²", ""])
def test_a_forged_answer_is_none(forged: str) -> None:
    someone = settled()

    someone.post("/how-you-are/gad-2/", **{"item-0": forged})

    assert kept(someone) == []


def test_low_mood_two_times_in_a_row_leads_to_when_to_get_help() -> None:
    someone = settled()
    address = "/how-you-are/phq-8/"
    one = next(one for one in instruments() if one.id == "phq-8")

    someone.post(address, **filled(one, 2))
    once = someone.get(address).content.decode()
    someone.post(address, **filled(one, 2))
    twice = someone.get(address).content.decode()

    assert "two times in a row" not in once
    assert "two times in a row" in twice
    assert 'href="/help/' in twice.split("two times in a row")[1][:200]


def test_deleting_takes_only_this_one() -> None:
    someone = settled()
    someone.post("/how-you-are/gad-2/", **{"item-0": "1", "item-1": "1"})
    someone.post("/how-you-are/phq-2/", **{"item-0": "1", "item-1": "1"})

    someone.post("/how-you-are/gad-2/", action="delete")

    assert [one.instrument for one in kept(someone)] == ["phq-2"]


def test_the_questions_of_the_screening_have_no_page_of_their_own() -> None:
    someone = settled()

    assert someone.get("/how-you-are/hark/").status_code == 404
    assert "hark" not in someone.get("/how-you-are/").content.decode().lower()


def test_for_the_couple_higher_is_better_and_nothing_is_compared() -> None:
    someone = settled()
    one = next(one for one in instruments() if one.id == "csi-4")
    someone.post("/how-you-are/csi-4/", **filled(one, 5))

    page = someone.get("/how-you-are/csi-4/").content.decode()

    assert "More points are better here." in page
    assert "Do not compare it with theirs" in page
    assert "20 points" in page
