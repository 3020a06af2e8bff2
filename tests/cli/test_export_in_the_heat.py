"""On the command line too: after a strong wish to hurt no letter leaves, and fury never does."""

from datetime import timedelta
from pathlib import Path

import pytest

from amends.practice import Drives, Fury
from tests.cli.conftest import CANARY, NOW, Amends, Notes
from tests.store.cast import ALICE

FURY = "canary-fury-7f3a"
HOUR = timedelta(hours=1)


def files(amends: Amends, notes: Notes, out: Path, *words: str) -> dict[str, str]:
    said = amends("export", out, *words, "--data", notes.folder, stdin=ALICE)
    assert said.code == 0
    return {path.name: path.read_text() for path in out.iterdir()}


@pytest.mark.parametrize(("hours", "leaves"), [(1, False), (22, False), (24.1, True)])
def test_a_letter_that_was_sent_stays_inside_for_a_day(
    hours: float, leaves: bool, notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    notes.vault.put(Drives(NOW - hours * HOUR, back=2, hurt=8, let_go=0))

    text = "".join(files(amends, notes, tmp_path / "out").values())

    assert (f"{CANARY} sent" in text) is leaves
    assert f"{CANARY} held" not in text


def test_a_lower_reading_since_lets_nothing_out(
    notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    notes.vault.put(Drives(NOW - 5 * HOUR, back=2, hurt=8, let_go=0))
    notes.vault.put(Drives(NOW - HOUR, back=2, hurt=0, let_go=9))

    assert f"{CANARY} sent" not in "".join(files(amends, notes, tmp_path / "out").values())


@pytest.mark.parametrize("words", [(), ("--answers",)])
def test_no_export_has_the_fury(
    words: tuple[str, ...], notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    notes.vault.put(Fury(NOW, FURY, "words", FURY, FURY, "justice", FURY))

    found = files(amends, notes, tmp_path / "out", *words)

    assert FURY not in "".join(found.values())
    assert not any("fury" in name for name in found)


@pytest.mark.parametrize(("words", "is_there"), [((), False), (("--answers",), True)])
def test_the_drives_come_along_when_asked_for(
    words: tuple[str, ...], is_there: bool, notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    notes.vault.put(Drives(NOW, 5, 5, 5, "their coat"))

    found = files(amends, notes, tmp_path / "out", *words)

    assert ("drives.json" in found) is is_there
