"""Exports that are brought in: files each by itself, a folder as one; how far that is, is told."""

import json
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Event, Thread

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from amends.chats import (
    ChatsError,
    Conversation,
    Told,
    UnknownExport,
    read_folder,
    read_upload,
    silent,
)
from amends.web.content import words
from amends.web.uploads import FOLDER, name_inside


@dataclass(frozen=True)
class Upload:
    """One export as it came: its files by their names."""

    contents: Mapping[str, bytes] = field(repr=False)
    is_folder: bool = False

    @property
    def name(self) -> str:
        """Return what the file is called; a folder has no name of its own here."""
        return "" if self.is_folder else next(iter(self.contents))

    def read(self, told: Told) -> Conversation:
        """Return the conversation in it; raises ChatsError."""
        if self.is_folder:
            return read_folder(FOLDER, self.contents, told)
        ((name, content),) = self.contents.items()
        return read_upload(name, content, told)


@dataclass(frozen=True)
class Read:
    """What could be read, and for each export that could not: its number, name, why, and a hint."""

    conversations: tuple[Conversation, ...] = field(repr=False)
    problems: tuple[tuple[int, str, str, str], ...] = field(repr=False)
    count: int


class Stopped(Exception):
    """Whoever brought it in has left."""


def uploads_in(request: HttpRequest) -> list[Upload]:
    """Return the exports of a form."""
    files = [Upload({file.name or "": file.read()}) for file in request.FILES.getlist("exports")]
    inside = {name_inside(file): file.read() for file in request.FILES.getlist(FOLDER)}
    return [*files, Upload(inside, is_folder=True)] if inside else files


def read_all(uploads: Sequence[Upload], told: Told = silent) -> Read:
    """Read each export; one that cannot be read keeps no other out."""
    read, problems = [], []
    for number, upload in enumerate(uploads):
        try:
            read.append(upload.read(_part(told, number, len(uploads))))
        except ChatsError as error:
            problems.append((number + 1, upload.name, error.problem, _hint(error)))
    return Read(tuple(read), tuple(problems), len(uploads))


def _hint(error: ChatsError) -> str:
    """Return what to do, as a page says it: it has its own list of apps."""
    return str(words("chats-page")["unknown"]) if isinstance(error, UnknownExport) else error.hint


def _part(told: Told, number: int, count: int) -> Told:
    return lambda share: told((number + share) / count)


def read_and_tell(
    uploads: Sequence[Upload], kept: Callable[[Read], HttpResponse]
) -> StreamingHttpResponse:
    """Answer with a line of JSON for each step, and at last with where to go or the page to show.

    `kept` does with what was read what the plain form does.
    """
    return StreamingHttpResponse(told_lines(uploads, kept), content_type="application/x-ndjson")


def told_lines(
    uploads: Sequence[Upload], kept: Callable[[Read], HttpResponse]
) -> Generator[str, None, None]:
    """Yield the lines of that answer; closed before the end, it keeps nothing."""
    heard: SimpleQueue[float | Read | Exception] = SimpleQueue()
    has_left = Event()
    Thread(target=_read_aside, args=(uploads, heard, has_left), daemon=True).start()
    try:
        while isinstance(said := heard.get(), float):
            yield _line(share=round(said, 3))
        if isinstance(said, Exception):
            raise said
        answer = kept(said)
        where = answer.headers.get("Location")
        yield _line(go=where) if where else _line(page=answer.content.decode())
    finally:
        has_left.set()


def _read_aside(
    uploads: Sequence[Upload], heard: "SimpleQueue[float | Read | Exception]", has_left: Event
) -> None:
    """Read while the steps are sent; stops at the next step after whoever waits has left."""

    def told(share: float) -> None:
        if has_left.is_set():
            raise Stopped
        heard.put(share)

    try:
        heard.put(read_all(uploads, told))
    except Exception as error:  # noqa: BLE001  raised again where the answer is made
        heard.put(error)


def _line(**said: object) -> str:
    return json.dumps(said) + "\n"
