"""Phases, lessons and exercises, as content declares them."""
