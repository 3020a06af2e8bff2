"""What a draft is meant to be."""

KINDS = ("apology", "message", "conflict", "reply", "goodbye")
"""A first or measured contact is a `message`; raising a complaint is `conflict`; answering theirs
is `reply`; letting go is `goodbye`."""

SEVERITIES = ("stop", "rethink", "note")
"""From heaviest to lightest."""
