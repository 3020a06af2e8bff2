"""Whatever is typed, the coach reads it, marks parts of it, and takes time in proportion."""

import gc
import json
from time import thread_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.coach import KINDS, Concern, Hear, Rules, Strength, as_json, review
from amends.listener import Listener
from amends.listener.listening import LONGEST
from tests.listener.model import needs_model

RULES = Rules.load("en")
EXAMPLES = [text for rule in RULES.rules for text in (*rule.file.flags, *rule.file.leaves_alone)]
ODD = [
    *("\0", "\a", "\x1b[2J", "\x7f", "\x85", "\ufeff", "\ufffd", "\U0010ffff"),  # control, none
    *("\u200b", "\u200d", "\u2060", "\u00ad", "\u180e"),  # of no width
    *("\u202e", "\u2066", "\u2069", "\u05e9\u05dc\u05d5\u05dd", "\u0633\u0644\u0627\u0645"),  # RTL
    *(
        "😢",
        "👩\u200d👩\u200d👧",
        "🏳\ufe0f\u200d🌈",
        "👍🏽",
        "\u0301\u0302\u0303",
    ),  # several in one
    *("\ud83d", "\udca9", "\udc00\ud800"),  # half a character
    *("\u0130", "\ufb03", "\u00df", "\u01c5", "\u03a3", "\u2126"),  # whose case has another length
    *("\u2028", "\u2029", "\r", "\v", "\f", "\u00a0", "\u3000", "你好", "\u0e01\u0e33"),
]
PIECES = [
    *("I'm", "sorry", "if", "but", "you", "never", "YOU", "LIED", "kill", "myself", "u", "dont"),
    *(".", "?", "!", "...", "…", ",", "(", ")", "[", '"', "'", "\u2018", "\u2019", "\u201c"),
    *(
        "\u201d",
        "\u00ab",
        "\u00bb",
        "\u201e",
        "-",
        "\u2014",
        "\n",
        "\n\n",
        "\t",
        "{",
        "}",
        "|",
        "*",
    ),
]

spoilt = st.tuples(st.sampled_from(EXAMPLES), st.integers(0, 200), st.sampled_from(ODD)).map(
    lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] :]
)
TEXTS = {
    "any": st.text(),
    "half": st.text(st.characters(categories=["Cs", "Cc", "Cf", "Co", "Cn", "Mn", "So", "Lo"])),
    "odd": st.lists(st.sampled_from([*ODD, *PIECES])).map("".join),
    "words": st.lists(st.sampled_from([*PIECES, *ODD[:2]])).map(" ".join),
    "spoilt": spoilt,
}
EACH = 10_000 // len(TEXTS)


@pytest.fixture(
    scope="module", params=["rules", pytest.param("listener", marks=needs_model)], name="hear"
)
def _hear(request: pytest.FixtureRequest) -> Hear | None:
    return Listener.load().hear if request.param == "listener" else None


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_every_mark_is_a_part_of_the_text(texts: st.SearchStrategy[str], hear: Hear | None) -> None:
    @settings(max_examples=EACH, deadline=None, suppress_health_check=list(HealthCheck))
    @given(text=texts, kind=st.sampled_from(KINDS))
    def holds(text: str, kind: str) -> None:
        found = review(text, kind, RULES, hear)

        marks: tuple[Concern | Strength, ...] = (*found.concerns, *found.strengths)
        for one in marks:
            assert 0 <= one.span.start < one.span.end <= len(text)
            assert one.quote == text[one.span.start : one.span.end]
        starts = [one.span.start for one in found.concerns]
        assert starts == sorted(starts)
        assert json.loads(json.dumps(as_json(found)))["words"] == len(text.split())

    holds()


MILLION = 1_000_000
LONG = [(piece, MILLION) for piece in ["a", "A", "😢", ".", "(", '"', "'", "?", "\n", "\u200b"]]
WORDY = [(p, 100_000) for p in ["Sorry. ", "if you ", 'a" ', "U LIED, ", "is it? ", "a\n"]]


def seconds(text: str, hear: Hear | None) -> float:
    """Return the processor's time of one reading: what other programs take does not count.

    Nor does the collector's, which would look through all that other tests have left.
    """
    gc.disable()
    try:
        start = thread_time()
        review(text, "apology", RULES, hear)
        return thread_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize(("piece", "length"), [*LONG, *WORDY])
def test_ten_times_the_text_takes_about_ten_times_as_long(
    piece: str, length: int, hear: Hear | None
) -> None:
    long = piece * ((min(length, LONGEST) if hear else length) // len(piece))
    short = long[: len(long) // 10]

    one_tenth = min(
        seconds(short, hear) for _ in range(3)
    )  # first: a rule is parsed when it is met
    ratio = seconds(long, hear) / one_tenth

    assert ratio < 30  # ten when time is linear, a hundred when it grows with the square


@pytest.mark.parametrize("piece", ["a", "😢", ".", "("])
def test_a_million_of_anything_is_read(piece: str, hear: Hear | None) -> None:
    text = piece * MILLION

    found = review(text, "message", RULES, hear)

    assert [one for one in found.concerns if one.quote != one.span.of(text)] == []
