"""All mistakes of a folder of content at once."""

from collections.abc import Iterable

from amends.text import ContentError


class ContentErrors(Exception):
    """Every mistake found in content, in the order of files and lines."""

    def __init__(self, errors: Iterable[ContentError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda one: (one.path, one.line, one.problem)))
        super().__init__(self.errors)

    def __str__(self) -> str:
        return "\n".join(str(one) for one in self.errors)
