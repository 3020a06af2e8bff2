"""A line of one's own, said another way: taken up, read, kept; and the words that are named."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest

from amends.contact import Dismissed, Draft, State, write
from amends.journey import Answers, OwnWords
from amends.store import NotKept
from amends.web.content import program
from tests.web.conftest import NOW, Person, settled

SHEET = "/path/work/another-way/"
WORDS = "/path/words/"
LINE = "You never listen to me."
TEXT = f"{LINE} I was sad on Sunday. You need to calm down."


def said(text: str, kind: str = "conflict", **more: Any) -> Draft:
    return write(Draft(kind=kind, **more), text, NOW)


def taken(someone: Person, line: str = LINE) -> str:
    """Take up a line; return the address of its page."""
    return str(someone.post(SHEET, line=line)["Location"])


def read(someone: Person, path: str) -> str:
    return unescape(someone.get(path).content.decode())


def answers(someone: Person) -> Answers:
    return someone.vault.all(Answers)[-1].record


def chips(page: str, word: str) -> list[str]:
    return re.findall(rf'<input type="checkbox" name="feel" value="{word}"( checked)?>', page)


@pytest.fixture
def someone(db: None) -> Person:
    return settled()


def test_lines_that_the_coach_marked_in_drafts_are_offered(someone: Person) -> None:
    someone.vault.put(said(TEXT))

    page = read(someone, SHEET)

    assert f'name="own" value="{LINE}"' in page
    assert 'name="own" value="You need to calm down."' in page
    assert "I was sad on Sunday" not in page


def test_a_mark_that_was_set_aside_is_no_line_to_practise_on(someone: Person) -> None:
    someone.vault.put(said(LINE, dismissed=(Dismissed("criticism", LINE),)))

    assert 'name="own"' not in read(someone, SHEET)


def test_a_line_from_a_draft_is_taken_up_as_it_was(someone: Person) -> None:
    someone.vault.put(said(TEXT))

    path = someone.post(SHEET, own=LINE)["Location"]

    assert answers(someone).values == {"line": LINE}
    assert f">{LINE}</blockquote>" in read(someone, path)


def test_nothing_is_taken_up_without_a_line(someone: Person) -> None:
    page = someone.post(SHEET, line="  ").content.decode()

    assert "Please write something here." in page
    assert someone.vault.all(Answers) == []


def test_what_still_accuses_is_marked(someone: Person) -> None:
    path = taken(someone)

    someone.post(path, see="You never listen.", ask="You need to calm down.", feel="sad")
    page = read(someone, path)

    assert "<q>You need to calm down.</q>" in page
    assert page.count('<ul class="notes heard">') == 2


def test_words_that_accuse_nobody_are_not_marked(someone: Person) -> None:
    path = taken(someone)

    kept = someone.post(path, see="You came at ten.", feel="sad", action="keep")["Location"]

    assert "hears nothing in your new words that accuses" in read(someone, kept)


def test_the_line_stays_as_it_was(someone: Person) -> None:
    path = taken(someone)

    someone.post(path, line="I was lovely.", see="You came at ten.", feel=["sad", "tired"])
    someone.post(path, see="You came at eleven.", feel="sad")

    assert [one.values["line"] for one in answers(someone).versions] == [LINE, LINE, LINE]
    assert read(someone, path).count("You came at ten.") == 1


def test_every_line_has_a_page_of_its_own(someone: Person) -> None:
    first, second = taken(someone), taken(someone, "You are so lazy.")

    someone.post(first, see="The plates stood there.", feel="tired")

    assert "The plates" not in read(someone, second)
    assert len(re.findall(r'href="/path/entry/\w+/"', read(someone, SHEET))) == 2


def test_a_line_can_be_deleted(someone: Person) -> None:
    path = taken(someone)

    response = someone.post(path, action="delete")

    assert response["Location"] == SHEET
    assert someone.vault.all(Answers) == []
    assert someone.get(path).status_code == 404


def test_the_answers_of_another_sheet_are_no_entry(someone: Person) -> None:
    kept = someone.vault.put(Answers("own/incident").with_version({"act": "I lied."}, NOW))

    assert someone.get(f"/path/entry/{kept.id.hex()}/").status_code == 404


@pytest.mark.parametrize("state", list(State))
def test_it_leads_to_no_draft_and_to_nothing_that_copies(db: None, state: State) -> None:
    someone = settled(state)
    path = taken(someone)

    someone.post(path, see="You came at ten.", feel="sad", said="I was sad when you came at ten.")
    page = read(someone, path)

    assert someone.vault.all(Draft) == []
    assert "data-copyable" not in page


def test_what_sounds_like_danger_is_answered_with_help(someone: Person) -> None:
    path = taken(someone)

    someone.post(path, see="If you leave I will kill myself.", feel="afraid")

    assert "Find someone to talk to now" in read(someone, path)


def test_a_judgement_is_turned_and_kept(someone: Person) -> None:
    path = taken(someone)

    someone.post(path, see="You came at ten.", feel="ignored")
    page = read(someone, path)

    assert "“ignored” says what they did. What did you feel?" in page
    assert answers(someone).values["feel"] == ["ignored"]
    assert chips(page, "ignored") == [" checked"]
    assert page.index('value="lonely"') < page.index("<summary>Afraid")


def test_no_word_is_offered_twice(someone: Person) -> None:
    path = taken(someone)

    someone.post(path, see="You came at ten.", feel=["ignored", "sad"])
    offered = re.findall(r'name="feel" value="([^"]+)"', read(someone, path))

    assert len(offered) == len(set(offered)) == len(program().lists["feelings"].words)


def test_a_word_of_ones_own_is_offered_from_then_on(someone: Person) -> None:
    path, other = taken(someone), taken(someone, "You are so lazy.")

    someone.post(path, see="You came at ten.", **{"feel.more": "wobbly,  SAD"})

    assert answers_of(someone, path) == ["sad", "wobbly"]
    assert chips(read(someone, other), "wobbly") == [""]
    assert someone.vault.all(OwnWords)[0].record.added == ("wobbly",)


def answers_of(someone: Person, path: str) -> object:
    kept = someone.vault.get(Answers, bytes.fromhex(path.strip("/").rpartition("/")[2]))
    return kept.record.values["feel"]


def test_a_word_can_be_left_out_and_stays_where_it_was_named(someone: Person) -> None:
    path, other = taken(someone), taken(someone, "You are so lazy.")
    someone.post(path, see="You came at ten.", feel="bitter")

    someone.post(WORDS, list="feelings", word=["sad", "glad"], more="scunnered")

    assert chips(read(someone, path), "bitter") == [" checked"]
    assert chips(read(someone, other), "bitter") == []
    assert chips(read(someone, other), "scunnered") == [""]
    assert "ignored" not in read(someone, other)


def test_a_list_that_is_not_there_is_not_changed(someone: Person) -> None:
    assert someone.post(WORDS, list="colours", more="red").status_code == 404


def test_the_page_of_words_says_how_often(someone: Person) -> None:
    for days, feel in ((20, ["lonely"]), (13, ["lonely", "ignored"]), (1, ["tired"])):
        record = Answers("work/another-way").with_version(
            {"line": LINE, "feel": feel}, datetime.now(UTC) - timedelta(days=days)
        )
        someone.vault.put(record)

    page = " ".join(re.sub(r"<[^>]+>", " ", read(someone, WORDS)).split())

    assert "lonely 2 times tired once" in page
    assert "Words that sound like feelings: ignored once" in page
    assert page.count("Week of") == 3


def test_a_page_of_words_without_answers_says_what_will_be_there(someone: Person) -> None:
    assert read(someone, WORDS).count("will stand here, with how often") == 2


def test_a_need_that_was_chosen_before_there_was_a_list_is_still_shown(someone: Person) -> None:
    rows: list[dict[str, str | int]] = [{"need": "something else"}]
    someone.vault.put(Answers("understand/needs").with_version({"mine": rows}, NOW))

    page = read(someone, "/path/understand/needs/")

    assert "<option selected>something else</option>" in page


@pytest.mark.parametrize("path", ["/path/", "/write/"])
def test_a_newcomer_finds_it(someone: Person, path: str) -> None:
    page = read(someone, path)

    assert SHEET in page
    assert WORDS in page


def test_charlie_cannot_delete_a_line_of_alice(alice: Person, charlie: Person) -> None:
    path = f"/path/entry/{alice.ids['entry_id']}/"

    assert charlie.post(path, action="delete").status_code == 404
    assert alice.get(path).status_code == 200


def test_a_deleted_line_is_gone_from_the_vault(alice: Person) -> None:
    alice.post(f"/path/entry/{alice.ids['entry_id']}/", action="delete")

    with pytest.raises(NotKept):
        alice.vault.get(Answers, bytes.fromhex(alice.ids["entry_id"]))


def test_a_judgement_is_not_called_free_of_accusation(someone: Person) -> None:
    path = taken(someone)

    kept = someone.post(path, see="You came at ten.", feel="ignored", action="keep")["Location"]
    page = read(someone, kept)

    assert "that accuses" not in page
    assert "One of the words you chose is no feeling" in page


def test_before_any_word_is_named_the_words_stand_plainly_with_the_sheet_that_asks_for_them(
    someone: Person,
) -> None:
    page = read(someone, WORDS).split('<details class="offered">')[0]

    assert '<span class="one">tearful</span>' in page
    assert f'href="{SHEET}"' in page


def test_a_word_that_was_left_out_does_not_stand_there(someone: Person) -> None:
    someone.post(WORDS, list="feelings", word=["sad"])

    page = read(someone, WORDS).split('<details class="offered">')[0]

    assert '<span class="one">sad</span>' in page
    assert '<span class="one">tearful</span>' not in page
