"""What an apology still lacks."""

from collections.abc import Collection

from amends.coach.rules import Rules


def missing(kind: str, strengths: Collection[str], rules: Rules) -> tuple[str, ...]:
    """Return the labels that an apology lacks, the weightiest first; none for another kind."""
    if kind != "apology":
        return ()
    files = [rule.file for rule in rules.rules if rule.file.weight]
    lacking = [file for file in files if file.label not in strengths]
    return tuple(file.label for file in sorted(lacking, key=lambda file: -file.weight))
