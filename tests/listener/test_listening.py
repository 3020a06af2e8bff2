"""The listener that ships: what it hears lies in the text, and is the same every time."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.listener import Listener, NoListenerError
from amends.listener.listening import LONGEST
from tests.listener.model import needs_model

BEGGING = "Please please take me back, I am begging you, just one more chance."


@pytest.fixture(scope="module", name="listener")
def _listener() -> Listener:
    return Listener.load()


def test_a_language_without_a_listener_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoListenerError, match="for the language xx"):
        Listener.load("xx", tmp_path)


@needs_model
def test_it_hears_a_plea(listener: Listener) -> None:
    assert "begging" in [one.label for one in listener.hear(BEGGING)]


@needs_model
def test_it_hears_the_same_every_time(listener: Listener) -> None:
    assert listener.hear(BEGGING) == Listener.load().hear(BEGGING)


@needs_model
@pytest.mark.parametrize("text", ["", " \n"])
def test_it_hears_nothing_in_nothing(listener: Listener, text: str) -> None:
    assert listener.hear(text) == []


@needs_model
def test_it_stops_listening_where_a_draft_is_longer_than_any(listener: Listener) -> None:
    text = "The roof was mended. " * (LONGEST // 20) + BEGGING

    assert [one for one in listener.hear(text) if one.span.end > LONGEST] == []


@needs_model
@given(text=st.text(st.characters(categories=["L", "M", "N", "P", "S", "Z", "C"])))
@settings(max_examples=500, deadline=None)
def test_what_it_hears_lies_in_the_text(listener: Listener, text: str) -> None:
    for one in listener.hear(text):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert 0 < one.chance <= 1
