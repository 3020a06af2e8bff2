"""A couple with what is planted in their messages is read the same from the form of each app."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from amends.chats import Conversation, Message, find, moment, read
from benchmarks.generator import PIECES, Said, chat
from tests.chats.patterns.test_planted import ARGUMENTS, BURSTS, HARMS, planted_rows
from tests.chats.written_as import FORMS, Files, Form

SAID = [Said(moment(at), ("Alice", "Bob")[who], text) for at, who, text in sorted(planted_rows())]
PLANTED = {
    ("bursts", "mine"): list(BURSTS),
    ("topics", "ours"): list(ARGUMENTS),
    ("escalation", "ours"): list(ARGUMENTS),
    ("sorry-again", "mine"): list(HARMS[:-1]),
}
Days = dict[tuple[str, str], list[int]]


def saved(files: Files, folder: Path) -> Path:
    """Return the path of an export as a person would have it."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder / next(iter(files)) if len(files) == 1 else folder


def shown(said: Sequence[Said], form: Form) -> list[tuple[str, str, str]]:
    """Return what should be read: by the minute where the form has no seconds."""
    names = dict(zip(("Alice", "Bob"), form.people, strict=True))
    spec = "seconds" if form.seconds else "minutes"
    return [(one.at.isoformat(timespec=spec), names[one.name], one.text) for one in said]


def as_read(rows: Sequence[Message] | Conversation, form: Form) -> list[tuple[str, str, str]]:
    spec = "seconds" if form.seconds else "minutes"
    return [(one.sent_at.isoformat(timespec=spec), one.sender, one.text) for one in rows]


_FOUND: dict[object, Days] = {}


def found(conversation: Conversation, me: str) -> Days:
    """Return the days of each pattern; what is the same conversation is looked at once."""
    rows = conversation.messages
    mine = [rows.people[one] == me for one in rows.sender]
    key = (rows.sent_at.tobytes(), tuple(mine), conversation.sources[0].zone == "UTC")
    if key not in _FOUND:
        first = rows.sent_at[0] // 86400
        _FOUND[key] = {
            (one.name, one.side): [
                rows.sent_at[seen.start] // 86400 - first for seen in one.episodes
            ]
            for one in find(conversation, me, ["late again"])
        }
    return _FOUND[key]


@pytest.mark.parametrize("name", FORMS)
def test_what_is_planted_is_read_and_found_from_each_form(name: str, tmp_path: Path) -> None:
    form = FORMS[name]

    conversation = read([saved(form.write(SAID), tmp_path)])

    assert as_read(conversation, form) == shown(SAID, form)
    assert not any(source.unread for source in conversation.sources)
    days = found(conversation, form.people[0])
    assert {key: days.get(key) for key in PLANTED} == PLANTED


@pytest.mark.parametrize("name", FORMS)
def test_odd_texts_come_back_as_they_were(name: str, tmp_path: Path) -> None:
    form = FORMS[name]
    said = [
        *chat(200, 5),
        *(Said(moment(1_900_000_000 + at), "Bob", text) for at, text in enumerate(PIECES)),
    ]

    conversation = read([saved(form.write(said), tmp_path)])

    assert as_read(conversation, form) == shown(said, form)


@pytest.mark.parametrize("name", [name for name in FORMS if "database" not in name])
def test_a_form_may_have_been_saved_by_an_editor(name: str, tmp_path: Path) -> None:
    form, said = FORMS[name], list(chat(30, 6))
    files = {
        one: content.decode("utf-8-sig").encode("utf-16")
        for one, content in form.write(said).items()
    }

    conversation = read([saved(files, tmp_path)])

    assert as_read(conversation, form) == shown(said, form)
