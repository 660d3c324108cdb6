"""Commands of the signalen room: `flask signalen ...`."""

import click
from flask.cli import AppGroup

from participatie.core.transactions import transaction
from participatie.signalen.services import make_signalen

group = AppGroup("signalen", help="Signalen uit de gebieden.")


@group.command("maken")
def maken_command() -> None:
    """Zoek de signalen van de laatste hele week. Dit mag zo vaak als u wilt."""
    with transaction():
        make_signalen()
    click.echo("De signalen zijn bijgewerkt.")
