"""The link in each mail that stops it. No sign-in; GET only shows a button."""

from flask import g, render_template, request
from flask.typing import ResponseReturnValue

from participatie.core.access import public
from participatie.core.limits import limiter
from participatie.notifications.rules_berichten import stop_in_words
from participatie.notifications.services_afmelden import is_stopped, read_token, stop_mail


@public
@limiter.limit("100 per 15 minutes", methods=["POST"])
def afmelden(token: str) -> ResponseReturnValue:
    """Stop the mails of one subscription: the button, or a mail program (RFC 8058).

    What the link says is signed, so that it needs no other token.
    """
    g.private = True
    afmelding = read_token(token)
    stopped = stop_mail(afmelding) if request.method == "POST" else False
    return render_template(
        "notifications/afmelden.html",
        wat=stop_in_words(afmelding.via),
        net_gestopt=stopped,
        al_gestopt=not stopped and is_stopped(afmelding),
    )
