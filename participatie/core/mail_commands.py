"""Commands about mail."""

import click
from flask.cli import AppGroup

from participatie.core.mail_sending import send_waiting_mail

group = AppGroup("mail", help="Mail that waits.")


@group.command("verzend")
def verzend() -> None:
    """Send what waits in the outbox now."""
    click.echo(f"{send_waiting_mail()} mails verstuurd.")
