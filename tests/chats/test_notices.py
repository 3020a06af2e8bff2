"""Lines of an app are told from words of people by their whole shape, and by who is in the chat."""

import time

import pytest

from amends.chats.notices import Notices

PATTERNS = ["{name} left.", "{name} called {name}.", "Reacted {sign} to {any}", "{name}: {sign}!"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Bob left.", 0),
        ("Alice called Bob.", 1),
        ("Reacted ❤ to your message", 2),
        ("Bob: ??!", 3),
        ("Mum left.", None),
        ("Bob called Mum.", None),
        ("Reacted badly to it", None),
        ("I think Bob left.", None),
        ("", None),
    ],
)
def test_a_line_is_one_of_the_app_if_all_of_it_fits(line: str, place: int | None) -> None:
    assert Notices(PATTERNS).place(line, {"Alice", "Bob"}) == place


def test_the_first_pattern_that_fits_counts() -> None:
    both = Notices(["{any} left.", "{name} left."])

    assert both.place("Bob left.", {"Bob"}) == 0


def test_long_names_of_many_people_cost_nothing() -> None:
    names = {str(number) * 10_000 for number in range(500)}
    started = time.process_time()

    assert Notices(PATTERNS).place("1" * 10_000 + " left.", names) is None
    assert time.process_time() - started < 1
