"""How gunicorn runs the site; it reads this file by itself."""

import gc
import os

from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]  # gunicorn has no types
from gunicorn.workers.base import Worker  # type: ignore[import-untyped]

PAGES = 16
"""So many threads are for pages. The others hold a live stream each, made when one comes."""

threads = int(os.environ.get("THREADS") or int(os.environ.get("LIVE_STROMEN") or 500) + PAGES)
worker_connections = threads + 1000
graceful_timeout = 5  # seconds a request may take to end after a stop
preload_app = True  # the processes share what none of them changes


def on_starting(server: Arbiter) -> None:
    """Get everything ready once, before the processes begin that share it."""
    from participatie.core.warmup import warm_up  # noqa: PLC0415  # the settings are read first

    warm_up(server.app.wsgi())
    gc.collect()
    gc.freeze()


def post_worker_init(worker: Worker) -> None:
    """Keep threads for pages, and let the streams end when the process stops."""
    omroep = worker.wsgi.extensions["live"]
    omroep.limit(worker.cfg.threads - min(PAGES, worker.cfg.threads // 2))
    omroep.ends_when(lambda: not worker.alive)
