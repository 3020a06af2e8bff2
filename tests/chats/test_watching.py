"""While an export is read, it is told how far the reading has come; it reads the same."""

import json
import zipfile
from pathlib import Path

import pytest

from amends.chats import read, read_folder, read_upload
from benchmarks.generator import chat

SMALL = (
    "14/03/2026, 21:05 - Alice: Hello\n14/03/2026, 21:06 - Bob: Hi\n25/03/2026, 09:00 - Bob: I\n"
)
THREAD = {"participants": [{"name": "Alice"}, {"name": "Bob"}], "messages": []}


class Stopped(Exception):
    pass


def long_chat() -> str:
    return "".join(
        f"{1 + day:02}/03/2026, 21:05 - Alice: {one.text.splitlines()[0] if one.text else 'x'}\n"
        for day in range(28)
        for one in chat(1500)
    )


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "chat.txt"
    path.write_text(long_chat(), encoding="utf-8")
    return path


def test_it_rises_from_nothing_to_all(export: Path) -> None:
    heard: list[float] = []

    read([export], told=heard.append)

    assert heard == sorted(heard)
    assert len(heard) > 3
    assert 0 < heard[0] < 0.5
    assert heard[-1] == 1.0


def test_what_is_read_is_the_same_when_someone_watches(export: Path) -> None:
    heard: list[float] = []

    assert read([export], told=heard.append).messages == read([export]).messages


def test_each_of_two_exports_is_half_of_it(export: Path) -> None:
    heard: list[float] = []

    read([export, export], told=heard.append)

    assert any(0.45 < share < 0.56 for share in heard)
    assert max(heard) == 1.0


def test_pictures_in_a_zip_are_no_part_of_the_work(tmp_path: Path) -> None:
    path, heard = tmp_path / "chat.zip", list[float]()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_chat.txt", SMALL)
        archive.writestr("photo.jpg", bytes(10**6))

    read([path], told=heard.append)

    assert heard[-1] == 1.0


def test_whoever_is_told_can_stop_it(export: Path) -> None:
    def stop(_: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read_upload("chat.txt", export.read_bytes(), stop)


def test_a_folder_in_memory_is_read_as_one_on_disk(tmp_path: Path) -> None:
    messages = [
        {"sender_name": name, "timestamp_ms": 1773522300000 + n, "content": "Hello"}
        for n, name in enumerate(("Bob", "Alice"))
    ]
    content = json.dumps(THREAD | {"messages": messages}).encode()
    inside = "your_facebook_activity/messages/inbox/bob_1/message_1.json"
    path = tmp_path / inside
    path.parent.mkdir(parents=True)
    path.write_bytes(content)

    there, here = read([tmp_path]), read_folder("facebook", {inside: content})

    assert here.messages == there.messages
    assert here.sources[0].format == there.sources[0].format == "Messenger"
