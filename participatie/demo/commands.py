"""The demo city on the command line."""

import json
from dataclasses import asdict

import click
from flask import current_app
from flask.cli import AppGroup

from participatie.core.transactions import transaction
from participatie.demo import queries, services

group = AppGroup("demo", help="The demo city: invented people in real wijken.")


@group.command("laden")
def laden() -> None:
    """Load the demo city into an empty database; leave a database in use alone."""
    if not queries.is_empty():
        click.echo("De database is al in gebruik; de demostad is niet geladen.")
        return
    with transaction():
        services.load_demo(current_app.config["DATA_DIR"])
    click.echo("De demostad is geladen. Alle mensen en plannen zijn verzonnen.")


@group.command("toegang")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def toegang(*, as_json: bool) -> None:
    """Show who you can be in the demo, with the code of this moment."""
    wachtwoord = services.read_wachtwoord(current_app.config["DATA_DIR"])
    people = [asdict(persoon) for persoon in queries.list_toegang()]
    if as_json:
        click.echo(json.dumps({"wachtwoord": wachtwoord, "personen": people}, indent=2))
        return
    click.echo(f"Wachtwoord voor iedereen: {wachtwoord}")
    for persoon in people:
        code = f"  code {persoon['code']}" if persoon["code"] else ""
        click.echo(f"{persoon['email']:45} {persoon['rol']}{code}")
