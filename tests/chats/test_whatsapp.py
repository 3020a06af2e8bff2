"""WhatsApp's texts: what a phone writes in any language is read back as it was said."""

import tomllib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from amends.chats import Conversation, DamagedExport, Kind, UnknownExport, moment, read
from amends.chats.whatsapp.authors import is_line
from amends.chats.whatsapp.clock import CONTENT, Clock
from amends.chats.whatsapp.shape import learn
from benchmarks.generator import LRM, STYLES, Said, Style, chat, written
from tests.chats.mixed import file_of, mixed

Row = tuple[datetime, str, str]
LANGUAGES = tomllib.loads((CONTENT / "whatsapp.toml").read_text("utf-8"))
HALVES = tomllib.loads((CONTENT / "clock.toml").read_text("utf-8"))["halves"]
ANDROID, IPHONE = STYLES["en-gb"], STYLES["en-gb iphone"]
MARKS = "\u200e\u200f\u202a\u202c\u2068\u2069\ufeff"
LONG = settings(
    derandomize=True, max_examples=150, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[str | bytes], Conversation]:
    """Read a text as an export."""

    def open_(text: str | bytes) -> Conversation:
        path = tmp_path / "chat.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read([path])

    return open_


Opened = Callable[[str | bytes], Conversation]


def rows(conversation: Conversation) -> list[Row]:
    return [(one.sent_at, one.sender, one.text) for one in conversation]


def told(said: Sequence[Said], style: Style) -> list[Row]:
    """Return what can be read of it: phones seldom write seconds."""
    return [
        (one.at if style.seconds else one.at.replace(second=0), one.name, one.text) for one in said
    ]


def kinds(conversation: Conversation) -> list[Kind]:
    return [one.kind for one in conversation]


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
@pytest.mark.parametrize(("length", "seed"), [(300, 1), (3000, 2)])
def test_what_a_phone_writes_is_read_back(
    style: Style, length: int, seed: int, opened: Opened
) -> None:
    said = list(chat(length, seed))

    conversation = opened(written(said, style))

    assert rows(conversation) == told(said, style)
    assert conversation.sources[0].order.name in {style.order, "unknown"}
    assert not conversation.sources[0].unread


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
def test_what_phones_put_between_is_told_from_what_people_say(style: Style, opened: Opened) -> None:
    languages = [
        words for words in LANGUAGES.values() if {"media", "omitted", "deleted"} <= {*words}
    ]
    words = languages[list(STYLES.values()).index(style) % len(languages)]
    lines = list(mixed(list(chat(600, seed=6)), style, words, seed=7))

    conversation = opened(file_of(lines, style))

    assert rows(conversation) == told([line.said for line in lines], style)
    assert kinds(conversation) == [line.kind for line in lines]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_that_was_saved_anew_is_read(encoding: str, opened: Opened) -> None:
    said = list(chat(200))

    conversation = opened(written(said, ANDROID).encode(encoding))

    assert rows(conversation) == told(said, ANDROID)


def spoken(
    names: st.SearchStrategy[str], texts: st.SearchStrategy[str]
) -> st.SearchStrategy[list[Said]]:
    """Return chats of two in which time runs on."""
    at = st.integers(0, 5000 * 86400).map(lambda after: moment(15_000 * 86400 + after))
    one = st.builds(Said, at, names, texts)
    return st.lists(one, min_size=3, max_size=30).map(
        lambda said: sorted(said, key=lambda one: one.at)
    )


NAMES = st.sampled_from(["Alice", "Bob", "left", "Anna :)", "🌸", "+49 170 1234567", "ليلى", "名"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\u200e<>()"), max_size=80)


def is_plain(text: str) -> bool:
    """Say whether it is nothing that phones write or trim, or that can be half of a name."""
    is_whole = text == text.strip() and bool(text) and text != "null"
    return is_whole and not learn(f"{text}\n") and ": " not in text


@LONG
@given(said=spoken(NAMES, TEXTS.filter(is_plain)), style=st.sampled_from(list(STYLES.values())))
def test_any_words_are_kept_as_they_came(tmp_path: Path, said: list[Said], style: Style) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(written(said, style).encode())
    days = {one.at.date() for one in said}
    assume(any(day.day > 12 for day in days) and len(days) > 2)  # otherwise it may be open

    conversation = read([path])

    assert [one.text for one in conversation] == [one.text for one in said]


@LONG
@given(data=st.data(), style=st.sampled_from(list(STYLES.values())))
def test_marks_may_stand_anywhere_in_a_header(
    tmp_path: Path, data: st.DataObject, style: Style
) -> None:
    said = list(chat(200, seed=3))
    places = data.draw(st.lists(st.tuples(st.integers(0, 40), st.sampled_from(MARKS)), max_size=6))
    text = ""
    for one in said:
        head = style.head(one.at)
        for place, mark in places:
            before, after = head[: place % len(head)], head[place % len(head) :]
            inside = before[-1:].isdigit() and after[:1].isdigit()  # where no phone puts one
            head = before + mark * (not inside) + after
        text += f"{head}{one.name}: {one.text}{chr(13) * style.iphone}\n"
    path = tmp_path / "chat.txt"
    path.write_bytes(text.encode())

    conversation = read([path])

    assert rows(conversation) == told(said, style)


@LONG
@given(cut=st.integers(60, 20_000))
@example(cut=61)
def test_what_is_left_of_a_file_is_read_to_its_end(tmp_path: Path, cut: int) -> None:
    said = list(chat(300, seed=4))
    path = tmp_path / "chat.txt"
    path.write_bytes(written(said, ANDROID).encode()[:cut])

    found = rows(read([path]))

    assert found[:-1] == told(said, ANDROID)[: len(found) - 1]


@LONG
@given(line=TEXTS.filter(is_plain), row=st.integers(0, 98))
def test_no_line_is_lost(tmp_path: Path, line: str, row: int) -> None:
    said = list(chat(100, seed=5))
    lines = [written([one], ANDROID) for one in said]
    lines.insert(row + 1, f"{line}\n")
    path = tmp_path / "chat.txt"
    path.write_bytes("".join(lines).encode())

    found = [one.text for one in read([path])]

    assert found[row] == f"{said[row].text}\n{line}"


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=list(LANGUAGES))
def test_the_words_of_a_phone_are_nobodys(words: dict[str, list[str]], opened: Opened) -> None:
    media = [f"<{word}>" for word in words.get("media", ())]
    media += [f"Plan.pdf ({word})" for word in words.get("attached", ())]
    deleted, missed = words.get("deleted", []), words.get("missed", [])
    texts = [*media, *deleted, *missed]
    head = "13/03/2026, 21:05 - Bob: "

    found = kinds(opened("".join(f"{head}{text}\n" for text in [*texts, "so?"])))

    assert found == [
        *[Kind.MEDIA] * len(media),
        *[Kind.DELETED] * len(deleted),
        *[Kind.CALL] * len(missed),
        Kind.TEXT,
    ]


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=list(LANGUAGES))
def test_the_words_of_an_iphone_are_nobodys(words: dict[str, list[str]], opened: Opened) -> None:
    omitted, calls = words.get("omitted", []), words.get("call", [])
    texts = [*omitted, *calls, *words.get("notice", ())]
    head = "[13/03/2026, 21:05:00] Bob: "

    found = kinds(opened("".join(f"{head}{LRM}{text}\r\n" for text in ["so?", *texts])))

    wanted = [Kind.MEDIA] * len(omitted) + [Kind.CALL] * len(calls)
    assert found[1:] == wanted + [Kind.SYSTEM] * len(words.get("notice", ()))


@pytest.mark.parametrize(
    ("word", "stop"),
    [
        (word, stop)
        for words in LANGUAGES.values()
        for word in words.get("edited", ())
        for stop in (">", ".>")
    ],
)
def test_what_was_changed_is_marked_and_bare(word: str, stop: str, opened: Opened) -> None:
    conversation = opened(f"13/03/2026, 21:05 - Bob: I was\n wrong <{word}{stop}\n")

    assert [(one.kind, one.text) for one in conversation] == [(Kind.EDITED, "I was\n wrong")]


@pytest.mark.parametrize("half", HALVES, ids=lambda half: half[0][0])
def test_each_half_of_the_day_is_known(half: list[list[str]]) -> None:
    before, after = half

    for word in before:
        assert Clock(halved=True)[f"9:05 {word}"] == 9 * 3600 + 300
        assert Clock(halved=True)[f"{word}12:05"] == 300
    for word in after:
        assert Clock(halved=True)[f"9:05 {word}"] == 21 * 3600 + 300
        assert Clock(halved=True)[f"{word}12:05"] == 12 * 3600 + 300


@pytest.mark.parametrize(
    ("name", "count", "expected"),
    [
        ("Alice", 1, False),
        ("Alice created group “Trip", 1, True),
        ("Alice hat die Gruppe „Reise", 9, True),
        ("Ich „Anna“", 1, False),
        ("Anna from the gym", 1, False),
        ("Alice Work", 1, False),
        ("Alice changed the settings so that", 1, True),
        ("You changed the way this chat works to", 1, True),
        ("You changed the way this chat works to", 2, False),
    ],
)
def test_a_line_about_the_chat_is_no_name(name: str, count: int, expected: bool) -> None:
    assert is_line(name, count, {"Alice", "Bob"}) is expected


def test_a_long_chat_in_one_message_stays_in_proportion(opened: Opened) -> None:
    body = "no header here\n" * 200_000

    conversation = opened(f"13/03/2026, 21:05 - Bob: {body}14/03/2026, 21:05 - Alice: ok\n")

    assert [len(one.text) for one in conversation] == [len(body) - 1, 2]


def test_a_file_of_another_encoding_is_refused(opened: Opened) -> None:
    text = written([Said(moment(0), "Zoé", "déjà là, ça va")] * 20, ANDROID)

    with pytest.raises(DamagedExport):
        opened(text.encode("cp1252"))


@pytest.mark.parametrize("rest", ["14/03/20", "14/03/2026, 21:0", "14/03/2026, 21:05 - Bo"])
def test_a_header_that_breaks_off_is_named_by_its_line(rest: str, opened: Opened) -> None:
    conversation = opened(f"13/03/2026, 21:05 - Bob: hi\nyou\n{rest}")

    assert [one.text for one in conversation] == ["hi\nyou"]
    assert [(one.line, one.text) for one in conversation.sources[0].unread] == [
        (3, rest.rpartition(" - ")[2])
    ]


def test_where_a_chat_was_pasted_is_told_by_its_line(opened: Opened) -> None:
    pasted = "01/02/2014, 10:00 - Bob: no"
    said = list(chat(300, seed=8))
    lines = [written([one], ANDROID) for one in said]
    lines.insert(200, f"{pasted}\n")

    conversation = opened("".join(lines))

    before = "".join(lines[:200]).count("\n")
    assert [(one.line, one.text) for one in conversation.sources[0].unread] == [
        (before + 1, pasted)
    ]
    assert conversation[199].text == f"{said[199].text}\n{pasted}"


def test_two_messages_are_read_though_something_stands_before_them(opened: Opened) -> None:
    conversation = opened(
        "Chat with Bob\n14/03/2026, 21:05 - Alice: Hello\n14/03/2026, 21:06 - Bob: Hi\n"
    )

    assert [one.text for one in conversation] == ["Hello", "Hi"]
    assert [one.text for one in conversation.sources[0].unread] == ["Chat with Bob"]


def test_a_letter_with_two_dated_lines_is_no_chat(opened: Opened) -> None:
    with pytest.raises(UnknownExport):
        opened(
            "Dear Bob,\nthis is what we agreed on,\nand I wrote it down at once,\nas you asked:\n"
            "14/03/2026, 21:05 - Alice: the rent\n14/03/2026, 21:06 - Bob: the car\n"
        )


def test_a_log_of_times_is_no_chat(opened: Opened) -> None:
    with pytest.raises(UnknownExport):
        opened("9:05 got up\n9:30 left\n10:00 back\n" * 10)
