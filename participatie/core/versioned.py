"""Bodies that never change under their address: compressed once, answered before Flask.

The address holds the version. A view checks in the database that it is the current one and calls
`bodies(app).answer(...)`. From then on the answer comes from memory, until it must be checked
again: after `TRUSTED_SECONDS` one request passes to the view.
"""

import gzip
import hashlib
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

import brotli
from backports import zstd
from flask import Flask, Response, request

from participatie.core.webpages import HSTS, SECURITY_HEADERS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

TRUSTED_SECONDS = 1.0
FOREVER = "public, max-age=31536000, immutable"
NOTHING = "default-src 'none'; frame-ancestors 'none'"
PREFERRED = ("br", "zstd", "gzip")
Headers = list[tuple[str, str]]


@dataclass(frozen=True)
class Body:
    """One answer in every encoding; `etags` and `contents` are by encoding, "" is as it is."""

    contents: Mapping[str, bytes]
    headers: Mapping[str, Headers]
    etags: Mapping[str, str]


def make_body(content: bytes, mimetype: str, extra: Headers) -> Body:
    """Compress an answer in every way a browser may ask for."""
    contents = {
        "": content,
        "gzip": gzip.compress(content, 9, mtime=0),
        "zstd": zstd.compress(content, 12),
        "br": brotli.compress(content, quality=9),
    }
    digest = hashlib.sha256(content).hexdigest()[:20]
    etags = {encoding: f'"{digest}{encoding and "-" + encoding}"' for encoding in contents}
    headers = {
        encoding: [
            ("Content-Type", mimetype),
            ("Content-Length", str(len(data))),
            ("ETag", etags[encoding]),
            ("Cache-Control", FOREVER),
            ("Vary", "Accept-Encoding"),
            *([("Content-Encoding", encoding)] if encoding else []),
            *extra,
        ]
        for encoding, data in contents.items()
    }
    return Body(contents, headers, etags)


def choose_encoding(accepted: str) -> str:
    """Return the best encoding a browser takes; "" when it takes none of ours."""
    wanted = set()
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        if weight.strip().replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            wanted.add(name.strip())
    return next((encoding for encoding in PREFERRED if encoding in wanted), "")


class Bodies:
    """WSGI application that answers kept bodies itself and leaves the rest to Flask."""

    def __init__(self, inner: "WSGIApplication", extra: Headers) -> None:
        self._inner = inner
        self._extra = extra
        self._kept: dict[str, tuple[str, Body, float]] = {}
        self._lock = Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer what is kept and was checked shortly before."""
        kept = self._kept.get(environ.get("PATH_INFO", ""))
        if kept is None or kept[2] < time.monotonic():
            return self._inner(environ, start_response)
        method = environ["REQUEST_METHOD"]
        if method not in {"GET", "HEAD"}:
            return self._inner(environ, start_response)
        body = kept[1]
        encoding = choose_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if _is_known(environ.get("HTTP_IF_NONE_MATCH", ""), body):
            start_response("304 NOT MODIFIED", _without_content(body.headers[encoding]))
            return []
        start_response("200 OK", body.headers[encoding])
        return [] if method == "HEAD" else [body.contents[encoding]]

    def answer(self, group: str, mimetype: str, make: Callable[[], bytes]) -> Response:
        """Return the body of this request's address, made once; older ones of its group go.

        Call it only after checking that the version in the address is the current one.
        """
        path = request.path
        with self._lock:  # others wait for the first instead of making it again
            kept = self._kept.get(path)
            body = kept[1] if kept else make_body(make(), mimetype, self._extra)
            older = [name for name, value in self._kept.items() if value[0] == group]
            for name in older:
                del self._kept[name]
            self._kept[path] = (group, body, time.monotonic() + TRUSTED_SECONDS)
        encoding = choose_encoding(request.headers.get("Accept-Encoding", ""))
        response = Response(body.contents[encoding], headers=body.headers[encoding])
        if _is_known(request.headers.get("If-None-Match", ""), body):
            response = Response(status=304, headers=_without_content(body.headers[encoding]))
        return response

    def forget(self) -> None:
        """Forget every body: for tests, where versions start again."""
        self._kept.clear()


def _is_known(if_none_match: str, body: Body) -> bool:
    given = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return "*" in given or any(tag in given for tag in body.etags.values())


def _without_content(headers: Headers) -> Headers:
    about_content = {"Content-Type", "Content-Length", "Content-Encoding"}
    return [(name, value) for name, value in headers if name not in about_content]


def init_app(app: Flask) -> None:
    """Let kept bodies be answered before Flask sees the request."""
    extra = [*SECURITY_HEADERS.items(), ("Content-Security-Policy", NOTHING)]
    if app.config["SESSION_COOKIE_SECURE"]:
        extra.append(("Strict-Transport-Security", HSTS))
    kept = Bodies(app.wsgi_app, extra)
    app.wsgi_app = kept  # type: ignore[method-assign]
    app.extensions["versioned"] = kept


def bodies(app: Flask) -> Bodies:
    """Return the kept bodies of this application."""
    kept: Bodies = app.extensions["versioned"]
    return kept
