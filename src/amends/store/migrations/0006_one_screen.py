"""For which tool alone a session is open, while two people share one screen."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more column of the unlocked sessions; empty is open for everything."""

    dependencies = [("store", "0005_shared_spaces")]

    operations = [
        migrations.AddField(
            "unlockedsession", "only", models.CharField(max_length=20, default="", blank=True)
        ),
    ]
