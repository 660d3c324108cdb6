"""Commands of the documenten room."""

import click
from flask.cli import AppGroup

from participatie.documenten.services_maken import make_documenten

group = AppGroup("documenten", help="Boekjes en andere documenten die zijn aangevraagd.")


@group.command("maak")
def maak() -> None:
    """Maak nu wat is aangevraagd, zonder op de volgende ronde te wachten."""
    made = make_documenten()
    told = {0: "Er was niets te maken.", 1: "Er is 1 document gemaakt."}
    click.echo(told.get(made, f"Er zijn {made} documenten gemaakt."))
