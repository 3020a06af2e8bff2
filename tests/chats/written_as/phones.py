"""WhatsApp, text messages and Signal."""

import json
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from benchmarks.generator import STYLES, Said, written
from tests.chats.written_as.stamps import milliseconds


def whatsapp_android(said: Sequence[Said]) -> dict[str, bytes]:
    text = written(said, STYLES["en-gb"])
    return {"WhatsApp Chat with Bob.txt": text.encode()}


def whatsapp_iphone(said: Sequence[Said]) -> dict[str, bytes]:
    return {"_chat.txt": written(said, STYLES["en-us iphone"]).encode()}


def sms(said: Sequence[Said]) -> dict[str, bytes]:
    rows = "".join(
        f'<sms address="+49151234567" date="{milliseconds(one)}" type="{2 - (one.name == "Bob")}" '
        f'body={quoteattr(one.text)} contact_name="Bob" />\n'
        for one in said
    )
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
    return {"sms-1.xml": f'{head}<smses count="{len(said)}">\n{rows}</smses>'.encode()}


def signal(said: Sequence[Said]) -> dict[str, bytes]:
    frames: list[object] = [
        {"version": "1", "backupTimeMs": "1767225600000"},
        {"account": {"givenName": "Alice"}},
        {"recipient": {"id": "1", "self": {}}},
        {"recipient": {"id": "2", "contact": {"profileGivenName": "Bob"}}},
        {"chat": {"id": "1", "recipientId": "2"}},
        *({"chatItem": _item(one)} for one in said),
    ]
    return {"main.jsonl": "\n".join(map(json.dumps, frames)).encode(), "metadata.json": b"{}"}


def _item(one: Said) -> dict[str, object]:
    way, author = ("incoming", "2") if one.name == "Bob" else ("outgoing", "1")
    body = {"standardMessage": {"text": {"body": one.text}}}
    return {"chatId": "1", "authorId": author, "dateSent": str(milliseconds(one)), way: {}, **body}


def sigexport(said: Sequence[Said]) -> dict[str, bytes]:
    names = {"Alice": "Me", "Bob": "Bob"}
    rows = [
        {
            "date": one.at.isoformat(),
            "sender": names[one.name],
            "body": one.text + "  ",
            "quote": "",
            "sticker": "",
            "reactions": [],
            "attachments": [],
        }
        for one in said
    ]
    return {"Bob/data.json": "\n".join(map(json.dumps, rows)).encode(), "Bob/chat.md": b""}
