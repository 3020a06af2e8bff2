"""Spans, folding, phrases, and reading files of content."""
