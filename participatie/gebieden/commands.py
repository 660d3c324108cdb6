"""Commands of the gebieden room: `flask gebieden ...`."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import click
from flask.cli import AppGroup

from participatie.core.errors import DomainError
from participatie.core.transactions import transaction
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import find_gebied_by_id, gebied_at, list_gebieden
from participatie.gebieden.services_cijfers import import_kerncijfers
from participatie.gebieden.services_import import import_gebieden
from participatie.gebieden.services_import_alles import import_alles
from participatie.gebieden.types import GebiedId, Niveau, Verslag

group = AppGroup("gebieden", help="Gebieden inlezen en opzoeken.")

A_PATH = click.Path(path_type=Path)  # what is not there is refused in Dutch by the reader
NIVEAU = click.Choice([niveau.value for niveau in Niveau])
as_json_option = click.option("--json", "as_json", is_flag=True, help="Antwoord als JSON.")
bron_option = click.option("--bron", help="Waar de gegevens vandaan komen, zoals CBS/Kadaster.")


class RefusedError(click.ClickException):
    """What a command says when it did nothing."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the reason in Dutch."""
        click.echo(f"Niet gelukt. {self.format_message()}", err=True, file=file)


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """Commit, or say in one line why not."""
    try:
        with transaction():
            yield
    except DomainError as error:
        raise RefusedError(f"{error}\nEr is niets gewijzigd.") from error


@group.command("import")
@click.argument("file", type=A_PATH)
@click.option("--niveau", type=NIVEAU, required=True, help="Wat er in het bestand staat.")
@click.option("--laag", help="Welke laag van een GeoPackage.")
@bron_option
@as_json_option
def import_command(
    file: Path, niveau: str, laag: str | None, bron: str | None, *, as_json: bool
) -> None:
    """Lees de omtrekken van een niveau in uit GeoJSON of GeoPackage."""
    with _all_or_nothing():
        verslag = import_gebieden(path=file, niveau=Niveau(niveau), bron=bron, layer=laag)
    _show(verslag, as_json=as_json)


@group.command("kerncijfers")
@click.argument("file", type=A_PATH)
@click.option("--jaar", type=click.IntRange(1900, 2100), help="Van welk jaar de cijfers zijn.")
@bron_option
@as_json_option
def kerncijfers_command(file: Path, jaar: int | None, bron: str | None, *, as_json: bool) -> None:
    """Lees inwoners, woningen en andere cijfers in uit CSV of GeoPackage."""
    with _all_or_nothing():
        verslag = import_kerncijfers(path=file, jaar=jaar, bron=bron)
    _show(verslag, as_json=as_json)


@group.command("import-alles")
@click.argument("folder", metavar="MAP", type=A_PATH)
@bron_option
@as_json_option
def import_alles_command(folder: Path, bron: str | None, *, as_json: bool) -> None:
    """Lees stad, stadsdelen, wijken, buurten en kerncijfers in uit een map."""
    with _all_or_nothing():
        verslagen = import_alles(folder=folder, bron=bron)
    if as_json:
        _echo_json([verslag.as_dict() for verslag in verslagen])
        return
    for verslag in verslagen:
        _show(verslag, as_json=False)


@group.command("lijst")
@click.option("--niveau", type=NIVEAU, help="Alleen dit niveau.")
@as_json_option
def lijst_command(niveau: str | None, *, as_json: bool) -> None:
    """Toon de gebieden, van groot naar klein."""
    gebieden = list_gebieden(Niveau(niveau) if niveau else None)
    codes = {gebied.id: gebied.code for gebied in list_gebieden()}
    if as_json:
        _echo_json([_as_dict(gebied, codes) for gebied in gebieden])
        return
    for gebied in gebieden:
        click.echo(f"{gebied.niveau.value:10} {gebied.code:20} {gebied.naam}")


@group.command("bij", context_settings={"ignore_unknown_options": True})
@click.argument("lon", type=float)
@click.argument("lat", type=float)
@as_json_option
def bij_command(lon: float, lat: float, *, as_json: bool) -> None:
    """Toon in welke gebieden een punt ligt (lengtegraad, breedtegraad)."""
    keten = asdict(gebied_at(lon, lat))
    found = {niveau: find_gebied_by_id(number) for niveau, number in keten.items()}
    if as_json:
        codes = {gebied.id: gebied.code for gebied in list_gebieden()}
        _echo_json({n: _as_dict(gebied, codes) if gebied else None for n, gebied in found.items()})
        return
    if not any(found.values()):
        click.echo("Dit punt ligt buiten de stad.")
    for niveau, gebied in found.items():
        if gebied is not None:
            click.echo(f"{niveau:10} {gebied.code:20} {gebied.naam}")


def _as_dict(gebied: Gebied, codes: dict[GebiedId, str]) -> dict[str, Any]:
    return {
        "id": gebied.id,
        "code": gebied.code,
        "naam": gebied.naam,
        "slug": gebied.slug,
        "niveau": gebied.niveau.value,
        "ouder": codes[gebied.ouder_id] if gebied.ouder_id is not None else None,
        "inwoners": gebied.inwoners,
        "woningen": gebied.woningen,
        "bron": gebied.bron,
        "schematisch": gebied.schematisch,
    }


def _echo_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _show(verslag: Verslag, *, as_json: bool) -> None:
    if as_json:
        _echo_json(verslag.as_dict())
        return
    click.echo(f"{verslag.wat} uit {verslag.bestand}: {_summary(verslag)}")
    for warning in verslag.waarschuwingen:
        click.echo(f"  let op: {warning}")
    for gevolg in verslag.gevolgen:
        click.echo(f"  gevolg: {gevolg}")


def _summary(verslag: Verslag) -> str:
    if not verslag.is_changed:
        return f"niets gewijzigd ({verslag.ongewijzigd} gelijk gebleven)"
    return (
        f"{len(verslag.nieuw)} nieuw, {len(verslag.gewijzigd)} gewijzigd, "
        f"{verslag.ongewijzigd} ongewijzigd"
    )
