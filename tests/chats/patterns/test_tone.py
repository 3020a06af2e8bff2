"""The tone of what I wrote: which months stand out, and where nothing is said."""

from dataclasses import replace

import numpy as np
import pytest

from amends.chats.chance import shuffles
from amends.chats.patterns import seek, tone
from amends.chats.talk import ME, THEM, Talk
from amends.chats.tone import TONES
from tests.chats.patterns.conftest import SPOKEN, couple, everyday, random_talk, said

SAID = {
    "warm": ["I love you so much", "thank you, you are amazing", "I'm so happy with you"],
    "sorry": ["I'm so sorry", "sorry, I feel terrible about it", "I'm sorry, I was wrong"],
    "hurt": ["I'm so sad about this", "that makes me really sad", "this is so disappointing"],
    "angry": ["I'm so angry right now", "this is such bullshit", "you are so annoying, stop it"],
}
Rows = list[tuple[int, int, str]]


def said_in(of: str, days: range, who: str = "A") -> Rows:
    """Return one message with a tone on each of these days."""
    lines = SAID[of]
    return [row for day in days for row in said(day, 15, f"{who}: {lines[day % len(lines)]}")]


def found(rows: Rows) -> dict[str, list[str]]:
    """Return the months in which each tone is clearly more than usual."""
    talk = tone.heard_in(couple(rows))
    episodes = {about: tone.find(talk, about) for about in tone.abouts(talk)}
    return {
        about.removeprefix(tone.TONE): months_of(talk, one.first.tolist())
        for about, one in episodes.items()
        if len(one)
    }


def months_of(talk: Talk, places: list[int]) -> list[str]:
    """Return the months of these messages, such as 2026-05."""
    months = np.unique(talk.at[places].astype("datetime64[s]").astype("datetime64[M]"))
    return [str(one) for one in months]


@pytest.fixture(scope="module")
def plain() -> Rows:
    """Return eight months of a couple in which nothing stands out."""
    return everyday(240, 1)


@pytest.mark.parametrize("of", TONES)
def test_a_month_in_which_a_tone_was_planted_is_found_exactly(of: str, plain: Rows) -> None:
    may = range(61, 90)

    assert found([*plain, *said_in(of, may), *said_in(of, may)]) == {of: ["2026-05"]}


def test_a_tone_that_came_and_stayed_is_found_in_all_its_months(plain: Rows) -> None:
    stayed = range(122, 240)

    months = [f"2026-{month:02}" for month in (7, 8, 9, 10)]
    assert found([*plain, *said_in("angry", stayed), *said_in("angry", stayed)]) == {
        "angry": months
    }


def test_a_tone_that_ended_is_found_while_it_lasted(plain: Rows) -> None:
    rows = [*plain, *said_in("warm", range(91)), *said_in("warm", range(91))]

    assert found(rows) == {"warm": ["2026-03", "2026-04", "2026-05"]}


def test_an_evening_is_not_a_month(plain: Rows) -> None:
    evening = [row for _ in range(40) for row in said_in("angry", range(70, 71))]

    assert found([*plain, *evening]) == {}


def test_what_they_wrote_is_never_judged(plain: Rows) -> None:
    assert found([*plain, *said_in("angry", range(61, 90), "B") * 3]) == {}


def test_the_same_tone_all_along_is_nothing_new(plain: Rows) -> None:
    assert found([*plain, *said_in("warm", range(240)), *said_in("warm", range(240))]) == {}


def test_each_number_has_its_messages(plain: Rows) -> None:
    may = range(61, 90)
    rows = [*plain, *said_in("angry", may), *said_in("angry", may)]
    talk = tone.heard_in(couple(rows))

    [one] = [one for one in seek(talk, SPOKEN) if one.name == "tone"]

    assert 50 <= one.count <= 64
    assert all(talk.who[seen.start] == ME for seen in one.episodes)
    assert one.summary.startswith(
        f"You sounded angry more often than usual in May 2026: in {one.count} of "
    )


def test_words_that_mean_nothing_have_no_tone() -> None:
    talks = [tone.heard_in(random_talk(2000, seed)) for seed in range(6)]

    assert [one for talk in talks for of in tone.abouts(talk) for one in tone.find(talk, of)] == []


def test_chance_makes_no_such_months(plain: Rows) -> None:
    may = range(61, 90)
    talk = tone.heard_in(couple([*plain, *said_in("angry", may), *said_in("angry", may)]))

    counts = [len(tone.find(one, "tone: angry")) for one in shuffles(talk, "texts")]

    assert counts == [0] * len(counts)


def test_a_month_of_few_messages_is_not_read() -> None:
    rows = [
        row for day in range(0, 240, 2) for row in said(day, 15, "A: that is what I think about it")
    ]

    assert tone.abouts(tone.heard_in(couple(rows))) == ()


def test_other_languages_are_left_alone() -> None:
    german = [
        ("ich bin so wütend auf dich und die Kinder auch", "na gut, dann eben nicht, bis morgen")[
            day % 2
        ]
        for day in range(240)
    ]
    rows = [
        row for day in range(240) for row in said(day, 15, f"A: {german[day]}\nA: {german[day]}")
    ]

    assert tone.abouts(tone.heard_in(couple(rows))) == ()


def test_a_long_talk_is_read_in_part_and_evenly(
    plain: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tone, "MOST", 800)

    talk = tone.heard_in(couple(plain))

    read = np.flatnonzero(talk.says(tone.READ))
    _, each = np.unique(
        talk.at[read].astype("datetime64[s]").astype("datetime64[M]"), return_counts=True
    )
    assert set(each[:-1].tolist()) == {100}
    assert (talk.who[read] != THEM).all()


def test_it_is_silent_where_no_bit_is_left(plain: Rows) -> None:
    talk = couple(plain)
    full = replace(talk, families={str(bit): bit for bit in range(62)})

    assert tone.abouts(tone.heard_in(full)) == ()
