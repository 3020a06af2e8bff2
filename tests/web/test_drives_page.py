"""Three drives: kept apart, named in one sentence; a strong wish to hurt holds the drawer."""

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from amends.contact import Draft, State, take_out, write
from amends.practice import Drives
from amends.web.content import gate, words
from amends.web.gate import standing
from tests.web.conftest import Person, exported, settled, waited

NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)
TEXT = "I lied to you on Sunday."


@pytest.fixture
def someone(db: None) -> Person:
    return settled(State.TOGETHER)


def feel(someone: Person, back: str = "5", hurt: str = "0", let_go: str = "0", **more: str) -> str:
    someone.post("/drives/", back=back, hurt=hurt, let_go=let_go, **more)
    return shown(someone, "/drives/")


def shown(someone: Person, path: str) -> str:
    return " ".join(unescape(someone.get(path).content.decode()).split())


def readings(someone: Person) -> list[tuple[int, ...]]:
    return [one.values for one in someone.vault.records(Drives)]


def drafts(someone: Person) -> list[Draft]:
    return someone.vault.records(Draft)


def earlier(someone: Person, hours: float, hurt: int = 9) -> str:
    kept = someone.vault.put(Drives(NOW - hours * HOUR, 5, hurt, 1))
    return kept.id.hex()


def test_three_numbers_are_kept_as_three() -> None:
    assert {len(one["line"].split()) > 1 for one in words("drives")["drive"]} == {True}


def test_a_reading_is_kept_and_named(someone: Person) -> None:
    page = feel(someone, back="8", hurt="5", let_go="1", note="their coat")

    assert readings(someone) == [(8, 5, 1)]
    assert "You want them back and you want to hurt them. Both are true today." in page
    assert "8 of 10, strong" in page
    assert "1 of 10, quiet" in page
    assert "their coat" in page


def test_what_was_so_on_another_day_is_not_told_as_true_today(someone: Person) -> None:
    earlier(someone, hours=14 * 24)

    page = shown(someone, "/drives/")

    assert "true today" not in page
    assert words("drives")["earlier"]["sentence"] in page


def test_a_typed_number_goes_before_a_chosen_one(someone: Person) -> None:
    feel(someone, back="2", hurt="", let_go="3", **{"back.typed": "9", "hurt.typed": "10"})

    assert readings(someone) == [(9, 10, 3)]


@pytest.mark.parametrize("wrong", ["", "11", "-1", "3.5", "many", "9" * 5000, "٣"])
def test_what_is_no_number_on_the_scale_is_asked_again(wrong: str, someone: Person) -> None:
    answer = someone.post("/drives/", back="4", hurt=wrong, let_go="2", note="their coat")
    page = unescape(answer.content.decode())

    assert readings(someone) == []
    assert 'role="alert"' in page
    assert 'value="4" checked' in page
    assert "their coat" in page


def test_every_sentence_that_can_be_asked_for_is_there() -> None:
    told = words("drives")["named"]
    felt = {"_".join(Drives(NOW, b, h, g).felt) for b in (0, 9) for h in (0, 9) for g in (0, 9)}

    assert {one or "none" for one in felt} == set(told)


def test_nothing_is_added_up(someone: Person) -> None:
    page = feel(someone, back="7", hurt="6", let_go="4")

    assert "17" not in page.split("<main")[1].split("As you kept it")[1].split("</section>")[0]


def test_over_days_each_has_a_line_of_its_own(someone: Person) -> None:
    for days, hurt in ((3, 2), (2, 6), (1, 4)):
        someone.vault.put(Drives(NOW - timedelta(days=days), 5, hurt, 1))

    page = shown(someone, "/drives/")

    assert page.count("<polyline") == 3
    assert "Wanting to hurt them, over 3 days:" in page
    assert "Highest: 6" in page


def test_a_strong_wish_to_hurt_puts_every_draft_into_the_drawer(someone: Person) -> None:
    someone.vault.put(write(Draft("apology"), TEXT, NOW))
    answer = standing(someone.vault, NOW).verdict
    someone.vault.put(take_out(waited(TEXT), answer, NOW, []))

    page = feel(someone, hurt="7")

    assert all(one.is_put_away and not one.is_out for one in drafts(someone))
    assert [one.urge for one in drafts(someone)] == [None, None]
    assert "Nothing leaves the drawer for a day" in page
    assert "What you were writing lies in the drawer" in page


def test_a_lesser_wish_leaves_them_where_they_are(someone: Person) -> None:
    someone.vault.put(write(Draft("apology"), TEXT, NOW))

    page = feel(someone, back="10", hurt="6", let_go="10")

    assert not drafts(someone)[0].is_put_away
    assert "Nothing leaves the drawer" not in page


@pytest.mark.parametrize("state", State)
def test_nothing_can_be_copied_in_any_state_for_a_day(state: State, db: None) -> None:
    someone = settled(state, topics=("school",))
    kept = someone.vault.put(waited(TEXT, topic="school"))
    earlier(someone, hours=22)
    path = f"/write/{kept.id.hex()}/"

    someone.post(path, action="take-out")
    page = shown(someone, path)

    assert "data-copyable" not in page
    assert "Take it out" not in page
    assert TEXT not in str(exported(someone).content)


def test_after_a_day_the_gate_is_as_it_was(someone: Person) -> None:
    kept = someone.vault.put(waited(TEXT))
    earlier(someone, hours=24.1)

    someone.post(f"/write/{kept.id.hex()}/", action="take-out")

    assert "data-copyable" in shown(someone, f"/write/{kept.id.hex()}/")


def test_a_lower_number_does_not_shorten_it(someone: Person) -> None:
    feel(someone, hurt="8")
    feel(someone, hurt="0")

    assert not standing(someone.vault, datetime.now(UTC)).verdict.allowed


def test_the_one_that_holds_the_drawer_cannot_be_deleted(someone: Person) -> None:
    held, over, low = earlier(someone, 2), earlier(someone, 25), earlier(someone, 1, hurt=3)

    for reading in (held, over, low, "0" * 32):
        someone.post("/drives/", delete=reading)

    assert [one.id.hex() for one in someone.vault.all(Drives)] == [held]


def test_the_gate_does_not_name_it_to_whoever_looks(someone: Person) -> None:
    feel(someone, hurt="9")

    page = shown(someone, "/write/").split("<main")[1]

    assert "for a day after that nothing leaves the drawer" in page
    assert "hurt" not in page.replace("Something that troubles me", "")


def test_practical_messages_wait_and_the_other_way_is_named(db: None) -> None:
    someone = settled(State.LOGISTICS_ONLY, topics=("school",))
    feel(someone, hurt="9")

    assert "the channel you two agreed on, outside amends" in shown(someone, "/write/")


def test_no_other_state_is_shown_a_way_outside() -> None:
    told = {reason: said for reason, said in gate().reasons.items() if "outside amends" in said}

    assert set(told) == {"heated-practical", "legal-order"}


def test_an_export_has_them_only_when_asked_for(someone: Person) -> None:
    feel(someone, note="their coat")

    assert b"drives.json" not in exported(someone).content
    assert (
        b"drives.json"
        in someone.post(
            "/export/", plain="yes", answers="yes", passphrase="seven quiet herons at dusk"
        ).content
    )
