"""How long patterns take in 10,000 to 3,000,000 messages: `python -m tests.bench_patterns`.

The aim: a million in under ten seconds on two cores, and no message dearer in a longer talk.
"""

import resource
import sys
import time

import numpy as np

from amends.chats import Conversation, Messages, find
from tests.chats.patterns.conftest import HARM, TELLING, everyday

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000)
DAYS = 400
SAYS = 0.1
"""Of the messages say something that a pattern listens for; a tenth is more than in most chats."""


def conversation(number: int) -> Conversation:
    """Return so many messages of an ordinary couple, who say some of everything."""
    random = np.random.default_rng(1)
    rows, days = Messages(), everyday(DAYS, 1)
    says = random.random(number) < SAYS
    which = random.integers(len(TELLING), size=number)
    for place in range(number):
        again, at = divmod(place, len(days))
        sent, who, text = days[at]
        words = f"{text} {TELLING[which[place]]}" if says[place] else text
        rows.add(sent + again * DAYS * 86400, ("Alice", "Bob")[who], words)
    return Conversation(rows, (), bytes(number))


def run() -> None:
    """Print a line for each size."""
    find(conversation(1000), "Alice")  # reads the content
    for number in SIZES:
        one = conversation(number)
        began, worked = time.perf_counter(), time.process_time()
        find(one, "Alice", [HARM])
        took, worked = time.perf_counter() - began, time.process_time() - worked
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        each = worked / number * 1e6
        sys.stdout.write(f"{number:>9,}  {took:6.2f} s  {each:5.2f} µs of work a message")
        sys.stdout.write(f"  {most:,} MiB\n")


if __name__ == "__main__":
    run()
