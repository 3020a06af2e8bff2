"""Shared spaces: invitations, keys under way, items; on PostgreSQL behind a wall of their own."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("store_spacekey", "store_shareditem")
THEIRS = "space = nullif(current_setting('app.space', true), '')::uuid"


def build(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """FORCE, because the owner of a table would pass otherwise."""
    del apps
    if editor.connection.vendor != "postgresql":
        return
    for table in TABLES:
        editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        editor.execute(f"CREATE POLICY own_space ON {table} USING ({THEIRS}) WITH CHECK ({THEIRS})")


class Migration(migrations.Migration):
    """A space and its members are not linked to accounts outside the seal."""

    dependencies = [("store", "0004_session_age")]

    operations = [
        migrations.CreateModel(
            "Invitation",
            [
                ("place", models.BinaryField(primary_key=True, max_length=16, serialize=False)),
                ("offer", models.BinaryField()),
                ("answer", models.BinaryField(default=b"")),
                ("day", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            "SpaceKey",
            [
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("space", models.UUIDField()),
                ("epoch", models.PositiveIntegerField()),
                ("sealed", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("space", "epoch"), name="one_key_an_epoch")
                ]
            },
        ),
        migrations.CreateModel(
            "SharedItem",
            [
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("space", models.UUIDField(db_index=False)),
                ("epoch", models.PositiveIntegerField()),
                ("item_id", models.UUIDField()),
                ("kind_tag", models.BinaryField(max_length=16)),
                ("revision", models.PositiveIntegerField()),
                ("day", models.DateField()),
                ("sealed", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("space", "item_id"), name="one_item_per_id")
                ],
                "indexes": [
                    models.Index(fields=["space", "kind_tag", "number"], name="items_of_a_kind")
                ],
            },
        ),
        migrations.RunPython(build, migrations.RunPython.noop),
    ]
