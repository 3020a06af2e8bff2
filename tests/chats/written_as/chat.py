"""Telegram, Discord, Google Chat and Hangouts."""

import json
from collections.abc import Sequence
from html import escape

from benchmarks.generator import Said
from tests.chats.written_as.stamps import milliseconds

IDS = {"Alice": "1", "Bob": "2"}
_PAGE = """<!DOCTYPE html>
<html>
 <head><title>Exported Data</title></head>
 <body>
  <div class="page_wrap">
   <div class="page_body chat_page">
    <div class="history">
{rows}
    </div>
   </div>
  </div>
 </body>
</html>
"""
_MESSAGE = """
     <div class="message default clearfix{joined}" id="message{number}">
      <div class="body">
       <div class="pull_right date details" title="{at:%d.%m.%Y %H:%M:%S} UTC+01:00">
{at:%H:%M}
       </div>
{name}
       <div class="text">
{text}
       </div>
      </div>
     </div>
"""
_NAME = """
       <div class="from_name">
{name}
       </div>
"""


def telegram_json(said: Sequence[Said]) -> dict[str, bytes]:
    messages = [
        {
            "id": number,
            "type": "message",
            "date": one.at.isoformat(),
            "from": one.name,
            "from_id": f"user{IDS[one.name]}",
            "text": one.text
            if number % 2
            else [{"type": "bold", "text": one.text[:3]}, one.text[3:]],
        }
        for number, one in enumerate(said)
    ]
    chat = {"name": "Bob", "type": "personal_chat", "id": 2, "messages": messages}
    return {"result.json": json.dumps(chat, indent=1).encode()}


def telegram_html(said: Sequence[Said]) -> dict[str, bytes]:
    """Write pages of a thousand messages; who goes on writing is not named again."""
    rows, before = list[str](), ""
    for number, one in enumerate(said):
        joined = " joined" if one.name == before else ""
        name = "" if joined else _NAME.format(name=one.name)
        text = escape(one.text).replace("\n", "<br>")
        rows.append(_MESSAGE.format(joined=joined, number=number, at=one.at, name=name, text=text))
        before = one.name
    pages = [rows[at : at + 1000] for at in range(0, len(rows), 1000)]
    return {
        f"messages{place or ''}.html": _PAGE.format(rows="".join(page)).encode()
        for place, page in zip([0, *range(2, 99)], pages, strict=False)
    }


def discord(said: Sequence[Said]) -> dict[str, bytes]:
    messages = [
        {
            "id": str(number + 1),
            "type": "Default",
            "timestamp": one.at.isoformat() + ".123+01:00",
            "content": one.text,
            "author": {"id": IDS[one.name], "name": one.name.lower(), "nickname": one.name},
        }
        for number, one in enumerate(said)
    ]
    channel = {"id": "9", "type": "DirectTextChat", "name": "bob"}
    export = {"guild": {"id": "0"}, "channel": channel, "messages": messages}
    return {"Direct Messages - bob.json": json.dumps(export).encode()}


def google_chat(said: Sequence[Said]) -> dict[str, bytes]:
    messages = [
        {
            "creator": {"name": one.name, "email": f"{one.name}@example.org"},
            "created_date": f"{one.at:%A, %B} {one.at.day}, {one.at:%Y at %I:%M:%S\u202f%p} UTC",
            "text": one.text,
            "topic_id": str(number),
            "message_id": str(number),
        }
        for number, one in enumerate(said)
    ]
    whole = json.dumps({"messages": messages}).encode()
    return {"Google Chat/Groups/DM x/messages.json": whole}


def hangouts(said: Sequence[Said]) -> dict[str, bytes]:
    events = [
        {
            "sender_id": {"gaia_id": IDS[one.name]},
            "timestamp": str(milliseconds(one) * 1000),
            "event_type": "REGULAR_CHAT_MESSAGE",
            "chat_message": {"message_content": {"segment": [{"type": "TEXT", "text": one.text}]}},
        }
        for one in said
    ]
    people = [{"id": {"gaia_id": number}, "fallback_name": name} for name, number in IDS.items()]
    about = {"conversation_id": {"id": "c"}, "conversation": {"participant_data": people}}
    whole = {"conversations": [{"conversation": about, "events": events}]}
    return {"Hangouts.json": json.dumps(whole).encode()}
