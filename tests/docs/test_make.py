import re
from pathlib import Path

import pytest
from docs.make import HERE, DocumentError, made, main, stale
from docs.rule_pages import rule_pages

from amends.cli.catalogue import command_names
from amends.coach import Rules
from amends.journey import Program
from docs import lists

ROOT = Path(__file__).parent.parent.parent
OLD = "<!-- made: exercises -->\nold\n<!-- end -->\n"


def document(folder: Path, text: str) -> Path:
    path = folder / "some.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_list_is_out_of_date() -> None:
    assert main(["--check"]) == 0


def test_the_check_names_the_document_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = document(tmp_path, OLD)

    code = main(["--check"], tmp_path, {})

    assert (code, path.read_text(encoding="utf-8")) == (1, OLD)
    assert capsys.readouterr().err == "some.md: this is out of date\nhint: run make docs\n"


def test_it_writes_a_list_anew(tmp_path: Path) -> None:
    path = document(tmp_path, OLD)

    code = main([], tmp_path, {})

    assert code == 0
    assert "| own/incident |" in path.read_text(encoding="utf-8")
    assert stale(tmp_path, {}) == []


def test_a_folder_is_made_as_a_whole(tmp_path: Path) -> None:
    page, gone = tmp_path / "rules" / "a" / "b.md", tmp_path / "rules" / "gone.md"
    gone.parent.mkdir()
    gone.write_text("old", encoding="utf-8")
    folders = {"rules": lambda: {"a/b.md": "new"}}

    assert main(["--check"], tmp_path, folders) == 1
    assert gone.exists()
    assert not page.exists()
    assert main([], tmp_path, folders) == 0
    assert page.read_text(encoding="utf-8") == "new"
    assert not gone.exists()
    assert main(["--check"], tmp_path, folders) == 0


def test_every_finding_and_every_lesson_is_in_the_documents() -> None:
    program = Program.load("en")
    evidence = (HERE / "evidence.md").read_text(encoding="utf-8")
    writing = (HERE / "writing.md").read_text(encoding="utf-8")

    assert [name for name in program.evidence if f"### {name} · " not in evidence] == []
    assert [one.id for one in program.exercises if f"| {one.id} |" not in writing] == []


def test_a_list_is_made_between_its_marks(tmp_path: Path) -> None:
    path = document(tmp_path, "Before.\n<!-- made: x -->\nold\n<!-- end -->\nAfter.\n")

    text = made(path, {"x": lambda: "new\n"})

    assert text == "Before.\n<!-- made: x -->\nnew\n<!-- end -->\nAfter.\n"


def test_several_lists_do_not_swallow_what_lies_between(tmp_path: Path) -> None:
    block = "<!-- made: x -->\n<!-- end -->"
    path = document(tmp_path, f"{block}\nBetween.\n{block}\n")

    assert made(path, {"x": lambda: "new"}).count("Between.") == 1
    assert made(path, {"x": lambda: "new"}).count("new") == 2


def test_what_has_no_list_stays_as_it_is(tmp_path: Path) -> None:
    assert made(document(tmp_path, "Words.\n")) == "Words.\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<!-- made: rulez -->\n<!-- end -->\n", "there is no list `rulez`\nhint: one of: asvs"),
        ("<!-- made: rules -->\n", "a list has no end\nhint: close it"),
    ],
)
def test_it_says_what_is_wrong_with_a_list(tmp_path: Path, text: str, problem: str) -> None:
    path = document(tmp_path, text)

    with pytest.raises(DocumentError) as caught:
        made(path)

    assert str(caught.value).startswith(f"some.md: {problem}")


def test_every_command_shows_its_help() -> None:
    told = lists.commands()

    assert [name for name in command_names() if f"## amends {name}\n" not in told] == []
    assert "## amends content check\n\n```text\nUsage: amends content check" in told


def test_the_help_in_the_documents_names_no_folder_of_this_machine() -> None:
    assert str(ROOT) not in lists.commands()


def test_every_page_is_told_with_its_purpose() -> None:
    rows = lists.pages().splitlines()[2:]

    assert len(rows) == len(list(lists.PAGES.glob("*/page.py")))
    assert "| `/help/` | yes | Help: people to call" in "\n".join(rows)
    assert [row for row in rows if row.endswith("|  |")] == []


def test_every_rule_has_a_page_with_all_that_it_says() -> None:
    pages = rule_pages()

    for one in (rule.file for rule in Rules.load("en").rules):
        page = pages[f"{one.family}/{one.label}.md"]
        said = [f"# {one.title}\n", f"`{one.label}`", one.why, one.instead]
        assert [part for part in said if part not in page] == []
        assert page.count("\n- ") == len(one.flags) + len(one.leaves_alone)
        assert f"[{one.label}]({one.family}/{one.label}.md)" in pages["README.md"]


def test_a_page_tells_the_finding_and_its_limit() -> None:
    found = Program.load("en").evidence["lewicki-2016"]
    page = rule_pages()["ownership/but-apology.md"]

    assert f"{found.finding} {found.limit} ([lewicki-2016](../../evidence.md#" in page


def test_a_page_of_a_rule_leads_only_to_what_is_there() -> None:
    for name, text in rule_pages().items():
        home = (HERE / "rules" / name).parent
        for target in re.findall(r"\]\(([^)#]+)", text):
            assert (home / target).is_file(), f"{name}: {target}"
