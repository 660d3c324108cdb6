"""Commands about mail."""

import click
from flask.cli import AppGroup

from participatie.core.mail import count_mail
from participatie.core.mail_sending import list_reasons, make_due, send_waiting_mail
from participatie.core.outbox import MailStatus

group = AppGroup("mail", help="Mail die wacht.")


@group.command("verzend")
def verzend() -> None:
    """Verstuur nu alle mail die wacht, ook wat pas later weer geprobeerd zou worden."""
    make_due()
    sent = send_waiting_mail()
    waiting = count_mail()[MailStatus.WACHT]
    click.echo(f"Verstuurd: {sent}. Wacht nog: {waiting}.")
    for reason in list_reasons():
        click.echo(f"  {reason}", err=True)
    if waiting:
        raise SystemExit(1)
