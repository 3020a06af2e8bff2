"""What can be wrong with an export, each in one clear sentence without a word of the chat."""


class ChatsError(Exception):
    """An export that cannot be read: `problem` says why, `hint` what to do."""

    problem = "This export cannot be read."
    hint = "Export the chat once more in the app, and try that file."

    def __str__(self) -> str:
        """Return the sentence."""
        return self.problem


class NotThere(ChatsError):
    """No such file."""

    problem = "There is no such file."
    hint = "Check the name, or drag the file into the window."


class EmptyExport(ChatsError):
    """A file without a byte, or a folder without a file."""

    problem = "The file is empty."


class UnknownExport(ChatsError):
    """No importer knows it."""

    problem = "This is no chat export that amends knows."
    hint = "docs/chats.md lists the apps, and how to export from each."


class NotText(ChatsError):
    """A picture, a film, a program: not an export."""

    problem = "This is a picture or another kind of file, not the text of a chat."
    hint = (
        "In the app, choose to export the chat, and take the file that ends in .txt, .zip or .json."
    )


class DamagedExport(ChatsError):
    """The file breaks off or is not what its name says."""

    problem = "The file is damaged: it breaks off, or its inside is not what its name says."


class TooLarge(ChatsError):
    """More than is read, or something that unpacks into far more than it is."""

    problem = "The file is too large, or unpacks into far more than a chat can be."
    hint = "Export without media: the words are all that amends reads."


class NoMessages(ChatsError):
    """Known as the export of an app, but nothing in it could be read as a message."""

    problem = "The app is known, but nothing in the file could be read as a message."
    hint = "Export the chat once more. If it stays so, the app may have a new form: please tell us."


class PackedDatabase(ChatsError):
    """A database inside a zip: it can be read only where it lies."""

    problem = "The messages are in a database inside a zip, which cannot be read there."
    hint = "Unpack the zip, and choose the folder that comes out."
