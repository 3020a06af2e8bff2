"""The room as Django sees it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The tables of amends."""

    name = "amends.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
