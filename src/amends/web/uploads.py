"""Files that come in with a form: in memory, never on a disk, and only so many bytes."""

from mimetypes import guess_type
from typing import TYPE_CHECKING, Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParser
from django.utils.datastructures import MultiValueDict

MOST = 64 * 2**20
"""Bytes of one form with its files: room for a backup that is brought back."""
MOST_OF_CHATS = 256 * 2**20
"""Bytes on the page of chats: 880,000 messages as Telegram writes them, which take the server four
times these bytes for a moment (measured with 163 MB). A zip holds ten times as much."""
CHATS = "/chats/"
FOLDER = "folder"
"""The field for a whole folder: what is no text is let go while it comes in."""
_NO_WORDS = ("image/", "video/", "audio/", "font/")

if TYPE_CHECKING:
    Parsed = tuple[QueryDict, MultiValueDict[str, UploadedFile[Any]]]


def is_too_large(request: HttpRequest) -> bool:
    """Say whether the form was larger than is taken here, so that its files were let go."""
    return bool(getattr(request, "has_let_go", False))


def name_inside(file: "UploadedFile[Any]") -> str:
    """Return the name of a file with the folders that it came in."""
    return str(getattr(file, "inside", file.name))


class InMemory(MemoryFileUploadHandler):
    """Takes files into memory; a form that is too large keeps its fields and loses its files."""

    is_asked = False
    inside = ""
    is_wanted = True

    def handle_raw_input(  # type: ignore[override]
        self,
        input_data: Any,  # noqa: ANN401 - Django's signature
        meta: dict[str, Any],
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> "Parsed | None":
        """Read the form so that names of files keep their folders."""
        del boundary
        if self.is_asked:  # by the parser below, once more
            return None
        self.is_asked = True
        request = cast("HttpRequest", self.request)
        self.activated = content_length <= (MOST_OF_CHATS if request.path == CHATS else MOST)
        request.has_let_go = not self.activated  # type: ignore[attr-defined]
        return _WithFolders(meta, input_data, [self], encoding).parse()

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's signature
        """Begin a file."""
        self.inside = str(args[1])
        field, name = str(args[0]), self.inside.rpartition("/")[2]
        self.is_wanted = field != FOLDER or not (guess_type(name)[0] or "").startswith(_NO_WORDS)
        super().new_file(field, name, *args[2:], **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Take a piece of a file, or let it go."""
        return super().receive_data_chunk(raw_data, start) if self.is_wanted else None

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        """Return the file, if it is one to keep."""
        file = super().file_complete(file_size) if self.is_wanted else None
        if file is not None:
            file.inside = self.inside  # type: ignore[attr-defined]
        return file


class _WithFolders(MultiPartParser):
    def sanitize_file_name(self, file_name: str) -> str | None:
        """Return a name whose folders are plain ones; it opens nothing on this machine."""
        parts = (super(_WithFolders, self).sanitize_file_name(one) for one in file_name.split("/"))
        return "/".join(part for part in parts if part) or None
