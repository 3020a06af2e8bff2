"""What lies inside the seal comes back as it was, or is refused before it is sealed."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.store.envelope import NotKeepable, decode, decode_any, encode
from amends.store.errors import DamagedRecord
from tests.store.cast import Letter, Note

NOW = datetime(2026, 3, 1, 2, 14, 7, 250_000, tzinfo=UTC)


class Mood(StrEnum):
    """A mood."""

    LOW = "low"
    EVEN = "even"


@dataclass(frozen=True)
class Line:
    """A part of a record."""

    at: datetime
    text: str


@dataclass(frozen=True)
class Everything:
    """A record with every type that the rooms use."""

    KIND: ClassVar[str] = "everything"
    lines: tuple[Line, ...] = ()
    mood: Mood | None = None
    until: date | None = None
    hold: timedelta = timedelta(0)
    share: float = 0.5
    values: dict[str, Any] = field(default_factory=dict)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
everything = st.builds(
    Everything,
    lines=st.lists(st.builds(Line, at=st.datetimes(timezones=st.just(UTC)), text=st.text())).map(
        tuple
    ),
    mood=st.none() | st.sampled_from(Mood),
    until=st.none() | st.dates(),
    hold=st.timedeltas(timedelta(0), timedelta(days=3650)),
    share=st.floats(allow_nan=False, allow_infinity=False),
    values=st.dictionaries(st.text(), values),
)


@given(everything)
def test_every_type_that_the_rooms_use_comes_back(record: Everything) -> None:
    assert decode(Everything, encode(record, NOW)) == (record, NOW)


@given(st.text())
def test_every_text_comes_back_to_the_letter(text: str) -> None:
    assert decode(Note, encode(Note(text), NOW))[0].text == text


def test_the_kind_and_the_moment_are_inside() -> None:
    inside = decode_any(encode(Note("one"), NOW))

    assert (inside.kind, inside.saved, inside.fields) == ("note", NOW, {"text": "one"})


@pytest.mark.parametrize(
    "record",
    [Note(text=3), Note(text="\ud800"), Letter(lines=["a list, not a tuple"])],  # type: ignore[arg-type]
)
def test_a_record_that_would_not_come_back_is_refused(record: Note | Letter) -> None:
    with pytest.raises(NotKeepable):
        encode(record, NOW)


def test_a_refusal_does_not_quote_the_record() -> None:
    with pytest.raises(NotKeepable) as refusal:
        encode(Letter(to="canary-7f3a", lines=["canary-7f3a"]), NOW)  # type: ignore[arg-type]

    assert "canary" not in str(refusal.value)
    assert refusal.value.__cause__ is None


@pytest.mark.asvs("V1.5.2")
@pytest.mark.parametrize("plain", [b"", b"{", b"[]", b'{"kind":"note"}', b"\xff\xfe"])
def test_what_is_no_envelope_is_damaged(plain: bytes) -> None:
    with pytest.raises(DamagedRecord):
        decode(Note, plain)
    with pytest.raises(DamagedRecord):
        decode_any(plain)
