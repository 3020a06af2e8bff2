"""The list of requirements stays honest: each has a test or a reason, and no other id slips in."""

from pathlib import Path

import pytest
from docs.asvs import Requirements, Shown, asvs, problems, shown

ONE = Requirements({"V1": "x"}, {"V1.2.3": "Something."}, {"V1.9": "Not here."}, {})


def test_every_requirement_has_a_test_or_a_reason() -> None:
    assert problems(Requirements.load(), shown()) == []


def test_a_requirement_without_either_is_told() -> None:
    assert problems(ONE, {}) == ["V1.2.3: no test shows it, and no deviation says why"]


def test_a_marker_that_asks_for_nothing_is_told() -> None:
    found = {name: [Shown("a.py", "test_a")] for name in ("V1.2.3", "V1.2.4")}

    assert problems(ONE, found) == ["V1.2.4: it is not on the list in docs/asvs.toml"]


@pytest.mark.parametrize("left_out", ["V1", "V1.2", "V1.2.3"])
def test_what_is_left_out_is_not_asked(left_out: str) -> None:
    wanted = Requirements({}, ONE.asked, {left_out: "Not here."}, {"V1.2.3": "No."})

    assert problems(wanted, {}) == ["V1.2.3: it is asked and left out"]


def test_a_marker_is_found_with_its_test(tmp_path: Path) -> None:
    text = '@pytest.mark.asvs("V1.2.3", "V2.1.1")\ndef test_it_holds() -> None: ...\n'
    (tmp_path / "test_some.py").write_text(text, encoding="utf-8")

    found = shown(tmp_path)

    assert found["V1.2.3"] == found["V2.1.1"] == [Shown("test_some.py", "test_it_holds")]
    assert found["V1.2.3"][0].sentence == "it holds"


def test_the_page_counts_what_is_met_and_what_is_not() -> None:
    wanted, page = Requirements.load(), asvs()

    assert page.startswith(f"Of {len(wanted.asked)} requirements, ")
    assert page.count("**In part.**") + page.count("**Not met.**") == len(wanted.deviations)
    assert all(f"| {id_} |" in page for id_ in (*wanted.asked, *wanted.left_out))
