"""The demo city on the command line."""

import json
from dataclasses import asdict

import click
from flask import current_app
from flask.cli import AppGroup

from participatie.core.transactions import transaction
from participatie.demo import queries, services

group = AppGroup("demo", help="De demostad: verzonnen mensen in echte wijken.")


@group.command("laden")
def laden() -> None:
    """Laad de demostad in een lege database. Een database in gebruik blijft zoals die is."""
    if not queries.is_empty():
        click.echo("De database is al in gebruik; de demostad is niet geladen.")
        return
    with transaction():
        services.load_demo(current_app.config["DATA_DIR"])
    click.echo("De demostad is geladen. Alle mensen en plannen zijn verzonnen.")


@group.command("toegang")
@click.option("--json", "as_json", is_flag=True, help="Antwoord als JSON.")
def toegang(*, as_json: bool) -> None:
    """Toon wie u in de demo kunt zijn, met de code van dit moment."""
    wachtwoord = services.read_wachtwoord(current_app.config["DATA_DIR"])
    people = [asdict(persoon) for persoon in queries.list_toegang()]
    if as_json:
        click.echo(json.dumps({"wachtwoord": wachtwoord, "personen": people}, indent=2))
        return
    click.echo(f"Wachtwoord voor iedereen: {wachtwoord}")
    for persoon in people:
        code = f"  code {persoon['code']}" if persoon["code"] else ""
        click.echo(f"{persoon['email']:45} {persoon['rol']}{code}")
