"""Eight weeks of a habit in a real browser, with a holiday and two lapses; the clock is moved."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web import browser
from tests.web.browser import press
from tests.web.habit_steps import begin_a_habit
from tests.web.home import PASSPHRASE, furnish

pytestmark = pytest.mark.browser
CLOCK = Path(__file__).parent / "moved_clock.py"
LAPSES = (12, 23)
"""One in the second week, one in the fourth."""
HOLIDAY = range(35, 42)


class Weeks:
    """Alice's browser, and a clock that can be moved on."""

    def __init__(self, page: Page, url: str, ahead: Path) -> None:
        self.page, self.url, self.ahead = page, url, ahead
        self.first = datetime.now().astimezone().date()

    def on(self, number: int) -> None:
        """Go on to a day, counted from the first, and unlock."""
        self.ahead.write_text(str(number))
        self.page.goto(self.url)
        self.page.locator("#passphrase").fill(PASSPHRASE)
        self.page.locator("main form button").first.click()
        expect(self.page.get_by_role("heading", name="Today")).to_be_visible()

    def mark(self, habit: str, number: int, state: str) -> None:
        """Write down what a day was."""
        if not self.page.url.endswith(f"/habits/{habit}/"):
            self.page.goto(f"{self.url}/habits/{habit}/")
        self.page.get_by_text("Mark another day").click()
        self.page.locator("#day").fill(self.day(number))
        self.page.locator(f"details[open] [name=mark][value={state}]").check()
        press(self.page, "Write it down")

    def excuse(self, habit: str, days: range) -> None:
        """Excuse a stretch, as for a holiday."""
        self.page.goto(f"{self.url}/habits/{habit}/")
        self.page.locator("details:has(#first) > summary").click()
        self.page.locator("#first").fill(self.day(days[0]))
        self.page.locator("#last").fill(self.day(days[-1]))
        self.page.locator("button[value=excuse]").click()

    def day(self, number: int) -> str:
        """Return a day as a date field takes it."""
        return (self.first + timedelta(days=number)).isoformat()


@pytest.fixture
def ahead(tmp_path: Path) -> Path:
    path = tmp_path / "days"
    path.write_text("0")
    return path


def test_eight_weeks_with_a_holiday_and_two_lapses(tmp_path: Path, ahead: Path) -> None:
    furnish(tmp_path / "data")
    program = (str(CLOCK), str(ahead))

    with (
        browser.running(tmp_path / "data", tmp_path / "said", program) as server,
        browser.chromium() as chromium,
    ):
        weeks = Weeks(chromium.new_page(), server.url, ahead)
        weeks.on(0)
        habit = begin_a_habit(weeks.page, server.url)["habit_id"]
        for week in range(8):
            weeks.on(7 * week + 6)
            if HOLIDAY[0] in range(7 * week, 7 * week + 7):
                weeks.excuse(habit, HOLIDAY)
                continue
            for number in range(7 * week, 7 * week + 7):
                weeks.mark(habit, number, "lapsed" if number in LAPSES else "done")
        weeks.page.goto(f"{server.url}/habits/{habit}/")
        said = weeks.page.locator("main").inner_text()

    shown = re.search(r"Days since (\d+ \w+): (\d+) days done, 2 lapses, 7 days when", said)
    assert shown
    assert int(shown[2]) == days_since(shown[1], weeks.first + timedelta(days=55)) - 9
    assert "from 0 to 100: about 87 now." in said
    assert "usually 1." in said


def days_since(named: str, last: date) -> int:
    """Return how many days there are from a day such as 23 November to the last."""
    years = (last.year, last.year - 1)
    days = [datetime.strptime(f"{named} {year}", "%d %B %Y").date() for year in years]  # noqa: DTZ007
    return (last - next(day for day in days if day <= last)).days + 1
