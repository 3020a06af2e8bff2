"""Train the ear for tone, or measure the one that ships.

python -m training.tone CORPUS             the folder with train.tsv and dev.tsv of GoEmotions
python -m training.tone --evaluate FILE    a file of GoEmotions: macro-F1, and messages a second
"""

import argparse
import time
from pathlib import Path

from amends.chats.tone.hearing import FILE, Model
from training.tone.corpus import load
from training.tone.measuring import told


def main() -> None:
    """Do what was asked."""
    parser = argparse.ArgumentParser(prog="python -m training.tone", description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, help="where GoEmotions is")
    parser.add_argument("--evaluate", type=Path, metavar="FILE", help="measure on this file")
    parser.add_argument("--out", type=Path, default=FILE, help="the file of the model")
    asked = parser.parse_args()
    if asked.evaluate:
        print("\n".join(told(Model.load(asked.out), load(asked.evaluate))))
    elif asked.corpus:
        from training.tone.train import train  # noqa: PLC0415 - measuring does without torch

        began = time.perf_counter()
        train(load(asked.corpus / "train.tsv"), asked.out)
        print(f"{(time.perf_counter() - began) / 60:.0f} minutes")
        print("\n".join(told(Model.load(asked.out), load(asked.corpus / "dev.tsv"))))
    else:
        parser.error("name the folder of the corpus, or --evaluate FILE")


main()
