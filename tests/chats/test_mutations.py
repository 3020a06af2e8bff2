"""Whatever is done to an export, it is read, or told in one of our own errors, and soon."""

import io
import os
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.chats import ChatsError, moment, read
from tests.chats.test_exports import CASES, EXPORTS, made

EXAMPLES = int(os.environ.get("MUTATIONS", "25"))
"""Of each case; a night with MUTATIONS=20000 tries what a minute can't."""
TELEGRAM = EXPORTS / "telegram" / "chat"
PLACES = st.integers(0, 2**20)
NASTY = st.sampled_from(
    [
        b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\x8e", b"\r", b"\n\n", b"{",
        b"[" * 3000, b'{"a":' * 3000, b'"', b"\\", b"\\ud83d", b"null", b"-1", b"9" * 30, b"1e400",
        b"NaN", b"[]", b"{}", b"true", b"<", b"<div>" * 3000, b"</div>", b"&#x110000;",
        b"&#xd800;", b"<!--", b"<![CDATA[",
    ]
)  # fmt: skip
HALVES = re.compile("[\ud800-\udfff]")
"""What no file and no database takes."""


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[str, int, int, bytes]]:
    """Return a few things to do to the bytes of a file."""
    kinds = st.sampled_from(["cut", "drop", "put", "over", "again", "swap", "end"])
    one = st.tuples(kinds, PLACES, st.integers(1, 400), NASTY)
    return draw(st.lists(one, min_size=1, max_size=5))


def changed(content: bytes, change: tuple[str, int, int, bytes]) -> bytes:
    kind, place, length, nasty = change
    at = place % (len(content) + 1)
    before, piece, after = content[:at], content[at : at + length], content[at + length :]
    return {
        "cut": before,
        "drop": before + after,
        "put": before + nasty + piece + after,
        "over": before + nasty + after[len(nasty) :],
        "again": before + piece * 3 + after,
        "swap": before + piece[::-1] + after,
        "end": content[at:],
    }[kind]


@cache
def files(case: Path, folder: Path) -> tuple[Path, dict[Path, bytes]]:
    """Return the path of a case's export, and its files as they were made."""
    path = made(case, folder)
    inside = [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]
    return path, {one: one.read_bytes() for one in inside}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
@settings(
    max_examples=EXAMPLES,
    deadline=5000,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(todo=changes())
def test_a_damaged_export_is_read_or_told(
    case: Path, tmp_path: Path, todo: list[tuple[str, int, int, bytes]]
) -> None:
    path, whole = files(case, tmp_path)
    names = sorted(whole)
    for number, change in enumerate(todo):
        name = names[(change[1] + number) % len(names)]
        name.write_bytes(changed(name.read_bytes(), change))

    try:
        conversation = read([path])
    except ChatsError as error:
        told = str(error)
    else:
        told = "".join(one.sender + one.text for one in conversation)
        assert all(moment(at) for at in conversation.messages.sent_at)
    finally:
        for name, content in whole.items():
            name.write_bytes(content)

    assert not HALVES.search(told)


@settings(max_examples=4 * EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 2**16), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_damaged_zip_is_read_or_told(tmp_path: Path, bytes_: list[tuple[int, int]]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("result.json", (TELEGRAM / "result.json").read_bytes())
    content = bytearray(packed.getvalue())
    for place, byte in bytes_:
        content[place % len(content)] = byte
    path = tmp_path / "a.zip"
    path.write_bytes(content)

    try:
        outcome = [one.text for one in read([path])]
    except ChatsError as error:
        outcome = [error.problem]

    assert any(outcome)
