"""Spans, folding, phrases, and reading files of content."""

from amends.text.content import CONTENT, ContentError, ContentFile, load_content
from amends.text.span import Span

__all__ = ["CONTENT", "ContentError", "ContentFile", "Span", "load_content"]
