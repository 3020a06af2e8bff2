"""What one guess costs: never less than the floor, never so much that the machine stops."""

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.vault import CEILING, FLOOR, CostTooHigh, CostTooLow, KdfCost, OutOfMemory, calibrate
from amends.vault.cost import raised, stretch
from tests.vault.known import each

SECONDS = st.floats(min_value=0, max_value=1e6)


@pytest.mark.asvs("V11.4.2", "V11.4.4")
def test_the_floor_is_the_one_that_the_specification_names() -> None:
    floor = KdfCost(memory_kib=64 * 1024, passes=3, lanes=4)

    assert floor == FLOOR


@pytest.mark.asvs("V11.4.2", "V11.4.4")
@each("parts", [(65535, 3, 4), (65536, 2, 4), (65536, 3, 3), (0, 0, 0), (-1, 3, 4)])
def test_no_cost_is_below_the_floor(parts: tuple[int, int, int]) -> None:
    with pytest.raises(CostTooLow):
        KdfCost(*parts)


@pytest.mark.asvs("V15.2.2")
@each("parts", [(2**20 + 1, 3, 4), (65536, 17, 4), (65536, 3, 17), (2**32 - 1, 65535, 65535)])
def test_no_cost_is_above_the_ceiling(parts: tuple[int, int, int]) -> None:
    with pytest.raises(CostTooHigh):
        KdfCost(*parts)


@given(took=SECONDS, seconds=SECONDS)
def test_calibrating_stays_between_floor_and_ceiling(took: float, seconds: float) -> None:
    cost = raised(FLOOR, took, seconds)

    assert FLOOR.memory_kib <= cost.memory_kib <= CEILING.memory_kib
    assert FLOOR.passes <= cost.passes <= CEILING.passes
    assert cost.lanes == FLOOR.lanes


@given(took=SECONDS, seconds=SECONDS)
def test_calibrating_raises_passes_before_memory(took: float, seconds: float) -> None:
    cost = raised(FLOOR, took, seconds)

    assert cost.memory_kib == FLOOR.memory_kib or cost.passes == 12


@each(
    ("seconds", "memory_kib", "passes"),
    [(0.1, 65536, 3), (0.25, 65536, 3), (0.5, 65536, 6), (1, 65536, 12), (2, 131072, 12)],
)
def test_twice_the_time_is_twice_the_work(seconds: float, memory_kib: int, passes: int) -> None:
    assert raised(FLOOR, took=0.25, seconds=seconds) == KdfCost(memory_kib, passes, 4)


@each("start", [KdfCost(65536, 16, 4), KdfCost(2**20, 3, 4), KdfCost(2**20, 16, 16)])
def test_calibrating_never_lowers_a_cost(start: KdfCost) -> None:
    cost = raised(start, took=0.001, seconds=0.5)

    assert cost.passes >= start.passes
    assert cost.memory_kib >= start.memory_kib


def test_a_slow_machine_gets_the_floor() -> None:
    assert calibrate(0.5, clock=iter(range(0, 1000, 10)).__next__) == FLOOR


def test_a_fast_machine_gets_more_work() -> None:
    """Every run seems to take two thirds of what is wanted, so each of three rounds adds half."""
    assert calibrate(1.5, clock=count().__next__) == KdfCost(65536, 9, 4)


def test_calibrating_with_the_real_clock_gives_a_cost_that_works() -> None:
    cost = calibrate(0.3)

    assert len(stretch(b"secret", bytes(16), cost)) == 32


@pytest.fixture
def little_memory() -> Iterator[None]:
    """Let this process take 256 MiB more, and no further."""
    resource = pytest.importorskip("resource", reason="only POSIX limits memory")
    if sys.platform != "linux":
        pytest.skip("only Linux holds to the limit")
    in_use = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (in_use + 2**28, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@pytest.mark.usefixtures("little_memory")
def test_too_little_memory_is_a_clear_error() -> None:
    with pytest.raises(OutOfMemory):
        stretch(b"secret", bytes(16), KdfCost(memory_kib=2**20, passes=3, lanes=4))
