"""Panels on pages of lower rooms: what is sought and offered."""

from flask import render_template
from flask_login import current_user

from participatie.core.permissions import Permission
from participatie.gebieden.models import Gebied
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_voortgang import is_initiatiefnemer
from participatie.inzendingen.types import Status
from participatie.vraagaanbod.queries import (
    PANEEL,
    around,
    count_passend,
    list_aanbod,
    list_of_initiatief,
    list_oproepen,
    may_ask,
)
from participatie.vraagaanbod.types import Zoekvraag


def show_initiatief(subject: object) -> str:
    """Show what an initiatief seeks, with a button to help."""
    if not isinstance(subject, Initiatief) or subject.status is not Status.GEPUBLICEERD:
        return ""
    kijker = current_user if current_user.is_authenticated else None
    is_maker = kijker is not None and is_initiatiefnemer(subject, kijker.id)
    oproepen = list_of_initiatief(subject.id)
    gaande = may_ask(subject)
    if not oproepen and not (is_maker and gaande):
        return ""
    return render_template(
        "vraagaanbod/bij_initiatief.html",
        initiatief=subject,
        oproepen=oproepen,
        gaande=gaande,
        is_maker=is_maker,
        may_close=not is_maker
        and kijker is not None
        and kijker.may(Permission.INZENDING_MODEREREN, subject.gebied_id),
    )


def show_gebied(subject: object) -> str:
    """Show the newest needs and offers of a gebied beside each other."""
    if not isinstance(subject, Gebied):
        return ""
    vraag = Zoekvraag(gebied_ids=around(subject.id))
    oproepen = list_oproepen(vraag, size=PANEEL)
    return render_template(
        "vraagaanbod/bij_gebied.html",
        gebied=subject,
        oproepen=oproepen,
        aanbod=list_aanbod(vraag, size=PANEEL),
        passend=count_passend(oproepen.items),
    )
