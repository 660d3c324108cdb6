"""What the mails look like, for pages that show one before it is sent."""

from flask import render_template

from participatie.core.mail import compose
from participatie.moderation.types import Voorstel
from participatie.notifications.services_besluit import letter_about


def mail_voorbeeld(subject: object) -> str:
    """Show the mail that a decision would send."""
    if not isinstance(subject, Voorstel):
        return ""
    brief = letter_about(subject)
    onderwerp, tekst = compose(brief.template, **brief.context)
    return render_template(
        "notifications/mail_voorbeeld.html",
        onderwerp=onderwerp,
        tekst=tekst,
        aan=brief.inzending.indiener.naam,
    )
