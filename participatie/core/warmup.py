"""What a new worker does before its first reader comes, so that nobody waits for it.

It never asks the database anything: a site whose database is away starts all the same.
"""

from flask import Flask
from sqlalchemy.orm import configure_mappers

from participatie.core import geometry

TEMPLATES = ("html", "txt", "xml")
HAARLEM = geometry.point(4.64, 52.38)


def warm_up(app: Flask) -> None:
    """Compile every template, tie the tables, and load what measures distances."""
    configure_mappers()
    for name in app.jinja_env.list_templates(extensions=TEMPLATES):
        app.jinja_env.get_template(name)
    geometry.distance_m(HAARLEM, HAARLEM)
    app.url_map.update()
