"""How gunicorn runs the site; it reads this file by itself."""

from gunicorn.workers.base import Worker  # type: ignore[import-untyped]  # gunicorn has no types

from participatie.core.warmup import warm_up

graceful_timeout = 5  # seconds a request may take to end after a stop


def post_worker_init(worker: Worker) -> None:
    """Get a new worker ready before it answers."""
    warm_up(worker.wsgi)
