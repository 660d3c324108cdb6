"""The omroep: one reader of the journal per process tells every open page of this process.

It knows neither Flask nor gunicorn. A process of its own could run the same reader and tell the
pages of all others: see docs/adr/0010.
"""

import logging
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from participatie.live.queries import read_on
from participatie.live.rules import forget_gaten, is_new, select_for, to_stream
from participatie.live.types import Bericht, Stand, Vraag

POLL_SECONDS = 0.4
AWAY_SECONDS = 2.0
LATEST_SECONDS = 15 * 60
"""A number that did not come in this time belongs to a transaction that was taken back."""
ASKED_SECONDS = 1.0
JUST_TOLD = 50
"""So many messages are kept for a page that caught up just before it came to listen."""
MAX_WAITING = 100
"""So many messages wait for a page that does not take them; then it is told to look anew."""

logger = logging.getLogger(__name__)


class VolError(Exception):
    """This process has as many listeners as it may have, or is about to end."""


@dataclass(eq=False)
class Luisteraar:
    """One open page."""

    vraag: Vraag
    heard: Stand
    waiting: SimpleQueue[Bericht | None] = field(default_factory=SimpleQueue)
    behind: bool = False

    def hear(self, bericht: Bericht) -> None:
        """Put ready what is for this page; one that takes nothing costs no more than so many."""
        meant = select_for(bericht, self.vraag)
        if meant is None:
            return
        if self.waiting.qsize() < MAX_WAITING:
            self.waiting.put(meant)
        else:
            self.behind = True

    def stop(self) -> None:
        """Let the page go: it comes back by itself."""
        self.waiting.put(None)

    def wait(self, seconds: float) -> Bericht | None:
        """Return the next message; an empty one when there is none, None at the end."""
        try:
            bericht = self.waiting.get(timeout=max(0, seconds))
        except Empty:
            return Bericht(stand=self.heard)
        if bericht is not None and self.behind:
            self.behind = False
            return replace(bericht, alles=True, meldingen=())
        return bericht


class Omroep:
    """Holds the open pages of this process and the one reader they share.

    Where streams last no time at all, nothing can be told after their beginning, and there is
    nothing to read.
    """

    def __init__(self, engine: Callable[[], Engine], *, most: int, reads: bool = True) -> None:
        self._engine = engine
        self._reads = reads
        self._most = most
        self._listening: set[Luisteraar] = set()
        self._just_told: deque[Bericht] = deque(maxlen=JUST_TOLD)
        self._reader: Thread | None = None
        self._lock = Lock()
        self._wake = Event()
        self._is_ending: Callable[[], bool] = lambda: False

    def ends_when(self, is_ending: Callable[[], bool]) -> None:
        """Say how to know that this process is about to end; all pages are let go then."""
        self._is_ending = is_ending

    def limit(self, most: int) -> None:
        """Take no more than so many pages: each holds a thread of this process."""
        self._most = min(self._most, most)

    @property
    def count(self) -> int:
        """Return how many pages listen."""
        return len(self._listening)

    @property
    def is_reading(self) -> bool:
        """Tell whether the reader runs: only while somebody listens."""
        return self._reader is not None

    def check_room(self) -> None:
        """Raise when there is no room for one more page."""
        if len(self._listening) >= self._most or self._is_ending():
            raise VolError

    def join(self, vraag: Vraag, heard: Stand) -> Luisteraar:
        """Let a page listen that heard everything up to here, or raise when there are too many."""
        luisteraar = Luisteraar(vraag, heard)
        with self._lock:
            self.check_room()
            for bericht in self._just_told:
                luisteraar.hear(bericht)
            self._listening.add(luisteraar)
            if self._reads and self._reader is None:
                self._reader = Thread(
                    target=self._read, args=[Lezer(heard)], name="live-reader", daemon=True
                )
                self._reader.start()
        return luisteraar

    def leave(self, luisteraar: Luisteraar) -> None:
        """Forget a page."""
        with self._lock:
            self._listening.discard(luisteraar)
            if not self._listening:
                self._wake.set()

    def let_go(self) -> None:
        """Let every page go."""
        with self._lock:
            for luisteraar in self._listening:
                luisteraar.stop()

    def _read(self, lezer: "Lezer") -> None:
        """Read the journal on until nobody listens."""
        while True:
            self._wake.wait(self._turn(lezer))
            with self._lock:
                self._wake.clear()
                if not self._listening:
                    self._reader = None
                    self._just_told.clear()
                    return
            if self._is_ending():
                self.let_go()

    def _turn(self, lezer: "Lezer") -> float:
        """Tell what is new; return how long to wait for the next time."""
        try:
            bericht = lezer.read(self._engine())
        except SQLAlchemyError:
            logger.warning("live_database_away")
            return AWAY_SECONDS
        if bericht is not None:
            self._tell(bericht)
        return POLL_SECONDS

    def _tell(self, bericht: Bericht) -> None:
        with self._lock:
            self._just_told.append(bericht)
            for luisteraar in self._listening:
                luisteraar.hear(bericht)


class Lezer:
    """Remembers how far the journal was read, and which numbers may still come."""

    def __init__(self, stand: Stand) -> None:
        self.stand = stand
        self._then: deque[tuple[float, int]] = deque()

    def read(self, engine: Engine) -> Bericht | None:
        """Return what is new since the last time, if anything, in one short transaction."""
        with engine.connect() as connection:
            bericht = read_on(connection, self.stand)
        self.stand = self._forget_old(bericht.stand)
        return bericht if bericht.meldingen or bericht.alles else None

    def _forget_old(self, stand: Stand) -> Stand:
        now = time.monotonic()
        if not stand.gaten:
            self._then.clear()
            return stand
        if not self._then or self._then[-1][1] != stand.nummer:
            self._then.append((now, stand.nummer))
        while self._then and self._then[0][0] < now - LATEST_SECONDS:
            stand = forget_gaten(stand, self._then.popleft()[1])
        return stand


class Navraag:
    """Keeps each answer for a second, so that a thousand pages that ask cost one question."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, Bericht]] = {}
        self._lock = Lock()

    def answer(self, question: str, find: Callable[[], Bericht]) -> Bericht:
        """Return the answer of less than a second ago, or find it; others wait for the first."""
        with self._lock:
            now = time.monotonic()
            kept = self._kept.get(question)
            if kept is not None and kept[0] > now:
                return kept[1]
            self._kept = {name: one for name, one in self._kept.items() if one[0] > now}
            found = find()
            self._kept[question] = (now + ASKED_SECONDS, found)
            return found

    def forget(self) -> None:
        """Forget every answer: for tests, where numbers start again."""
        self._kept.clear()


def follow(
    luisteraar: Luisteraar, missed: Bericht, *, seconds: float, heartbeat: float
) -> Iterator[bytes]:
    """Yield the events of a stream: first what was missed, then what happens, for some time."""
    until = time.monotonic() + seconds
    if missed.alles or missed.meldingen:
        yield to_stream(missed)
    while (left := until - time.monotonic()) > 0:
        bericht = luisteraar.wait(min(left, heartbeat))
        if bericht is None:
            return
        fresh = tuple(one for one in bericht.meldingen if is_new(luisteraar.heard, one.nummer))
        if fresh or bericht.alles:
            yield to_stream(replace(bericht, meldingen=fresh))
        else:
            yield b":\n\n"
