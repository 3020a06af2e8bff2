"""Inviting, accepting, and what each side does when they come by next (docs/vault.md)."""

from dataclasses import replace
from datetime import datetime, timedelta
from secrets import token_bytes
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict, ValidationError

from amends.store import wall
from amends.store.errors import AlreadyShared, DamagedItem, NoSuchInvitation
from amends.store.membership import Membership, keep, membership_of, own_pair
from amends.store.models import Invitation, SpaceKey
from amends.store.trouble import told_plainly
from amends.store.vault import Vault
from amends.vault import (
    BadRecoveryCode,
    KeyPair,
    PublicKeys,
    SpaceKeys,
    VaultError,
    new_invitation_code,
    open_letter,
    open_space_key,
    place_of,
    seal_letter,
    seal_space_key,
)

INVITATION = timedelta(hours=24)  # SAFETY.md


class Letter(BaseModel):
    """What an offer or an answer says; an answer without keys takes it back."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    space: str
    keys: str
    at: datetime


def invite(vault: Vault, now: datetime) -> str:
    """Return a new code for a day; an older invitation of this member ends.

    Raises AlreadyShared when the other is in the space.
    """
    kept = membership_of(vault)
    membership = kept.record if kept else Membership(uuid4().hex)
    if membership.partner:
        raise AlreadyShared
    code, until, pair = new_invitation_code(), now + INVITATION, own_pair(vault)
    offer = Letter(space=membership.space, keys=pair.public.to_bytes().hex(), at=until)
    with vault.at_once():
        _withdraw(membership)
        Invitation.objects.create(
            place=place_of(code),
            offer=seal_letter(code, "offer", offer.model_dump_json().encode()),
            day=now.date(),
        )
        keep(vault, replace(membership, code=code, until=until, ended=None))
    return code


def take_back(vault: Vault) -> None:
    """End the invitation that is under way; a space that holds nothing goes with it."""
    kept = membership_of(vault)
    if kept is None or kept.record.partner:
        return
    with vault.at_once():
        _withdraw(kept.record)
        if kept.record.epochs:
            keep(vault, replace(kept.record, code="", until=None))
        else:
            vault.delete(kept.id)


def accept(vault: Vault, code: str, now: datetime) -> None:
    """Answer an invitation, once.

    Raises NoSuchInvitation for one that is unknown, used or over; AlreadyShared when this vault
    shares a space already.
    """
    if membership_of(vault):
        raise AlreadyShared
    offer = _offer(code, now)
    pair = own_pair(vault)
    if offer.keys == pair.public.to_bytes().hex():
        raise NoSuchInvitation
    answer = Letter(space=offer.space, keys=pair.public.to_bytes().hex(), at=now)
    sealed = seal_letter(code, "answer", answer.model_dump_json().encode())
    with vault.at_once():
        free = Invitation.objects.filter(place=place_of(code), answer=b"")
        if not free.update(answer=sealed):
            raise NoSuchInvitation
        keep(vault, Membership(offer.space, partner=offer.keys, joined=now, code=code))


def settle(vault: Vault, now: datetime) -> None:
    """Do what has become possible since last time: read the answer, take the key."""
    kept = membership_of(vault)
    if kept is None or not kept.record.code:
        return
    membership = kept.record
    if membership.partner:
        _take_key(vault, membership)
    else:
        _read_answer(vault, membership, now)


def unanswer(vault: Vault, membership: Membership, now: datetime) -> None:
    """Take an acceptance back before the key came; whoever invited sees no trace of it."""
    taken_back = Letter(space=membership.space, keys="", at=now)
    sealed = seal_letter(membership.code, "answer", taken_back.model_dump_json().encode())
    with vault.at_once():
        Invitation.objects.filter(place=place_of(membership.code)).update(answer=sealed)


def _offer(code: str, now: datetime) -> Letter:
    try:
        row = _row(code)
        offer = _read(code, "offer", bytes(row.offer)) if row else None
    except (BadRecoveryCode, VaultError):
        raise NoSuchInvitation from None
    if row is None or offer is None or row.answer or offer.at <= now:
        raise NoSuchInvitation
    return offer


def _read_answer(vault: Vault, membership: Membership, now: datetime) -> None:
    row = _row(membership.code)
    if row is None or not row.answer:
        if row is None or (membership.until and membership.until <= now):
            take_back(vault)
        return
    answer = _read(membership.code, "answer", bytes(row.answer))
    if not answer.keys:
        take_back(vault)
        return
    _let_in(vault, membership, answer, now)


def _let_in(vault: Vault, membership: Membership, answer: Letter, now: datetime) -> None:
    """Give the new member the key of a new epoch: what was before is not theirs to read."""
    pair, key = own_pair(vault), token_bytes(32)
    made = membership.until - INVITATION if membership.until else now
    joined = min(max(answer.at, made), now)  # the answer's own word cannot shorten the day of delay
    theirs = PublicKeys.from_bytes(bytes.fromhex(answer.keys))
    keys = SpaceKeys(key, bytes.fromhex(membership.space), membership.latest + 1)
    space = UUID(hex=membership.space)
    with vault.at_once(), wall.writing(space, setting=wall.SPACE):
        SpaceKey.objects.create(
            space=space, epoch=keys.epoch, sealed=seal_space_key(keys, theirs, pair)
        )
        _withdraw(membership)
        known = membership.with_key(keys.epoch, key, answer.keys)
        keep(
            vault,
            replace(known, partner=answer.keys, joined=joined, code="", until=None),
        )


def _take_key(vault: Vault, membership: Membership) -> None:
    space, pair = UUID(hex=membership.space), own_pair(vault)
    with vault.at_once(), wall.writing(space, setting=wall.SPACE):
        row = SpaceKey.objects.filter(space=space).order_by("-epoch").first()
        if row is None:
            if _row(membership.code) is None:  # whoever invited has left since
                _forget(vault)
            return
        sender = PublicKeys.from_bytes(bytes.fromhex(membership.partner))
        keys = _opened(bytes(row.sealed), space.bytes, row.epoch, pair, sender)
        row.delete()
        known = membership.with_key(row.epoch, keys.space_key, membership.partner)
        keep(vault, replace(known, code=""))


def _opened(
    sealed: bytes, space: bytes, epoch: int, pair: KeyPair, sender: PublicKeys
) -> SpaceKeys:
    try:
        return open_space_key(sealed, space, epoch, pair, sender)
    except VaultError:
        raise DamagedItem from None


def _forget(vault: Vault) -> None:
    kept = membership_of(vault)
    if kept:
        vault.delete(kept.id)


def _withdraw(membership: Membership) -> None:
    if membership.code:
        Invitation.objects.filter(place=place_of(membership.code)).delete()


def _row(code: str) -> Invitation | None:
    with told_plainly():
        return Invitation.objects.filter(place=place_of(code)).first()


def _read(code: str, word: str, sealed: bytes) -> Letter:
    try:
        return Letter.model_validate_json(open_letter(code, word, sealed))
    except (VaultError, ValidationError):
        raise DamagedItem from None
