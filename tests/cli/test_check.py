"""`amends check` reads drafts, says what it found, and never repeats one in an error."""

import json
from functools import partial
from pathlib import Path

import pytest

from amends import listener
from amends.cli.report import NO_CONCERN, worst
from amends.coach import Concern, Review, Rules, review
from amends.listener import Heard
from amends.text import Span
from tests.cli.conftest import CANARY, Amends
from tests.listener.model import needs_model

RULES = ("check", "--rules-only")
STOP = "I will kill you if you tell them."
IF = "I'm sorry if you were hurt."
JSON_KEYS = ["kind", "words", "concerns", "strengths", "missing", "landing"]
CONCERN_KEYS = ["label", "family", "severity", "start", "end", "quote", "why", "instead", "source"]


class Stranger:
    """A listener that hears one thing in everything."""

    @classmethod
    def load(cls) -> "Stranger":
        return cls()

    def hear(self, text: str) -> list[Heard]:
        return [Heard("begging", Span(0, len(text)), 0.9)]


def concern(severity: str) -> Concern:
    return Concern("threat", "pressure", severity, Span(0, 1), "a", "Why.", "Try.", "")


@pytest.mark.parametrize(
    ("severities", "gravest"),
    [(["note", "stop"], "stop"), (["note", "rethink"], "rethink"), ([], NO_CONCERN)],
)
def test_a_draft_is_counted_by_the_gravest_that_is_said_of_it(
    severities: list[str], gravest: str
) -> None:
    concerns = tuple(map(concern, severities))
    found = Review(**{**vars(review("a")), "concerns": concerns})

    assert worst(found) == gravest


def test_a_rule_with_a_mistake_is_told(
    amends: Amends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "en" / "rules" / "ownership"
    rules.mkdir(parents=True)
    (rules / "sorry-if.md").write_text('+++\nseverity = "huge"\n+++\n')
    monkeypatch.setattr(Rules, "load", partial(Rules.load, "en", tmp_path))

    said = amends(*RULES, stdin=IF)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("amends: a rule has a mistake: sorry-if.md, line ")


def test_it_marks_the_words_it_speaks_of(amends: Amends) -> None:
    said = amends(*RULES, stdin=IF)

    assert (said.code, said.err) == (0, "")
    called = Rules.load().titles["conditional-apology"]
    marked = "    I'm sorry if you were hurt.\n        ^^^^"
    assert f"rethink: {called} [conditional-apology]\n{marked}" in said.out


def test_the_mark_stands_under_wide_characters_too(amends: Amends) -> None:
    lines = amends(*RULES, stdin=f"😢😢 {IF}").out.splitlines()

    marks = next(line for line in lines if "^" in line)
    assert marks.index("^") == 4 + 2 * 2 + 1 + len("I'm ")


def test_a_draft_cannot_steer_the_terminal(amends: Amends) -> None:
    assert "\x1b" not in amends(*RULES, stdin=f"\x1b[2J{IF}").out


def test_a_file_and_standard_input_read_alike(amends: Amends, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"\xef\xbb\xbf" + IF.encode())

    assert amends(*RULES, letter).out == amends(*RULES, "-", stdin=IF).out


def test_json_is_one_object_as_promised(amends: Amends) -> None:
    said = amends(*RULES, "--json", "--kind", "apology", stdin=IF)
    found = json.loads(said.out)

    assert list(found) == JSON_KEYS
    assert {tuple(one) for one in found["concerns"]} == {tuple(CONCERN_KEYS)}
    assert {IF[one["start"] : one["end"]] == one["quote"] for one in found["concerns"]} == {True}


def test_many_drafts_come_back_in_their_order(amends: Amends, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts.jsonl"
    texts = [IF, "I was late.", IF]
    lines = [json.dumps({"id": n, "kind": "apology", "text": t}) for n, t in enumerate(texts)]
    drafts.write_text("\n\n".join(lines) + "\n")

    found = [json.loads(line) for line in amends(*RULES, "--jsonl", drafts).out.splitlines()]

    assert [one["id"] for one in found] == [0, 1, 2]
    assert [bool(one["concerns"]) for one in found] == [True, False, True]
    assert found[0] == {"id": 0, **json.loads(amends(*RULES, *KIND, stdin=IF).out)}


KIND = ["--json", "--kind", "apology"]


def test_half_a_character_comes_back_as_json(amends: Amends) -> None:
    draft = r'{"id": "\ud83d", "text": "Sorry if \ud83d you were hurt 😢."}'

    found = json.loads(amends(*RULES, "--jsonl", "-", stdin=draft).out)

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
    said = amends(*RULES, "--jsonl", "-", stdin=f'{{"text": "a"}}\n{line}\n')

    assert said.code == 2
    assert said.err.startswith(f"amends: standard input, line 2: {problem}\nhint: ")
    assert CANARY not in said.err


@pytest.mark.parametrize("content", [f"{CANARY} \xe9".encode("latin-1"), f"{CANARY}\0".encode()])
def test_a_file_that_is_no_text_is_told(amends: Amends, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "letter.doc").write_bytes(content)

    said = amends(*RULES, tmp_path / "letter.doc")

    assert (said.code, said.out) == (2, "")
    assert "letter.doc: this is not" in said.err
    assert CANARY not in said.err


def test_a_folder_without_drafts_is_told(amends: Amends, tmp_path: Path) -> None:
    (tmp_path / "picture.png").touch()

    said = amends(*RULES, tmp_path)

    assert (said.code, said.out) == (2, "")
    assert f"{tmp_path}: there is no draft in this folder\nhint: a draft is a file" in said.err


@pytest.mark.parametrize("draft", [f"Dear Bob, {CANARY}", f"{CANARY} " * 1000])
def test_a_draft_in_the_place_of_a_file_is_not_repeated(amends: Amends, draft: str) -> None:
    said = amends(*RULES, draft)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("amends: there is no such file\nhint: ")
    assert CANARY not in said.err


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Make a folder with three drafts, one of them further below, and with one other file."""
    (tmp_path / "old").mkdir()
    (tmp_path / "b.md").write_text(IF)
    (tmp_path / "a.TXT").write_text("I was late.")
    (tmp_path / "old" / "c.txt").write_text(f"Hello.\n{STOP}")
    (tmp_path / "d.html").write_text(STOP)
    return tmp_path


def test_a_folder_is_read_in_order_and_counted_at_the_end(amends: Amends, letters: Path) -> None:
    said = amends(*RULES, letters)

    heads = [line for line in said.out.splitlines() if line.startswith(str(letters))]
    assert [head.partition(": ")[0] for head in heads] == [
        str(letters / name) for name in ("a.TXT", "b.md", "old/c.txt")
    ]
    assert said.out.endswith("\n3 drafts: stop 1, rethink 1, no concern 1\n")
    assert (said.code, said.err) == (1, "")


def test_several_files_come_back_in_the_order_in_which_they_were_named(
    amends: Amends, letters: Path
) -> None:
    files = [str(letters / "b.md"), "-", str(letters / "a.TXT")]

    said = amends(*RULES, "--json", *files, stdin=IF)

    found = [json.loads(line) for line in said.out.splitlines()]
    assert [one["file"] for one in found] == files
    assert {tuple(one) for one in found} == {("file", *JSON_KEYS)}
    assert said.code == 0


def test_a_mark_in_a_long_draft_names_its_line(amends: Amends, letters: Path) -> None:
    assert "[threat], line 2\n    I will kill you" in amends(*RULES, letters).out


def test_what_helps_and_what_is_missing_are_told_by_their_titles(amends: Amends) -> None:
    said = " ".join(
        amends(*RULES, "--kind", "apology", stdin="I lied to you. I was wrong.").out.split()
    )

    titles = Rules.load().titles
    assert f"what helps: {titles['naming-the-act']} [naming-the-act]" in said
    assert f"{titles['repair-offer']} [repair-offer]" in said.partition("not there yet:")[2]


def test_a_reason_is_given_once_for_each_label(amends: Amends) -> None:
    said = amends(*RULES, stdin=f"{IF}\n\n{IF}").out

    assert said.count("[conditional-apology]") == 2
    assert said.count("An *if* asks them to prove") == 1


def test_a_draft_without_a_mark_gets_no_certificate(amends: Amends) -> None:
    assert amends(*RULES, stdin="The roof was mended.").out == (
        "message, 4 words, 1 second to read\n\nnothing is marked, which is no certificate\n"
    )


def test_one_file_that_is_no_text_keeps_no_other_from_being_read(
    amends: Amends, letters: Path
) -> None:
    (letters / "b.md").write_bytes(b"\xff" + CANARY.encode())

    said = amends(*RULES, letters)

    assert said.code == 2
    assert said.err.startswith(f"amends: {letters / 'b.md'}: this is not UTF-8 text\nhint: ")
    assert "2 drafts: stop 1, no concern 1" in said.out
    assert CANARY not in said.out + said.err


def test_a_draft_among_the_names_is_told_before_anything_is_read(
    amends: Amends, letters: Path
) -> None:
    said = amends(*RULES, letters, f"Dear Bob, {CANARY}")

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("amends: there is no such file\nhint: ")
    assert CANARY not in said.err


@pytest.mark.parametrize(
    ("variables", "is_coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_only_who_wants_colours_gets_them(
    amends: Amends, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], is_coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    said = amends(*RULES, stdin=IF).out

    assert ("\x1b[33mrethink: " in said) is is_coloured
    assert ("\x1b" in said) is is_coloured


def test_json_is_never_coloured(amends: Amends, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b" not in amends(*RULES, "--json", stdin=IF).out


def test_what_the_listener_hears_is_told_in_the_words_of_the_rule(
    amends: Amends, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "Listener", Stranger, raising=False)

    heard = json.loads(amends("check", "--json", stdin="The roof was mended.").out)["concerns"]

    assert [one["quote"] for one in heard] == ["The roof was mended."]
    assert heard[0]["why"] == Rules.load().by_label["begging"].file.why
    assert amends(*RULES, "--json", stdin="The roof was mended.").out.count("begging") == 0


def test_a_listener_that_is_not_there_is_told(
    amends: Amends, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    load = partial(listener.Listener.load, "en", tmp_path)
    monkeypatch.setattr(listener.Listener, "load", load)

    said = amends("check", stdin=IF)

    assert (said.code, said.out) == (2, "")
    assert "the second listener is not there\nhint: " in said.err
    assert "--rules-only" in said.err


@needs_model
def test_the_listener_is_there_unless_it_is_left_out(amends: Amends) -> None:
    said = amends("check", "--json", stdin=IF)

    assert (said.code, said.err) == (0, "")
    assert list(json.loads(said.out)) == JSON_KEYS
