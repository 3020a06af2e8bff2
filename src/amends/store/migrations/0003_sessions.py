"""How long a session may be idle, and a form that waits in it until its page is open again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns of the unlocked sessions."""

    dependencies = [("store", "0002_row_security")]

    operations = [
        migrations.AddField(
            "unlockedsession", "idle_minutes", models.PositiveSmallIntegerField(default=5)
        ),
        migrations.AddField("unlockedsession", "held", models.BinaryField(default=b"")),
    ]
