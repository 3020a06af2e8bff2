"""Their life goes on, a closing, the archive, burning: what each changes, and what it may not."""

import io
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from amends.contact import Agreement, State, Terms, begin
from amends.journey import Answers
from amends.practice import (
    Closing,
    MovedOn,
    Opening,
    Reminders,
    Weekly,
)
from amends.safety import Danger, Statement
from amends.web import bell
from amends.web.closing import may_be_read_back
from amends.web.content import program, words
from amends.web.gate import standing
from tests.web.conftest import Person, exported, settled, waited
from tests.web.letting_go import LETTER, NOW, STORY, is_open, keep, page

SAID = "There is someone else. Please let me be."
WHO = "I repair clocks, and I say what I owe."
pytestmark = pytest.mark.django_db


def state_of(someone: Person) -> State:
    return someone.vault.all(Agreement)[-1].record.terms.state


def closed(state: State = State.SPACE) -> Person:
    someone = settled(state)
    someone.vault.put(Closing(NOW - timedelta(minutes=5), who=WHO))
    return someone


class TestTheirLifeGoesOn:
    @pytest.mark.parametrize("how", ["said", "seen"])
    @pytest.mark.parametrize("state", [State.SPACE, State.OPEN, State.TOGETHER, State.UNKNOWN])
    def test_it_closes_the_gate_at_once(self, state: State, how: str) -> None:
        alice = settled(state)

        alice.post("/moved-on/", how=how, words=SAID)

        assert state_of(alice) == State.MOVED_ON
        assert not is_open(alice)

    def test_what_they_said_is_quoted(self) -> None:
        alice = settled()

        alice.post("/moved-on/", how="said", words=SAID)

        assert standing(alice.vault, NOW).verdict.quote == SAID

    def test_what_was_seen_is_kept_and_is_no_quotation(self) -> None:
        alice = settled()

        alice.post("/moved-on/", how="seen", words="Two cups on the balcony.")

        assert "Two cups" not in standing(alice.vault, NOW).verdict.quote
        assert "Two cups" in page(alice, "/moved-on/")

    def test_a_guess_changes_nothing(self) -> None:
        alice = settled()
        before = alice.vault.all(Agreement)

        answer = alice.post("/moved-on/", how="guessed", words="Jo says so.")

        assert alice.vault.all(Agreement) == before
        assert words("moved-on")["guessed"] in page(alice, answer["Location"])

    @pytest.mark.parametrize("state", [State.LOGISTICS_ONLY, State.LEGAL_ORDER])
    def test_a_way_for_the_children_and_an_order_stay(self, state: State) -> None:
        alice = settled(state, topics=("school",))

        alice.post("/moved-on/", how="seen", words="")

        assert state_of(alice) == state
        assert [one.how for one in alice.vault.records(MovedOn)] == ["seen"]

    def test_their_exceptions_stay(self) -> None:
        alice = settled(exceptions="If the cat is ill.")

        alice.post("/moved-on/", how="said", words=SAID)

        assert alice.vault.records(Agreement)[-1].terms.exceptions == "If the cat is ill."

    def test_without_an_answer_nothing_is_kept(self) -> None:
        alice = settled()

        answer = alice.post("/moved-on/", words=SAID).content.decode()

        assert words("moved-on")["missing"] in answer
        assert alice.vault.all(MovedOn) == []

    def test_help_for_tonight_comes_before_the_question(self) -> None:
        text = page(settled(), "/moved-on/")

        main = text.index("<main")
        assert text.index(words("moved-on")["lead"]) < text.index('name="how"')
        assert text.index('href="/help/"', main) < text.index('name="how"')

    @pytest.mark.parametrize("path", ["/agreement/", "/path/"])
    def test_it_is_one_step_away(self, path: str) -> None:
        assert 'href="/moved-on/"' in page(settled(), path)


class TestAClosing:
    def test_it_reads_back_what_was_answered(self) -> None:
        alice = settled()
        keep(alice, "let-go/what-i-take-with-me", happened=STORY, keep=[{"what": "I ask first"}])

        text = page(alice, "/closing/")

        assert STORY in text
        assert "I ask first" in text

    def test_nothing_meant_for_them_or_said_by_them_is_read_back(self) -> None:
        told = [source for part in words("closing")["part"] for source in part["from"]]
        fields = {f"{one.id}.{f.name}": (one, f) for one in program().exercises for f in one.fields}

        assert [one for one in told if not may_be_read_back(*fields[one])] == []

    def test_only_what_was_ticked_or_written_stands_on_the_page(self) -> None:
        alice = settled()
        keep(alice, "let-go/what-i-take-with-me", happened=STORY, thanks="For good mornings.")
        key = page(alice, "/closing/").split('name="line" value="')[1][:16]

        form = {"line": [key], "own.own": "I shouted.\nI hid it.", "action": "print"}
        paper = alice.post("/closing/", **form).content.decode()

        assert STORY in paper
        assert '<p class="said">I hid it.</p>' in paper
        assert "good mornings" not in paper

    def test_showing_the_page_closes_nothing(self) -> None:
        alice = settled()

        alice.post("/closing/", action="print", **{"own.keep": "The songs."})

        assert alice.vault.all(Closing) == []

    def test_a_page_with_nothing_chosen_says_so(self) -> None:
        alice = settled()

        answer = alice.post("/closing/", action="print").content.decode()

        assert words("closing")["none"] in answer

    def test_closing_keeps_the_lines_and_the_sentence(self) -> None:
        alice = settled()

        alice.post("/closing/", action="close", who=WHO, **{"own.keep": "The songs."})
        [closing] = alice.vault.records(Closing)

        assert [line.text for line in closing.lines] == ["The songs."]
        assert closing.who == WHO

    def test_in_a_crisis_nothing_is_closed(self) -> None:
        alice = settled()
        alice.vault.put(Statement(NOW, Danger.CRISIS, is_over=False))

        alice.post("/closing/", action="close", who=WHO)

        assert alice.vault.all(Closing) == []
        assert words("questions")["paused"]["title"] in page(alice, "/closing/")


class TestQuiet:
    def test_today_is_one_quiet_page(self) -> None:
        alice = closed()
        keep(alice, "own/incident", act="I read the letters.")

        text = page(alice, "/")

        assert f'<blockquote class="who">{WHO}</blockquote>' in text
        assert "I need until March" not in text
        assert "/path/own/" not in text
        assert 'href="/help/"' in text

    def test_no_review_is_due(self) -> None:
        alice, old = settled(), NOW - timedelta(days=90)
        hope: dict[str, Any] = {"mine": [{"what": "x"}], "theirs": [{"what": "z"}], "worth": "w"}
        alice.vault.put(Answers("understand/what-is-possible").with_version(hope, old))
        before = page(alice, "/path/")

        alice.vault.put(Closing(NOW))

        assert "worth another look" in before
        assert "worth another look" not in page(alice, "/path/")

    def test_nothing_comes_next_after_a_sheet(self) -> None:
        alice, path = settled(), "/path/let-go/closing-tasks/?kept=yes"
        keep(alice, "let-go/closing-tasks", tasks=[{"task": "keys"}])
        before = page(alice, path)

        alice.vault.put(Closing(NOW))

        assert 'class="button second" href="/path/let-go/' in before
        assert 'class="button second" href="/path/let-go/' not in page(alice, path)

    def test_the_bell_is_silent_until_it_is_opened(self) -> None:
        alice = settled()
        every_day = Weekly(tuple(range(7)), 12)
        alice.vault.put(Reminders((every_day,), with_notices=True))
        noon = datetime.now().astimezone().replace(hour=12, minute=0, second=1)

        alice.post("/closing/", action="close")
        silent = bell.ring(noon - timedelta(minutes=1), noon, lambda: None)
        alice.post("/closing/", action="open")
        rings = bell.ring(noon - timedelta(minutes=1), noon, lambda: None)
        bell.forget_all()

        assert (silent, rings) == (False, True)

    def test_one_button_opens_the_path_again(self) -> None:
        alice = closed()

        alice.post("/closing/", action="open")

        assert "One next step" in page(alice, "/")
        assert len(alice.vault.all(Opening)) == 1

    def test_it_can_be_closed_a_second_time(self) -> None:
        alice = closed()
        alice.post("/closing/", action="open")

        alice.post("/closing/", action="close", who="Someone else now.")

        assert "Someone else now." in page(alice, "/")


def test_letting_go_has_a_seam_of_its_own_that_is_drawn() -> None:
    alice = settled()
    keep(alice, "let-go/who-i-am-now", was_ours=[{"part": "x"}], for_others="y", sentence=WHO)

    seam = page(alice, "/path/").split('id="drawn-let-go"')[1].split("/>")[0]

    assert 'height="0"' not in seam


def ways_out(someone: Person, draft: str) -> list[str]:
    """Return where a letter can be copied, or taken from."""
    text = page(someone, f"/write/{draft}/")
    pages = text + "".join(page(someone, path) for path in ("/", "/write/", "/closing/"))
    return [sign for sign in ("data-copyable", "Take it out") if sign in pages]


CLOSES: dict[str, tuple[str, dict[str, str]]] = {
    "moved on": ("/moved-on/", {"how": "said", "words": SAID}),
    "closed": ("/closing/", {"action": "close", "who": WHO}),
}


@pytest.mark.parametrize("state", [State.OPEN, State.TOGETHER, State.SPACE])
@pytest.mark.parametrize("way", CLOSES)
def test_after_it_nothing_leads_to_a_draft_that_can_be_copied(way: str, state: State) -> None:
    alice, (path, form) = settled(state), CLOSES[way]
    draft = alice.vault.put(waited(LETTER)).id.hex()

    alice.post(path, **form)
    for action in ("take-out", "put-back", "reread", "sent", "check"):
        alice.post(f"/write/{draft}/", action=action, text=LETTER, wanted="yes", channel="letter")
    archive = zipfile.ZipFile(io.BytesIO(exported(alice).content))

    assert ways_out(alice, draft) == []
    assert not any(LETTER.encode() in archive.read(name) for name in archive.namelist())


def test_a_letter_that_was_out_goes_back_when_it_is_closed() -> None:
    alice = settled(State.OPEN)
    draft = alice.vault.put(waited(LETTER)).id.hex()
    alice.post(f"/write/{draft}/", action="take-out")
    before = ways_out(alice, draft)

    alice.post("/closing/", action="close", who=WHO)

    assert before == ["data-copyable"]
    assert ways_out(alice, draft) == []


def test_opening_the_path_again_lets_no_letter_out_that_night() -> None:
    alice = closed(State.OPEN)
    draft = alice.vault.put(waited(LETTER)).id.hex()

    alice.post("/closing/", action="open")
    alice.post(f"/write/{draft}/", action="take-out")

    assert ways_out(alice, draft) == []


def test_three_days_later_it_is_as_it_was() -> None:
    alice = settled(State.OPEN)
    alice.vault.put(Closing(NOW - timedelta(days=9)))
    alice.vault.put(Opening(NOW - timedelta(days=3, minutes=1)))

    assert is_open(alice)


def test_practical_matters_go_on_after_a_closing() -> None:
    alice = closed(State.LOGISTICS_ONLY)
    alice.vault.put(begin(Terms(State.LOGISTICS_ONLY, topics=("school",)), NOW))

    assert standing(alice.vault, datetime.now(UTC), "school").verdict.allowed
