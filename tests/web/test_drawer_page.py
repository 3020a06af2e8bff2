"""The drawer: what lies in it, how it got there, and the way to help beside it."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from amends.contact import Draft, State
from amends.web.pages.write import page as write_page
from tests.web.conftest import Person, settled, waited

GOODBYE = "This is goodbye. I am going to kill myself tonight."
QUIET = "I read your letters on Sunday."
HELP = "Find someone to talk to now"


@pytest.fixture
def someone(db: None) -> Person:
    return settled(State.SPACE)


def put_in(someone: Person, text: str = QUIET, **form: Any) -> str:
    """Write a goodbye and put it in the drawer; return its address."""
    path = str(someone.post("/write/", kind="goodbye")["Location"])
    someone.post(path, action="put-away", text=text, **form)
    return path


def shown(someone: Person, path: str) -> str:
    return " ".join(unescape(someone.get(path).content.decode()).split())


def kept(someone: Person) -> list[Draft]:
    return [one.record for one in someone.vault.all(Draft)]


@pytest.mark.parametrize(("text", "is_danger"), [(GOODBYE, True), (QUIET, False)])
def test_danger_keeps_its_way_to_help_in_the_drawer(
    text: str, is_danger: bool, someone: Person
) -> None:
    page = shown(someone, put_in(someone, text))

    assert (HELP in page) is is_danger
    assert page.find(HELP) < page.find("Open the letter")


@pytest.mark.parametrize(("text", "is_danger"), [(GOODBYE, True), (QUIET, False)])
@pytest.mark.parametrize("action", ["put-away", "keep"])
def test_danger_keeps_its_way_to_help_in_the_list(
    action: str, text: str, is_danger: bool, someone: Person
) -> None:
    path = str(someone.post("/write/", kind="goodbye")["Location"])
    someone.post(path, action=action, text=text)

    assert (HELP in shown(someone, "/write/")) is is_danger


@pytest.mark.parametrize("urge", [{}, {"urge": ""}, {"urge": "11"}, {"urge": "9" * 5000}])
def test_a_letter_goes_in_without_a_number(urge: dict[str, str], someone: Person) -> None:
    path = put_in(someone, **urge)

    page = shown(someone, path)

    assert (kept(someone)[0].is_put_away, kept(someone)[0].urge) == (True, None)
    assert "How strong was the urge" in page
    assert "the urge to send it was" not in page


def test_the_number_can_come_afterwards(someone: Person) -> None:
    path = put_in(someone)
    before = kept(someone)[0].put_away

    someone.post(path, action="urge", urge="9")

    assert (kept(someone)[0].urge, kept(someone)[0].put_away) == (9, before)
    assert "the urge to send it was 9 of 10." in shown(someone, path)


def test_a_missing_number_is_told_where_the_numbers_are(someone: Person) -> None:
    page = someone.post(put_in(someone), action="urge").content.decode()

    assert page.index('role="alert"') < page.index('name="urge"')
    assert "The letter is in the drawer all the same." in page


def test_the_list_tells_nobody_how_strong_it_was(someone: Person) -> None:
    put_in(someone, urge="9")

    assert "9 of 10" not in shown(someone, "/write/")


def test_the_words_at_both_ends_are_said_with_the_numbers(someone: Person) -> None:
    page = shown(someone, str(someone.post("/write/", kind="goodbye")["Location"]))

    assert '0<span class="unseen">, calm</span>' in page
    assert '10<span class="unseen">, thumb over send</span>' in page


def test_it_says_that_it_can_be_opened_and_that_the_question_waits(someone: Person) -> None:
    together = settled(State.TOGETHER)

    assert "Whether you still want to send it is asked in 24 hours." in shown(
        together, put_in(together)
    )
    assert "It stays here; whether you still want it is asked in 24 hours" in shown(
        someone, put_in(someone)
    )


def test_the_question_is_asked_when_the_wait_is_over(someone: Person) -> None:
    draft = someone.vault.put(waited(QUIET))

    assert "is asked" not in shown(someone, f"/write/{draft.id.hex()}/")


def test_a_page_without_a_word_is_not_listed(someone: Person) -> None:
    path = str(someone.post("/write/", kind="goodbye")["Location"])

    assert path not in shown(someone, "/write/")
    assert someone.get(path).status_code == 200


def test_a_page_that_never_had_a_word_is_not_kept_for_long(
    someone: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, written = (str(someone.post("/write/", kind="goodbye")["Location"]) for _ in range(2))
    someone.post(written, action="keep", text=QUIET)
    monkeypatch.setattr(write_page, "EMPTY_FOR", timedelta(0))

    someone.post("/write/", kind="conflict")

    assert [draft.kind for draft in kept(someone)] == ["goodbye", "conflict"]
    assert someone.get(empty).status_code == 404
    assert someone.get(written).status_code == 200


def test_two_drafts_of_one_hour_are_told_apart_by_their_first_words(someone: Person) -> None:
    for text in (QUIET, "It was a good year."):
        path = str(someone.post("/write/", kind="goodbye")["Location"])
        someone.post(path, action="keep", text=text)

    page = shown(someone, "/write/")

    assert page.count("Its first words") == 2
    assert page.index("Its first words") < page.index("It was a good year.")


def test_what_stays_here_is_begun_in_the_form_on_the_same_page(someone: Person) -> None:
    page = shown(someone, "/write/")

    assert 'href="/write/#begin"' in page
    assert 'id="begin"' in page
