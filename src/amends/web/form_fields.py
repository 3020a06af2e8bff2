"""The fields of a form that was sent, as they travel through the unlock page."""

from django.http import QueryDict

KEPT = "kept-"
"""What a field's name begins with while the unlock page carries it."""


def kept_fields(form: QueryDict) -> list[tuple[str, str]]:
    """Return what a form held, as name and value, without its token."""
    return [
        (name, value)
        for name, values in form.lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    ]


def carried_fields(form: QueryDict) -> list[tuple[str, str]]:
    """Return the fields that the unlock page carried for another page."""
    return [
        (name.removeprefix(KEPT), value)
        for name, values in form.lists()
        for value in values
        if name.startswith(KEPT)
    ]
