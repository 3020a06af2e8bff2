"""What keeps to practical matters, and what does not."""

import pytest

from amends.coach import Rules, is_personal, review

RULES = Rules.load()


@pytest.mark.parametrize(
    "text",
    [
        "The rent is due on Friday. Can you pay your half by then?",
        "School called: Maya has a fever. I can fetch her at four.",
        "Thank you for paying the bill.",
        "the vet says rex needs his tablets twice a day",
    ],
)
def test_a_practical_message_is_practical(text: str) -> None:
    assert not is_personal(text, review(text, "message", RULES), RULES)


@pytest.mark.parametrize(
    "text",
    [
        "I miss you so much. Pick-up is at five.",
        "The keys are with Jo. Please come home.",
        "I'm sorry about Sunday. The rent is paid.",
        "i cant sleep without u, also the bins go out tonight",
    ],
)
def test_a_word_of_love_is_personal(text: str) -> None:
    assert is_personal(text, review(text, "message", RULES), RULES)
