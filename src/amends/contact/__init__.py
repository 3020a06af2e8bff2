"""The agreement, the contact log, the drawer, and the gate that says whether a draft may leave."""

from amends.contact.agreement import Agreement, Earlier, begin, change, in_force, withdraw
from amends.contact.draft import Dismissed, Draft, DraftVersion, dismiss, take_up, write
from amends.contact.drawer import (
    DrawerStatistics,
    cool,
    copyable,
    drawer_statistics,
    mark_sent,
    put_away,
    put_back,
    rate_urge,
    reread,
    take_out,
)
from amends.contact.errors import (
    AlreadySent,
    AnotherIsOut,
    AskAgain,
    Closed,
    ContactError,
    EmptyDraft,
    NeedsTheirWords,
    NoLongerWanted,
    NotInDrawer,
    NotReread,
    NotTakenOut,
    NotYet,
    OwnContactStays,
    StillWaiting,
    UrgeOffScale,
)
from amends.contact.exports import stays_inside
from amends.contact.gate import Verdict, verdict
from amends.contact.keeping import KeptDay, kept_days, make_exception
from amends.contact.log import Contact, Tally, enter, strike, tally
from amends.contact.putting_down import hold_back
from amends.contact.reasons import Reason
from amends.contact.terms import REFUSALS, State, Terms
from amends.contact.waits import cools_at
from amends.contact.words import Words

__all__ = [
    "REFUSALS",
    "Agreement",
    "AlreadySent",
    "AnotherIsOut",
    "AskAgain",
    "Closed",
    "Contact",
    "ContactError",
    "Dismissed",
    "Draft",
    "DraftVersion",
    "DrawerStatistics",
    "Earlier",
    "EmptyDraft",
    "KeptDay",
    "NeedsTheirWords",
    "NoLongerWanted",
    "NotInDrawer",
    "NotReread",
    "NotTakenOut",
    "NotYet",
    "OwnContactStays",
    "Reason",
    "State",
    "StillWaiting",
    "Tally",
    "Terms",
    "UrgeOffScale",
    "Verdict",
    "Words",
    "begin",
    "change",
    "cool",
    "cools_at",
    "copyable",
    "dismiss",
    "drawer_statistics",
    "enter",
    "hold_back",
    "in_force",
    "kept_days",
    "make_exception",
    "mark_sent",
    "put_away",
    "put_back",
    "rate_urge",
    "reread",
    "stays_inside",
    "strike",
    "take_out",
    "take_up",
    "tally",
    "verdict",
    "withdraw",
    "write",
]
