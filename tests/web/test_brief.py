"""One page for a person you trust: what is ticked goes on it, and nothing else."""

import html
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from amends.contact import Draft, State, write
from amends.journey import Answers
from amends.web import paper as paper_module
from amends.web.brief import Line, asks, parts_of
from amends.web.content import program
from amends.web.paper import Paper, Said, Section, TooLong, pdf_of
from amends.web.people import People
from tests.web.conftest import THEIR_WORDS, Person, settled

NOW = datetime.now(UTC)
PATH = "/help/brief/"
ACT = "I read Anna's letters, all of them."
GOAL = {"goal": "Open the post", "weekly": "Mondays at seven"}
OTHER_GOAL = {"goal": "Ask before I look", "weekly": "Every time"}


def keep(someone: Person, exercise: str, **values: Any) -> None:
    someone.vault.put(Answers(exercise).with_version(values, NOW))


def lines(someone: Person) -> dict[str, Line]:
    """Return every line that can be ticked, by its text."""
    parts = [*parts_of(someone.vault, NOW), asks()]
    return {line.text: line for part in parts for line in part.lines}


def show(someone: Person, *texts: str, **form: Any) -> str:
    """Tick these lines and return the page for printing, as a person reads it."""
    keys = [lines(someone)[text].key for text in texts]
    return html.unescape(someone.post(PATH, line=keys, action="print", **form).content.decode())


@pytest.fixture
def alice(db: None) -> Person:
    someone = settled(exceptions="If the cat is ill.")
    keep(someone, "own/incident", act=ACT, cost="They told me they feel watched.")
    keep(someone, "own/roadmap", goals=[GOAL, OTHER_GOAL], begin="The tray")
    keep(someone, "understand/what-they-said", words=[{"words": "You never ask."}])
    keep(someone, "understand/right-now", pull=8, known="It is night.")
    return someone


def test_nothing_is_chosen_beforehand(alice: Person) -> None:
    page = alice.get(PATH).content.decode()

    assert page.count('type="checkbox"') > 12
    assert " checked" not in page


def test_what_is_ticked_is_on_the_page_and_nothing_else(alice: Person) -> None:
    page = show(alice, ACT, "Open the post · Mondays at seven")

    assert ACT in page
    assert "What did you do or say?" in page
    assert "Open the post" in page
    for text in ("Ask before I look", "feel watched", "never ask", THEIR_WORDS, "8 / 10", "Alone"):
        assert text not in page


@pytest.mark.parametrize(
    "text", [THEIR_WORDS, "If the cat is ill.", "You never ask.", "They told me they feel watched."]
)
def test_what_the_other_person_said_is_marked_so(text: str, alice: Person) -> None:
    marked = {line.text for line in lines(alice).values() if line.is_theirs}

    assert text in marked
    assert ACT not in marked
    assert text in show(alice, text)


def test_a_scale_is_said_with_its_end(alice: Person) -> None:
    assert "8 / 10" in show(alice, "8 / 10")


def test_nothing_ticked_makes_no_page(alice: Person) -> None:
    page = alice.post(PATH, action="pdf").content.decode()

    assert "Nothing is ticked yet." in page


def test_a_tick_that_no_line_has_makes_no_page(alice: Person) -> None:
    page = alice.post(PATH, line=["own/incident.act", "0", "*"], action="pdf").content.decode()

    assert "Nothing is ticked yet." in page


def test_what_was_rewritten_meanwhile_is_not_ticked(alice: Person) -> None:
    key = lines(alice)[ACT].key
    kept = next(k for k in alice.vault.all(Answers) if k.record.exercise == "own/incident")
    alice.vault.put(kept.record.with_version({"act": "Something I would not show."}, NOW), kept.id)

    page = alice.post(PATH, line=[key], action="print").content.decode()

    assert " checked" not in page
    assert "Nothing is ticked yet." in page


def test_one_s_own_request_is_enough(alice: Person) -> None:
    assert "I want to know why I lie." in show(alice, own="I want to know why I lie.")


@pytest.mark.parametrize("state", list(State))
def test_no_draft_can_be_ticked_in_any_state(state: State, db: None) -> None:
    someone = settled(state)
    someone.vault.put(write(Draft(kind="apology"), "canary-draft", NOW))
    addressed = [one for one in program().exercises if one.addressed or one.each]
    for exercise in addressed:
        keep(someone, exercise.id, **{field.name: "canary-draft" for field in exercise.fields})

    page = someone.get(PATH).content.decode()

    assert {one.id for one in addressed} >= {"own/apology", "work/another-way"}
    assert "canary-draft" not in page


def test_every_sheet_that_takes_lines_from_drafts_is_addressed() -> None:
    marked = {one.id for one in program().exercises if any(field.marked for field in one.fields)}

    assert marked <= {one.id for one in program().exercises if one.addressed}


def test_names_are_reduced_only_by_choice(alice: Person) -> None:
    alice.vault.put(People(me="Alice", them="Anna"))

    whole = show(alice, ACT, own="Alice and Bob.", names="Bob")
    reduced = show(alice, ACT, own="Alice and Bob.", names="Bob", initials="yes")

    assert ACT in whole
    assert "I read A.'s letters" in reduced
    assert "A. and B." in reduced
    assert not re.search("Anna|Alice|Bob", reduced)


def test_a_page_that_is_too_long_keeps_the_ticks(alice: Person) -> None:
    keep(alice, "own/no-excuses", circumstance="A long story. " * 600)

    page = show(alice, ACT, ("A long story. " * 600).strip(), own="And this.")

    assert "longer than one page" in page
    assert page.count(" checked") == 2
    assert "And this." in page


def test_it_comes_as_a_file_without_a_telling_name(alice: Person) -> None:
    response = alice.post(PATH, line=[lines(alice)[ACT].key], action="pdf", own="canary-7f3a")

    assert response["Content-Type"] == "application/pdf"
    assert re.fullmatch(
        r'attachment; filename="page-\d{4}-\d\d-\d\d\.pdf"', response["Content-Disposition"]
    )
    assert response.content.startswith(b"%PDF")


def test_nothing_of_it_is_kept(alice: Person) -> None:
    before = len(list(alice.vault.all(Answers)))

    page = show(alice, ACT, own="canary-7f3a", names="canary-7f3a")

    assert "canary-7f3a" in page
    assert "canary-7f3a" not in alice.get(PATH).content.decode()
    assert "canary-7f3a" not in re.findall("<title>(.*?)</title>", page)[0]
    assert len(list(alice.vault.all(Answers))) == before


def made(text: str = "canary-7f3a", times: int = 1) -> bytes:
    return pdf_of(Paper("For our talk", "today", [Section("Part", (Said("", text),) * times)], "f"))


def test_the_pdf_is_one_a4_page_with_its_fonts_inside() -> None:
    pdf = made("A line. " * 40, times=8)

    assert re.search(rb"/Type\s*/Pages\s*/Count 1\D", pdf)
    assert b"/MediaBox[0 0 595.2756 841.8898]" in pdf
    assert b"LibertinusSerif" in pdf
    assert b"/FontFile" in pdf


def test_the_pdf_says_nothing_about_itself() -> None:
    pdf = made()

    assert b"canary" not in pdf
    assert not re.search(rb"/(Title|Author|Subject|Keywords|CreationDate)\s*[(<]|dc:title", pdf)


def test_letters_become_smaller_before_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text, times = "A line that goes on for a while. " * 3, 43

    whole = made(text, times)
    monkeypatch.setattr(paper_module, "SIZES", paper_module.SIZES[:1])

    assert whole
    with pytest.raises(TooLong):
        made(text, times)


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x")',
        '#read("/etc/passwd") $x^2$ *bold* _it_ `code` <label> @ref',
        '"] \\ \\u{0} </p> {{ x }} {% x %}',
        "\x00\x07\u202e\ufeff",
        "日本語 عربى हिन्दी 😢",
        "a" * 3000,
    ],
)
def test_whatever_is_typed_is_text_and_not_layout(text: str) -> None:
    assert made(text).startswith(b"%PDF")


def test_the_layout_reads_no_file_and_no_package() -> None:
    layout = (Path(paper_module.__file__).parent / "paper.typ").read_text(encoding="utf-8")

    assert not re.search(r"\b(import|include|read|image|plugin|eval)\b", layout)


def test_not_one_byte_is_written_to_any_file(tmp_path: Path) -> None:
    program = """
import resource, sys
from amends.web.paper import Paper, Said, Section, pdf_of
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
page = Paper("h", "d", [Section("s", (Said("", "canary-7f3a 日本語"),))], "f")
sys.stdout.write(str(len(pdf_of(page))))
"""
    done = subprocess.run(
        [sys.executable, "-B", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )

    assert int(done.stdout) > 1000
    assert list(tmp_path.iterdir()) == []
