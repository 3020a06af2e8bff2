"""Spans, folding, phrases, and reading files of content."""

from amends.text.clue import Needs
from amends.text.content import CONTENT, ContentError, ContentFile, load_content, load_table
from amends.text.folding import fold
from amends.text.passage import Passage, read_passage
from amends.text.phrase import PhraseError
from amends.text.phrase_group import (
    EXTENTS,
    PHRASE_LISTS,
    PhraseGroup,
    PhraseSearch,
    phrase_groups,
)
from amends.text.phrases import Phrases
from amends.text.quotes import quoted
from amends.text.segmenting import sentences
from amends.text.span import Span
from amends.text.words import Words

__all__ = [
    "CONTENT",
    "EXTENTS",
    "PHRASE_LISTS",
    "ContentError",
    "ContentFile",
    "Needs",
    "Passage",
    "PhraseError",
    "PhraseGroup",
    "PhraseSearch",
    "Phrases",
    "Span",
    "Words",
    "fold",
    "load_content",
    "load_table",
    "phrase_groups",
    "quoted",
    "read_passage",
    "sentences",
]
