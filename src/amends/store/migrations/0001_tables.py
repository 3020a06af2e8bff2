"""The first tables."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Accounts, key slots, sealed records, unlocked sessions, failed tries, the version."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80, unique=True)),
                ("created", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="FormatVersion",
            fields=[
                ("version", models.PositiveIntegerField(primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name="Attempts",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="store.account",
                    ),
                ),
                ("failures", models.PositiveIntegerField()),
                ("last", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="KeySlot",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("passphrase", "Passphrase"), ("recovery", "Recovery")],
                        max_length=10,
                    ),
                ),
                ("wrapped", models.BinaryField()),
                ("confirmed", models.BooleanField(default=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="store.account"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="UnlockedSession",
            fields=[
                ("id_hash", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("sealed_key", models.BinaryField()),
                ("last_seen", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="store.account"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("record_id", models.UUIDField()),
                ("kind_tag", models.BinaryField(max_length=16)),
                ("revision", models.PositiveIntegerField()),
                ("day", models.DateField()),
                ("sealed", models.BinaryField()),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="store.account",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["account", "kind_tag", "number"], name="records_of_a_kind")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("account", "record_id"), name="one_record_per_id"
                    )
                ],
            },
        ),
    ]
