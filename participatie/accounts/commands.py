"""Commands about accounts."""

import click
from email_validator import EmailNotValidError, validate_email
from flask.cli import AppGroup

from participatie.accounts.errors import RolAlVerleendError
from participatie.accounts.models import Gebruiker
from participatie.accounts.queries import find_by_email
from participatie.accounts.rules import check_naam
from participatie.accounts.services_registreren import create_gebruiker
from participatie.accounts.services_rollen import give_rol
from participatie.accounts.services_tokens import issue_token
from participatie.accounts.services_tweede_factor import clear_tweede_factor
from participatie.accounts.services_wachtwoord import unusable_hash
from participatie.accounts.types import Rol, TokenDoel
from participatie.core.errors import DomainError
from participatie.core.mail import page_link
from participatie.core.transactions import transaction
from participatie.gebieden.queries import find_gebied

group = AppGroup("accounts", help="Accounts en rollen.")


@group.command("create-beheerder")
@click.argument("email")
@click.option("--naam", default="Beheerder", show_default=True, help="Naam die anderen zien.")
def create_beheerder(email: str, naam: str) -> None:
    """Maak een beheerder en toon de link waarmee die een wachtwoord kiest."""
    address = _checked(email)
    with _told(), transaction():
        gebruiker = find_by_email(address)
        if gebruiker is None:
            gebruiker = create_gebruiker(
                naam=check_naam(naam), email=address, wachtwoord_hash=unusable_hash()
            )
        if not any(held.rol is Rol.BEHEERDER for held in gebruiker.rollen):
            give_rol(gebruiker, rol=Rol.BEHEERDER, gebied=None, door_id=None)
        token = issue_token(TokenDoel.HERSTELLEN, gebruiker_id=gebruiker.id)
    click.echo("De beheerder kiest een wachtwoord via deze link. Die werkt één uur, één keer:")
    click.echo(page_link("accounts.herstellen", token=token))


@group.command("geef-rol")
@click.argument("email")
@click.argument("rol", type=click.Choice([rol.value for rol in Rol]))
@click.option("--gebied", "code", help="Code van het gebied; zonder is het de hele stad.")
def geef_rol(email: str, rol: str, code: str | None) -> None:
    """Geef iemand een rol in een gebied of in de hele stad."""
    with _told(), transaction():
        gebruiker = _known(email)
        gebied = find_gebied(code) if code else None
        if code and gebied is None:
            raise click.ClickException(f"Er is geen gebied met code {code}.")
        try:
            give_rol(gebruiker, rol=Rol(rol), gebied=gebied, door_id=None)
        except RolAlVerleendError as error:
            click.echo(str(error))
            return
    click.echo("De rol is gegeven.")


@group.command("wis-tweede-factor")
@click.argument("email")
def wis_tweede_factor(email: str) -> None:
    """Laat iemand zonder telefoon en herstelcodes de extra controle opnieuw instellen."""
    with _told(), transaction():
        clear_tweede_factor(_known(email), door_id=None)
    click.echo("De extra controle is gewist. Bij het inloggen volgt een nieuwe.")


class _told:  # noqa: N801  # reads as a verb where it is used
    """Show what went wrong as one line instead of a traceback."""

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DomainError):
            raise click.ClickException(str(error)) from error


def _known(email: str) -> Gebruiker:
    gebruiker = find_by_email(email)
    if gebruiker is None:
        raise click.ClickException("Er is geen account met dit e-mailadres.")
    return gebruiker


def _checked(email: str) -> str:
    try:
        return validate_email(email, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise click.BadParameter("Dit is geen e-mailadres.") from error
