"""A second wall on PostgreSQL: a transaction sees only the rows of the account that it names."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("store_record", "store_keyslot")
OWN = "account_id = nullif(current_setting('app.account', true), '')::uuid"


def build(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """FORCE, because the owner of a table would pass otherwise."""
    del apps
    if editor.connection.vendor != "postgresql":
        return
    for table in TABLES:
        editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        editor.execute(f"CREATE POLICY own_rows ON {table} USING ({OWN}) WITH CHECK ({OWN})")


class Migration(migrations.Migration):
    """Row-level security by account; nothing on SQLite, where one file is one household."""

    dependencies = [("store", "0001_tables")]
    operations = [migrations.RunPython(build, migrations.RunPython.noop)]
