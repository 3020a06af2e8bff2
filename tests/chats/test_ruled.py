"""Blame, contempt and pressure in messages: what the coach's own rules mark, and nothing else."""

from pathlib import Path
from shutil import copytree

import pytest

from amends.chats.ruled import FILE, Ruled, check_ruled
from amends.coach import Rules
from amends.text import CONTENT, read_passage

LANGUAGE = "en"
RULED = Ruled.load(LANGUAGE)
RULES = Rules.load(LANGUAGE)
LABELS = {
    "blame": ["criticism"],
    "contempt": ["contempt"],
    "pressure": [
        "demanding-reply",
        "guilt-trip",
        "ignoring-no",
        "third-party-pressure",
        "ultimatum",
    ],
}
SAID = [
    ("blame", "u never listen"),
    ("blame", "You always have to have the last word"),
    ("blame", "you\u2019re so selfish"),
    ("contempt", "what are you, five?"),
    ("contempt", "cry me a river"),
    ("pressure", "why arent you answering"),
    ("pressure", "You owe me an explanation"),
    ("pressure", "hope ur happy now"),
    ("pressure", "everyone thinks ur making a mistake"),
    ("pressure", "If you see him again, we're finished."),
]
ORDINARY = [
    "please pick up milk",
    "hello?",
    "hey? are you home",
    "are you still there",
    "calm down, it's fine",
    "you always make me laugh",
    "you never have to ask",
    "nice one!",
    "well done on the exam",
    "the doctor called, thank you",
    "bless you",
    "you are so sweet",
    "you're the best",
    "you're late haha you never listen",
    "you never listen \U0001f602",
    "how long did it take?",
    "if you're ready I'm off",
    "can you answer the door",
    "the kids want pancakes",
    "I owe you one",
    "you said I never listen and you're right",
    "my mum says hello",
    "your majesty awaits lol",
    "either is fine",
    "pick up at six",
    "I can't sleep, too hot",
    "it's over, we lost 3-1",
    "at least send me the photo",
    "what are you cooking",
    "please please get the big one",
]


@pytest.mark.parametrize(("family", "text"), SAID)
def test_what_is_said_is_heard(family: str, text: str) -> None:
    assert RULED.marks(text) == (family,)


@pytest.mark.parametrize("text", ORDINARY)
def test_what_couples_say_any_day_is_left_alone(text: str) -> None:
    assert RULED.marks(text) == ()


@pytest.mark.parametrize(("family", "label"), [(a, b) for a in LABELS for b in LABELS[a]])
def test_it_marks_what_the_coach_marks(family: str, label: str) -> None:
    rule = RULES.by_label[label]
    texts = [*rule.file.flags, *rule.file.leaves_alone]

    marked = {one: bool(rule.find(read_passage(one, RULES.words), "message")) for one in texts}

    assert any(marked.values())
    for text, is_marked in marked.items():
        assert (family in RULED.marks(text)) >= (is_marked and text != "hellooo??")


def copied(folder: Path, old: str, new: str) -> Path:
    """Return a copy of what is needed of the content, with one change."""
    home = folder / LANGUAGE
    for name in ("rules", "words"):
        copytree(CONTENT / LANGUAGE / name, home / name)
    text = (CONTENT / LANGUAGE / FILE).read_text(encoding="utf-8")
    assert old in text
    (home / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    return home


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('labels = ["criticism"]', 'labels = ["criticsm"]', "there is no rule `criticsm`"),
        ('labels = ["criticism"]', 'labels = ["shouting"]', "needs the coach itself"),
        ('name = "blame"', 'name = "blaming"', "no pattern listens for `blaming`"),
        ('name = "blame"', 'name = "blaming"', "`blame` is missing"),
        ('"January to March", ', "", "these are not four quarters"),
        ('"^ you there ?"', '"(you there"', 'phrase "(you there"'),
        ("joking =", "jokes =", "the key `jokes` is unknown"),
    ],
)
def test_each_mistake_is_told(old: str, new: str, problem: str, tmp_path: Path) -> None:
    home = copied(tmp_path, old, new)

    assert any(problem in one.problem for one in check_ruled(home))


def test_what_ships_has_no_mistake() -> None:
    assert list(check_ruled(CONTENT / LANGUAGE)) == []


def test_a_language_without_them_hears_none(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()

    assert Ruled.load("xx", tmp_path).families == ()
