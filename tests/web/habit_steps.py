"""The steps of a habit in a browser: begun from an example, and a lapse."""

import re

from playwright.sync_api import Page

from tests.web.browser import press


def begin_a_habit(page: Page, url: str) -> dict[str, str]:
    """Begin a habit and mark today as a lapse; return what names that day, as pages ask for it."""
    page.goto(f"{url}/habits/new/")
    page.locator("main summary").first.click()
    page.locator("[value='example:interrupting']").check()
    press(page, "Go on")
    page.locator("[name=motive][value=me]").check()
    press(page, "Keep this habit")
    page.get_by_role("button", name="Lapsed").first.click()
    found = re.search(r"habits/(\w+)/day/([\d-]+)/", page.url)
    assert found
    return {"habit_id": found[1], "day": found[2]}
