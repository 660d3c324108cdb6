"""Commands of the inzendingen room."""

import click
from flask.cli import AppGroup

from participatie.inzendingen.services_fotos import delete_orphan_files

group = AppGroup("inzendingen", help="Alles wat bewoners insturen.")


@group.command("ruim-fotos-op")
def ruim_fotos_op() -> None:
    """Verwijder bestanden van foto's die bij geen inzending meer horen."""
    click.echo(f"{delete_orphan_files()} bestanden zonder inzending verwijderd.")
