"""What patterns are looked for with, as one short name: findings of another name are out of date.

It is made of the content and the code itself, so that nobody has to remember to count up.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from amends.chats.glad_words import FILE as GLAD_FILE
from amends.chats.ruled import FILE as RULED_FILE
from amends.chats.spoken import FILE as SPOKEN_FILE
from amends.chats.telling_patterns import FOLDER
from amends.text import CONTENT

HERE = Path(__file__).parent
CODE = (
    *("patterns/*.py", "tone/*"),
    *("by_quarter.py", "chance.py", "episodes.py", "glad_words.py", "ruled.py", "said_once.py"),
    *("spoken.py", "talk.py", "telling_patterns.py", "vocabulary.py"),
)
"""All that has a say in what is found; reading exports has none, since what was read is kept."""
WORDS = (f"{FOLDER}/*.toml", RULED_FILE, SPOKEN_FILE, GLAD_FILE, "rules/*/*.md", "words/*.txt")


@cache
def looked_with(language: str = "en", folder: Path = CONTENT, code: Path = HERE) -> str:
    """Return the name of the patterns as they are now, in some letters and digits."""
    name = sha256()
    for home, some in ((folder / language, WORDS), (code, CODE)):
        for path in _files(home, some):
            name.update(path.relative_to(home).as_posix().encode() + b"\0")
            name.update(sha256(path.read_bytes()).digest())
    return name.hexdigest()[:16]


def _files(home: Path, some: tuple[str, ...]) -> Iterator[Path]:
    yield from sorted(path for glob in some for path in home.glob(glob) if path.is_file())
