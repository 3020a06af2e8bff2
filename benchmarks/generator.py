"""Plausible chats of made-up people, and files as phones in many languages would write them."""
# ruff: noqa: S311 - headers are in many scripts, and the dice need not be secret

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from amends.chats.message import EPOCH

LRM, NARROW, NO_BREAK, RLM = "\u200e", "\u202f", "\u00a0", "\u200f"
DIGITS = "0123456789"
ARABIC, PERSIAN, HINDI, BENGALI = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯"
WORDS = [
    "I",
    "you",
    "we",
    "it",
    "that",
    "this",
    "today",
    "tomorrow",
    "home",
    "late",
    "sorry",
    "talk",
    "time",
    "kids",
    "dinner",
    "work",
    "tired",
    "love",
    "really",
    "please",
    "maybe",
    "never",
    "always",
    "again",
    "left",
    "added",
    "removed",
    "changed",
    "joined",
    "created",
    "deleted",
    "missed",
    "call",
    "video",
    "image",
    "omitted",
    "Monday",
    "sure",
    "ok",
    "yes",
    "no",
    "why",
    "because",
    "phone",
    "train",
    "door",
    "night",
    "morning",
    "week",
    "plan",
    "money",
    "car",
    "mum",
    "room",
    "never",
    "mind",
    "see",
    "soon",
]
PIECES = (
    "Note: call the school", "https://example.org/a?b=1:2", "\U0001f469\u200d\U0001f467 ❤️",
    "it is 12:30", "3/4 of it", "<3", "(really)", "who left?", "Bob: said so", "1. one\n2. two",
    "first\n\n  indented\nlast", "PS: no", "14.02.2026 at 8", "you added sugar", "ok >", "😢",
    "We changed plans", "tomorrow 9:30 - dentist", "- one\n- two:\n\n- three",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One message: by whom (nobody: the app), when, what."""

    at: datetime
    name: str
    text: str


@dataclass(frozen=True)
class Style:
    """How one phone writes: `header` has d, m, Y, y, H, h, M, S and p, the half of the day."""

    header: str
    halves: tuple[str, str] = ("", "")
    digits: str = DIGITS
    iphone: bool = False

    def head(self, at: datetime) -> str:
        """Return what stands before the name."""
        numbers = {"d": at.day, "m": at.month, "Y": at.year, "y": at.year % 100}
        clock = {"H": at.hour, "h": at.hour % 12 or 12, "M": at.minute, "S": at.second}
        shown = self.header.format(**numbers, **clock, p=self.halves[at.hour >= 12])
        return shown.translate(str.maketrans(DIGITS, self.digits))

    @property
    def seconds(self) -> bool:
        """Say whether it writes seconds."""
        return "{S" in self.header

    @property
    def order(self) -> str:
        """Return how day, month and year stand in it."""
        long = {"d": "day", "m": "month", "Y": "year", "y": "year"}
        places = sorted((self.header.find("{" + one), long[one]) for one in long)
        return "-".join(one for place, one in places if place >= 0)


AM_PM = ("AM", "PM")
STYLES = {
    "en-gb": Style("{d:02}/{m:02}/{Y}, {H:02}:{M:02} - "),
    "en-gb iphone": Style("[{d:02}/{m:02}/{Y}, {H:02}:{M:02}:{S:02}] ", iphone=True),
    "en-us": Style("{m}/{d}/{y:02}, {h}:{M:02} {p} - ", AM_PM),
    "en-us 2023": Style("{m}/{d}/{y:02}, {h}:{M:02}" + NARROW + "{p} - ", AM_PM),
    "en-us 24": Style("{m}/{d}/{y:02}, {H:02}:{M:02} - "),
    "en-us iphone": Style(
        "[{m}/{d}/{y:02}, {h}:{M:02}:{S:02}" + NARROW + "{p}] ", AM_PM, iphone=True
    ),
    "en-us legacy": Style("{m}/{d}/{y:02}, {h}:{M:02}:{S:02} {p}: ", AM_PM, iphone=True),
    "en-au": Style("{d}/{m}/{y:02}, {h}:{M:02} {p} - ", ("am", "pm")),
    "en-in": Style("{d:02}/{m:02}/{y:02}, {h}:{M:02}" + NARROW + "{p} - ", ("am", "pm")),
    "en-za": Style("{Y}/{m:02}/{d:02}, {H:02}:{M:02} - "),
    "en-ca iphone": Style(
        "[{Y}-{m:02}-{d:02}, {h}:{M:02}:{S:02} {p}] ", ("a.m.", "p.m."), iphone=True
    ),
    "de": Style("{d:02}.{m:02}.{y:02}, {H:02}:{M:02} - "),
    "de iphone": Style("[{d:02}.{m:02}.{y:02}, {H:02}:{M:02}:{S:02}] ", iphone=True),
    "de legacy": Style("{d:02}.{m:02}.{y:02} {H:02}:{M:02}:{S:02}: ", iphone=True),
    "de old": Style("{d:02}.{m:02}.{Y}, {H:02}:{M:02} - "),
    "es": Style("{d}/{m}/{y:02}, {H}:{M:02} - "),
    "es-mx": Style("{d:02}/{m:02}/{y:02}, {h}:{M:02} {p} - ", ("a. m.", "p. m.")),
    "es-co": Style(
        "{d}/{m:02}/{y:02}, {h}:{M:02}" + NARROW + "{p} - ",
        ("a." + NO_BREAK + "m.", "p." + NO_BREAK + "m."),
    ),
    "es iphone": Style("[{d}/{m}/{y:02}, {H}:{M:02}:{S:02}] ", iphone=True),
    "fr": Style("{d:02}/{m:02}/{Y}, {H:02}:{M:02} - "),
    "fr à": Style("{d:02}/{m:02}/{Y} à {H:02}:{M:02} - "),
    "fr-ca": Style("{Y}-{m:02}-{d:02} {H} h {M:02} - "),
    "it iphone": Style("[{d:02}/{m:02}/{y:02}, {H:02}:{M:02}:{S:02}] ", iphone=True),
    "pt-br": Style("{d:02}/{m:02}/{Y} {H:02}:{M:02} - "),
    "nl": Style("{d:02}-{m:02}-{Y} {H:02}:{M:02} - "),
    "nl iphone": Style("[{d:02}-{m:02}-{y:02} {H:02}:{M:02}:{S:02}] ", iphone=True),
    "da": Style("{d:02}.{m:02}.{Y} {H:02}.{M:02} - "),
    "nb": Style("{d:02}.{m:02}.{Y}, {H:02}:{M:02} - "),
    "sv": Style("{Y}-{m:02}-{d:02} {H:02}:{M:02} - "),
    "sv iphone": Style("[{Y}-{m:02}-{d:02} {H:02}:{M:02}:{S:02}] ", iphone=True),
    "fi": Style("{d}.{m}.{Y} klo {H}.{M:02} - "),
    "fi iphone": Style("[{d}.{m}.{Y} klo {H}.{M:02}.{S:02}] ", iphone=True),
    "et": Style("{d:02}.{m:02}.{y:02} {H:02}:{M:02} - "),
    "lv": Style("{d:02}.{m:02}.{y:02} {H:02}:{M:02} - "),
    "lt": Style("{Y}-{m:02}-{d:02}, {H:02}:{M:02} - "),
    "pl": Style("{d}.{m:02}.{Y}, {H:02}:{M:02} - "),
    "cs": Style("{d:02}.{m:02}.{y:02} {H}:{M:02} - "),
    "cs spaced": Style("{d}. {m}. {Y} {H}:{M:02} - "),
    "sk iphone": Style("[{d}. {m}. {Y}, {H}:{M:02}:{S:02}] ", iphone=True),
    "sl": Style("{d}. {m}. {y:02}, {H:02}:{M:02} - "),
    "hr": Style("{d:02}. {m:02}. {Y}. {H:02}:{M:02} - "),
    "sr": Style("{d}.{m}.{y:02}. {H:02}:{M:02} - "),
    "hu": Style("{Y}. {m:02}. {d:02}. {H}:{M:02} - "),
    "ro": Style("{d:02}.{m:02}.{Y}, {H:02}:{M:02} - "),
    "bg": Style("{d:02}.{m:02}.{y:02} г., {H}:{M:02} ч. - "),
    "el": Style("{d}/{m}/{y:02}, {h}:{M:02} {p} - ", ("π.μ.", "μ.μ.")),
    "ru": Style("{d:02}.{m:02}.{Y}, {H:02}:{M:02} - "),
    "ru iphone": Style("[{d:02}.{m:02}.{Y}, {H:02}:{M:02}:{S:02}] ", iphone=True),
    "uk": Style("{d:02}.{m:02}.{y:02}, {H:02}:{M:02} - "),
    "tr": Style("{d}.{m:02}.{Y} {H:02}:{M:02} - "),
    "tr 12": Style("{d}.{m:02}.{Y} {h}:{M:02} {p} - ", ("ÖÖ", "ÖS")),
    "he": Style("{d}.{m}.{Y}, {H}:{M:02} - "),
    "he iphone": Style("[{d}.{m}.{Y}, {H}:{M:02}:{S:02}] ", iphone=True),
    "ar": Style(
        "{d}" + RLM + "/{m}" + RLM + "/{Y}، {h}:{M:02}" + NO_BREAK + "{p} - ", ("ص", "م"), ARABIC
    ),
    "ar western": Style("{d:02}/{m:02}/{Y}, {h}:{M:02} {p} - ", ("ص", "م")),
    "ar iphone": Style(
        "[{d}" + RLM + "/{m}" + RLM + "/{Y} {h}:{M:02}:{S:02} {p}] ",
        ("ص", "م"),
        ARABIC,
        iphone=True,
    ),
    "fa": Style("{Y}/{m}/{d}،" + RLM + " {H}:{M:02} - ", digits=PERSIAN),
    "fa 12": Style("{Y}/{m}/{d}، {h}:{M:02} {p} - ", ("ق.ظ.", "ب.ظ."), PERSIAN),
    "ur": Style("{d}/{m}/{y:02}, {h}:{M:02} {p} - ", ("AM", "PM")),
    "hi": Style("{d:02}/{m:02}/{y:02}, {h}:{M:02} {p} - ", ("am", "pm")),
    "hi digits": Style("{d}/{m}/{y:02}, {h}:{M:02} {p} - ", ("पूर्वाह्न", "अपराह्न"), HINDI),
    "mr": Style("{d}/{m}/{y:02}, {h}:{M:02} {p} - ", ("म.पू.", "म.उ."), HINDI),
    "bn": Style("{d}/{m}/{y:02}, {h}:{M:02} {p} - ", AM_PM, BENGALI),
    "ta": Style("{d}/{m}/{y:02}, {p} {h}:{M:02} - ", ("முற்பகல்", "பிற்பகல்")),
    "id": Style("{d:02}/{m:02}/{y:02} {H:02}.{M:02} - "),
    "id iphone": Style("[{d:02}/{m:02}/{y:02} {H:02}.{M:02}.{S:02}] ", iphone=True),
    "ms": Style("{d}/{m:02}/{Y}, {h}:{M:02} {p} - ", ("PG", "PTG")),
    "vi": Style("{d:02}/{m:02}/{Y}, {H:02}:{M:02} - "),
    "vi first": Style("{H:02}:{M:02}, {d:02}/{m:02}/{Y} - "),
    "vi 12": Style("{d}/{m}/{y:02}, {h}:{M:02} {p} - ", ("SA", "CH")),
    "th": Style("{d}/{m}/{Y} {H:02}:{M:02} - "),
    "zh": Style("{Y}/{m}/{d} {p}{h}:{M:02} - ", ("上午", "下午")),
    "zh iphone": Style("[{Y}/{m}/{d} {p}{h}:{M:02}:{S:02}] ", ("上午", "下午"), iphone=True),
    "zh 24": Style("{Y}/{m}/{d} {H:02}:{M:02} - "),
    "zh-hk": Style("{d}/{m}/{Y} {p}{h}:{M:02} - ", ("上午", "下午")),
    "ja": Style("{Y}/{m:02}/{d:02} {H}:{M:02} - "),
    "ja iphone": Style("[{Y}/{m:02}/{d:02} {H}:{M:02}:{S:02}] ", iphone=True),
    "ja 12": Style("{Y}/{m:02}/{d:02} {p}{h}:{M:02} - ", ("午前", "午後")),
    "ko": Style("{Y}. {m}. {d}. {p} {h}:{M:02} - ", ("오전", "오후")),
    "ko iphone": Style("[{Y}. {m}. {d}. {p} {h}:{M:02}:{S:02}] ", ("오전", "오후"), iphone=True),
    "ko short": Style("{y:02}. {m}. {d}. {p} {h}:{M:02} - ", ("오전", "오후")),
    "no space": Style("[{d:02}/{m:02}/{y:02},{H:02}:{M:02}:{S:02}] ", iphone=True),
    "23:33 PM": Style("{d:02}/{m:02}/{Y}, {H:02}:{M:02} {p} - ", AM_PM),
    "web": Style("[{H:02}:{M:02}, {d}/{m}/{Y}] ", iphone=True),
}
"""Phones by language, after the common data on languages and what exports have shown."""


def chat(
    number: int, seed: int = 1, people: Sequence[str] = ("Alice", "Bob"), pace: float = 1
) -> Iterator[Said]:
    """Yield so many messages: bursts and silences over months, short answers and long letters.

    At a pace of one they are about ninety a day.
    """
    dice = random.Random(seed)
    at = EPOCH + timedelta(days=16_800 + dice.randrange(1500), seconds=27_665)  # from 2016 on
    name = people[0]
    for _ in range(number):
        at += timedelta(seconds=1 + int(_pause(dice) / pace))
        name = dice.choice(people) if dice.random() < 0.6 else name
        yield Said(at, name, _text(dice))


def _pause(dice: random.Random) -> float:
    """Return seconds until the next message: an answer, an hour later, the next day, a silence."""
    kind = dice.random()
    if kind < 0.85:
        return dice.expovariate(1 / 50)
    if kind < 0.97:
        return dice.expovariate(1 / 3600)
    return dice.expovariate(1 / 14_400) if kind < 0.9995 else dice.uniform(0, 1_000_000)


def _text(dice: random.Random) -> str:
    if dice.random() < 0.08:
        return dice.choice(PIECES)
    words = dice.choices(WORDS, k=1 + int(dice.expovariate(1 / 8)))
    return " ".join(words) + dice.choice(("", "", "", ".", "?", " 😢", "\n" + " ".join(words)))


def written(said: Sequence[Said], style: Style) -> str:
    """Return a file as a phone would write it."""
    ending = "\r\n" if style.iphone else "\n"
    return "".join(f"{style.head(one.at)}{_line(one, style)}{ending}" for one in said)


def _line(one: Said, style: Style) -> str:
    if one.name:
        return f"{one.name}: {one.text}"
    return f"Bob: {LRM}{one.text}" if style.iphone else one.text
