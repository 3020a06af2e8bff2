"""Random stories of two people: nobody ever reads what was not released to them.

`STORIES=10000 pytest tests/store/test_spaces_at_random.py` tells as many; each run a few hundred.
"""

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from django.db import connection

from amends.store import Vault, accept, invite, space_of
from tests.store.cast import Cast
from tests.store.test_spaces import Words

NOW = datetime(2026, 3, 14, 21, 5, tzinfo=UTC)
STORIES = int(os.environ.get("STORIES", "300"))
STEPS = 6


@dataclass
class Story:
    """What really happened, told without any of the code under test: who may read which words."""

    vaults: tuple[Vault, Vault]
    random: Random
    code: str = ""
    inviter: int = -1
    inside: set[int] = field(default_factory=set)
    readers: dict[str, set[int]] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)
    written: int = 0

    def step(self) -> None:
        """Do one thing that is possible now."""
        who = self.random.randrange(2)
        acts = [self._invite] if len(self.inside) < 2 else [self._release, self._withdraw]
        if self.code and who != self.inviter and who not in self.inside:
            acts = [self._accept]
        if who in self.inside:
            acts.append(self._leave)
        self.random.choice(acts)(who)

    def _invite(self, who: int) -> None:
        if self.inside and who not in self.inside:
            return  # their own space would be another one
        space_of(self.vaults[who], NOW)  # a page looks first whether the other has left
        self.code, self.inviter = invite(self.vaults[who], NOW), who
        self.inside.add(who)

    def _accept(self, who: int) -> None:
        accept(self.vaults[who], self.code, NOW)
        self.code = ""
        self.inside.add(who)
        space_of(self.vaults[1 - who], NOW)

    def _release(self, who: int) -> None:
        space = space_of(self.vaults[who], NOW)
        assert space is not None
        self.written += 1
        text = f"words {self.written}"
        space.put(Words(text))
        self.readers[text], self.authors[text] = {0, 1}, who

    def _withdraw(self, who: int) -> None:
        space = space_of(self.vaults[who], NOW)
        assert space is not None
        for item in space.mine(Words)[:1]:
            space.delete(Words, item.id)
            self.readers[item.item.text] = set()

    def _leave(self, who: int) -> None:
        space = space_of(self.vaults[who], NOW)
        assert space is not None
        taking = self.random.random() < 0.5
        space.leave(NOW, taking=taking)
        if self.inviter == who:
            self.code, self.inviter = "", -1
        self.inside.discard(who)
        for text, readers in self.readers.items():
            readers.discard(who)
            if (taking and self.authors[text] == who) or not self.inside:
                readers.clear()

    def is_true(self) -> bool:
        """Whether each reads exactly what is theirs to read."""
        return all(self._read_by(who) == self._told_to(who) for who in (0, 1))

    def _read_by(self, who: int) -> set[str]:
        space = space_of(self.vaults[who], NOW)
        return {one.item.text for one in space.all(Words)} if space else set()

    def _told_to(self, who: int) -> set[str]:
        return {text for text, readers in self.readers.items() if who in readers}

    def end(self) -> None:
        """Both go, so that the next story begins with nothing."""
        for vault in self.vaults:
            space = space_of(vault, NOW)
            if space:
                space.leave(NOW)


def test_nobody_reads_what_was_not_released_to_them(cast: Cast, sqlite: Path) -> None:
    assert sqlite
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")  # durability is not what this is about
    vaults = (
        Vault.resume(cast.alice.archive.account.bytes, cast.alice.account_key),
        Vault.resume(cast.bob.archive.account.bytes, cast.bob.account_key),
    )

    for seed in range(STORIES):
        story = Story(vaults, Random(seed))  # noqa: S311 - a story, not a secret
        for _ in range(STEPS):
            story.step()
        assert story.is_true(), f"story {seed}"
        story.end()
