"""Every page of someone as one text, to search for words that are not theirs to read."""

from amends.web.urls import page_names
from tests.web.conftest import Person
from tests.web.test_every_page import ANSWERS_WITHOUT_A_PAGE, WITH_IDS, path_of

ENDS = {"lock", "away", "leave", "delete"}
"""Pages that are left alone here: they close what is open."""


def every_page(someone: Person) -> str:
    """Return what all pages show that need no record of one's own."""
    names = [one for one in page_names() if one not in {*WITH_IDS, *ENDS, *ANSWERS_WITHOUT_A_PAGE}]
    found = [someone.client.get(path_of(name, someone.ids), follow=True) for name in names]
    assert any(one.status_code == 200 for one in found)
    return "\n".join(one.content.decode("utf-8", "replace") for one in found)
