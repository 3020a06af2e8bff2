"""No pattern stands out of words and times that mean nothing."""

import pytest

from amends.chats.chance import chance_of
from amends.chats.patterns import modules
from amends.chats.talk import THEM, Talk
from tests.chats.patterns.conftest import random_talk


@pytest.mark.parametrize("name", [module.NAME for module in modules()])
def test_it_is_silent_where_there_is_nothing(name: str) -> None:
    module = next(one for one in modules() if name == one.NAME)

    def count(talk: Talk) -> int:
        return sum(one.who == THEM for one in module.find(talk))

    out = [
        chance_of(random_talk(1500, seed, share), count, module.SHUFFLED).stands_out
        for seed, share in enumerate([0.3, 0.4, 0.5, 0.6, 0.7] * 4)
    ]

    assert out.count(True) <= 1
