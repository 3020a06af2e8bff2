"""Instruments: word for word, with a licence and a source, and read as their authors read them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from amends.safety import (
    Instrument,
    InstrumentAnswers,
    check_instruments,
    load_instruments,
)
from amends.text import CONTENT

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOME = CONTENT / "en" / "instruments"
KNOWN = {one.id: one for one in load_instruments("en")}
HASHES = {
    "csi-4": "a76ae00139593b4be52227ba327a446f0f10a51db9ed5a3ddd71d4c7e931019e",
    "gad-2": "8be53e8b2b1309625bac26616cb7402a276b63d2a431ca3826039e22376f5497",
    "gad-7": "8a8284473c06cfa1a07107102705ca9a53a7a8c7f35f7f24be3197afc53a75d2",
    "hark": "cc7f4e90687797c72523ef675b2c5f0e83742df735af78ae4141897883c9be16",
    "k6": "c95ee3763be668278373a5f215402838606ca165e75a735c87125d30b5f19356",
    "phq-2": "1edc5e822d7c52251c3fc7ae4cf8696cd5d8bf67c49dbb57a96034d3a2bb6051",
    "phq-8": "a8032077c9366d8a270eeb3e055606fcdb593a0569039d93d49bdaca5a5a484c",
    "phq-9": "96d131a423dd8b4105815b6c0755a6b0267f1631c76c091036a2f2d6be8ac849",
}
"""The words as they were compared; kept here too, so that one edit cannot change both."""


def filled(name: str, *answers: int | None) -> InstrumentAnswers:
    return InstrumentAnswers(name, NOW, answers)


def test_every_one_has_the_words_that_were_compared() -> None:
    kept = {path.parent.name: path.read_text().strip() for path in HOME.glob("*/hash.txt")}

    assert kept == HASHES
    assert check_instruments(CONTENT / "en") == []


@pytest.mark.parametrize("one", KNOWN.values(), ids=lambda one: one.id)
def test_every_one_has_a_licence_and_a_source(one: Instrument) -> None:
    assert len(one.licence) > 40
    assert one.url.startswith("https://doi.org/")
    assert one.credit.endswith(".")


@pytest.mark.parametrize("name", ["licence.txt", "source.toml", "hash.txt", "items.toml"])
@pytest.mark.parametrize("one", KNOWN)
def test_a_missing_part_is_a_mistake(tmp_path: Path, one: str, name: str) -> None:
    copytree(HOME, tmp_path / "instruments")
    (tmp_path / "instruments" / one / name).unlink()

    assert check_instruments(tmp_path) != []


@pytest.mark.parametrize("one", KNOWN)
def test_a_changed_letter_is_a_mistake(tmp_path: Path, one: str) -> None:
    copytree(HOME, tmp_path / "instruments")
    path = tmp_path / "instruments" / one / "items.toml"
    last = KNOWN[one].items[-1].text
    path.write_text(path.read_text().replace(last, last + "?"))

    mistakes = check_instruments(tmp_path)

    assert "not those that were compared" in mistakes[0].problem


@pytest.mark.parametrize("one", KNOWN)
def test_changed_points_are_a_mistake(tmp_path: Path, one: str) -> None:
    copytree(HOME, tmp_path / "instruments")
    path = tmp_path / "instruments" / one / "items.toml"
    count = len(KNOWN[one].items[0].choices)
    turned = f"points = {list(range(9, 9 + count))}\n"
    text = "".join(x for x in path.read_text().splitlines(True) if not x.startswith("points"))
    path.write_text(turned + text)

    assert check_instruments(tmp_path) != []


@pytest.mark.parametrize(
    ("name", "items", "most", "limit"),
    [
        ("phq-2", 2, 6, 3),
        ("phq-8", 8, 24, 10),
        ("phq-9", 9, 27, 10),
        ("gad-2", 2, 6, 3),
        ("gad-7", 7, 21, 10),
        ("k6", 6, 24, 13),
        ("csi-4", 4, 21, None),
        ("hark", 4, 4, None),
    ],
)
def test_points_go_as_published(name: str, items: int, most: int, limit: int | None) -> None:
    one = KNOWN[name]

    assert (len(one.items), one.most, one.seek_help_from) == (items, most, limit)


def test_short_ones_hold_the_first_items_of_the_long_ones() -> None:
    assert KNOWN["phq-8"].items == KNOWN["phq-9"].items[:8]
    assert KNOWN["phq-2"].items == KNOWN["phq-9"].items[:2]
    assert KNOWN["gad-2"].items == KNOWN["gad-7"].items[:2]


def test_only_for_the_couple_is_higher_better() -> None:
    assert [one.id for one in KNOWN.values() if one.is_higher_better] == ["csi-4"]


def test_strain_counts_from_all_of_the_time() -> None:
    first = KNOWN["k6"].items[0]

    assert dict(zip(first.choices, first.points, strict=True))["All of the time"] == 4


def test_a_skipped_item_gives_no_score() -> None:
    assert filled("phq-2", 3, None).score is None
    assert filled("phq-2", 3, 0).score == 3


@pytest.mark.parametrize(
    ("scores", "asks"),
    [([], False), ([10], False), ([10, 10], True), ([20, 9], False), ([9, 10, 27], True)],
)
def test_two_high_ones_in_a_row_ask_for_help(scores: list[int], asks: bool) -> None:
    answers = [
        InstrumentAnswers("phq-9", NOW + n * timedelta(days=14), (score, *[0] * 8))
        for n, score in enumerate(scores)
    ]

    assert KNOWN["phq-9"].asks_for_help(answers) is asks


def test_a_skipped_one_between_two_high_ones_does_not_hide_them() -> None:
    high, left_out = filled("phq-2", 3, 3), filled("phq-2", None, 3)

    assert KNOWN["phq-2"].asks_for_help([high, left_out, high])


def test_how_the_two_of_them_are_never_asks_for_help_by_a_number() -> None:
    assert not KNOWN["csi-4"].asks_for_help([filled("csi-4", 0, 0, 0, 0)] * 3)


@pytest.mark.parametrize("one", KNOWN.values(), ids=lambda one: one.id)
def test_every_score_has_words_that_diagnose_nothing(one: Instrument) -> None:
    words = {one.words_for(score) for score in range(one.most + 1)}

    assert words == {level.words for level in one.levels}
    assert not any(bad in " ".join(words) for bad in ("depress", "disorder", "severe", "anxiety"))
