"""Who listens to what and hangs where. The only place that connects rooms upward."""

from flask import Flask

from participatie.core.events import Event, subscribe
from participatie.journal.services import record


def connect(app: Flask) -> None:
    """Connect listeners, hang panels and load the current gebruiker."""
    del app
    subscribe(Event, record)
