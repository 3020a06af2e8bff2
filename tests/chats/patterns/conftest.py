"""Conversations for tests of patterns: written in a docstring, or made at random."""

import re
from datetime import datetime, timedelta

import numpy as np
import pytest

from amends.chats import Messages, seconds
from amends.chats.talk import ME, THEM, Talk

MONDAY = datetime(2026, 3, 2)  # noqa: DTZ001 - as exports have it
_LINE = re.compile(r"(?:(?P<day>\d+) )?(?P<time>\d\d:\d\d) (?P<who>Alice|Bob): (?P<text>.*)")


def talk(written: str) -> Talk:
    """Return a talk as Alice sees it; lines are `14 21:05 Alice: text`, the day if it changes."""
    at, who, texts, day = [], [], [], 0
    for found in _LINE.finditer(written):
        day = int(found["day"] or day)
        hour, minute = map(int, found["time"].split(":"))
        at.append(seconds(MONDAY + timedelta(days=day, hours=hour, minutes=minute)))
        who.append(ME if found["who"] == "Alice" else THEM)
        texts.append(found["text"])
    rows = np.arange(len(at))
    return Talk(np.array(at, np.int64), np.array(who, np.int8), rows, texts)


def random_talk(number: int, seed: int, share: float = 0.5) -> Talk:
    """Return words that mean nothing at times that mean nothing."""
    random = np.random.default_rng(seed)
    words = np.array(
        [
            "so",
            "the",
            "and",
            "when",
            "then",
            "more",
            "fine",
            "look",
            "tree",
            "blue",
            "road",
            "milk",
            "tea",
            "sun",
            "door",
        ]
    )
    texts = [" ".join(random.choice(words, random.integers(1, 12))) for _ in range(number)]
    at = seconds(MONDAY) + np.cumsum(random.exponential(5400, number)).astype(np.int64)
    who = (random.random(number) > share).astype(np.int8)
    return Talk(at, who, np.arange(number), texts)


def filled(messages: list[tuple[int, str, str]]) -> Messages:
    """Return rows from moments, names and texts."""
    rows = Messages()
    for at, name, text in messages:
        rows.add(at, name, text)
    return rows


@pytest.fixture
def conversation(request: pytest.FixtureRequest) -> Talk:
    """Return the talk that stands in the test's docstring."""
    return talk(request.function.__doc__ or "")
