"""Every error is one clear sentence and one hint."""

from datetime import timedelta
from pathlib import Path

import pytest

from amends.store import errors
from amends.store.errors import PathError, StoreError, TooManyTries, in_words


def every_kind() -> list[StoreError]:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    plain = [kind for kind in kinds if issubclass(kind, StoreError)]
    return [_made(kind) for kind in plain if kind is not PathError]


def _made(kind: type[StoreError]) -> StoreError:
    if issubclass(kind, PathError):
        return kind(Path("/home/alice/notes.age"))
    return kind(timedelta(seconds=5)) if issubclass(kind, TooManyTries) else kind()


@pytest.mark.parametrize("error", every_kind(), ids=lambda error: type(error).__name__)
def test_it_says_what_happened_and_what_to_do(error: StoreError) -> None:
    assert error.problem[0].isupper()
    assert error.problem.endswith(".")
    assert error.hint.rstrip().endswith((".", "?"))
    assert str(error) == f"{error.problem}\nhint: {error.hint}"


@pytest.mark.parametrize("error", every_kind(), ids=lambda error: type(error).__name__)
def test_no_two_problems_sound_alike(error: StoreError) -> None:
    alike = [other for other in every_kind() if other.problem == error.problem]

    assert len(alike) == 1


@pytest.mark.parametrize("error", every_kind(), ids=lambda error: type(error).__name__)
def test_none_of_them_blames_or_shouts(error: StoreError) -> None:
    words = str(error).lower()

    assert not any(word in words for word in ("!", "just ", "simply", "sorry", "oops", "invalid"))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 second"), (5, "5 seconds"), (60, "1 minute"), (61, "2 minutes"), (900, "15 minutes")],
)
def test_a_wait_is_told_in_words(seconds: float, words: str) -> None:
    assert in_words(timedelta(seconds=seconds)) == words
