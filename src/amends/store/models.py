"""The tables. None holds in clear what a person wrote; an account's name is a neutral label."""
# ruff: noqa: DJ008 - no row is ever shown as text

from django.db import models


class Account(models.Model):
    """One person's account: a random id, a neutral label in clear, and the day it began."""

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=80, unique=True)
    created = models.DateField()


class KeySlot(models.Model):
    """One way to the account's key: wrapped by the passphrase or by the recovery code."""

    class Kind(models.TextChoices):
        """What opens the slot."""

        PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind
        RECOVERY = "recovery"

    number = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(Account, models.CASCADE)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    wrapped = models.BinaryField()
    confirmed = models.BooleanField(default=True)


class Record(models.Model):
    """One sealed record. Outside the seal: its size in steps, the day, which are of one kind."""

    number = models.BigAutoField(primary_key=True)  # the order of keeping
    account = models.ForeignKey(Account, models.CASCADE, db_index=False)
    record_id = models.UUIDField()
    kind_tag = models.BinaryField(max_length=16)
    revision = models.PositiveIntegerField()
    day = models.DateField()
    sealed = models.BinaryField()

    class Meta:
        """Found by id or by kind, always within one account."""

        constraints = (
            models.UniqueConstraint(fields=("account", "record_id"), name="one_record_per_id"),
        )
        indexes = (
            models.Index(fields=("account", "kind_tag", "number"), name="records_of_a_kind"),
        )


class UnlockedSession(models.Model):
    """The database's half of an unlocked session; the browser's cookie holds the other."""

    id_hash = models.BinaryField(primary_key=True, max_length=32)
    account = models.ForeignKey(Account, models.CASCADE)
    sealed_key = models.BinaryField()
    last_seen = models.DateTimeField()
    began = models.DateTimeField(null=True)
    idle_minutes = models.PositiveSmallIntegerField(default=5)
    held = models.BinaryField(default=b"")
    only = models.CharField(max_length=20, default="", blank=True)  # the one tool it is open for


class Attempts(models.Model):
    """Failed tries to unlock an account since the last that worked; kept over restarts."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True)
    failures = models.PositiveIntegerField()
    last = models.DateTimeField()


class FormatVersion(models.Model):
    """One row for each version of the format that this folder has had."""

    version = models.PositiveIntegerField(primary_key=True)


class Invitation(models.Model):
    """One invitation to share a space, found by what its code leads to; both letters are sealed."""

    place = models.BinaryField(primary_key=True, max_length=16)
    offer = models.BinaryField()
    answer = models.BinaryField(default=b"")
    day = models.DateField()


class SpaceKey(models.Model):
    """The key of an epoch on its way to a member, sealed to them; it goes when they have it."""

    number = models.BigAutoField(primary_key=True)
    space = models.UUIDField()
    epoch = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        """A space has two members: one key is under way at most."""

        constraints = (models.UniqueConstraint(fields=("space", "epoch"), name="one_key_an_epoch"),)


class SharedItem(models.Model):
    """One item of a shared space; who wrote it and what it is lie inside the seal."""

    number = models.BigAutoField(primary_key=True)  # the order of keeping
    space = models.UUIDField(db_index=False)
    epoch = models.PositiveIntegerField()
    item_id = models.UUIDField()
    kind_tag = models.BinaryField(max_length=16)
    revision = models.PositiveIntegerField()
    day = models.DateField()
    sealed = models.BinaryField()

    class Meta:
        """Found by id or by kind, always within one space."""

        constraints = (
            models.UniqueConstraint(fields=("space", "item_id"), name="one_item_per_id"),
        )
        indexes = (models.Index(fields=("space", "kind_tag", "number"), name="items_of_a_kind"),)
