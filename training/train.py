"""Train the second listener: `python -m training.train`.

First it learns from six sevenths of the drafts, and the chances to ask are set on the last seventh,
which also tells how good it is. Then it learns twice from all of them, in different orders. The
mean of the three encoders is written into `src/amends/listener/en`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from amends.coach import Rules
from training.drafts import DRAFTS, Draft, load_drafts
from training.encoder import cut_vocabulary
from training.export import write
from training.learning import EPOCHS, learn, mean_of
from training.reading import calibrate, read, tally

LISTENER = Path(__file__).parents[1] / "src" / "amends" / "listener" / "en"
PIECES = 10_000
ORDERS = (1, 2)
FIRST = "first-"
"""The drafts on which the labels were settled count twice."""
BLOCK, EVERY = 12, 7
"""Of so many blocks of neighbouring drafts one is left out, as a whole: some neighbours are twins,
and must not stand on both sides."""


def divide(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Return the drafts to learn from, and those left out."""
    learnt: list[Draft] = []
    left_out: list[Draft] = []
    for number, draft in enumerate(drafts):
        (left_out if number // BLOCK % EVERY == 0 else learnt).append(draft)
    return learnt, left_out


def main() -> None:
    """Train, measure, train again on all, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--out", type=Path, default=LISTENER)
    given = parser.parse_args()
    rules = Rules.load("en")
    drafts = load_drafts(sorted(DRAFTS.glob("*.txt")))
    learnt, left_out = divide(drafts)
    vocabulary, kept = cut_vocabulary([one.text for one in drafts], PIECES)
    encoder = learn(learnt, vocabulary, kept, given.epochs)
    heard = read(encoder, vocabulary, left_out, rules)
    asked = calibrate(heard)
    print("left out, listener alone:", tally(heard, asked, with_rules=False))
    print("left out, both:          ", tally(heard, asked, with_rules=True))
    whole = [*drafts, *(one for one in drafts if one.name.startswith(FIRST))]
    more = [learn(whole, vocabulary, kept, given.epochs, order) for order in ORDERS]
    write(mean_of([encoder, *more], kept), vocabulary, asked, given.out)


if __name__ == "__main__":
    main()
