"""A text as long as a form may send is read in one pass, whatever it is made of."""

import pytest

from amends.coach import Rules, review

RULES = Rules.load("en")


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "!",
        "\n",
        " \n",
        "'a",
        '" ',
        "a",
        "a ",
        ".)",
        "...",
        "sorry if you ",
        "Sorry. But you. ",
    ],
)
def test_it_comes_to_an_end(piece: str) -> None:
    text = piece * (60_000 // len(piece)) + "x"

    assert review(text, "apology", RULES).kind == "apology"
