"""The listener at work: onnxruntime reads a text, offline and always the same way.

The model is a file in this package; nothing is fetched, and no text leaves the process. How it was
made, and what it can and cannot do, is in `<language>/MODEL_CARD.md`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from onnxruntime import InferenceSession, SessionOptions

from amends.listener.decoding import Chances, decode
from amends.listener.heard import Heard
from amends.listener.tokens import BEGIN, END, Vocabulary

HOME = Path(__file__).parent
"""The folder that holds one folder a language."""
LONGEST = 20_000
"""Characters that are listened to: some 3,500 words. The rules read all of a longer draft."""


class NoListenerError(Exception):
    """There is no listener for a language."""

    def __init__(self, language: str) -> None:
        super().__init__(f"there is no listener for the language {language}")


@dataclass(frozen=True)
class Listener:
    """An encoder ready to listen.

    `asked` holds, for each label, the chance that the surest word of a mark must reach.
    """

    session: InferenceSession
    vocabulary: Vocabulary
    labels: Sequence[str]
    asked: Sequence[float]

    @classmethod
    def load(cls, language: str = "en", home: Path = HOME) -> "Listener":
        """Read the model of a language.

        Raises:
            NoListenerError: there is none.
        """
        folder = home / language
        if not (folder / "model.onnx").is_file():
            raise NoListenerError(language)
        heard = json.loads((folder / "labels.json").read_text("utf-8"))
        return cls(
            session=InferenceSession(str(folder / "model.onnx"), _options()),
            vocabulary=Vocabulary.load(folder / "vocabulary.txt"),
            labels=tuple(heard),
            asked=tuple(heard.values()),
        )

    def hear(self, text: str) -> list[Heard]:
        """Return what is heard in a text, by label, then in the order of the text."""
        found = self.vocabulary.pieces(text[:LONGEST])
        if not found.words:
            return []
        spans = [span for _, _, span in found.words]
        return decode(found.chances(self._read), spans, self.labels, self.asked)

    def chance(self, text: str, label: str) -> float:
        """Return the chance that a label is said somewhere in a text, however small it is.

        0 when nothing is there to hear, or when this listener does not know the label.
        """
        found = self.vocabulary.pieces(text[:LONGEST])
        if not found.words or label not in self.labels:
            return 0.0
        column = self.labels.index(label)
        return float(found.chances(self._read)[:, column].max())

    def _read(self, numbers: Sequence[int]) -> Chances:
        """Return the chances on the pieces of one window."""
        begin, end = (self.vocabulary.numbers[one] for one in (BEGIN, END))
        window = np.array([[begin, *numbers, end]], dtype=np.int64)
        (chances,) = self.session.run(None, {"tokens": window})
        read: Chances = chances[0, 1:-1]
        return read


def _options() -> SessionOptions:
    options = SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1  # one draft is too small to be shared out
    return options
