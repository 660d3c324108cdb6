"""The entry point for gunicorn and the flask command."""

from config import Settings
from participatie.app import create_app

app = create_app(Settings().to_flask())
huey = app.extensions["huey"]
