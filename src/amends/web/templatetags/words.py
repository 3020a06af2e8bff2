"""Filters: dates near words, Markdown from content, words for a number."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import nh3
from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markdown_it import MarkdownIt

register = template.Library()
_markdown = MarkdownIt("commonmark")
MINUTE, HOUR = 60, 3600


@register.filter
def markdown(text: str) -> SafeString:
    """Return content written in Markdown as clean HTML."""
    return mark_safe(nh3.clean(_markdown.render(text)))  # noqa: S308 - nh3 has cleaned it


@register.filter
def get(mapping: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 - whatever the mapping holds
    """Return one value of a mapping, or an empty text."""
    return mapping.get(key, "")


@register.filter
def on_day(moment: datetime | date | str) -> str:
    """Return a day near words: *in nine days, on Sunday 12 March*."""
    day = _as_day(moment)
    return _near(day, (day - timezone.localdate()).days)


def _as_day(moment: datetime | date | str) -> date:
    if isinstance(moment, str):
        return date.fromisoformat(moment[:10])
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


def _near(day: date, away: int) -> str:
    named = date_format(day, "l j F Y" if abs(away) > 300 else "l j F")  # noqa: PLR2004 - near a year
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}.get(away)
    if near:
        return _("%(near)s, %(day)s") % {"near": near, "day": named}
    number = abs(away)
    if number > 2 * 365:
        return _("on %(day)s") % {"day": named}
    if away > 0:
        words = ngettext("in one day", "in %(number)d days", number)
    else:
        words = ngettext("one day ago", "%(number)d days ago", number)
    return _("%(near)s, on %(day)s") % {"near": words % {"number": number}, "day": named}


@register.filter
def in_time(moment: datetime) -> str:
    """Return how long until a moment, in hours or minutes, then as a day."""
    seconds = (moment - timezone.now()).total_seconds()
    if seconds <= 0:
        return _("now")
    if seconds < HOUR:
        minutes = max(1, round(seconds / MINUTE))
        return ngettext("in one minute", "in %(n)d minutes", minutes) % {"n": minutes}
    if seconds < 36 * HOUR:
        hours = round(seconds / HOUR)
        return ngettext("in one hour", "in %(n)d hours", hours) % {"n": hours}
    return on_day(moment)


@register.filter
def as_said(value: Any) -> str:  # noqa: ANN401 - an answer of any type
    """Return an answer as plain text: a line for each row, a comma between choices."""
    if not isinstance(value, list):
        return str(value)
    if any(isinstance(item, Mapping) for item in value):
        return "\n".join(" · ".join(str(cell) for cell in row.values() if cell) for row in value)
    return ", ".join(str(item) for item in value)
