"""What a form about fury holds: words that are cut where they are too long, and known choices."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from amends.web.content import words

LONGEST = 50_000
"""Characters; what is longer is cut."""
FIELD = {"kinds": "kind", "values": "value"}
"""What the field of a list of choices is called."""


def written(form: QueryDict, name: str) -> str:
    """Return one text of the form."""
    return form.get(name, "").replace("\r\n", "\n").strip()[:LONGEST]


def chosen(form: QueryDict, choices: str) -> str:
    """Return the id that was chosen of a list; empty when it is none of them."""
    said = form.get(FIELD[choices], "")
    return said if said in labels(choices) else ""


def labels(choices: str) -> Mapping[str, str]:
    """Return what the choices of a list are called, by their ids."""
    return {one["id"]: one["label"] for one in words("drives")["fury"][choices]}


def choice(choices: str, name: str) -> Mapping[str, Any]:
    """Return one choice of a list, or nothing when there is none of this id."""
    return next((one for one in words("drives")["fury"][choices] if one["id"] == name), {})
