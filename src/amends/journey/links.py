"""What sheets name: other sheets, fields of other sheets, word lists, and evidence."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from amends.journey.evidence import Evidence
from amends.journey.sheet import Exercise, Field
from amends.journey.word_list import WordList
from amends.safety import did_you_mean
from amends.text import ContentError, ContentFile


@dataclass(frozen=True)
class Sheets:
    """All sheets of a language: the sound ones, with their files, and the ids of all of them."""

    sound: Mapping[str, Exercise]
    files: Mapping[str, ContentFile]
    ids: Collection[str]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    lists: Mapping[str, WordList] = field(default_factory=dict)

    def check(self) -> Iterator[ContentError]:
        """Yield every name that names nothing, and every ring of needs."""
        for exercise in self.sound.values():
            yield from self._check_needs(exercise)
            yield from self._check_evidence(exercise)
            yield from self._check_sources(exercise)
            yield from self._check_lists(exercise)
            yield from self._check_each(exercise)
        yield from self._check_rings()

    def _check_needs(self, exercise: Exercise) -> Iterator[ContentError]:
        file = self.files[exercise.id]
        for need in exercise.needs:
            if need not in self.ids:
                problem = f"there is no exercise `{need}`"
                yield file.mistake("needs", problem, did_you_mean(need, _keys(self.ids)))
            elif need in self.sound and self.sound[need].repeats:
                hint = "take it out: a sheet that repeats is never finished"
                yield file.mistake("needs", f"`{need}` repeats, so nothing can wait for it", hint)

    def _check_evidence(self, exercise: Exercise) -> Iterator[ContentError]:
        file = self.files[exercise.id]
        for name in exercise.evidence if self.evidence else ():
            if name not in self.evidence:
                hint = did_you_mean(name, self.evidence)
                yield file.mistake("evidence", f"there is no evidence `{name}`", hint)
            elif not self.evidence[name].is_confirmed:
                problem = f"the evidence `{name}` is not confirmed"
                hint = "it has the grade ? in evidence.toml: confirm it there, or leave it out here"
                yield file.mistake("evidence", problem, hint)

    def _check_sources(self, exercise: Exercise) -> Iterator[ContentError]:
        file = self.files[exercise.id]
        for number, asking in enumerate(exercise.fields):
            problem, hint = self._wrong_with(asking) if asking.source else ("", "")
            if problem:
                yield file.mistake(f"field.{number}.from", problem, hint)

    def _check_lists(self, exercise: Exercise) -> Iterator[ContentError]:
        file = self.files[exercise.id]
        for number, asking in enumerate(exercise.fields):
            for one in (asking, *asking.columns):
                if one.word_list and one.word_list not in self.lists:
                    key = "list" if one is asking else "columns"
                    problem = f"there is no word list `{one.word_list}`"
                    hint = did_you_mean(one.word_list, self.lists)
                    yield file.mistake(f"field.{number}.{key}", problem, hint)

    def _check_each(self, exercise: Exercise) -> Iterator[ContentError]:
        file, long = self.files[exercise.id], {one.name for one in exercise.fields if _is_line(one)}
        if exercise.each and exercise.each not in long:
            problem = f"`each` names no required field of type long: `{exercise.each}`"
            yield file.mistake("each", problem, did_you_mean(exercise.each, dict.fromkeys(long)))
        for number, asking in enumerate(exercise.fields):
            if asking.drawn and not exercise.repeats:
                hint = "write repeats = true above the first [[field]]"
                problem = "`drawn` stands in a sheet that does not repeat"
                yield file.mistake(f"field.{number}.drawn", problem, hint)
            if asking.marked and asking.name != exercise.each:
                hint = f'write each = "{asking.name}" above the first [[field]]'
                problem = "`marked` stands in a field that `each` does not name"
                yield file.mistake(f"field.{number}.marked", problem, hint)

    def _wrong_with(self, asking: Field) -> tuple[str, str]:
        told, source, column = split_source(asking.source)
        if told not in self.ids:
            return f"`from` names no exercise: `{told}`", did_you_mean(told, _keys(self.ids))
        if told not in self.sound:
            return "", ""
        fields = {one.name: one for one in self.sound[told].fields}
        if source not in fields:
            return f"`from` names no field of {told}: `{source}`", did_you_mean(source, fields)
        columns = {one.name: one for one in fields[source].columns}
        if column and column not in columns:
            hint = did_you_mean(column, columns) if columns else f"{source} has no columns"
            return f"`from` names no column of {told}.{source}: `{column}`", hint
        return "", ""

    def _check_rings(self) -> Iterator[ContentError]:
        known: set[str] = set()
        for name in sorted(self.sound):
            ring = self._ring(name)
            if ring and not known.intersection(ring):
                known.update(ring)
                told = " → ".join([*ring, ring[0]])
                hint = "take one of these needs out"
                yield self.files[name].mistake("needs", f"these wait for each other: {told}", hint)

    def _ring(self, first: str) -> tuple[str, ...]:
        """Return the shortest way from an exercise along its needs back to it, or nothing."""
        trails: deque[tuple[str, ...]] = deque([(first,)])
        seen = {first}
        while trails:
            trail = trails.popleft()
            needs = self.sound[trail[-1]].needs if trail[-1] in self.sound else ()
            if first in needs:
                return trail
            trails += [(*trail, need) for need in needs if need not in seen]
            seen.update(needs)
        return ()


def _is_line(one: Field) -> bool:
    return one.type == "long" and one.required


def split_source(source: str) -> tuple[str, str, str]:
    """Return exercise, field and column of `phase/exercise.field.column`."""
    exercise, _, rest = source.partition(".")
    name, _, column = rest.partition(".")
    return exercise, name, column


def _keys(ids: Collection[str]) -> dict[str, None]:
    return dict.fromkeys(sorted(ids))
