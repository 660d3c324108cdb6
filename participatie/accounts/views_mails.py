"""Mail on its way, for who keeps the site running."""

from http import HTTPStatus

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from participatie.core.access import requires
from participatie.core.mail import count_mail, wake_sender
from participatie.core.mail_sending import mail_folder, retry_failed_mail
from participatie.core.permissions import Permission
from participatie.core.transactions import after_commit


@requires(Permission.SITE_BEHEREN)
def mails() -> ResponseReturnValue:
    """Show where mails go, what waits and what failed."""
    folder = None if current_app.config["SMTP_URL"] else mail_folder()
    return render_template("accounts/mails.html", folder=folder, counts=count_mail())


@requires(Permission.SITE_BEHEREN)
def opnieuw() -> ResponseReturnValue:
    """Try again what failed."""
    number = retry_failed_mail()
    after_commit(wake_sender)
    flash(_("Wij proberen %(number)s mails opnieuw te versturen.", number=number), "success")
    return redirect(url_for("accounts.mails"), HTTPStatus.SEE_OTHER)
