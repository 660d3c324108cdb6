"""Commands of the raakvlakken room: `flask raakvlakken ...`."""

import click
from flask.cli import AppGroup

from participatie.core.transactions import transaction
from participatie.raakvlakken.services import recompute

group = AppGroup("raakvlakken", help="Projecten die elkaar raken.")


@group.command("bereken")
def bereken_command() -> None:
    """Zoek alle projecten opnieuw op die elkaar raken in plaats en tijd.

    Oordelen van redacteuren blijven staan. Dit mag altijd en zo vaak als u wilt.
    """
    with transaction():
        verschil = recompute()
    click.echo(
        f"{len(verschil.nieuw)} nieuw, {len(verschil.herzien)} gewijzigd, "
        f"{len(verschil.vervallen)} vervallen, {verschil.opnieuw} opnieuw te bekijken."
    )
