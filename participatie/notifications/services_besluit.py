"""Mail to the sender about what a gebiedsverbinder did. Written in the transaction of the deed."""

from dataclasses import dataclass
from typing import Any

from participatie.core import clock
from participatie.core.db import db
from participatie.core.mail import queue_mail, site_link
from participatie.gebieden.models import Contact
from participatie.gebieden.queries_pagina import list_contacten
from participatie.inzendingen.models import Inzending, Koppeling
from participatie.inzendingen.queries import get_inzending, get_termijn
from participatie.inzendingen.types import InzendingId, KoppelingSoort
from participatie.moderation.events import (
    BesluitGenomen,
    BesluitTeruggedraaid,
    InzendingGekoppeld,
    InzendingOntkoppeld,
)
from participatie.moderation.models import Besluit, Ontkoppeling
from participatie.moderation.queries_kader import words_of
from participatie.moderation.rules_woorden import UITKOMST_GEDAAN
from participatie.moderation.types import Voorstel
from participatie.notifications.rules import KOPPELWOORDEN, contact_in_words, path_of


@dataclass(frozen=True)
class Brief:
    """A mail to a sender: its template and what stands in it besides the inzending."""

    template: str
    inzending: Inzending
    context: dict[str, Any]


def mail_besluit(event: BesluitGenomen) -> None:
    """Tell the sender what was decided and why."""
    besluit = db.session.get_one(Besluit, event.besluit_id)
    send_letter(
        letter_about(
            Voorstel(
                inzending_id=besluit.inzending_id,
                uitkomst=besluit.uitkomst,
                grond=words_of(besluit),
                reden=besluit.reden,
            )
        )
    )


def letter_about(voorstel: Voorstel) -> Brief:
    """Return the mail about a decision, taken or still to be taken."""
    return make_letter(
        f"besluit_{voorstel.uitkomst}",
        voorstel.inzending_id,
        grond=voorstel.grond,
        reden=voorstel.reden,
    )


def mail_teruggedraaid(event: BesluitTeruggedraaid) -> None:
    """Tell the sender that a decision no longer stands."""
    besluit = db.session.get_one(Besluit, event.besluit_id)
    send_letter(
        make_letter(
            "besluit_teruggedraaid",
            besluit.inzending_id,
            gedaan=UITKOMST_GEDAAN[besluit.uitkomst],
            reden=besluit.teruggedraaid_reden,
            vandaag=clock.today(),
        )
    )


def mail_gekoppeld(event: InzendingGekoppeld) -> None:
    """Tell the sender how the inzending relates to a project."""
    koppeling = db.session.get_one(Koppeling, event.koppeling_id)
    soort = KoppelingSoort(event.koppeling_soort)
    send_letter(
        make_letter(
            "gekoppeld",
            koppeling.inzending_id,
            project=koppeling.project,
            soort=soort,
            woorden=KOPPELWOORDEN[soort],
            reden=koppeling.reden,
            project_link=site_link(f"/projecten/{koppeling.project_id}"),
        )
    )


def mail_ontkoppeld(event: InzendingOntkoppeld) -> None:
    """Tell the sender that a link was removed."""
    gone = db.session.get_one(Ontkoppeling, event.ontkoppeling_id)
    send_letter(
        make_letter(
            "ontkoppeld",
            gone.inzending_id,
            project=gone.project,
            soort=gone.soort,
            reden=gone.reden,
        )
    )


def make_letter(name: str, inzending_id: int, **context: object) -> Brief:
    """Return a mail about an inzending, with whom to ask and where to read on."""
    inzending = get_inzending(InzendingId(inzending_id))
    contact = _contact(inzending)
    return Brief(
        f"notifications/mail/{name}.txt",
        inzending,
        context
        | {
            "inzending": inzending,
            "contact": contact,
            "wie": contact_in_words(contact.naam, contact.functie) if contact else "",
            "dagen": get_termijn(inzending.soort).days,
            "link": site_link(path_of(inzending.soort, inzending.id)),
        },
    )


def _contact(inzending: Inzending) -> Contact | None:
    if inzending.gebied_id is None:
        return None
    return next(iter(list_contacten(inzending.gebied_id)), None)


def send_letter(brief: Brief) -> None:
    """Mail it to the sender."""
    queue_mail(to=brief.inzending.indiener.email, template=brief.template, **brief.context)
