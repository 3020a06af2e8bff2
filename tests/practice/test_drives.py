from datetime import UTC, datetime, timedelta

import pytest

from amends.practice import DriveOffScale, Drives, heated

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def reading(back: int = 0, hurt: int = 0, let_go: int = 0, hours_ago: int = 0) -> Drives:
    return Drives(NOW - hours_ago * HOUR, back, hurt, let_go)


@pytest.mark.parametrize("off", [-1, 11, 99])
@pytest.mark.parametrize("name", ["back", "hurt", "let_go"])
def test_each_drive_goes_from_nought_to_ten(name: str, off: int) -> None:
    with pytest.raises(DriveOffScale):
        reading(**{name: off})


@pytest.mark.parametrize(
    ("values", "felt"),
    [
        ((3, 3, 3), ()),
        ((4, 0, 0), ("back",)),
        ((8, 6, 0), ("back", "hurt")),
        ((0, 4, 10), ("hurt", "let_go")),
        ((10, 10, 10), ("back", "hurt", "let_go")),
    ],
)
def test_what_is_strong_enough_is_named(values: tuple[int, ...], felt: tuple[str, ...]) -> None:
    assert reading(*values).felt == felt


@pytest.mark.parametrize(("hurt", "is_high"), [(0, False), (6, False), (7, True), (10, True)])
def test_seven_is_high_whatever_the_others_are(hurt: int, is_high: bool) -> None:
    assert reading(hurt=hurt).is_high is is_high
    assert reading(back=10, hurt=hurt, let_go=10).is_high is is_high


def test_a_lower_reading_since_changes_nothing() -> None:
    high, low = reading(hurt=9, hours_ago=5), reading(hurt=0, hours_ago=1)

    assert heated([high, low]) == heated([high]) == high.at


def test_a_later_high_one_begins_anew() -> None:
    readings = [reading(hurt=7, hours_ago=2), reading(hurt=10, hours_ago=20)]

    assert heated(readings) == NOW - 2 * HOUR
    assert heated([reading(hurt=6)]) is None
    assert heated([]) is None


def test_a_note_shows_in_no_repr() -> None:
    assert "coat" not in repr(Drives(NOW, 1, 2, 3, "their coat on the hook"))
