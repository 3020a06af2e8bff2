"""Items of a shared space: opened by members, believed when signed, bound to their place."""

from dataclasses import replace

import pytest

from amends.vault import (
    Damaged,
    KeyPair,
    NewerFormat,
    PublicKeys,
    RecordHeader,
    SpaceKeys,
    item_tag,
    new_invitation_code,
    new_key_pair,
    open_item,
    open_letter,
    open_space_key,
    place_of,
    safety_phrase,
    seal_item,
    seal_letter,
    seal_space_key,
)
from tests.vault.known import with_flipped_bit

ONE, OTHER, STRANGER = new_key_pair(), new_key_pair(), new_key_pair()
MEMBERS = (ONE.public, OTHER.public)
KEYS = SpaceKeys(bytes(range(32)), bytes(range(16)), 1)
HEADER = RecordHeader(bytes(range(16)), item_tag(KEYS, "words"), 1)
SEALED = seal_item(KEYS, HEADER, b"I would like Sundays to be slow.", ONE)


def test_an_item_says_who_wrote_it() -> None:
    author, plain = open_item(KEYS, HEADER, SEALED, MEMBERS)

    assert author == ONE.public
    assert plain == b"I would like Sundays to be slow."


def test_nobody_but_the_members_is_believed() -> None:
    by_stranger = seal_item(KEYS, HEADER, b"Yes.", STRANGER)

    with pytest.raises(Damaged):
        open_item(KEYS, HEADER, by_stranger, MEMBERS)


def test_one_member_cannot_write_in_the_others_name() -> None:
    forged = KeyPair(OTHER.signing, OTHER.sealing)
    forged.__dict__["public"] = ONE.public
    item = seal_item(KEYS, HEADER, b"I agree.", forged)

    with pytest.raises(Damaged):
        open_item(KEYS, HEADER, item, MEMBERS)


@pytest.mark.parametrize("bit", range(0, len(SEALED) * 8, 37))
def test_no_changed_bit_is_accepted(bit: int) -> None:
    with pytest.raises((Damaged, NewerFormat)):
        open_item(KEYS, HEADER, with_flipped_bit(SEALED, bit), MEMBERS)


@pytest.mark.parametrize(
    "header",
    [
        replace(HEADER, record_id=bytes(16)),
        replace(HEADER, kind_tag=item_tag(KEYS, "wish")),
        replace(HEADER, revision=2),
    ],
)
def test_an_item_opens_in_its_own_place_alone(header: RecordHeader) -> None:
    with pytest.raises(Damaged):
        open_item(KEYS, header, SEALED, MEMBERS)


@pytest.mark.parametrize(
    "keys",
    [
        SpaceKeys(bytes(32), KEYS.space, 1),
        SpaceKeys(KEYS.space_key, bytes(16), 1),
        SpaceKeys(KEYS.space_key, KEYS.space, 2),
    ],
)
def test_another_space_or_epoch_opens_nothing(keys: SpaceKeys) -> None:
    with pytest.raises(Damaged):
        open_item(keys, HEADER, SEALED, MEMBERS)


def test_the_key_reaches_the_member_it_is_for() -> None:
    sealed = seal_space_key(KEYS, OTHER.public, ONE)

    assert open_space_key(sealed, KEYS.space, 1, OTHER, ONE.public).space_key == KEYS.space_key


@pytest.mark.parametrize(
    ("mine", "sender", "epoch"),
    [(STRANGER, ONE.public, 1), (OTHER, STRANGER.public, 1), (OTHER, ONE.public, 2)],
)
def test_a_key_for_or_from_someone_else_is_refused(
    mine: KeyPair, sender: PublicKeys, epoch: int
) -> None:
    sealed = seal_space_key(KEYS, OTHER.public, ONE)

    with pytest.raises(Damaged):
        open_space_key(sealed, KEYS.space, epoch, mine, sender)


def test_a_letter_opens_with_its_code_and_under_its_name() -> None:
    code, other = new_invitation_code(), new_invitation_code()
    letter = seal_letter(code, "offer", b"come in")

    assert open_letter(code.lower(), "offer", letter) == b"come in"
    assert place_of(code) != place_of(other)
    with pytest.raises(Damaged):
        open_letter(other, "offer", letter)
    with pytest.raises(Damaged):
        open_letter(code, "answer", letter)


def test_someone_in_between_makes_two_phrases() -> None:
    honest = safety_phrase(KEYS.space, ONE.public, OTHER.public)

    assert honest == safety_phrase(KEYS.space, OTHER.public, ONE.public)
    assert honest != safety_phrase(KEYS.space, ONE.public, STRANGER.public)


def test_private_halves_do_not_show() -> None:
    assert ONE.signing.hex() not in repr(ONE)
    assert repr(ONE) == "KeyPair()"
    assert repr(KEYS.space_key) not in repr(KEYS)
