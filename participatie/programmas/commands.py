"""Commands of the programmas room: `flask programmas ...`."""

import json
from pathlib import Path

import click
from flask.cli import AppGroup

from participatie.core.errors import DomainError
from participatie.core.transactions import transaction
from participatie.programmas.errors import ImportRefusedError
from participatie.programmas.rules_bestand import MAX_BYTES, refused
from participatie.programmas.rules_mapping import ImportMapping, read_mapping
from participatie.programmas.services_import import import_projecten
from participatie.programmas.types_import import ImportVerslag, Uitkomst

group = AppGroup("programmas", help="Het programma inlezen.")

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@group.command("import")
@click.argument("file", type=FILE)
@click.option("--mapping", type=FILE, help="TOML of JSON: welke kolom welk veld is.")
@click.option("--bronsysteem", help="Waar het vandaan komt; samen met de sleutel uniek.")
@click.option("--proef", is_flag=True, help="Laat zien wat er zou veranderen. Wijzigt niets.")
@click.option("--json", "as_json", is_flag=True, help="Antwoord als JSON.")
def import_command(
    file: Path, mapping: Path | None, bronsysteem: str | None, *, proef: bool, as_json: bool
) -> None:
    """Lees projecten in uit CSV of GeoJSON: alles, of bij een fout niets."""
    try:
        with transaction():
            verslag = import_projecten(
                _read(file),
                mapping=_read_mapping(mapping),
                bronsysteem=bronsysteem,
                proef=proef,
            )
    except ImportRefusedError as error:
        _show_mistakes(error, as_json=as_json)
        raise SystemExit(1) from error
    except DomainError as error:  # someone else imported the same at the same moment
        raise click.ClickException(f"{error}\nEr is niets gewijzigd.") from error
    _show(verslag, as_json=as_json)


def _read(path: Path) -> bytes:
    """Return the content of a file, unless it is too large to hold."""
    if path.stat().st_size > MAX_BYTES:
        raise refused("Het bestand is te groot. Verdeel het over meer bestanden.")
    return path.read_bytes()


def _read_mapping(path: Path | None) -> ImportMapping | None:
    if path is None:
        return None
    text = _read(path).decode("utf-8-sig", errors="replace")
    return read_mapping(text, is_json=path.suffix.lower() == ".json")


def _show_mistakes(error: ImportRefusedError, *, as_json: bool) -> None:
    if as_json:
        fouten = [
            {"rij": fout.rij, "veld": fout.veld, "melding": fout.melding} for fout in error.fouten
        ]
        _echo_json({"melding": str(error), "fouten": fouten})
        return
    for fout in error.fouten:
        click.echo(str(fout), err=True)
    click.echo(str(error), err=True)


def _show(verslag: ImportVerslag, *, as_json: bool) -> None:
    if as_json:
        _echo_json(verslag.as_dict())
        return
    for rij in verslag.rijen:
        velden = f" ({', '.join(rij.velden)})" if rij.velden else ""
        click.echo(f"{rij.uitkomst.value:12} rij {rij.rij:<5} {rij.sleutel}  {rij.titel}{velden}")
    counts = ", ".join(f"{verslag.aantal(uitkomst)} {uitkomst.value}" for uitkomst in Uitkomst)
    click.echo(f"{counts}.")
    if verslag.proef:
        click.echo("Dit was een proef. Er is niets gewijzigd.")


def _echo_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
