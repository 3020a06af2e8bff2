"""A conversation as a data frame, for notebooks and Parquet; needs the extra `tables`."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from amends.chats.errors import ChatsError
from amends.chats.message import KINDS, NOBODY, Conversation

if TYPE_CHECKING:
    import polars as pl

_MICROSECONDS = 1_000_000
"""Data frames count time in them, rows in seconds."""


class MissingTables(ChatsError):
    """Neither polars nor pandas came along."""

    problem = "Data frames and Parquet need the extra `tables`, which is not installed."
    hint = 'Install it with: pip install "amends[tables]"'


def polars_of(conversation: Conversation) -> "pl.DataFrame":
    """Return every message as a row of a polars data frame; raises MissingTables."""
    of = _library("polars")
    rows = conversation.messages
    at = of.Series(rows.sent_at, dtype=of.Int64) * _MICROSECONDS
    columns = {
        "id": of.Series(range(len(rows)), dtype=of.Int64),
        "sent_at": at.cast(of.Datetime("us")),
        "zone": of.Series(_zones(conversation), dtype=of.String),
        "sender": of.Series(_senders(conversation), dtype=of.String),
        "text": of.Series(_whole(rows.text), dtype=of.String),
        "kind": of.Series(_kinds(conversation), dtype=of.String),
        "reply_to": of.Series(_answered(conversation), dtype=of.Int64),
        "source": of.Series(list(conversation.source), dtype=of.Int64),
    }
    return cast("pl.DataFrame", of.DataFrame(columns))


def pandas_of(conversation: Conversation) -> Any:  # noqa: ANN401 - pandas has no types
    """Return every message as a row of a pandas data frame; raises MissingTables."""
    pd = _library("pandas")
    rows = conversation.messages
    return pd.DataFrame(
        {
            "id": range(len(rows)),
            "sent_at": pd.to_datetime(pd.Series(rows.sent_at, dtype="int64"), unit="s"),
            "zone": pd.Series(_zones(conversation), dtype="str"),
            "sender": pd.Series(_senders(conversation), dtype="str"),
            "text": pd.Series(_whole(rows.text), dtype="str"),
            "kind": pd.Series(_kinds(conversation), dtype="str"),
            "reply_to": pd.Series(_answered(conversation), dtype="Int64"),
            "source": pd.Series(list(conversation.source), dtype="int64"),
        }
    )


def write_parquet(conversation: Conversation, stream: BinaryIO) -> None:
    """Write a conversation as Parquet; raises MissingTables."""
    polars_of(conversation).write_parquet(stream)


def _library(name: str) -> Any:  # noqa: ANN401 - a library is of no type
    try:
        return import_module(name)
    except ImportError:
        raise MissingTables from None


def _zones(conversation: Conversation) -> list[str | None]:
    zones = [one.zone or None for one in conversation.sources]
    return [zones[place] for place in conversation.source]


def _senders(conversation: Conversation) -> list[str]:
    names = _whole(conversation.people)
    return [names[place] if place != NOBODY else "" for place in conversation.messages.sender]


def _kinds(conversation: Conversation) -> list[str]:
    names = [str(kind) for kind in KINDS]
    return [names[place] for place in conversation.messages.kind]


def _answered(conversation: Conversation) -> list[int | None]:
    answers = conversation.messages.reply_to
    return [answers.get(row) for row in range(len(conversation))]


def _whole(texts: Sequence[str]) -> list[str]:
    """Return texts without halves of characters, which UTF-8 does not have."""
    return list(_mended(texts))


def _mended(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        try:
            text.encode()
        except UnicodeEncodeError:
            yield text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        else:
            yield text
