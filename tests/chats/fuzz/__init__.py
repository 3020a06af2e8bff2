"""Exports damaged on purpose, by the thousand: `python -m tests.chats.fuzz --count N --seed S`."""
