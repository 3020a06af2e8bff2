"""A page that nobody gets: what it costs, what lies under it, a safer act; then it goes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from amends.practice import Fury
from amends.store import NotKept, Vault
from amends.text import Phrases
from amends.web import fading
from amends.web.content import rules, words
from amends.web.people import keep_country
from tests.web.conftest import Person, settled

NOW = datetime.now(UTC)
TOLD = words("drives")["fury"]
HARM = words("crisis")["others"]
COAT = "I want to sell the coat they left here."
PLANS = [
    "I am going to beat him up tonight.",
    "I'd put my hands round his throat.",
    "I want to break every bone in his body.",
    "Tonight I take the knife and go there.",
    "I could strangle them.",
    "I will turn up at their flat and they will see.",
    "I am going to run them over.",
    "I'll follow them home.",
    "I will burn their house down.",
]
NO_PLANS = [
    COAT,
    "I want to post a photo with someone else so they see it.",
    "I want to shout at them until they cry.",
    "I hate them for leaving.",
    "I want a letter so cold it freezes the room.",
    "I could murder a coffee.",
]


@pytest.fixture
def someone(db: None) -> Person:
    return settled()


def begin(someone: Person, text: str = COAT, **form: str) -> str:
    return str(someone.post("/fury/", text=text, **form)["Location"])


def shown(someone: Person, path: str) -> str:
    return " ".join(unescape(someone.get(path).content.decode()).split())


def only(someone: Person) -> Fury:
    [fury] = someone.vault.records(Fury)
    return fury


def test_it_is_kept_for_seven_days_unless_chosen_otherwise(someone: Person) -> None:
    begin(someone)

    until = only(someone).until
    assert until is not None
    assert timedelta(days=6, hours=23) < until - NOW < timedelta(days=7, hours=1)


@pytest.mark.parametrize("kind", TOLD["kinds"], ids=lambda one: str(one["id"]))
def test_every_kind_of_thing_is_answered_with_one_sentence(
    kind: dict[str, str], someone: Person
) -> None:
    page = shown(someone, begin(someone, "", kind=kind["id"]))

    assert kind["cost"] in page
    assert kind["cost"].count(".") == 1


def test_what_could_be_done_is_no_list_to_choose_from_until_it_is_opened(someone: Person) -> None:
    page = shown(someone, "/fury/")

    assert page.index("<details><summary>") < page.index(TOLD["kinds"][0]["label"])


@pytest.mark.parametrize("form", [{}, {"kind": "nonsense"}, {"text": " \n "}])
def test_nothing_is_asked_again(form: dict[str, str], someone: Person) -> None:
    answer = someone.post("/fury/", **form)

    assert 'role="alert"' in answer.content.decode()
    assert someone.vault.all(Fury) == []


def test_it_is_answered_closed_and_opened_again(someone: Person) -> None:
    path = begin(someone, kind="things")
    parts = {"in_a_day": "The coat is gone.", "in_a_year": "A story.", "safer": "Wash the cups."}

    someone.post(path, action="close", value="justice", days="30", **parts)
    closed = shown(someone, path)
    someone.post(path, action="open")

    assert "It is closed." in closed
    assert "What was wrong can be called wrong" in closed
    assert "Wash the cups." in closed
    assert "<textarea" not in closed
    assert (only(someone).text, only(someone).closed, only(someone).value) == (
        COAT,
        None,
        "justice",
    )


def test_what_is_closed_is_not_written_over(someone: Person) -> None:
    path = begin(someone)
    someone.post(path, action="close")

    someone.post(path, action="keep", text="Something else.")

    assert only(someone).text == COAT


@pytest.mark.parametrize(
    ("days", "kept"), [("1", 1), ("7", 7), ("30", 30), ("999", 7), ("", 7), ("x", 7)]
)
def test_how_long_it_stays_is_chosen(days: str, kept: int, someone: Person) -> None:
    someone.post(begin(someone), action="keep", days=days)

    until = only(someone).until
    assert until is not None
    assert round((until - NOW) / timedelta(days=1)) == kept


def test_it_can_stay(someone: Person) -> None:
    path = begin(someone)

    someone.post(path, action="keep", days="always")

    assert only(someone).until is None
    assert "It stays until you delete it." in shown(someone, path)


def test_it_can_be_deleted_at_once(someone: Person) -> None:
    path = begin(someone)

    assert someone.post(path, action="delete")["Location"] == "/fury/"
    assert someone.get(path).status_code == 404


@pytest.mark.parametrize("page", ["/", "/path/", "/write/", "/settings/"])
def test_it_goes_with_the_first_page_after_its_time(page: str, someone: Person) -> None:
    over, stays = Fury(NOW, COAT, until=NOW - timedelta(seconds=1)), Fury(NOW, COAT)
    gone, left = someone.vault.put(over).id, someone.vault.put(stays).id

    someone.get(page)

    with pytest.raises(NotKept):
        someone.vault.get(Fury, gone)
    assert someone.vault.get(Fury, left).record == stays


def test_it_is_not_looked_for_on_every_page(
    someone: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Vault] = []
    monkeypatch.setattr(fading, "let_fade", lambda vault, _: looks.append(vault))

    for _ in range(3):
        someone.get("/settings/")

    assert len(looks) == 1


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_to_harm_someone_shows_the_numbers_at_once(text: str, someone: Person) -> None:
    keep_country(someone.vault, "gb")
    page = shown(someone, begin(someone, text))

    assert HARM["title"] in page
    assert HARM["text"] in page
    assert HARM["line"] in page
    assert HARM["question"] in page
    assert 'href="tel:999"' in page
    assert page.index('href="tel:999"') < page.index(text)


@pytest.mark.parametrize("text", NO_PLANS)
def test_anger_alone_does_not(text: str, someone: Person) -> None:
    assert HARM["text"] not in shown(someone, begin(someone, text))


def test_the_words_are_the_same_each_time(someone: Person) -> None:
    pages = [shown(someone, begin(someone, text)) for text in (PLANS[0], PLANS[4])]
    cards = [page.split('aria-labelledby="harm"')[1].split("</form>")[0] for page in pages]
    fresh = [card.split("csrfmiddlewaretoken")[0] for card in cards]

    assert fresh[0] == fresh[1]
    assert 'href="tel:112"' in fresh[0]


def test_what_is_said_to_be_an_injury_shows_them_too(someone: Person) -> None:
    assert HARM["text"] in shown(someone, begin(someone, "", kind="body"))


def test_a_plan_blocks_nothing_and_is_kept_as_no_label(someone: Person) -> None:
    path = begin(someone, PLANS[0])

    someone.post(path, action="close", safer="Walk.")

    assert only(someone) == replace(only(someone), text=PLANS[0], safer="Walk.")
    assert "plan" not in str(only(someone).__dict__)


def test_a_sign_of_crisis_leads_to_the_page_about_now(someone: Person) -> None:
    answer = someone.post("/fury/", text="I want to die and I want them to find me.")

    assert answer["Location"].startswith("/crisis/")
    assert only(someone).text


def test_every_phrase_can_be_read() -> None:
    Phrases(words("drives")["plan"]["phrases"], rules().words).parse()
