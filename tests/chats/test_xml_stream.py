"""Backups in XML are read with little memory, whatever they hold."""

import io
import tracemalloc
from collections.abc import Iterator
from itertools import chain, repeat

import pytest

from amends.chats import DamagedExport, TooLarge
from amends.chats.importers.sms import _Phone, take
from amends.chats.xml_stream import CHUNK, elements

PIECE = b"QUJD" * 2**14
"""A part of a picture in base64, 64 KiB."""
MEGABYTE = 2**20


class Written(io.RawIOBase):
    """A file that is written while it is read, so that it need not lie anywhere."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, b""

    def read(self, size: int = -1) -> bytes:
        while len(self._rest) < size and (piece := next(self._pieces, b"")):
            self._rest += piece
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken


def attributes(content: bytes) -> dict[str, str]:
    return next(elements(io.BytesIO(content))).attributes


def backup(pictures: int) -> Iterator[bytes]:
    """Yield a backup of so many pictures, each of 16 MiB."""
    yield b"<smses>"
    for _ in range(pictures):
        yield b'<mms date="1773522300000" msg_box="1" address="5551234567"><parts>'
        yield from chain([b'<part ct="image/jpeg" data="'], repeat(PIECE, 256), [b'"/>'])
        yield b'<part ct="text/plain" text="the sea"/></parts></mms>'
    yield b"</smses>"


def test_a_backup_of_a_gigabyte_needs_a_few_megabytes() -> None:
    phone = _Phone()
    tracemalloc.start()

    take(phone, elements(Written(backup(64))))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [len(rows) for rows in phone.rows.values()] == [64]
    assert most < 8 * MEGABYTE


@pytest.mark.parametrize("start", range(CHUNK - 40, CHUNK + 4))
def test_an_emoji_in_halves_is_joined_wherever_a_piece_ends(start: int) -> None:
    padding = b"x" * start

    found = attributes(b'<a b="' + padding + b'&#55357;&#56832;\xed\xa0\xbd\xed\xb8\x80"/>')

    assert found["b"] == padding.decode() + "😀😀"


@pytest.mark.parametrize("start", range(CHUNK - 1100, CHUNK + 10, 37))
def test_a_picture_is_dropped_wherever_a_piece_ends(start: int) -> None:
    padding = b"x" * start

    found = attributes(b'<a b="' + padding + b'" data="' + PIECE + b'" c="1"/>')

    assert found == {"b": padding.decode(), "data": "", "c": "1"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"&#128512;&#55357;&#56832;", "😀😀"),
        (b"&#xD83D;&#xde00;", "😀"),
        (b"&#56832;&#55357;", "\ufffd\ufffd"),
        (b"&#55199;&#57344;", "\ud79f\ue000"),
        (b"&amp;#55357;", "&#55357;"),
        (b"&#0;&#9;&#10;&#x1F;&#x110000;", "\ufffd\t\n\ufffd\ufffd"),
        (b"data=&quot;QUJD&quot;", 'data="QUJD"'),
    ],
)
def test_references_are_mended(written: bytes, meant: str) -> None:
    assert attributes(b'<a b="' + written + b'"/>')["b"] == meant


def test_an_element_that_never_ends_is_too_large() -> None:
    with pytest.raises(TooLarge):
        list(elements(Written(chain([b'<a b="'], repeat(b"x" * MEGABYTE, 1000)))))


def test_elements_in_each_other_without_end_are_refused() -> None:
    with pytest.raises(DamagedExport):
        list(elements(Written(repeat(b"<a>" * 1000, 10_000))))


def test_a_definition_is_refused_before_it_is_used() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'

    with pytest.raises(DamagedExport):
        list(elements(io.BytesIO(bomb)))
