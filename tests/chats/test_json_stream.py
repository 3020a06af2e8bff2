"""JSON that is read piece by piece says the same as JSON that is read at once."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.chats.errors import DamagedExport
from amends.chats.export import open_export
from amends.chats.json_stream import JsonStream, json_stream, string

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


class Drop(io.StringIO):
    """A file that gives a few characters at a time, however many are asked for."""

    def read(self, size: int | None = -1, /) -> str:
        """Return the next three characters at most."""
        return super().read(3 if size else 0)


def stream_of(value: object) -> JsonStream:
    return JsonStream(Drop(json.dumps(value, indent=1)))


@given(JSON)
def test_a_value_is_whole_wherever_the_pieces_end(value: object) -> None:
    assert stream_of([value]).value() == [value]


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=4))
def test_an_object_gives_its_fields_one_by_one(value: dict[str, object]) -> None:
    stream = stream_of(value)

    assert {key: stream.value() for key in stream.fields()} == value


@given(JSON)
def test_what_is_passed_over_takes_nothing_of_what_follows(value: object) -> None:
    stream = stream_of([value, "after"])
    found = list[object]()
    for number, _ in enumerate(stream.items()):
        if number:
            found.append(stream.value())
        else:
            stream.skip()

    assert found == ["after"]


@given(JSON, st.integers(1, 400))
def test_a_file_that_breaks_off_is_damaged(value: object, cut: int) -> None:
    text = json.dumps([value, "end"])

    with pytest.raises(DamagedExport):
        JsonStream(Drop(text[: -min(cut, len(text))])).value()


def test_it_knows_the_line_that_it_has_reached() -> None:
    stream = stream_of([1, 2, 3])
    lines = [(stream.value(), stream.line) for _ in stream.items()]

    assert lines == [(1, 2), (2, 3), (3, 4)]


def test_a_control_character_as_telegram_writes_it_is_one() -> None:
    assert JsonStream(Drop(r'["bell \x07, not \\x07, but \\\x07"]')).value() == [
        "bell \a, not \\x07, but \\\a"
    ]


def test_a_text_of_another_encoding_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_bytes('["gr\u00fc\u00dfe"]'.encode("cp1252"))

    with json_stream(open_export(path).files[0]) as stream, pytest.raises(DamagedExport):
        stream.value()


@given(st.text(st.characters()))
def test_a_string_can_be_written_to_any_file(text: str) -> None:
    assert string(text).encode().decode().replace("\ufffd", "") in text.replace("\ufffd", "")
