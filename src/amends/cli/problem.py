"""What the command line cannot do, and what would help."""

import sys


class Problem(Exception):
    """Bad input: one clear sentence, and a hint. Holds nothing that a person wrote in a draft."""

    def __init__(self, problem: str, hint: str = "") -> None:
        super().__init__(problem, hint)
        self.problem = problem
        self.hint = hint

    def tell(self) -> None:
        """Print the sentence and the hint to standard error."""
        hint = f"hint: {self.hint}\n" if self.hint else ""
        sys.stderr.write(f"amends: {self.problem}\n{hint}")
