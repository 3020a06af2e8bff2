"""What every record that holds words has in common."""

from typing import ClassVar, Protocol


class Written(Protocol):
    """A record that says which words were written in it, to look for signs of danger."""

    KIND: ClassVar[str]

    @property
    def said(self) -> str:
        """Return the words that were written."""
        ...
