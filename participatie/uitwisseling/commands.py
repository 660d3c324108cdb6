"""Commands of the uitwisseling room: `flask projecten ...`."""

import json
from pathlib import Path

import click
from flask.cli import AppGroup

from participatie.core.errors import DomainError
from participatie.core.transactions import short_read, transaction
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.queries import find_mapping
from participatie.uitwisseling.rules import fout_in_woorden
from participatie.uitwisseling.rules_bestand import MAX_BYTES
from participatie.uitwisseling.rules_mapping import ImportMapping, read_mapping
from participatie.uitwisseling.rules_tabel import refused
from participatie.uitwisseling.rules_verslag import make_verslag
from participatie.uitwisseling.services_import import apply_plan, choose
from participatie.uitwisseling.services_plan import plan_import
from participatie.uitwisseling.services_werk import run_due_imports
from participatie.uitwisseling.types import Keuze, Uitkomst, WegKeuze
from participatie.uitwisseling.types_plan import ImportVerslag, Plan

group = AppGroup("projecten", help="Projecten inlezen.")

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@group.command("import")
@click.argument("file", type=FILE)
@click.option("--mapping", type=FILE, help="TOML of JSON: welke kolom welk veld is.")
@click.option("--bronsysteem", help="Waar het vandaan komt; samen met de sleutel uniek.")
@click.option("--proef", is_flag=True, help="Laat zien wat er zou veranderen. Wijzigt niets.")
@click.option(
    "--conflict",
    type=click.Choice(["weiger", *(keuze.value for keuze in Keuze)]),
    default="weiger",
    show_default=True,
    help="Wie wint als iets hier en in het bestand is gewijzigd.",
)
@click.option(
    "--weg",
    type=click.Choice([keuze.value for keuze in WegKeuze]),
    default=WegKeuze.LAAT_STAAN.value,
    show_default=True,
    help="Wat er gebeurt met projecten die niet meer in het bestand staan.",
)
@click.option("--reden", default="", help="Waarom projecten stoppen; nodig bij --weg gestopt.")
@click.option("--json", "as_json", is_flag=True, help="Antwoord als JSON.")
def import_command(
    file: Path,
    mapping: Path | None,
    bronsysteem: str | None,
    *,
    proef: bool,
    conflict: str,
    weg: str,
    reden: str,
    as_json: bool,
) -> None:
    """Lees projecten in: alles, of bij een fout niets.

    Het bestand is CSV, Excel (.xlsx), GeoJSON of GeoPackage. De uitkomst is 0 als het goed ging en
    1 als er niets is gewijzigd door een fout.
    """
    if weg == WegKeuze.GESTOPT and not reden.strip():
        raise click.UsageError("Zeg met --reden waarom projecten stoppen.")
    try:
        plan = _plan(file, mapping, bronsysteem)
        if not proef:
            keuze = choose(plan, None if conflict == "weiger" else Keuze(conflict))
            with transaction():
                apply_plan(
                    plan,
                    kies=lambda _rij: keuze,
                    weg_reden=reden.strip() if weg == WegKeuze.GESTOPT else None,
                    actor_id=None,
                )
    except ImportRefusedError as error:
        _show_mistakes(error, as_json=as_json)
        raise SystemExit(1) from error
    except DomainError as error:  # someone else imported the same at the same moment
        raise click.ClickException(f"{error}\nEr is niets gewijzigd.") from error
    _show(make_verslag(plan, proef=proef), as_json=as_json)


@group.command("verwerk")
def verwerk_command() -> None:
    """Doe nu wat met ingelezen bestanden moet gebeuren; anders doen de taken dat."""
    run_due_imports()


def _plan(file: Path, mapping: Path | None, bronsysteem: str | None) -> Plan:
    """Read the file without keeping anyone waiting."""
    chosen = _read_mapping(mapping)
    with short_read():
        if chosen is None and bronsysteem and (kept := find_mapping(bronsysteem)):
            chosen = ImportMapping.model_validate(kept)
        return plan_import(_read(file), mapping=chosen, bronsysteem=bronsysteem)


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
        click.echo(fout_in_woorden(fout), err=True)
    click.echo(str(error), err=True)


def _show(verslag: ImportVerslag, *, as_json: bool) -> None:
    if as_json:
        _echo_json(verslag.as_dict())
        return
    for rij in verslag.rijen:
        velden = f" ({', '.join(rij.velden)})" if rij.velden else ""
        click.echo(f"{rij.uitkomst.value:12} rij {rij.rij:<5} {rij.sleutel}  {rij.titel}{velden}")
        for melding in rij.let_op:
            click.echo(f"{'':12} {melding}")
    counts = ", ".join(f"{verslag.aantal(uitkomst)} {uitkomst.value}" for uitkomst in Uitkomst)
    click.echo(f"{counts}.")
    if verslag.proef:
        click.echo("Dit was een proef. Er is niets gewijzigd.")


def _echo_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
