"""Exports as they come in: files and folders, how far reading is, and how much is taken."""

import io
import json
import zipfile
from threading import Event
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from amends.chats import Told
from amends.store import has_conversation
from amends.web import uploads
from amends.web.pages.chats import bring_in as reading
from amends.web.serve import LONGEST_REQUEST, LONGEST_WITH_CHATS
from tests.web.chats_brought_in import CANARY, THREE, bring_in, kept_by, planted
from tests.web.conftest import Person, settled
from tests.web.test_serving import counting, said, serving

BOUNDARY = "four-seas"


def form(*parts: tuple[str, str, bytes]) -> bytes:
    """Return a form as a browser sends it: field, name of the file, what is in it."""
    lines = b""
    for field, name, content in parts:
        place = f'; filename="{name}"' if name else ""
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"{place}\r\n\r\n'
        lines += head.encode() + content + b"\r\n"
    return lines + f"--{BOUNDARY}--\r\n".encode()


def send(someone: Person, *parts: tuple[str, str, bytes]) -> Any:
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    return someone.client.post("/chats/", form(("action", "", b"import"), *parts), kind)


def thread(name: str, *texts: str) -> tuple[str, str, bytes]:
    """Return a file of Messenger's, as a browser sends it from a folder."""
    messages = [
        {"sender_name": ("Bob", "Alice")[n % 2], "timestamp_ms": 1773522300000 + n, "content": text}
        for n, text in enumerate(texts)
    ]
    people = [{"name": "Bob"}, {"name": "Alice"}]
    content = json.dumps({"participants": people, "messages": messages}).encode()
    return "folder", f"facebook/messages/inbox/{name}/message_1.json", content


def told_to_a_script(someone: Person, *files: str | bytes) -> list[dict[str, Any]]:
    sent = [
        SimpleUploadedFile("chat.txt", one if isinstance(one, bytes) else one.encode())
        for one in files
    ]
    answer = someone.client.post("/chats/", {"action": "import", "exports": sent, "told": "yes"})
    assert answer["Content-Type"] == "application/x-ndjson"
    return [json.loads(line) for line in answer.getvalue().splitlines()]


@pytest.mark.django_db
def test_a_folder_is_read_as_one_export_with_its_folders() -> None:
    someone = settled()

    answer = send(someone, thread("bob_1", "Hello", "Hi", "Oh"), thread("carol_2", "x"))

    assert answer.status_code == 302
    assert [one.text for one in kept_by(someone).conversation] == ["Hello", "Hi", "Oh"]


@pytest.mark.django_db
def test_pictures_in_a_folder_are_let_go() -> None:
    someone = settled()
    picture = ("folder", "facebook/messages/inbox/bob_1/photos/1.jpg", b"\xff\xd8\xff" * 99)

    answer = send(someone, thread("bob_1", "Hello", "Hi"), picture)

    assert answer.status_code == 302
    assert len(kept_by(someone).conversation) == 2


@pytest.mark.parametrize("name", ["../../up.txt", "/etc/chat.txt", "a/../../b.txt", "..\\c.txt"])
@pytest.mark.django_db
def test_a_name_leads_nowhere(name: str) -> None:
    someone = settled()

    send(someone, ("folder", name, THREE.encode()))

    assert len(kept_by(someone).conversation) == 3


@pytest.mark.django_db
def test_a_folder_and_a_file_come_in_together() -> None:
    someone = settled()

    send(someone, ("exports", "chat.txt", THREE.encode()), thread("bob_1", "Hello", "Hi"))

    assert len(kept_by(someone).conversation) == 5


@pytest.mark.django_db
def test_a_script_hears_how_far_it_is_and_where_to_go() -> None:
    someone = settled()

    *steps, last = told_to_a_script(someone, planted() * 6)
    shares = [step["share"] for step in steps]

    assert last == {"go": "/chats/"}
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert has_conversation(someone.vault)


@pytest.mark.django_db
def test_a_script_gets_the_page_where_something_is_wrong() -> None:
    someone = settled()

    *_, last = told_to_a_script(someone, b"\x89PNG\r\n" + bytes(90), THREE)

    assert "This is a picture or another kind of file" in last["page"]
    assert len(kept_by(someone).conversation) == 3


@pytest.mark.django_db
def test_what_a_script_hears_on_the_way_holds_no_word() -> None:
    *steps, last = told_to_a_script(settled(), THREE.replace("Hello", CANARY))

    assert CANARY not in json.dumps([steps, last])


def test_whoever_leaves_stops_the_reading_and_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    has_ended, kept = Event(), list[object]()

    def keep(read: object) -> HttpResponse:
        kept.append(read)
        return HttpResponse()

    def slow(_: object, told: Told) -> None:
        try:
            while True:
                told(0.1)
        except reading.Stopped:
            has_ended.set()
            raise

    monkeypatch.setattr(reading, "read_all", slow)
    steps = reading.told_lines([], keep)
    next(steps)

    steps.close()

    assert has_ended.wait(10)
    assert kept == []


@pytest.mark.django_db
def test_more_than_is_taken_is_told_and_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_OF_CHATS", 400)
    someone = settled()

    page = bring_in(someone, THREE * 9).content.decode()

    assert "That is more than 256 MB together" in page
    assert not has_conversation(someone.vault)


@pytest.mark.django_db
def test_a_chat_may_be_longer_than_a_backup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST", 100)
    someone = settled()

    bring_in(someone, THREE)

    assert len(kept_by(someone).conversation) == 3


@pytest.mark.django_db
def test_no_other_page_takes_more_than_a_backup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST", 100)
    someone = settled()
    pictures = SimpleUploadedFile("a.png", b"\x89PNG" * 99)

    answer = someone.client.post("/photos/", {"action": "add", "pictures": pictures})

    assert not answer.wsgi_request.FILES


def test_only_the_page_of_chats_may_be_sent_more() -> None:
    def head(path: str, length: int) -> bytes:
        return f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n".encode()

    with serving(counting) as port:
        refused = said(port, head("/backup/", LONGEST_REQUEST + 1))
        too_much = said(port, head("/chats/", LONGEST_WITH_CHATS + 1))

    assert refused.startswith(b"HTTP/1.1 413")
    assert too_much.startswith(b"HTTP/1.1 413")


def test_a_long_chat_gets_through_without_a_temporary_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a temporary file was asked for")

    monkeypatch.setattr("waitress.buffers.TempfileBasedBuffer", fail)
    length = LONGEST_REQUEST + 2**20
    head = f"POST /chats/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n"

    with serving(counting) as port:
        answer = said(port, f"{head}\r\n".encode(), *[b"x" * 2**20] * (length // 2**20))

    assert f"{length} came".encode() in answer


@pytest.mark.django_db
def test_a_zip_in_which_more_lies_than_is_taken_is_read_piece_by_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uploads, "MOST_OF_CHATS", 20_000)
    someone, packed = settled(), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_chat.txt", THREE * 900)

    bring_in(someone, packed.getvalue())

    assert len(kept_by(someone).conversation) > 3
