"""One conversation written in the form of each app: what an importer should read again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.generator import Said
from tests.chats.written_as import apple, asia, chat, meta, own, phones

Files = Mapping[str, bytes]
"""An export: its files by name."""


@dataclass(frozen=True)
class Form:
    """One form: who the two are in it, the files, and whether it has seconds and knows the zone."""

    write: Callable[[Sequence[Said]], Files]
    people: tuple[str, str] = ("Alice", "Bob")
    seconds: bool = True


ME = ("Me", "Bob")
NUMBER = ("Me", "+4915123456789")
FORMS = {
    "WhatsApp on Android": Form(phones.whatsapp_android, seconds=False),
    "WhatsApp on an iPhone": Form(phones.whatsapp_iphone),
    "SMS Backup & Restore": Form(phones.sms, ME),
    "Signal": Form(phones.signal),
    "Signal by sigexport": Form(phones.sigexport, ME),
    "Telegram as JSON": Form(chat.telegram_json),
    "Telegram as HTML": Form(chat.telegram_html),
    "Discord": Form(chat.discord),
    "Google Chat": Form(chat.google_chat),
    "Google Hangouts": Form(chat.hangouts),
    "iMessage as text": Form(apple.text, NUMBER),
    "iMessage as CSV": Form(apple.table, ME),
    "iMessage as a database": Form(apple.database, NUMBER),
    "Messenger": Form(meta.messenger),
    "Messenger, encrypted": Form(meta.encrypted),
    "Messenger as HTML": Form(meta.html),
    "Instagram": Form(meta.instagram),
    "KakaoTalk": Form(asia.kakao, seconds=False),
    "KakaoTalk on a Mac": Form(asia.kakao_csv),
    "LINE": Form(asia.line, seconds=False),
    "amends as CSV": Form(own.table),
    "amends as JSON lines": Form(own.lines),
}
