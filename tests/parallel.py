"""Doing one thing many times at the same moment, each in a transaction of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

T = TypeVar("T")
TIMES = 20


def all_at_once(action: Callable[[], T], times: int = TIMES) -> list[T]:
    """Return what each of `times` simultaneous calls returned."""
    start = Barrier(times)

    def wait_and_do() -> T:
        start.wait()
        return action()

    with ThreadPoolExecutor(times) as pool:
        return [job.result() for job in [pool.submit(wait_and_do) for _ in range(times)]]
