"""One case is read in this process; a worker reads thousands in little memory."""

import resource
import time
import traceback
from dataclasses import dataclass

from amends.chats import ChatsError, moment, read_upload
from tests.chats.fuzz.cases import case

SLOW = 5.0
"""Seconds; more is a fault."""
FAT = 512 * 2**20
"""Bytes of memory that a worker may have in all."""


@dataclass(frozen=True)
class Told:
    """How one case went: `fault` is empty where it was read, or told in one of our errors."""

    number: int
    name: str
    seconds: float
    read: int
    fault: str = ""


def tell(seed: int, number: int) -> Told:
    """Read one case."""
    name, file, content = case(seed, number)
    started, rows, fault = time.process_time(), 0, ""
    try:
        conversation = read_upload(file, content)
        rows = len(conversation)
        for one in conversation.messages.sent_at:
            moment(one)
        "".join([*conversation.messages.text, *conversation.people]).encode()
    except ChatsError as error:
        fault = "" if str(error) and "\n" not in str(error) else f"said {error!r}"
    except Exception:  # noqa: BLE001 - this is what is looked for
        fault = traceback.format_exc(limit=-4)
    took = time.process_time() - started
    if not fault and took > SLOW:
        fault = f"took {took:.1f} s"
    return Told(number, name, took, rows, fault)


def limit_memory() -> None:
    """Take no more than FAT from here on."""
    resource.setrlimit(resource.RLIMIT_AS, (FAT, FAT))
