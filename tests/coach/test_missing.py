"""What an apology has, and what it lacks."""

from amends.coach import review


def test_only_an_apology_lacks_anything() -> None:
    assert review("I read your letters.", "message").missing == ()
    assert review("I read your letters.", "apology").missing[0] == "responsibility"
