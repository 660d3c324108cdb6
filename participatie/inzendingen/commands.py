"""Commands of the inzendingen room."""

import click
from flask.cli import AppGroup

from participatie.inzendingen.services_fotos import delete_orphan_files

group = AppGroup("inzendingen", help="Everything sent in.")


@group.command("ruim-fotos-op")
def ruim_fotos_op() -> None:
    """Remove photo files that belong to no inzending, left by a crash."""
    click.echo(f"{delete_orphan_files()} bestanden zonder inzending verwijderd.")
