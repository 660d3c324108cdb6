"""Work that only one process at a time may do, and whose end is seen even when it is killed.

The lock belongs to the process that holds it: the system lets go of it when the process dies.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from participatie.core.uploads import folder_of

FOLDER = "locks"


@contextmanager
def held_alone(name: str) -> Iterator[bool]:
    """Hold a lock during the block, and tell whether we got it; nobody waits."""
    path = folder_of(FOLDER) / name
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def is_held(name: str) -> bool:
    """Tell whether someone holds the lock now."""
    with held_alone(name) as is_free:
        return not is_free
