"""Labelled drafts as JSON lines: what was found in each is written down as quotes."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.drafts import FLOODING, Draft, Mark

DEV = Path(__file__).parent / "dev.jsonl"
"""240 drafts to measure on."""


def load_labelled(path: Path) -> list[Draft]:
    """Read drafts, one object a line: `id`, `kind`, `text`, `concerns`, `strengths`."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [_draft(json.loads(line)) for line in lines if line.strip()]


def _draft(values: Mapping[str, Any]) -> Draft:
    marks = [
        Mark(label, start, end)
        for part in ("concerns", "strengths")
        for label, start, end in _places(values["text"], values[part])
    ]
    return Draft(values["id"], values["kind"], values["text"], tuple(marks))


def _places(text: str, found: list[Mapping[str, str]]) -> Iterator[tuple[str, int, int]]:
    """Yield where the quotes stand; the same quote again is the next place that says it."""
    after: defaultdict[tuple[str, str], int] = defaultdict(int)
    for one in found:
        label, quote = one["label"], one["quote"]
        if label == FLOODING:
            yield label, 0, len(text)
            continue
        start = text.find(quote, after[label, quote])
        start = start if start >= 0 else text.index(quote)
        after[label, quote] = start + 1
        yield label, start, start + len(quote)
