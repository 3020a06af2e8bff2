"""`amends check` reads drafts, says what it found, and never repeats one in an error."""

import json
from functools import partial
from pathlib import Path

import pytest

from amends.cli.commands.check import says_stop
from amends.coach import Concern, Review, Rules, review
from amends.text import Span
from tests.cli.conftest import CANARY, Amends

IF = "I'm sorry if you were hurt."
JSON_KEYS = ["kind", "words", "concerns", "strengths", "missing", "landing"]
CONCERN_KEYS = ["label", "family", "severity", "start", "end", "quote", "why", "instead", "source"]


def concern(severity: str) -> Concern:
    return Concern("threat", "pressure", severity, Span(0, 1), "a", "Why.", "Try.", "")


@pytest.mark.parametrize(("severity", "stops"), [("stop", True), ("rethink", False)])
def test_a_concern_that_says_stop_is_told_apart(severity: str, stops: bool) -> None:
    found = review("a")
    with_concern = Review(**{**vars(found), "concerns": (concern(severity),)})

    assert says_stop(with_concern) is stops


def test_a_rule_with_a_mistake_is_told(
    amends: Amends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "en" / "rules" / "ownership"
    rules.mkdir(parents=True)
    (rules / "sorry-if.md").write_text('+++\nseverity = "huge"\n+++\n')
    monkeypatch.setattr(Rules, "load", partial(Rules.load, "en", tmp_path))

    said = amends("check", stdin=IF)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("amends: a rule has a mistake: sorry-if.md, line ")


def test_it_marks_the_words_it_speaks_of(amends: Amends) -> None:
    said = amends("check", stdin=IF)

    assert (said.code, said.err) == (0, "")
    assert "rethink: conditional-apology\n    I'm sorry if you were hurt.\n        ^^^^" in said.out


def test_the_mark_stands_under_wide_characters_too(amends: Amends) -> None:
    lines = amends("check", stdin=f"😢😢 {IF}").out.splitlines()

    marks = next(line for line in lines if "^" in line)
    assert marks.index("^") == 4 + 2 * 2 + 1 + len("I'm ")


def test_a_draft_cannot_steer_the_terminal(amends: Amends) -> None:
    assert "\x1b" not in amends("check", stdin=f"\x1b[2J{IF}").out


def test_a_file_and_standard_input_read_alike(amends: Amends, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"\xef\xbb\xbf" + IF.encode())

    assert amends("check", letter).out == amends("check", "-", stdin=IF).out


def test_json_is_one_object_as_promised(amends: Amends) -> None:
    said = amends("check", "--json", "--kind", "apology", stdin=IF)
    found = json.loads(said.out)

    assert list(found) == JSON_KEYS
    assert {tuple(one) for one in found["concerns"]} == {tuple(CONCERN_KEYS)}
    assert {IF[one["start"] : one["end"]] == one["quote"] for one in found["concerns"]} == {True}


def test_many_drafts_come_back_in_their_order(amends: Amends, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts.jsonl"
    texts = [IF, "I was late.", IF]
    lines = [json.dumps({"id": n, "kind": "apology", "text": t}) for n, t in enumerate(texts)]
    drafts.write_text("\n\n".join(lines) + "\n")

    found = [json.loads(line) for line in amends("check", "--jsonl", drafts).out.splitlines()]

    assert [one["id"] for one in found] == [0, 1, 2]
    assert [bool(one["concerns"]) for one in found] == [True, False, True]
    assert found[0] == {"id": 0, **json.loads(amends("check", *KIND, stdin=IF).out)}


KIND = ["--json", "--kind", "apology"]


def test_half_a_character_comes_back_as_json(amends: Amends) -> None:
    draft = r'{"id": "\ud83d", "text": "Sorry if \ud83d you were hurt 😢."}'

    found = json.loads(amends("check", "--jsonl", "-", stdin=draft).out)

    assert found["id"] == "\ud83d"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (f'{{"text": "{CANARY}"', "this is not JSON"),
        ("[" * 100_000, "this is not JSON"),
        (f'["{CANARY}"]', "the text is missing"),
        (f'{{"text": ["{CANARY}"]}}', "the text is missing"),
        (f'{{"kind": "{CANARY}", "text": "a"}}', "this kind is unknown"),
        ('{"kind": [], "text": "a"}', "this kind is unknown"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_its_number(
    amends: Amends, line: str, problem: str
) -> None:
    said = amends("check", "--jsonl", "-", stdin=f'{{"text": "a"}}\n{line}\n')

    assert said.code == 2
    assert said.err.startswith(f"amends: standard input, line 2: {problem}\nhint: ")
    assert CANARY not in said.err


@pytest.mark.parametrize("content", [f"{CANARY} \xe9".encode("latin-1"), f"{CANARY}\0".encode()])
def test_a_file_that_is_no_text_is_told(amends: Amends, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "letter.doc").write_bytes(content)

    said = amends("check", tmp_path / "letter.doc")

    assert (said.code, said.out) == (2, "")
    assert "letter.doc: this is not" in said.err
    assert CANARY not in said.err


def test_a_folder_is_told(amends: Amends, tmp_path: Path) -> None:
    assert f"{tmp_path}: this is a folder\nhint: name one file" in amends("check", tmp_path).err


@pytest.mark.parametrize("draft", [f"Dear Bob, {CANARY}", f"{CANARY} " * 1000])
def test_a_draft_in_the_place_of_a_file_is_not_repeated(amends: Amends, draft: str) -> None:
    said = amends("check", draft)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("amends: there is no such file\nhint: ")
    assert CANARY not in said.err
