"""The tone of short texts, as strangers heard it in GoEmotions: a small model, arrays alone.

How it was made, and what it can and cannot do, is in `MODEL_CARD.md`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.chats.tone.hearing import chances, labels, tones

LABELS = (
    "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion",
    "curiosity", "desire", "disappointment", "disapproval", "disgust", "embarrassment",
    "excitement", "fear", "gratitude", "grief", "joy", "love", "nervousness", "optimism", "pride",
    "realization", "relief", "remorse", "sadness", "surprise", "neutral",
)  # fmt: skip
"""In the order of the corpus, which is that of the columns."""
TONES = {
    "warm": ("admiration", "caring", "gratitude", "joy", "love"),
    "sorry": ("remorse",),
    "hurt": ("disappointment", "grief", "sadness"),
    "angry": ("anger", "annoyance"),
}
"""What is told apart in a chat, and the labels that each is made of.

Coarse, because outside of its corpus a model like this is right about a rare label less than half
of the time. Warm is good will towards someone: amusement, excitement, pride and relief are glad,
and may be about anything. Disapproval is left out of angry, because a calm no is none, and disgust,
because it is mostly about food. Cold is left out: no label means it, and what is left when nothing
else is heard is "neutral", which "I'm at the station" is, too.
"""

__all__ = ["LABELS", "TONES", "chances", "labels", "tones"]


def __getattr__(name: str) -> object:
    if name in ("chances", "labels", "tones"):  # arrays and the model are read when needed
        return getattr(import_module("amends.chats.tone.hearing"), name)
    raise AttributeError(name)
