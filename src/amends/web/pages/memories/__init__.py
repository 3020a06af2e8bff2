"""Memories, old and new."""
