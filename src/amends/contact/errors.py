"""What the gate and the drawer refuse: a class for each problem, no written word in any."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.contact.gate import Verdict


class ContactError(Exception):
    """Something about contact cannot be done, or not now."""

    problem: str = "This cannot be done now."
    hint: str = "Nothing was changed."

    def __str__(self) -> str:
        return f"{self.problem}\nhint: {self.hint}"


class NeedsTheirWords(ContactError):
    """Looser terms that rest on what the other person said, without their words."""

    problem = "This rests on the other person's own words, and they are missing."
    hint = "Write down what they said to you, even if it is short. If they said nothing, leave it."


class Closed(ContactError):
    """The gate says no; `verdict` says why, for a page to show."""

    problem = "The gate is closed, so the draft stays in the drawer."
    hint = "The agreement says what is possible now."

    def __init__(self, verdict: "Verdict") -> None:
        super().__init__()
        self.verdict = verdict


class AskAgain(ContactError):
    """A verdict that was given for another moment, or about another topic."""

    problem = "The gate was asked at another time, or about something else."
    hint = "Open the draft again; the gate is asked anew."


class EmptyDraft(ContactError):
    """Nothing to put away."""

    problem = "There is nothing in this draft yet."
    hint = "Write a line, then put it away."


class UrgeOffScale(ContactError):
    """An urge outside 0 to 10."""

    problem = "The urge goes from 0 to 10."
    hint = "Choose a number on the scale; it is only for you."


class NotInDrawer(ContactError):
    """A draft that was not put away."""

    problem = "This draft is not in the drawer."
    hint = "Put it away first; it waits there for a day."


class StillWaiting(ContactError):
    """A draft whose wait is not over; `opens` is when it is."""

    problem = "This draft has not waited long enough."
    hint = "Come back when its day in the drawer is over."

    def __init__(self, opens: datetime) -> None:
        super().__init__()
        self.opens = opens


class NotReread(ContactError):
    """A draft that was not read again after its wait."""

    problem = "This draft was not read again after its wait."
    hint = "Read it once more, then say whether you still want to send it."


class NoLongerWanted(ContactError):
    """A draft that its writer no longer wants to send."""

    problem = "You decided that this draft need not be sent."
    hint = "It can stay where it is. If you changed your mind, read it again first."


class AnotherIsOut(ContactError):
    """A second draft at the same time."""

    problem = "Another draft is out of the drawer, and one at a time is enough."
    hint = "Say that you sent the other one, or put it back."


class NotTakenOut(ContactError):
    """A draft that never left the drawer."""

    problem = "This draft was not taken out of the drawer."
    hint = "If you wrote to them in another way, write that down in the contact log."


class AlreadySent(ContactError):
    """A draft that has been sent."""

    problem = "This draft was sent; it stays as it is."
    hint = "Begin a new draft for something new."


class NotYet(ContactError):
    """A contact that lies in the future."""

    problem = "This contact lies in the future."
    hint = "Write it down once it has happened."


class OwnContactStays(ContactError):
    """A contact of one's own that was to be struck out."""

    problem = "What you did stays in the contact log."
    hint = "Only what they did can be struck out, when it did not happen."
