"""KakaoTalk: a chat saved as text on Android, an iPhone or Windows, in Korean or English."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from amends.chats.dates import DAY_FIRST, Triple, day_of, order_of
from amends.chats.export import Export, ExportFile
from amends.chats.kakao_reader import LOOKED_INTO, Reader, Row, reader_of
from amends.chats.kakao_words import kind_of
from amends.chats.message import GIVEN, OPEN, Kind, Messages, Order, Unread
from amends.chats.plain_text import lines_of, raw_text, start_of, text_files, text_of
from amends.chats.several import PAIR, Chat, largest, parts_joined
from amends.chats.wording import wording

NAME = "KakaoTalk"
RANK = 20
ENDINGS = (".txt", ".eml")
HOLDS = (" : ", "] [")
_EPOCH = date(1970, 1, 1).toordinal()
_LONGEST_MONTH = 31


def identify(export: Export) -> bool:
    """Say whether a file begins with messages in one of KakaoTalk's shapes."""
    return any(True for _ in _files(export))


def _files(export: Export) -> Iterator[ExportFile]:
    for one in islice(text_files(export, ".txt", ".eml"), LOOKED_INTO):
        start = start_of(one, wording("kakao")["encodings"])
        if (" : " in start or "] [" in start) and reader_of(lines_of(start)):
            yield one


def read(export: Export) -> Messages:
    """Return the messages of the largest chat of two people."""
    encodings = wording("kakao")["encodings"]
    readers = (reader_of(lines_of(text_of(raw_text(one), encodings))) for one in _files(export))
    return largest(parts_joined(_chat(one) for one in readers if one))


def _chat(reader: Reader) -> Chat:
    reader.read()
    rows = Messages(unread=reader.unread, order=_order(reader.rows))
    for one in reader.rows:
        _put(rows, one)
    return Chat(rows, is_pair=len(rows.people) <= PAIR)


def _order(rows: list[Row]) -> Order:
    numbers = [one.day for one in rows if isinstance(one.day, tuple)]
    if not numbers or numbers[0][0] > _LONGEST_MONTH:
        return GIVEN
    return order_of(numbers)


def _put(rows: Messages, one: Row) -> None:
    day = _day(one.day, rows.order)
    text = "\n".join([one.text, *one.more]) if one.more else one.text
    if day is None:
        rows.unread.append(Unread(one.line, text))
        return
    kind = Kind.SYSTEM if one.is_notice else kind_of(text)
    rows.add((day.toordinal() - _EPOCH) * 86400 + one.clock, one.sender, text, kind)


def _day(day: Triple | date, order: Order) -> date | None:
    if not isinstance(day, tuple):
        return day
    return day_of(day, DAY_FIRST if order == OPEN else order.name)
