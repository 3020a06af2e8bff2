"""What an apology has, and what it lacks."""

from amends.coach import Part, parts, review


def test_each_part_stands_in_the_order_given_with_its_words() -> None:
    found = [("regret", "I'm sorry"), ("responsibility", "my fault"), ("regret", "I apologise")]

    assert parts(["responsibility", "repair-offer", "regret"], found) == (
        Part("responsibility", ("my fault",)),
        Part("repair-offer", ()),
        Part("regret", ("I'm sorry", "I apologise")),
    )


def test_only_an_apology_lacks_anything() -> None:
    assert review("I read your letters.", "message").missing == ()
    assert review("I read your letters.", "apology").missing[0] == "responsibility"
