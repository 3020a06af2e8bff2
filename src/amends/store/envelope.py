"""What lies inside the seal: the kind's name, the moment of saving, and the fields, as JSON."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast

from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from amends.store.errors import DamagedRecord


class Keepable(Protocol):
    """Any frozen dataclass with the name of its kind can be kept."""

    KIND: ClassVar[str]


R = TypeVar("R", bound=Keepable)
Fields = TypeVar("Fields")


class NotKeepable(TypeError):
    """A record that would not come back as it was put in: a mistake in the program."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"a record of kind {kind!r} would not come back as it is")


@dataclass(frozen=True)
class Kept(Generic[R]):
    """A record as it is kept: its id (16 bytes), its revision (from 1), and when it was saved."""

    id: bytes
    revision: int
    record: R
    saved: datetime


class Envelope(BaseModel, Generic[Fields]):
    """The sealed JSON."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    kind: str
    saved: datetime
    fields: Fields


def encode(record: Keepable, saved: datetime) -> bytes:
    """Return the JSON to seal; raises NotKeepable when `decode` would not give the same record."""
    adapter = _adapter(type(record))
    try:
        # Not validated on the way in: the comparison below proves more.
        envelope = Envelope[Any].model_construct(kind=record.KIND, saved=saved, fields=record)
        plain = adapter.dump_json(envelope, warnings="error")
        again = adapter.validate_json(plain).fields
    except (PydanticSerializationError, ValidationError):
        raise NotKeepable(record.KIND) from None
    if again != record:
        raise NotKeepable(record.KIND)
    return plain


def decode(kind: type[R], plain: bytes) -> tuple[R, datetime]:
    """Return the record and when it was saved; raises DamagedRecord."""
    try:
        envelope = _adapter(kind).validate_json(plain)
    except ValidationError:
        raise DamagedRecord from None
    return cast("R", envelope.fields), envelope.saved


def decode_any(plain: bytes) -> Envelope[dict[str, JsonValue]]:
    """Return the fields of a record of any kind, as they are in the JSON; raises DamagedRecord."""
    try:
        return Envelope[dict[str, JsonValue]].model_validate_json(plain)
    except ValidationError:
        raise DamagedRecord from None


@lru_cache(maxsize=256)
def _adapter(kind: type[Keepable]) -> TypeAdapter[Envelope[Any]]:
    return TypeAdapter(Envelope[kind])  # type: ignore[valid-type]
