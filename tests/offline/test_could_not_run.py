import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SKIPPED = 'import pytest\ndef test_a_browser() -> None:\n    pytest.skip("no Chromium")\n'


def pytest_on(folder: Path, code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run our set-up on one file, outside of the tests."""
    (folder / "test_it.py").write_text(code)
    known = {name: value for name, value in os.environ.items() if name != "CI"}
    options = ("-p", "tests.conftest", "--ds", "tests.settings", "--rootdir", str(folder), "-q")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-c", os.devnull, str(folder)],
        cwd=ROOT,
        env=known | environment,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(("environment", "code"), [({}, 0), ({"CI": "true"}, 1)])
def test_what_could_not_run_is_named_and_fails_in_ci(
    tmp_path: Path, environment: dict[str, str], code: int
) -> None:
    program = pytest_on(tmp_path, SKIPPED, **environment)

    assert program.returncode == code, program.stdout
    assert "test_it.py::test_a_browser: no Chromium" in program.stdout


def test_when_everything_ran_ci_is_content(tmp_path: Path) -> None:
    program = pytest_on(tmp_path, "def test_it() -> None:\n    assert True\n", CI="true")

    assert program.returncode == 0, program.stdout
    assert "Could not run" not in program.stdout
