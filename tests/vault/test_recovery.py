"""The recovery code: written down, typed back, mistyped."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.vault import BadRecoveryCode, new_recovery_code
from amends.vault.recovery import ALPHABET, read_code, written
from tests.vault.known import CODE, each

SECRETS = st.binary(min_size=20, max_size=20)
# Besides ASCII: en dash, em dash, minus, two characters that do not break, a space without width.
BETWEEN = ["", " ", "\n", "\t", "--", *"\u2013\u2014\u2212\u2011\u200b\xa0"]
NEVER_WRITTEN = str.maketrans("10V", "LOU")


@pytest.mark.asvs("V6.5.4")
def test_a_code_has_nine_groups_of_four() -> None:
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}", new_recovery_code())


@pytest.mark.asvs("V6.5.3")
def test_every_code_is_new() -> None:
    assert len({new_recovery_code() for _ in range(100)}) == 100


@given(SECRETS)
def test_a_code_that_is_read_gives_the_same_bytes(secret: bytes) -> None:
    assert read_code(written(secret)) == secret


@given(SECRETS, st.sampled_from(BETWEEN))
def test_case_spaces_and_dashes_do_not_matter(secret: bytes, between: str) -> None:
    typed = between + between.join(written(secret).lower().replace("-", "")) + between

    assert read_code(typed) == secret


@given(SECRETS)
def test_look_alikes_are_read_as_what_was_written(secret: bytes) -> None:
    typed = written(secret).translate(NEVER_WRITTEN)

    assert read_code(typed) == secret
    assert read_code(typed.lower()) == secret
    assert read_code(written(secret).replace("1", "I").replace("1", "i")) == secret


def test_wide_characters_are_read() -> None:
    wide = CODE.translate({ord(letter): ord(letter) + 0xFEE0 for letter in ALPHABET})

    assert normalize("NFKC", wide) == CODE
    assert read_code(wide) == read_code(CODE)


@each("at", [at for at, letter in enumerate(CODE) if letter != "-"])
def test_one_wrong_character_is_a_typing_mistake(at: int) -> None:
    for letter in ALPHABET.replace(CODE[at], ""):
        with pytest.raises(BadRecoveryCode):
            read_code(CODE[:at] + letter + CODE[at + 1 :])


def test_two_swapped_neighbours_are_a_typing_mistake() -> None:
    letters = CODE.replace("-", "")
    swapped = [
        letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
        for at in range(len(letters) - 1)
        if letters[at] != letters[at + 1]
    ]

    assert len(swapped) > 30
    for typed in swapped:
        with pytest.raises(BadRecoveryCode):
            read_code(typed)


@each("typed", ["", CODE[:-1], CODE + "0", CODE[:-4], CODE + CODE, "*" * 36, "é" * 36, "\ud800"])
def test_what_is_no_code_is_a_typing_mistake(typed: str) -> None:
    with pytest.raises(BadRecoveryCode):
        read_code(typed)


@given(st.text())
def test_no_text_breaks_the_reader(typed: str) -> None:
    with pytest.raises(BadRecoveryCode):
        read_code(typed)
