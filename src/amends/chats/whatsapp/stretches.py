"""A text that comes in pieces, cut anew so that each stretch ends where a message ends."""

from collections.abc import Collection, Iterable, Iterator

from amends.chats.message import Unread
from amends.chats.whatsapp.shape import Shape


def stretches(texts: Iterable[str], shape: Shape) -> Iterator[str]:
    """Yield the text with a line break before it and one behind it, so that every header has one.

    A message that is longer than a piece is waited for: the next try has twice as much, so that
    the work stays in proportion to the text.
    """
    held, length, wanted = [shape.start], len(shape.start), 0
    for text in texts:
        held.append(text)
        length += len(text)
        if length < wanted:
            continue
        joined = "".join(held)
        cut = _last_header(joined, shape)
        if cut:
            yield joined[:cut]
        held, length, wanted = [joined[cut:]], len(joined) - cut, 0 if cut else 2 * len(joined)
    yield "".join(held) + "\n"


def lines_of(texts: Iterable[str], shape: Shape, rows: Collection[int]) -> Iterator[Unread]:
    """Yield the lines of the headers of some rows, with their numbers."""
    wanted, line, row = frozenset(rows), 0, 0
    for text in stretches(texts, shape):
        end = 0
        for found in shape.header.finditer(text):
            line += text.count("\n", end, found.start())
            end = found.start()
            if row in wanted:
                start = end + len(shape.start)
                whole = text[start : text.find("\n", start)]
                yield Unread(line + 1, whole.removesuffix("\r"))
            row += 1
        line += text.count("\n", end)


def _last_header(text: str, shape: Shape) -> int:
    """Return where the last header begins, 0 when there is none but at the beginning."""
    place = len(text)
    while (place := text.rfind(shape.start, 0, place)) > 0:
        if shape.header.match(text, place):
            return place
    return 0
