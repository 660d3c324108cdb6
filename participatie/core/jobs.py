"""Work outside a request: done by `huey_consumer wsgi.huey` beside the site.

A job is a function without arguments that does what is due. Missing one run therefore never loses
anything: the next run does it.
"""

import json
import logging
from collections.abc import Callable
from typing import Any

from flask import Flask, current_app
from huey import Huey, MemoryHuey, RedisHuey, SqliteHuey, crontab
from huey.registry import Message
from huey.serializer import Serializer

from participatie.core.transactions import transaction

Job = Callable[[], object]
logger = logging.getLogger(__name__)


class JsonSerializer(Serializer):  # type: ignore[misc]  # huey has no types
    """Keeps messages as JSON, so that whoever can write to the queue cannot run code."""

    def _serialize(self, data: object) -> bytes:
        return json.dumps(data, default=str).encode()

    def _deserialize(self, data: bytes) -> Any:  # noqa: ANN401  # whatever a job returned
        found = json.loads(data)
        fields = Message._fields
        return Message(*found) if isinstance(found, list) and len(found) == len(fields) else found


def init_app(app: Flask) -> None:
    """Make the queue: Redis where it is set, else a file in the data folder."""
    app.extensions["huey"] = _make_queue(app)
    app.extensions["jobs"] = {}


def every_minute(app: Flask, job: Job) -> None:
    """Run a job each minute, and whenever `run_soon` asks for it."""
    _schedule(app, job, crontab(minute="*"))


def every_night(app: Flask, job: Job) -> None:
    """Run a job once a night."""
    _schedule(app, job, crontab(hour="3", minute="30"))


def run_soon(job: Job) -> None:
    """Ask for a run of a job right now; when the queue is away the next regular run does it."""
    try:
        current_app.extensions["jobs"][_name_of(job)]()
    except Exception:
        logger.exception("job_not_queued")


def _schedule(app: Flask, job: Job, moment: Callable[..., bool]) -> None:
    def run() -> None:
        with app.app_context(), transaction():
            job()

    huey = app.extensions["huey"]
    name = _name_of(job)
    app.extensions["jobs"][name] = huey.periodic_task(moment, name=name)(run)


def _name_of(job: Job) -> str:
    return f"{job.__module__}.{job.__qualname__}"


def _make_queue(app: Flask) -> Huey:
    settings: dict[str, Any] = {"results": False, "serializer": JsonSerializer()}
    if app.testing:
        return MemoryHuey("participatie", **settings)
    if app.config["REDIS_URL"]:
        return RedisHuey("participatie", url=app.config["REDIS_URL"], **settings)
    file = app.config["DATA_DIR"] / "jobs.sqlite"
    return SqliteHuey("participatie", filename=str(file), **settings)
