"""How long patterns take in 10,000 to 3,000,000 messages: `python -m tests.bench_patterns`.

The aim: a million in under ten seconds on two cores, and no message dearer in a longer talk. The
words are the commonest of the language and those of the coach's rules, so that rules have to look.
"""

import resource
import sys
import time

import numpy as np

from amends.chats import Conversation, Messages, find, shared_interests
from amends.text import CONTENT, Words
from amends.together import load_interests
from tests.chats.patterns.conftest import HARM, OWN_TOPIC, TELLING, everyday

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000)
DAYS = 400
SAYS = 0.1
"""Of the messages say something that a pattern listens for; a tenth is more than in most chats."""
KINDS = 100_000
"""Different texts; more would take long to make, and no pattern looks at who wrote the same."""
RARE = 0.2
"""Of the words are not among the commonest 125: in chats it is about half, most of them in no
rule; all of these are."""


def texts() -> list[str]:
    """Return texts of one to twelve words, as often as people use them (Zipf, 1935)."""
    random, words = np.random.default_rng(2), Words.load(CONTENT / "en" / "words")
    common = sorted(words.common)
    ruled = sorted({word for one in words.lists.values() for said in one for word in said.split()})
    often = 1 / np.arange(1, len(common) + 1)
    lengths = random.integers(1, 13, KINDS)
    chosen = random.choice(common, int(lengths.sum()), p=often / often.sum()).astype(object)
    is_rare = random.random(len(chosen)) < RARE
    chosen[is_rare] = random.choice(ruled, int(is_rare.sum()))
    ends = np.cumsum(lengths)
    return [" ".join(chosen[end - size : end]) for end, size in zip(ends, lengths, strict=True)]


def conversation(number: int) -> Conversation:
    """Return so many messages of an ordinary couple, who say some of everything."""
    random = np.random.default_rng(1)
    rows, days, said = Messages(), everyday(DAYS, 1), texts()
    says = random.random(number) < SAYS
    which = random.integers(len(TELLING), size=number)
    text = random.integers(KINDS, size=number)
    for place in range(number):
        again, at = divmod(place, len(days))
        sent, who, _ = days[at]
        words = said[text[place]]
        if says[place]:
            words = f"{words}. {TELLING[which[place]]}"
        rows.add(sent + again * DAYS * 86400, ("Alice", "Bob")[who], words)
    return Conversation(rows, (), bytes(number))


def run() -> None:
    """Print a line for each size: all patterns, and then what both spoke of gladly."""
    interests = {one.id: one.words for one in load_interests()}
    find(conversation(1000), "Alice")  # reads the content
    for number in SIZES:
        one = conversation(number)
        began, worked = time.perf_counter(), time.process_time()
        find(one, "Alice", [HARM], topics=[OWN_TOPIC])
        took, worked = time.perf_counter() - began, time.process_time() - worked
        began = time.perf_counter()
        shared_interests(one, "Alice", interests)
        glad = time.perf_counter() - began
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        each = worked / number * 1e6
        sys.stdout.write(f"{number:>9,}  {took:6.2f} s  {each:5.2f} µs of work a message")
        sys.stdout.write(f"  {most:,} MiB; interests {glad:.2f} s\n")


if __name__ == "__main__":
    run()
