"""amends' own table, as someone else would make it."""

import csv
import io
import json
from collections.abc import Sequence

from benchmarks.generator import Said


def table(said: Sequence[Said]) -> dict[str, bytes]:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(["sender", "sent_at", "text"])
    writer.writerows([one.name, one.at.isoformat(), one.text] for one in said)
    return {"talk.csv": stream.getvalue().encode("utf-8-sig")}


def lines(said: Sequence[Said]) -> dict[str, bytes]:
    rows = ({"sent_at": one.at.isoformat(), "sender": one.name, "text": one.text} for one in said)
    return {"talk.jsonl": "\n".join(map(json.dumps, rows)).encode()}
