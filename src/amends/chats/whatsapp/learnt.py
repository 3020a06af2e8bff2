"""Words for the halves of the day that no list has, learnt from where they stand in one file."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from amends.chats.whatsapp.clock import bare, halves
from amends.chats.whatsapp.form import LEAD, Form, Sighting

_NOON, _HALVES = 12, 2
_AFTERNOON = range(1, 6)
"""Hours in which far more is written after noon than before."""


def learnt_halves(seen: Sequence[Sighting]) -> Mapping[str, bool]:
    """Return the two words that stand beside hours up to twelve: each with whether it is late.

    Nothing where the words are known, or where there are not two of them.
    """
    if not seen or not any(_has_word(one.form) for one in seen):
        return {}
    ours = [one for one in seen if _rest(one.form) == _rest(seen[0].form)]
    for after in (True, False):
        words = [_word(one, after=after) for one in ours]
        told = {*words}
        if "" in told or len(told) != _HALVES or told <= halves().keys():
            continue
        if max(int(one.hour) for one in ours) > _NOON:
            continue
        late = _late(words, ours)
        return {word: word == late for word in told}
    return {}


def _has_word(form: Form) -> bool:
    return any(map(str.isalpha, form.tail + form.gap))


def _rest(form: Form) -> Form:
    """Return what two forms share whose words for the half of the day are not the same."""
    return replace(form, gap="", tail="", half="", glue="", spelling="")


def _word(one: Sighting, *, after: bool) -> str:
    if one.form.half == ("after" if after else "before"):
        return bare(one.half)
    if after:
        return bare(one.form.tail if one.form.date_first else one.form.gap)
    return bare(one.form.gap.lstrip(LEAD))


def _late(words: Sequence[str], seen: Sequence[Sighting]) -> str:
    """Return the word for the half after noon: the one that comes second on most days.

    Where no day has both, the one beside the hours that few people are awake in otherwise.
    """
    first, second = sorted({*words})
    for word, other in ((first, second), (second, first)):
        if word in halves():
            return word if halves()[word][1] else other
    turns = Counter(
        later
        for (word, one), (later, next_) in pairwise(zip(words, seen, strict=True))
        if word != later and one.date == next_.date
    )
    if turns[first] == turns[second]:
        turns = Counter(
            word for word, one in zip(words, seen, strict=True) if int(one.hour) in _AFTERNOON
        )
    return max(first, second, key=turns.__getitem__)
