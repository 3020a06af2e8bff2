from pathlib import Path

import pytest

from amends.journey import Program
from tests.journey.small import small_content


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_content(tmp_path)


@pytest.fixture
def program(folder: Path) -> Program:
    return Program.load("en", folder)
