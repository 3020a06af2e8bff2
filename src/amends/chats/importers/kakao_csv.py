"""KakaoTalk on a Mac: a chat saved as a table of Date, User, Message."""

from datetime import datetime

from amends.chats.export import Export, ExportFile
from amends.chats.kakao_words import is_notice, kind_of
from amends.chats.message import Kind, Messages, Unread, seconds
from amends.chats.plain_text import raw_text, start_of, text_files, text_of
from amends.chats.several import PAIR, Chat, largest
from amends.chats.tables import heading, rows_of
from amends.chats.wording import unmarked, wording

NAME = "KakaoTalk (Mac)"
ENDINGS = (".csv",)
HOLDS = ("message",)
_COLUMNS = ["date", "user", "message"]
_LONGEST_NOTICE = 300


def identify(export: Export) -> bool:
    """Say whether a table begins with these three columns."""
    return bool(_files(export))


def _files(export: Export) -> list[ExportFile]:
    return [one for one in text_files(export, ".csv")[:20] if _is_table(one)]


def _is_table(file: ExportFile) -> bool:
    first = start_of(file, wording("kakao")["encodings"]).lstrip().partition("\n")[0]
    return heading(first.replace('"', "").split(",")) == _COLUMNS


def read(export: Export) -> Messages:
    """Return the messages of the largest chat of two people."""
    return largest(_chat(file) for file in _files(export))


def _chat(file: ExportFile) -> Chat:
    rows = Messages()
    table = rows_of(text_of(raw_text(file), wording("kakao")["encodings"]).lstrip("\ufeff\r\n "))
    for line, row in table:
        if row and heading(row) != _COLUMNS:
            _put(rows, line, row)
    return Chat(rows, is_pair=len(rows.people) <= PAIR)


def _put(rows: Messages, line: int, row: list[str]) -> None:
    try:
        sent_at = seconds(datetime.fromisoformat(unmarked(row[0])))
    except ValueError:
        rows.unread.append(Unread(line, ",".join(row)))
        return
    sender = unmarked(row[1]) if len(row) > 1 else ""
    text = ",".join(row[2:]).replace("\r\n", "\n")
    is_told = len(text) < _LONGEST_NOTICE and is_notice()(text)
    if is_told or not sender:
        rows.add(sent_at, "", text, Kind.SYSTEM)
    else:
        rows.add(sent_at, sender, text, kind_of(text))
