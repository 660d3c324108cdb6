"""Commands of the inzendingen room."""

import click
from flask.cli import AppGroup

from participatie.core.uploads import list_old_files
from participatie.inzendingen.queries import list_foto_bestanden
from participatie.inzendingen.rules import large_file

group = AppGroup("inzendingen", help="Everything sent in.")


@group.command("ruim-fotos-op")
def ruim_fotos_op() -> None:
    """Remove photo files that belong to no inzending, left by a crash."""
    known = list_foto_bestanden()
    orphans = [path for path in list_old_files() if large_file(path.name) not in known]
    for path in orphans:
        path.unlink(missing_ok=True)
    click.echo(f"{len(orphans)} bestanden zonder inzending verwijderd.")
