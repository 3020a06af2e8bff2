"""What amends offers to other programs and to notebooks."""

from functools import cache

from amends import coach, listener

LANGUAGE = "en"


def review(text: str, kind: str = "message", *, rules_only: bool = False) -> coach.Review:
    """Mark what hurts and what helps in a draft.

    The first call reads the rules and the listener, in about half a second; later ones take
    milliseconds. `rules_only` leaves the listener out.

    Raises:
        UnknownKindError: `kind` is none of `amends.coach.KINDS`.
    """
    return coach.review(text, kind, _rules(), None if rules_only else _hear())


@cache
def _rules() -> coach.Rules:
    return coach.Rules.load(LANGUAGE)


@cache
def _hear() -> coach.Hear:
    # Named late, because rules alone do without what runs the encoder.
    return listener.Listener.load(LANGUAGE).hear
