"""One answer for all visitors who ask the same at once, because of the same change.

An open page that hears of a change asks for itself again and says in `X-Live` how far it has heard
(see the room live). A thousand visitors then ask for the same page in the same second. Of those
without a cookie the first gets it made; the others get the same bytes, for as long as
`KEPT_SECONDS`. Who has heard of a later change asks with another `X-Live`: nobody gets an answer
older than what he heard.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from flask import Flask

from participatie.core.versioned import choose_encoding

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

KEPT_SECONDS = 3.0
MOST = 64
LONGEST = 500
Key = tuple[str, str, str, str]
Headers = list[tuple[str, str]]


@dataclass
class Answer:
    """What one visitor got; the lock is held while it is being made."""

    until: float
    lock: Lock = field(default_factory=Lock)
    status: str = ""
    headers: Headers = field(default_factory=list)
    content: bytes | None = None


class Shared:
    """WSGI application that makes an answer many ask for once, and leaves the rest alone."""

    def __init__(self, inner: "WSGIApplication") -> None:
        self._inner = inner
        self._kept: dict[Key, Answer] = {}
        self._lock = Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer from memory what was just made for someone else."""
        key = key_of(environ)
        answer = None if key is None else self._find(key)
        if answer is None:
            return self._inner(environ, start_response)
        with answer.lock:  # others wait for the first instead of making it again
            if answer.content is None:
                return self._make(answer, environ, start_response)
        start_response(answer.status, answer.headers)
        return [answer.content]

    def _find(self, key: Key) -> Answer | None:
        """Return the answer to this question, made or not; None where there is no room for it."""
        now = time.monotonic()
        with self._lock:
            found = self._kept.get(key)
            if found is not None and found.until > now:
                return found
            self._kept = {name: one for name, one in self._kept.items() if one.until > now}
            if len(self._kept) >= MOST:
                return None
            return self._kept.setdefault(key, Answer(now + KEPT_SECONDS))

    def _make(
        self, answer: Answer, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        told: list[tuple[str, Headers]] = []

        def note(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], object]:  # noqa: ANN401  # as WSGI has it
            told.append((status, headers))
            return start_response(status, headers, exc_info)

        parts = self._inner(environ, note)
        try:
            content = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
        status, headers = told[-1]
        if may_be_shared(status, headers):
            answer.status, answer.headers, answer.content = status, headers, content
        return [content]


def key_of(environ: "WSGIEnvironment") -> Key | None:
    """Return what is asked, when it is the same for everyone who asks it."""
    heard = environ.get("HTTP_X_LIVE", "")
    asked = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    if not heard or environ["REQUEST_METHOD"] != "GET" or "HTTP_COOKIE" in environ:
        return None
    if max(map(len, (heard, *asked))) > LONGEST:
        return None
    return (*asked, heard, choose_encoding(environ.get("HTTP_ACCEPT_ENCODING", "")))


def may_be_shared(status: str, headers: Headers) -> bool:
    """Tell whether an answer holds nothing of one visitor."""
    names = {name.lower(): value.lower() for name, value in headers}
    private = "set-cookie" in names or "private" in names.get("cache-control", "")
    return status.startswith("200") and not private


def init_app(app: Flask) -> None:
    """Stand before everything else that answers."""
    app.wsgi_app = Shared(app.wsgi_app)  # type: ignore[method-assign]
