"""What hangs in pages of others: the bell, a mail before it is sent, a filter to keep."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import render_template
from flask_login import current_user

from participatie.core.mail import compose
from participatie.core.mail_refusals import is_stopped
from participatie.gebieden.queries import get_boom
from participatie.moderation.types import Voorstel
from participatie.notifications.queries import count_ongelezen
from participatie.notifications.rules_zoeken import NAAM_MAX_LENGTH
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


def bel(subject: object) -> str:
    """Show how many berichten someone did not read; nothing to who is not signed in."""
    gebruiker_id = getattr(subject, "id", None)
    if gebruiker_id is None or getattr(subject, "needs_second_factor", False):
        return ""
    return render_template("notifications/_bel.html", aantal=count_ongelezen(gebruiker_id))


def bewaar_zoekopdracht(subject: object) -> str:
    """Let someone keep the filter of a list with one button."""
    if not isinstance(subject, Mapping) or not current_user.is_authenticated:
        return ""
    query = urlencode(subject["params"], doseq=True)
    if not query:
        return ""
    return render_template(
        "notifications/_bewaar.html",
        pad=subject["pad"],
        query=query,
        naam=_name_of(subject["params"]),
    )


def adres_geweigerd(subject: object) -> str:
    """Tell someone that mail to his address came back, and how to mend it."""
    email = getattr(subject, "email", "")
    return render_template("notifications/_geweigerd.html", gestopt=is_stopped(email))


def _name_of(params: Mapping[str, object]) -> str:
    """Return a name for a filter: what was chosen, in the words of the address."""
    boom = get_boom()
    chosen = []
    for name, value in params.items():
        for one in value if isinstance(value, list) else [value]:
            gebied_id = boom.by_slug.get(str(one)) if name == "gebied" else None
            chosen.append(boom.omtrekken[gebied_id].naam if gebied_id else str(one))
    in_words = [one for one in chosen if not one.replace(",", "").replace(".", "").isdigit()]
    words = ", ".join(in_words or chosen)
    return (words[:1].upper() + words[1:])[:NAAM_MAX_LENGTH]
