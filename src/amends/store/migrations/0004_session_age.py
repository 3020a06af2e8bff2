"""When a session began, so that it ends one day however busy it is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more column of the unlocked sessions; one without it counts as too old."""

    dependencies = [("store", "0003_sessions")]

    operations = [
        migrations.AddField("unlockedsession", "began", models.DateTimeField(null=True)),
    ]
