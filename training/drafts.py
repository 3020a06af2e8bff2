"""Labelled drafts as people write and read them: marks stand in the text.

    == apology
    {regret|Sorry} {naming-the-act|I missed your play}, {but-apology+excuse|but work was mad}.

A line `== kind` begins a draft; what follows, up to the next such line, is its text. `{labels|…}`
marks a stretch, several labels are joined by `+`, and marks may stand inside each other. `flooding`
is never marked: it follows from the number of words.

`python -m training.drafts FILE…` checks files and counts their labels.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

DRAFTS = Path(__file__).parent / "drafts"
KINDS = ("apology", "message", "conflict", "reply", "goodbye")
CONCERNS = [
    "but-apology",
    "conditional-apology",
    "sorry-you-feel",
    "excuse",
    "blame-shift",
    "minimising",
    "agentless",
    "vague-apology",
    "demanding-forgiveness",
    "overpromise",
    "self-abasement",
    "criticism",
    "contempt",
    "defensiveness",
    "stonewalling",
    "begging",
    "ultimatum",
    "guilt-trip",
    "demanding-reply",
    "ignoring-no",
    "third-party-pressure",
    "love-bombing",
    "jealousy-bait",
    "self-harm",
    "threat",
    "monitoring",
    "uninvited-visit",
    "faux-i-statement",
    "mind-reading",
    "commanding",
    "question-barrage",
    "shouting",
]
STRENGTHS = [
    "regret",
    "responsibility",
    "naming-the-act",
    "acknowledging-impact",
    "explanation",
    "repentance",
    "repair-offer",
    "forgiveness-request",
    "evidence-of-change",
    "giving-space",
    "accepting-outcome",
    "i-statement",
    "clear-request",
    "validation",
    "listening",
    "gratitude",
]
LABELS = (*CONCERNS, *STRENGTHS)
FLOODING = "flooding"
"""A concern too, but one that is counted in words and never marked."""
_HEADING = re.compile(r"^== *(.*?) *$", re.MULTILINE)
_TOKEN = re.compile(r"\{([a-z+ -]+)\||\}")


class DraftError(ValueError):
    """A labelled draft cannot be read; says where and why."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")


@dataclass(frozen=True)
class Mark:
    """A label on a stretch of a draft; `start` and `end` count characters."""

    label: str
    start: int
    end: int


def is_concern(mark: Mark) -> bool:
    """Say whether a mark is a concern, and not a strength."""
    return mark.label in CONCERNS or mark.label == FLOODING


@dataclass(frozen=True)
class Draft:
    """One labelled draft; `name` is its file and number."""

    name: str
    kind: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def is_clean(self) -> bool:
        """Say whether nothing in it is a concern."""
        return not any(is_concern(mark) for mark in self.marks)


def load_drafts(paths: Sequence[Path]) -> list[Draft]:
    """Read all drafts of some files.

    Raises:
        DraftError: the first mistake found.
    """
    return [draft for path in paths for draft in parse(path.read_text("utf-8"), path.stem)]


def parse(text: str, name: str = "draft") -> Iterator[Draft]:
    """Yield the drafts of one file.

    Raises:
        DraftError: an unknown kind or label, or a mark that does not close.
    """
    parts = _HEADING.split(text)
    if parts[0].strip():
        raise DraftError(name, "text stands before the first line that begins with ==")
    for number, (kind, marked) in enumerate(zip(parts[1::2], parts[2::2], strict=True), start=1):
        where = f"{name}-{number:04d}"
        if kind not in KINDS:
            raise DraftError(where, f"the kind {kind!r} is none of {', '.join(KINDS)}")
        yield _draft(where, kind, marked.strip())


def _draft(name: str, kind: str, marked: str) -> Draft:
    plain: list[str] = []
    length = 0
    begun: list[tuple[str, int]] = []
    marks: list[Mark] = []
    read = 0
    for token in _TOKEN.finditer(marked):
        piece = marked[read : token.start()]
        plain.append(piece)
        length += len(piece)
        read = token.end()
        if token.group(1) is not None:
            begun.append((token.group(1), length))
        elif not begun:
            raise DraftError(name, "a } closes nothing")
        else:
            labels, start = begun.pop()
            marks += _marks(name, labels, start, length)
    plain.append(marked[read:])
    text = "".join(plain)
    if begun:
        raise DraftError(name, f"the mark {begun[-1][0]} does not close")
    if not text or "{" in text:
        raise DraftError(name, "the text is empty, or a { begins no mark")
    return Draft(name, kind, text, tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))))


def _marks(name: str, labels: str, start: int, end: int) -> Iterator[Mark]:
    for label in labels.split("+"):
        if label not in LABELS:
            raise DraftError(name, f"the label {label!r} is unknown")
        if start == end:
            raise DraftError(name, f"the mark {label} is empty")
        yield Mark(label, start, end)


def main(names: Sequence[str]) -> None:
    """Check files, and print how many drafts and labels they hold."""
    drafts = load_drafts([Path(name) for name in names] or sorted(DRAFTS.glob("*.txt")))
    clean = sum(draft.is_clean for draft in drafts)
    words = sum(len(draft.text.split()) for draft in drafts) / max(1, len(drafts))
    texts = Counter(draft.text for draft in drafts)
    twice = [text[:40] for text, count in texts.items() if count > 1]
    print(f"{len(drafts)} drafts, {clean} without a concern, {words:.0f} words each")
    print(Counter(draft.kind for draft in drafts).most_common())
    counts = Counter(mark.label for draft in drafts for mark in draft.marks)
    for label in LABELS:
        print(f"{counts[label]:5} {label}")
    if twice:
        sys.exit(f"written twice: {twice}")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except DraftError as error:
        sys.exit(str(error))
