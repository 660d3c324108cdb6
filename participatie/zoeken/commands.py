"""Commands of the zoeken room: `flask zoeken ...`."""

import click
from flask.cli import AppGroup

from participatie.zoeken.services_alles import rebuild

group = AppGroup("zoeken", help="Wat op de site te vinden is.")


@group.command("bijwerken")
def bijwerken_command() -> None:
    """Maak de zoekindex opnieuw van alles wat nu openbaar is.

    Dit gebeurt ook elke nacht. Het mag altijd en zo vaak als u wilt.
    """
    click.echo(f"{rebuild()} documenten zijn te vinden.")
