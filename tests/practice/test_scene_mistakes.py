"""Every kind of mistake in a scene is told with its line and a hint."""

from pathlib import Path

import pytest

from amends.practice import check_scenes, load_scenes
from tests.practice.scene_files import SCENE, put, told

KNOWN = {"pressure", "begging"}


def test_a_scene_without_mistakes_is_read(tmp_path: Path) -> None:
    put(tmp_path / "xx", SCENE)

    (scene,) = load_scenes("xx", tmp_path)

    assert scene.name == "door"
    assert scene.nodes[0].hear({"pressure"}).to == "over"
    assert check_scenes(tmp_path / "xx", KNOWN) == []


@pytest.mark.parametrize(
    ("was", "becomes", "line", "problem", "hint"),
    [
        ('to = "over"', 'to = "ovr"', 18, "there is no place `ovr`", "did you mean over?"),
        ('name = "hall"', 'name = "door"', 30, "two places with the name `door`", "another name"),
        ('labels = ["pressure"]', 'labels = ["presure"]', 21, "knows no `presure`", "pressure?"),
        ("like = 2", "like = 3", 4, "`like` names no reply", "count the replies above from 1"),
        ('say = "Why?"', 'asks = "Why?"', 15, "the key `asks` is unknown here", "say"),
        ('line = "A minute."', "", 1, "`line` is missing", "add a line"),
        (
            'line = "A minute."',
            'line = "A"\npauses = ["hurt"]',
            3,
            "no danger `hurt`",
            "being_hurt",
        ),
        ('tonight = "Sleep."', "", 50, "`tonight` is missing", "add a line"),
        ('title = "It is over"', 'titel = "O"', 52, "the key `titel` is unknown here", "title?"),
    ],
)
def test_a_mistake_has_its_line_and_a_hint(
    tmp_path: Path, was: str, becomes: str, line: int, problem: str, hint: str
) -> None:
    home = put(tmp_path, SCENE.replace(was, becomes, 1))

    found = told(check_scenes(home, KNOWN))

    assert found
    assert found[0].startswith(f"{line}: ")
    assert problem in found[0]
    assert hint in found[0]


def cut(text: str, begin: str, end: str) -> str:
    """Return a text without what stands from the first `begin` to the `end` after it."""
    at = text.index(begin)
    return text[:at] + text[text.index(end, at) :]


def test_one_reply_is_no_choice(tmp_path: Path) -> None:
    home = put(tmp_path, cut(SCENE, '[[node.reply]]\nsay = "Why?"', "[[node.hears]]"))

    assert "4: a moment with 1 replies | between 2 and 4 replies" in told(check_scenes(home))


def test_a_reply_in_which_nothing_is_heard_has_to_lead_somewhere(tmp_path: Path) -> None:
    unheard = '[[node.hears]]\nto_them = "They wait."'
    home = put(tmp_path, cut(SCENE, unheard, "[[node]]"))

    (found,) = told(check_scenes(home))

    assert found.startswith("4: a reply in which nothing is heard leads nowhere | let the last")


def test_what_stands_after_everything_else_is_never_reached(tmp_path: Path) -> None:
    home = put(tmp_path, SCENE.replace('labels = ["pressure"]\n', "", 1))

    (found,) = told(check_scenes(home))

    assert found.startswith("4: a [[node.hears]] is never reached | only the last")


def test_a_place_that_nothing_leads_to_is_told(tmp_path: Path) -> None:
    more = '[[end]]\nname = "lost"\ntitle = "L"\nhappens = "L."\ntonight = "L."\n'
    home = put(tmp_path, f"{SCENE}\n{more}")

    (found,) = told(check_scenes(home))

    assert found == "56: nothing leads to `lost` | let a reply lead there, or take it out"


def test_a_ring_without_a_way_out_is_told(tmp_path: Path) -> None:
    hall = SCENE.index('name = "hall"')
    ring = SCENE[:hall] + SCENE[hall:].replace('to = "over"', 'to = "hall"')
    ring = ring.replace('to = "door"', 'to = "hall"')
    home = put(tmp_path, ring)

    assert told(check_scenes(home)) == [
        "29: from `hall` no end is reached | let one of its replies lead on to an end"
    ]


def test_a_file_by_another_name_is_told(tmp_path: Path) -> None:
    home = put(tmp_path, SCENE, "door.toml")

    (found,) = told(check_scenes(home))

    assert found.startswith("1: the name of the file is not a scene's | name it by two digits")


def test_what_is_no_toml_is_told(tmp_path: Path) -> None:
    home = put(tmp_path, SCENE.replace('"A minute."', "A minute.", 1))

    assert "2: the file is not TOML" in told(check_scenes(home))[0]


def test_a_scene_with_a_mistake_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    put(tmp_path / "xx", SCENE)
    put(tmp_path / "xx", SCENE.replace('to = "over"', 'to = "ovr"'), "02-other.toml")

    assert [scene.name for scene in load_scenes("xx", tmp_path)] == ["door"]
