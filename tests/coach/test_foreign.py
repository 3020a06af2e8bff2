"""Whether the coach can read a language."""

import pytest

from amends.coach import Rules, is_foreign

RULES = Rules.load("en")


@pytest.mark.parametrize(
    "text",
    [
        "Es tut mir leid, dass ich am Sonntag so laut war.",
        "Lo siento mucho por todo lo que te hice el domingo.",
        "Je suis désolé de t'avoir crié dessus devant ta mère.",
        "Прости меня за всё, что я сказал в воскресенье",
    ],
)
def test_other_languages_are_told(text: str) -> None:
    assert is_foreign(text, RULES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Perdón.",
        "im sorry i missed ur show, work was mad n my phone died",
        "Omo I dey sorry say I no show for your sister introduction.",
        "I said 'lo siento' to your mother and she laughed.",
    ],
)
def test_english_in_any_dress_is_read(text: str) -> None:
    assert not is_foreign(text, RULES)
