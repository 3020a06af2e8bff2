"""Conversations for tests of patterns: written in a docstring, or made at random."""

import re
from datetime import datetime, timedelta

import numpy as np
import pytest

from amends.chats import Messages, seconds
from amends.chats.ruled import Ruled
from amends.chats.spoken import Spoken
from amends.chats.talk import DAY, HOUR, ME, MINUTE, THEM, Talk

MONDAY = datetime(2026, 3, 2)  # noqa: DTZ001 - as exports have it
FIRST = seconds(MONDAY)
HARM = "late again"
OWN_TOPIC = "the flat: mortgage, our flat"
SPOKEN = Spoken.load("en").with_topics([OWN_TOPIC]).with_harms([HARM])
RULED = Ruled.load("en")
_LINE = re.compile(r"(?:(?P<day>\d+) )?(?P<time>\d\d:\d\d) (?P<who>Alice|Bob): (?P<text>.*)")
PLAIN = [
    "so", "the", "and", "when", "then", "more", "fine", "look", "tree", "blue", "road", "milk",
    "tea", "sun", "door",
]  # fmt: skip
TELLING = [
    "sorry", "i promise", "late again", "do you still love me", "we need to talk", "you always",
    "you never", "you're right", "thank you", "good news", "amazing", "the rent", "the dishes",
    "you never listen", "what are you, five", "you owe me an answer", "our flat",
]  # fmt: skip
"""One of each family, so that chance has all of them to play with."""


def talk(written: str) -> Talk:
    """Return a talk as Alice sees it; lines are `14 21:05 Alice: text`, the day if it changes."""
    at, who, texts, day = [], [], [], 0
    for found in _LINE.finditer(written):
        day = int(found["day"] or day)
        hour, minute = map(int, found["time"].split(":"))
        at.append(seconds(MONDAY + timedelta(days=day, hours=hour, minutes=minute)))
        who.append(ME if found["who"] == "Alice" else THEM)
        texts.append(found["text"])
    return heard(at, who, texts)


def heard(at: object, who: object, texts: list[str]) -> Talk:
    """Return a talk of these messages, and what each of them says."""
    rows = np.arange(len(texts))
    one = Talk(np.array(at, np.int64), np.array(who, np.int8), rows, texts)
    return RULED.heard_in(SPOKEN.heard_in(one))


def random_talk(number: int, seed: int, share: float = 0.5, apart: int = 90 * MINUTE) -> Talk:
    """Return words that mean nothing at times that mean nothing."""
    random = np.random.default_rng(seed)
    words = np.array(PLAIN * 4 + TELLING)
    texts = [" ".join(random.choice(words, random.integers(1, 12))) for _ in range(number)]
    at = seconds(MONDAY) + np.cumsum(random.exponential(apart, number)).astype(np.int64)
    who = (random.random(number) > share).astype(np.int8)
    return heard(at, who, texts)


def everyday(
    days: int, seed: int, goes_on: tuple[float, float] = (0.15, 0.15), most: int = 3
) -> list[tuple[int, int, str]]:
    """Return the days of a couple in which nothing stands out: by day, in sittings, in turns.

    `goes_on` says how likely each of them writes one more message, `most` how many in a row.
    """
    random = np.random.default_rng(seed)
    rows = []
    for day in range(days):
        for opened in sorted(random.choice([8, 12, 17, 21], random.integers(2, 5), replace=False)):
            at = day * DAY + int(opened) * HOUR + int(random.integers(HOUR))
            who, in_a_row = int(random.integers(2)), 0
            for _ in range(random.integers(3, 12)):
                text = " ".join(random.choice(PLAIN, random.integers(1, 12)))
                rows.append((seconds(MONDAY) + at, who, text))
                at += int(random.integers(20, 400))
                in_a_row += 1
                if in_a_row == most or random.random() >= goes_on[who]:
                    who, in_a_row = 1 - who, 0
    return rows


def said(day: int, hour: int, lines: str) -> list[tuple[int, int, str]]:
    """Return lines such as `A: late again`, a minute apart."""
    opened = seconds(MONDAY) + day * DAY + hour * HOUR
    lines_of = [line.split(": ", 1) for line in lines.strip().split("\n")]
    return [
        (opened + place * MINUTE, ME if who.strip() == "A" else THEM, text)
        for place, (who, text) in enumerate(lines_of)
    ]


def couple(rows: list[tuple[int, int, str]]) -> Talk:
    """Return the talk of these messages, in the order of time."""
    at, who, texts = zip(*sorted(rows, key=lambda row: row[0]), strict=True)
    return heard(at, who, list(texts))


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
