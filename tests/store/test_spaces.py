"""A space of two: who gets in, what each can read and change, and how one leaves."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import ClassVar
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.db import connection

from amends.store import (
    AlreadyShared,
    ChangedElsewhere,
    DamagedItem,
    NoSuchInvitation,
    NotKept,
    NotShared,
    NotYours,
    Space,
    Vault,
    accept,
    export_bytes,
    invite,
    leave_space,
    space_of,
    take_back,
)
from amends.store.models import Invitation, SharedItem
from amends.store.shared_rows import writing
from amends.store.spaces import Left

NOW = datetime(2026, 3, 14, 21, 5, tzinfo=UTC)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Words:
    """An item for these tests."""

    KIND: ClassVar[str] = "words"
    text: str = ""


@dataclass(frozen=True)
class Wish:
    """An item of another kind."""

    KIND: ClassVar[str] = "wish"
    text: str = ""


def shared(vault: Vault) -> Space:
    space = space_of(vault, NOW)
    assert space is not None
    return space


def joined(one: Vault, other: Vault) -> tuple[Space, Space]:
    """Both are in: invited, accepted, and each came by once."""
    accept(other, invite(one, NOW), NOW)
    return shared(one), shared(other)


def change(space: Space, **columns: object) -> None:
    """Do what someone with the database, and without the keys, can do."""
    of = UUID(hex=space.membership.space)
    with writing(of):
        SharedItem.objects.filter(space=of).update(**columns)


def test_what_one_releases_the_other_reads(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)

    hers.put(Words("I would like Sundays to be slow."))

    (read,) = his.all(Words)
    assert read.item.text == "I would like Sundays to be slow."
    assert not read.is_mine
    assert hers.mine(Words)


def test_both_see_the_same_phrase(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)

    assert hers.phrase == his.phrase
    assert len(hers.phrase) == 6


def test_a_code_works_once(alice: Vault, bob: Vault) -> None:
    code = invite(alice, NOW)
    accept(bob, code, NOW)
    shared(bob).leave(NOW)

    with pytest.raises(NoSuchInvitation):
        accept(bob, code, NOW)


def test_a_code_works_for_a_day(alice: Vault, bob: Vault) -> None:
    code = invite(alice, NOW)

    with pytest.raises(NoSuchInvitation):
        accept(bob, code, NOW + DAY)


def test_a_newer_invitation_ends_the_older(alice: Vault, bob: Vault) -> None:
    code = invite(alice, NOW)
    invite(alice, NOW)

    with pytest.raises(NoSuchInvitation):
        accept(bob, code, NOW)


def test_a_code_that_was_taken_back_opens_nothing(alice: Vault, bob: Vault) -> None:
    code = invite(alice, NOW)
    take_back(alice)

    with pytest.raises(NoSuchInvitation):
        accept(bob, code, NOW)
    assert space_of(alice, NOW) is None


def test_nobody_accepts_their_own_invitation(alice: Vault) -> None:
    code = invite(alice, NOW)

    with pytest.raises((NoSuchInvitation, AlreadyShared)):
        accept(alice, code, NOW)


@pytest.mark.parametrize("code", ["", "no code", "0000-0000-0000-0000-0000-0000-0000-0000-263T"])
def test_a_wrong_code_is_told_as_one(bob: Vault, code: str) -> None:
    with pytest.raises(NoSuchInvitation):
        accept(bob, code, NOW)


def test_a_space_is_for_two(alice: Vault, bob: Vault) -> None:
    joined(alice, bob)

    with pytest.raises(AlreadyShared):
        invite(alice, NOW)


def test_nothing_is_released_before_the_other_is_in(alice: Vault, bob: Vault) -> None:
    code = invite(alice, NOW)
    alone = shared(alice)
    accept(bob, code, NOW)

    with pytest.raises(NotShared):
        alone.put(Words("Too early."))
    with pytest.raises(NotShared):
        shared(bob).put(Words("Too early too."))


def test_one_changes_and_takes_back_ones_own(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)
    item = hers.put(Words("One."))
    hers.put(Words("Two."), id=item.id, revision=1)
    assert [one.item.text for one in his.all(Words)] == ["Two."]

    hers.delete(Words, item.id)

    assert his.all(Words) == []


def test_nobody_changes_what_is_the_others(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)
    item = hers.put(Words("Mine."))

    with pytest.raises(NotYours):
        his.put(Words("Not yours."), id=item.id, revision=1)
    with pytest.raises(NotYours):
        his.delete(Words, item.id)
    assert his.get(Words, item.id).item.text == "Mine."


def test_two_windows_do_not_overwrite_each_other(alice: Vault, bob: Vault) -> None:
    hers, _ = joined(alice, bob)
    item = hers.put(Words("One."))
    hers.put(Words("Two."), id=item.id, revision=1)

    with pytest.raises(ChangedElsewhere):
        hers.put(Words("Three."), id=item.id, revision=1)


def test_an_item_is_found_under_its_own_kind_alone(alice: Vault, bob: Vault) -> None:
    hers, _ = joined(alice, bob)
    item = hers.put(Words("One."))

    with pytest.raises(NotKept):
        hers.get(Wish, item.id)


def test_a_changed_item_is_refused(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)
    item = hers.put(Words("One."))
    sealed = bytearray(_row(hers, item.id).sealed)
    sealed[-1] ^= 1
    change(hers, sealed=bytes(sealed))

    with pytest.raises(DamagedItem):
        his.all(Words)


def test_a_swapped_item_is_refused(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)
    one, other = hers.put(Words("Yes.")), hers.put(Words("No."))
    first, second = bytes(_row(hers, one.id).sealed), bytes(_row(hers, other.id).sealed)
    _change_row(hers, one.id, sealed=second)
    _change_row(hers, other.id, sealed=first)

    with pytest.raises(DamagedItem):
        his.all(Words)


def test_an_older_number_on_an_item_is_refused(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)
    item = hers.put(Words("One."))
    hers.put(Words("Two."), id=item.id, revision=1)
    change(hers, revision=1)

    with pytest.raises(DamagedItem):
        his.all(Words)


def test_leaving_takes_ones_own_along_and_tells_no_more_than_that(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)
    hers.put(Words("Hers."))
    his.put(Words("His."))

    hers.leave(NOW)

    left = shared(bob)
    assert space_of(alice, NOW) is None
    assert [one.item.text for one in left.all(Words)] == ["His."]
    assert left.membership.ended == NOW
    assert not left.is_shared


def test_what_was_shared_may_stay(alice: Vault, bob: Vault) -> None:
    hers, _ = joined(alice, bob)
    hers.put(Words("Keep this."))

    hers.leave(NOW, taking=False)

    assert [one.item.text for one in shared(bob).all(Words)] == ["Keep this."]


def test_who_comes_back_reads_nothing_from_between(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)
    his.put(Words("Before."))
    hers.leave(NOW)
    accept(alice, invite_again(bob), NOW)
    again = shared(bob)
    again.put(Words("After."))

    read = shared(alice).all(Words)

    assert [one.item.text for one in read] == ["After."]


def test_the_key_of_before_does_not_open_what_comes_later(alice: Vault, bob: Vault) -> None:
    hers, _ = joined(alice, bob)
    hers.leave(NOW)
    again = shared(bob)

    assert again.epochs[-1].keys.space_key != hers.epochs[-1].keys.space_key
    assert again.epochs[-1].keys.epoch == hers.epochs[-1].keys.epoch + 1


def test_when_both_have_left_nothing_is_there(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)
    his.put(Words("His."))
    hers.leave(NOW)
    shared(bob).leave(NOW)

    of = UUID(hex=hers.membership.space)
    with writing(of):
        assert not SharedItem.objects.filter(space=of).exists()
    assert space_of(bob, NOW) is None


def test_who_accepted_may_leave_before_the_key_came(alice: Vault, bob: Vault) -> None:
    accept(bob, invite(alice, NOW), NOW)
    space = space_of(bob, NOW)
    assert space is not None
    space.leave(NOW)

    assert space_of(bob, NOW) is None
    assert space_of(alice, NOW) is None
    assert not Invitation.objects.exists()


def test_who_invited_may_leave_before_the_answer_is_read(alice: Vault, bob: Vault) -> None:
    code = invite(alice, NOW)
    alone = shared(alice)
    accept(bob, code, NOW)
    alone.leave(NOW)

    assert space_of(alice, NOW) is None
    assert space_of(bob, NOW) is None


def test_no_table_links_a_space_with_an_account(alice: Vault, bob: Vault) -> None:
    hers, _ = joined(alice, bob)
    hers.put(Words("Hers."))

    with connection.cursor() as cursor:
        for table in ("store_shareditem", "store_spacekey", "store_invitation"):
            columns = connection.introspection.get_table_description(cursor, table)
            assert not {one.name for one in columns} & {"account", "account_id", "author"}


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x02" + bytes(300), bytes(300), b"\xff" * 400])
def test_what_does_not_open_keeps_nobody_from_leaving(
    sealed: bytes, alice: Vault, bob: Vault
) -> None:
    """A newer format too: one byte makes any item look like that."""
    hers, _ = joined(alice, bob)
    hers.put(Words("Hers."))
    hers.put(Left(NOW))
    change(hers, sealed=sealed)

    leave_space(alice, NOW)

    assert space_of(alice, NOW) is None
    assert shared(bob).membership.ended == NOW


def test_leaving_without_a_space_does_nothing(alice: Vault) -> None:
    leave_space(alice, NOW)

    assert space_of(alice, NOW) is None


@pytest.mark.parametrize("leaves_first", [True, False])
def test_leaving_right_after_the_code_was_used_is_seen_by_the_other(
    leaves_first: bool, alice: Vault, bob: Vault
) -> None:
    """Whoever of the two comes by first, nobody stays behind in a space of one."""
    accept(bob, invite(alice, NOW), NOW)
    if not leaves_first:
        shared(alice)

    leave_space(bob, NOW)

    assert space_of(bob, NOW) is None
    left = space_of(alice, NOW)
    assert left is None or left.membership.ended == NOW


def test_what_two_use_begins_anew_for_who_comes_back(alice: Vault, bob: Vault) -> None:
    hers, his = joined(alice, bob)
    his.put(Words("Before."))
    hers.leave(NOW, taking=False)
    accept(alice, invite_again(bob), NOW)
    shared(bob).put(Words("After."))

    assert [one.item.text for one in shared(bob).all(Words)] == ["Before.", "After."]
    assert [one.item.text for one in shared(bob).current.all(Words)] == ["After."]


def invite_again(vault: Vault) -> str:
    space_of(vault, NOW)
    return invite(vault, NOW)


def _row(space: Space, item: bytes) -> SharedItem:
    of = UUID(hex=space.membership.space)
    with writing(of):
        return SharedItem.objects.get(space=of, item_id=UUID(bytes=item))


def _change_row(space: Space, item: bytes, **columns: object) -> None:
    of = UUID(hex=space.membership.space)
    with writing(of):
        SharedItem.objects.filter(space=of, item_id=UUID(bytes=item)).update(**columns)


def test_the_keys_of_a_space_are_in_no_export(alice: Vault, bob: Vault) -> None:
    hers, _ = joined(alice, bob)

    files = ZipFile(BytesIO(export_bytes(alice, lambda _: False)))

    everything = b"".join(files.read(name) for name in files.namelist())
    assert hers.epochs[-1].keys.space_key.hex().encode() not in everything
    assert b"membership" not in everything
