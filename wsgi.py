"""The entry point for gunicorn, the job queue and the flask command."""

import sys

from config import WrongSettingsError, read_settings
from participatie.app import create_app

try:
    app = create_app(read_settings().to_flask())
except WrongSettingsError as error:
    sys.exit(str(error))
huey = app.extensions["huey"]
