"""Pictures are sealed, shown for ten minutes, and lost by no mistake."""

import io
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from amends.practice import Photo, PhotoBox
from amends.store import back_up_bytes, destroy, restore_bytes
from tests.web.conftest import PASSPHRASE, Person, exported, settled
from tests.web.pictures import png
from tests.web.test_canary import everything_in

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
JPEG = b"\xff\xd8\xff\xe0" + b"canary-7f3a" * 20


def put_in(someone: Person, *pictures: bytes) -> Any:
    """Send pictures with the form; return the answer."""
    files = [SimpleUploadedFile("canary-7f3a.jpg", one) for one in pictures]
    return someone.client.post("/photos/", {"action": "put-in", "pictures": files})


def box_of(someone: Person) -> PhotoBox:
    return someone.vault.records(PhotoBox)[-1]


def with_pictures(*pictures: bytes) -> tuple[Person, list[str]]:
    """Return someone with these pictures in the box, and the addresses of the pictures."""
    someone = settled()
    put_in(someone, *pictures)
    return someone, [f"/photos/{slip.photo}/" for slip in box_of(someone).slips]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Move the clock of the pages."""

    def move(by: timedelta) -> None:
        at = datetime.now(UTC) + by
        monkeypatch.setattr("amends.web.pages.photos.page.timezone.now", lambda: at)

    return move


@pytest.mark.django_db
def test_a_picture_comes_back_as_it_was_while_the_box_is_open() -> None:
    someone, [path] = with_pictures(png())

    someone.post("/photos/", action="open")
    response = someone.get(path)

    assert response.content == png()
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"
    assert "img-src 'self'" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_closed_box_shows_no_picture() -> None:
    someone, [path] = with_pictures(png())

    response = someone.get(path)

    assert response.headers["Location"] == "/photos/"
    assert path not in someone.get("/photos/").content.decode()


@pytest.mark.django_db
def test_after_ten_minutes_it_is_closed(later: Any) -> None:
    someone, [path] = with_pictures(png())
    someone.client.cookies.clear()
    someone.post("/photos/", action="open")

    later(10 * MINUTE)

    assert someone.get(path).status_code == 302
    assert "Refresh" not in someone.get("/photos/")


@pytest.mark.django_db
def test_the_browser_is_told_to_ask_again_when_the_time_is_over() -> None:
    someone, _ = with_pictures(png())
    someone.post("/photos/", action="open")

    seconds, _, address = someone.get("/photos/").headers["Refresh"].partition("; url=")

    assert 590 < int(seconds) <= 601
    assert address == "/photos/"


@pytest.mark.django_db
def test_it_can_be_closed_at_once() -> None:
    someone, [path] = with_pictures(png())
    someone.post("/photos/", action="open")

    someone.post("/photos/", action="close")

    assert someone.get(path).status_code == 302


@pytest.mark.django_db
def test_one_picture_is_shown_at_a_time() -> None:
    someone, paths = with_pictures(png(8), png(9), png(10))
    someone.post("/photos/", action="open")

    pages = [someone.get(f"/photos/?picture={at}").content.decode() for at in ("", 2, 99, "x")]

    assert [[path in page for path in paths] for page in pages] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
        [True, False, False],
    ]
    assert not any("data:image" in page for page in pages)


@pytest.mark.django_db
def test_a_picture_is_not_shown_in_a_tab_of_its_own() -> None:
    someone, [path] = with_pictures(png())
    someone.post("/photos/", action="open")

    response = someone.client.get(path, headers={"Sec-Fetch-Dest": "document"})

    assert response.headers["Location"] == "/photos/"


@pytest.mark.django_db
def test_nobody_else_sees_it_while_it_is_open(charlie: Person) -> None:
    someone, [path] = with_pictures(png())
    someone.post("/photos/", action="open")
    charlie.post("/photos/", action="open")

    assert charlie.get(path).status_code == 404


@pytest.mark.django_db
def test_openings_are_counted_in_words() -> None:
    someone, _ = with_pictures(png())
    before = someone.get("/photos/").content.decode()

    for _time in range(2):
        someone.post("/photos/", action="open")
        someone.post("/photos/", action="close")

    assert "It has not been opened." in before
    assert "It was opened 2 times so far" in someone.get("/photos/").content.decode()


@pytest.mark.django_db
def test_until_its_day_it_stays_closed() -> None:
    someone, [path] = with_pictures(png())
    day = timezone.localdate() + 30 * DAY

    someone.post("/photos/", action="shut", until=day.isoformat())
    page = someone.post("/photos/", action="open").content.decode()

    assert "The box is closed until the day you chose." in page
    assert day.strftime("%B %Y") in page
    assert 'value="open"' not in page
    assert someone.get(path).status_code == 302


@pytest.mark.django_db
def test_an_earlier_day_waits_and_can_be_taken_back() -> None:
    someone, _ = with_pictures(png())
    day = timezone.localdate() + 30 * DAY
    someone.post("/photos/", action="shut", until=day.isoformat())

    someone.post("/photos/", action="shut", until="")
    waiting = someone.get("/photos/").content.decode()
    someone.post("/photos/", action="stay")

    assert "You asked for no day at all." in waiting
    assert box_of(someone).then_from is None
    assert box_of(someone).shut_until == day


@pytest.mark.django_db
def test_what_is_no_day_is_told() -> None:
    someone, _ = with_pictures(png())

    page = someone.post("/photos/", action="shut", until="soon").content.decode()

    assert "That is no day." in page


@pytest.mark.django_db
def test_a_bad_file_keeps_no_good_one_out() -> None:
    someone = settled()

    page = put_in(someone, b"%PDF-1.7", png(), b"<svg/>", JPEG + bytes(4 * 2**20)).content.decode()

    assert "One picture was put in." in page
    assert "One file is not a JPEG, PNG or WebP picture. (2)" in page
    assert "One picture is larger than 4 MB." in page
    assert len(box_of(someone).slips) == 1


@pytest.mark.django_db
def test_a_full_box_says_so_and_loses_nothing() -> None:
    someone, _ = with_pictures(*[png()] * 60)

    page = put_in(someone, png()).content.decode()

    assert "The box is full" in page
    assert len(someone.vault.all(Photo)) == 60


@pytest.mark.django_db
def test_a_form_without_a_picture_says_so() -> None:
    page = settled().post("/photos/", action="put-in").content.decode()

    assert "Choose a picture first." in page


@pytest.mark.django_db
def test_one_picture_can_be_deleted_while_it_is_open() -> None:
    someone, [first, second] = with_pictures(png(8), png(9))
    gone = first.split("/")[2]

    someone.post("/photos/", action="take-out", photo=gone)
    closed = len(box_of(someone).slips)
    someone.post("/photos/", action="open")
    someone.post("/photos/", action="take-out", photo=gone)

    assert closed == 2
    assert someone.get(first).status_code == 404
    assert someone.get(second).content == png(9)
    assert len(someone.vault.all(Photo)) == 1


@pytest.mark.django_db
def test_all_can_be_deleted_without_a_look_at_them() -> None:
    someone, _ = with_pictures(png(8), png(9))

    someone.post("/photos/", action="empty")

    assert someone.vault.all(Photo) == []
    assert box_of(someone).slips == ()


@pytest.mark.django_db
def test_neither_picture_nor_its_name_lies_open_anywhere() -> None:
    someone, [path] = with_pictures(JPEG)
    someone.post("/photos/", action="open")

    page = someone.get("/photos/").content.decode()

    rows = "".join(map(everything_in, connection.introspection.table_names()))
    assert "canary-7f3a" not in rows + page + path


@pytest.mark.django_db
def test_a_plain_export_leaves_pictures_out_whatever_is_ticked() -> None:
    someone, _ = with_pictures(JPEG)

    archive = zipfile.ZipFile(io.BytesIO(exported(someone, answers="yes").content))

    assert "photo.json" not in archive.namelist()
    assert "photo-box.json" in archive.namelist()


@pytest.mark.django_db(transaction=True)
def test_a_backup_brings_the_pictures_back() -> None:
    someone, [path] = with_pictures(png())
    exported(someone)
    backup = back_up_bytes(someone.vault, PASSPHRASE)

    destroy(someone.vault.account)
    restore_bytes(backup, PASSPHRASE)

    kept = someone.vault.all(Photo)
    assert [one.record.bytes for one in kept] == [png()]
    assert kept[0].id.hex() in path


@pytest.mark.django_db
def test_it_says_when_pictures_were_kept_and_when_it_was_closed() -> None:
    someone, _ = with_pictures(png())

    assert "Kept, and sealed." in someone.get("/photos/?kept=yes").content.decode()
    assert "Write down the look" in someone.get("/photos/?closed=yes").content.decode()
