"""How safe one felt, week by week: drawn for oneself alone, and nothing is made of it."""

from dataclasses import replace

from django.http import QueryDict
from django.utils.formats import date_format

from amends.practice import STRONGEST, SafeWeek, week_start
from amends.store import Kept, Vault
from amends.web.charts.line import LineChart, Value, line_chart
from amends.web.content import words

SCALE = tuple(str(number) for number in range(STRONGEST + 1))


def safe_of(vault: Vault, week: str) -> Kept[SafeWeek] | None:
    """Return the number of a week, or None."""
    return next((one for one in vault.all(SafeWeek) if one.record.week == week), None)


def keep_safe(vault: Vault, week: str, form: QueryDict) -> None:
    """Keep the number that was chosen; without one nothing is kept for this week."""
    before, chosen = safe_of(vault, week), form.get("safe", "")
    if chosen in SCALE:
        vault.put(SafeWeek(week, int(chosen)), id=before.id if before else None)
    elif before:
        vault.delete(before.id)


def safe_chart(vault: Vault) -> LineChart | None:
    """Return one's own line over the weeks; its sentence says which weeks, and no more.

    The sentence that other lines have tells of a mean and a course: here nothing is worked out.
    """
    text = words("together/checkin")["safe"]
    values = [Value(week_start(one.week), one.value) for one in vault.records(SafeWeek)]
    chart = line_chart(text["ask"], values, 0, STRONGEST)
    if chart is None:
        return None
    said = {"first": date_format(chart.first, "j F"), "last": date_format(chart.last, "j F")}
    return replace(chart, sentence=text["earlier_line"].format(**said))
