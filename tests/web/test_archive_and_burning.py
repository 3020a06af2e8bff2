"""What is put away and what is burnt: asked twice, gone for good, and nothing else with it."""

from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import pytest

from amends.contact import Agreement, Contact, Draft, State, Terms
from amends.journey import Answers, Entry
from amends.practice import (
    Archive,
    Drives,
    UnsentLetter,
    Urge,
)
from amends.safety import Danger, ScreeningAnswers, Statement
from amends.web.content import words
from amends.web.keepsakes import RECORDS
from tests.web.conftest import Person, settled, waited
from tests.web.letting_go import LETTER, NOW, STORY, is_open, keep, page

pytestmark = pytest.mark.django_db


def archive(someone: Person, *kinds: str, days: int = 30) -> None:
    until = (datetime.now().astimezone().date() + timedelta(days=days)).isoformat()
    someone.post("/keepsakes/", action="archive", kind=list(kinds), until=until)


class TestTheArchive:
    def test_letters_are_on_no_list(self) -> None:
        alice = settled()
        draft = alice.vault.put(waited(LETTER)).id.hex()

        archive(alice, "letters")

        assert draft not in page(alice, "/write/")
        assert draft not in page(alice, "/")
        assert LETTER not in page(alice, f"/write/{draft}/")

    def test_letters_that_stay_can_be_put_away_too(self) -> None:
        alice = settled()
        letter = alice.vault.put(UnsentLetter(NOW, "B.", LETTER)).id.hex()

        archive(alice, "unsent")

        assert letter not in page(alice, "/unsent/")
        assert LETTER not in page(alice, f"/unsent/{letter}/")

    def test_sheets_show_nothing_and_count_as_done(self) -> None:
        alice = settled()
        keep(alice, "let-go/what-i-take-with-me", happened=STORY)

        archive(alice, "sheets")

        assert STORY not in page(alice, "/path/let-go/what-i-take-with-me/")
        assert STORY not in page(alice, "/closing/")
        assert STORY not in page(alice, "/help/brief/")
        assert "in the archive" in page(alice, "/path/")

    def test_entries_and_the_log_are_not_listed(self) -> None:
        alice = settled()
        wave: dict[str, Any] = {"height": 8, "came_with": "Their soap"}
        alice.vault.put(Entry("let-go/waves-of-grief").with_version(wave, NOW))
        alice.vault.put(Contact(NOW, "me", "message", note="I wrote about the keys"))

        archive(alice, "sheets", "log")

        assert "Their soap" not in page(alice, "/path/let-go/waves-of-grief/")
        assert "about the keys" not in page(alice, "/agreement/log/")

    def test_the_gate_still_counts_the_log(self) -> None:
        alice = settled(State.OPEN)
        for days in (40, 20):
            alice.vault.put(Contact(NOW - timedelta(days=days), "me", "message"))

        archive(alice, "log")

        assert not is_open(alice)

    def test_it_can_be_opened_at_any_time(self) -> None:
        alice = settled()
        draft = alice.vault.put(waited(LETTER)).id.hex()
        archive(alice, "letters")
        [kept] = alice.vault.all(Archive)

        alice.post("/keepsakes/", action="open", archive=kept.id.hex())

        assert draft in page(alice, "/write/")

    def test_it_opens_by_itself_on_its_day(self) -> None:
        alice = settled()
        draft = alice.vault.put(waited(LETTER)).id.hex()
        alice.vault.put(Archive(datetime.now(UTC), date(2020, 1, 1), ("letters",)))

        assert draft in page(alice, "/write/")

    def test_what_is_kept_later_is_in_sight(self) -> None:
        alice = settled()
        alice.vault.put(waited(LETTER))
        archive(alice, "letters")

        later = alice.vault.put(waited("Something new.")).id.hex()

        assert later in page(alice, "/write/")

    def test_the_safety_plan_stays_at_hand(self) -> None:
        alice = settled()
        keep(alice, "staying/safety-plan", warning="I stop eating.")

        archive(alice, "sheets")

        assert "I stop eating." in page(alice, "/path/staying/safety-plan/")

    @pytest.mark.parametrize(("kinds", "days"), [([], 30), (["letters"], -1), (["days"], 30)])
    def test_without_a_kind_or_a_day_to_come_nothing_is_put_away(
        self, kinds: list[str], days: int
    ) -> None:
        alice = settled()

        archive(alice, *kinds, days=days)

        assert alice.vault.all(Archive) == []


def burn(someone: Person, *kinds: str, word: str = "burn") -> str:
    form = {"action": "burn", "kind": kinds, "word": word}
    return unescape(someone.client.post("/keepsakes/", form, follow=True).content.decode())


class TestBurning:
    def test_what_is_ticked_is_gone_and_the_rest_stays(self) -> None:
        alice = settled()
        alice.vault.put(waited(LETTER))
        keep(alice, "own/incident", act="I read the letters.")

        burn(alice, "letters")

        assert alice.vault.all(Draft) == []
        assert len(alice.vault.all(Answers)) == 1

    @pytest.mark.parametrize("word", ["", "yes", "burnt"])
    def test_without_the_word_nothing_burns(self, word: str) -> None:
        alice = settled()
        alice.vault.put(waited(LETTER))

        text = burn(alice, "letters", word=word)

        assert words("keepsakes")["burn"]["wrong"] in text
        assert len(alice.vault.all(Draft)) == 1

    def test_what_survives_and_what_stays_is_named(self) -> None:
        alice = settled()

        text = page(alice, "/keepsakes/")

        assert "backups and exported folders" in text
        assert all(line in text for line in words("keepsakes")["burn"]["stays"])

    def test_burning_all_opens_no_door(self) -> None:
        """To let go of the words of a no is not to let go of the no."""
        alice = settled(State.SAID_NO)
        alice.vault.put(Contact(NOW, "me", "message", note="Please."))

        burn(alice, *RECORDS)

        assert alice.vault.records(Agreement)[-1].terms == Terms(State.SAID_NO)
        assert [(one.by, one.note) for one in alice.vault.records(Contact)] == [("me", "")]
        assert not is_open(alice)

    def test_two_without_an_answer_still_count(self) -> None:
        alice = settled(State.OPEN)
        for days in (40, 20):
            alice.vault.put(Contact(NOW - timedelta(days=days), "me", "message"))

        burn(alice, *RECORDS)

        assert not is_open(alice)

    def test_a_yes_about_ones_own_behaviour_leaves_its_rest(self) -> None:
        alice = settled(State.TOGETHER)
        alice.vault.put(ScreeningAnswers(Danger.OWN_HARM, NOW, yes=("a",)))

        burn(alice, "safety")

        assert alice.vault.all(ScreeningAnswers) == []
        assert not is_open(alice)

    def test_a_wish_to_hurt_is_not_burned_in_its_heat(self) -> None:
        alice = settled(State.TOGETHER)
        alice.vault.put(Urge(NOW, trigger="A song"))
        alice.vault.put(Drives(datetime.now(UTC), back=2, hurt=9, let_go=1))

        burn(alice, "days")

        assert alice.vault.all(Urge) == []
        assert not is_open(alice)

    def test_agreement_and_answers_stay_unless_ticked(self) -> None:
        alice = settled()
        alice.vault.put(ScreeningAnswers(Danger.OWN_HARM, NOW, no=("a",)))
        before = alice.vault.all(Agreement)

        burn(alice, "letters", "sheets", "days", "log")

        assert alice.vault.all(Agreement) == before
        assert len(alice.vault.all(ScreeningAnswers)) == 1

    def test_the_safety_plan_does_not_burn(self) -> None:
        alice = settled()
        keep(alice, "staying/safety-plan", warning="I stop eating.")

        burn(alice, "sheets")

        assert len(alice.vault.all(Answers)) == 1

    def test_in_a_crisis_nothing_burns(self) -> None:
        alice = settled()
        alice.vault.put(waited(LETTER))
        alice.vault.put(Statement(NOW, Danger.CRISIS, is_over=False))

        burn(alice, "letters")

        assert len(alice.vault.all(Draft)) == 1
        assert 'value="burn"' not in page(alice, "/keepsakes/")
