"""Pictures are known by their first bytes; the box opens when it may, and for ten minutes."""

from datetime import UTC, date, datetime, timedelta
from itertools import repeat

import pytest

from amends.practice import (
    BoxFull,
    NotAPicture,
    PhotoBox,
    PictureTooLarge,
    Slip,
    StillShut,
    close_box,
    open_box,
    put_in,
    read_photo,
    settled,
    shut,
    take_away,
)

NOW = datetime(2026, 3, 1, 21, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SPRING = date(2026, 4, 1)
SUMMER = date(2026, 6, 1)
JPEG = b"\xff\xd8\xff\xe0" + bytes(200)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
WEBP = b"RIFF\x10\0\0\0WEBPVP8 " + bytes(200)


@pytest.mark.parametrize(
    ("raw", "media"), [(JPEG, "image/jpeg"), (PNG, "image/png"), (WEBP, "image/webp")]
)
def test_a_picture_is_known_by_its_first_bytes(raw: bytes, media: str) -> None:
    photo = read_photo(raw)

    assert photo.media == media
    assert photo.bytes == raw


@pytest.mark.parametrize("raw", [b"", b"<svg onload=x>", b"GIF89a", b"RIFF\x10\0\0\0WAVE", b"\xff"])
def test_anything_else_is_no_picture(raw: bytes) -> None:
    with pytest.raises(NotAPicture):
        read_photo(raw)


def test_a_picture_has_four_megabytes_at_most() -> None:
    read_photo(JPEG + bytes(4 * 2**20 - len(JPEG)))

    with pytest.raises(PictureTooLarge):
        read_photo(JPEG + bytes(4 * 2**20 - len(JPEG) + 1))


def test_a_picture_does_not_show_in_a_repr() -> None:
    assert "content" not in repr(read_photo(JPEG))


def test_the_box_takes_sixty_pictures() -> None:
    full = PhotoBox(tuple(repeat(Slip("a" * 32, 1), 60)))

    with pytest.raises(BoxFull):
        put_in(full, Slip("b" * 32, 1))


def test_all_pictures_together_still_fit_into_a_backup() -> None:
    box = PhotoBox(tuple(repeat(Slip("a" * 32, 4 * 2**20), 6)))

    with pytest.raises(BoxFull):
        put_in(box, Slip("b" * 32, 1))


def test_a_picture_can_be_taken_away() -> None:
    box = put_in(put_in(PhotoBox(), Slip("a" * 32, 1)), Slip("b" * 32, 1))

    assert take_away(box, "a" * 32).slips == (Slip("b" * 32, 1),)


def test_it_is_open_for_ten_minutes_and_then_closes_by_itself() -> None:
    box = open_box(PhotoBox(), NOW)

    assert box.closes_at(NOW) == NOW + 10 * MINUTE
    assert box.closes_at(NOW + 9.9 * MINUTE)
    assert box.closes_at(NOW + 10 * MINUTE) is None


def test_opening_it_again_while_it_is_open_gives_no_more_time() -> None:
    box = open_box(PhotoBox(), NOW)

    assert open_box(box, NOW + 9 * MINUTE) == box


def test_each_opening_is_counted() -> None:
    box = open_box(open_box(PhotoBox(), NOW), NOW + 11 * MINUTE)

    assert box.openings == (NOW, NOW + 11 * MINUTE)


def test_it_can_be_closed_before_and_opened_again() -> None:
    box = close_box(open_box(PhotoBox(), NOW), NOW + MINUTE)

    assert box.closes_at(NOW + 2 * MINUTE) is None
    assert open_box(box, NOW + 3 * MINUTE).closes_at(NOW + 4 * MINUTE) == NOW + 13 * MINUTE


def test_until_its_day_it_does_not_open() -> None:
    box = shut(PhotoBox(), SPRING, NOW)

    with pytest.raises(StillShut):
        open_box(box, NOW)

    assert open_box(box, datetime(2026, 4, 1, 0, 1, tzinfo=UTC)).openings


def test_a_day_that_is_set_while_it_is_open_closes_it() -> None:
    box = shut(open_box(PhotoBox(), NOW), SPRING, NOW + MINUTE)

    assert box.closes_at(NOW + 2 * MINUTE) is None


def test_a_later_day_holds_at_once() -> None:
    box = shut(shut(PhotoBox(), SPRING, NOW), SUMMER, NOW)

    assert box.shut_until == SUMMER
    assert box.then_from is None


@pytest.mark.parametrize("earlier", [None, date(2026, 3, 2), SPRING])
def test_an_earlier_day_holds_after_72_hours(earlier: date | None) -> None:
    box = shut(shut(PhotoBox(), SUMMER, NOW), earlier, NOW)

    assert settled(box, NOW + 71 * HOUR).shut_until == SUMMER
    assert settled(box, NOW + 72 * HOUR).shut_until == earlier


def test_every_change_of_the_day_takes_back_what_waited() -> None:
    box = shut(shut(PhotoBox(), SPRING, NOW), None, NOW)

    assert settled(shut(box, SUMMER, NOW + HOUR), NOW + 9 * DAY).shut_until == SUMMER
    assert settled(shut(box, SPRING, NOW + HOUR), NOW + 9 * DAY).shut_until == SPRING


def test_asking_twice_shortens_no_wait() -> None:
    box = shut(shut(PhotoBox(), SUMMER, NOW), None, NOW)

    again = shut(box, None, NOW + 70 * HOUR)

    assert again.then_from == NOW + 142 * HOUR


def test_a_day_that_has_come_can_be_changed_at_once() -> None:
    box = shut(PhotoBox(), SPRING, NOW)

    assert shut(box, SUMMER, datetime(2026, 4, 2, tzinfo=UTC)).shut_until == SUMMER
    assert shut(box, None, datetime(2026, 4, 2, tzinfo=UTC)).shut_until is None
