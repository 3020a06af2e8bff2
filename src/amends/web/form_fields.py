"""The fields of a form that was sent, as they are kept for the person who sent them."""

from django.http import QueryDict

SECRETS = {"passphrase", "again", "old", "code", "typed", "csrfmiddlewaretoken"}
"""Fields that are never kept, shown again or carried along."""


def kept_fields(form: QueryDict) -> list[tuple[str, str]]:
    """Return what a form held, as name and value, without its secrets."""
    return [
        (name, value) for name, values in form.lists() for value in values if name not in SECRETS
    ]
