"""Mail to one certain person about an initiatief after publication. Written with the deed."""

from participatie.accounts.models import Gebruiker
from participatie.core.db import db
from participatie.core.mail import queue_mail, site_link
from participatie.initiatieven.events import (
    BezwaarBeoordeeld,
    SamenvoegingAfgewezen,
    SamenvoegingAkkoord,
    SamenvoegingIngetrokken,
    SamenvoegingTeruggedraaid,
    SamenvoegingVoorgesteld,
)
from participatie.initiatieven.models_klopt import Kloptantwoord
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.inzendingen.types import InzendingId, InzendingSoort
from participatie.notifications.rules import path_of

MAP = "notifications/mail"


def mail_bezwaar(event: BezwaarBeoordeeld) -> None:
    """Tell who said that it is not done what became of that."""
    antwoord = db.session.get_one(Kloptantwoord, event.antwoord_id)
    initiatief = antwoord.realisatie.initiatief
    queue_mail(
        to=antwoord.gebruiker.email,
        template=f"{MAP}/bezwaar.txt",
        antwoord=antwoord,
        initiatief=initiatief,
        link=_link(initiatief.id),
    )


def mail_voorgesteld(event: SamenvoegingVoorgesteld) -> None:
    """Ask the sender of the later for consent, unless he proposed it himself."""
    samenvoeging = db.session.get_one(Samenvoeging, event.samenvoeging_id)
    indiener = samenvoeging.later.indiener
    if indiener.id != event.actor_id:
        path = f"{path_of(InzendingSoort.INITIATIEF, samenvoeging.later_id)}/opgaan"
        link = site_link(f"{path}/{samenvoeging.id}")
        _mail(samenvoeging, "voorgesteld", to=indiener, link=link)


def mail_akkoord(event: SamenvoegingAkkoord) -> None:
    """Tell who proposed it, and the sender of the earlier."""
    samenvoeging = db.session.get_one(Samenvoeging, event.samenvoeging_id)
    _mail_antwoord(samenvoeging, event.actor_id)
    indiener = samenvoeging.eerder.indiener
    if indiener.id != samenvoeging.voorgesteld_door_id:
        _mail(samenvoeging, "akkoord", to=indiener)


def mail_afgewezen(event: SamenvoegingAfgewezen) -> None:
    """Tell who proposed it that it stays apart."""
    samenvoeging = db.session.get_one(Samenvoeging, event.samenvoeging_id)
    _mail_antwoord(samenvoeging, event.actor_id)


def mail_samenvoeging_ingetrokken(event: SamenvoegingIngetrokken) -> None:
    """Tell the sender of the later that nothing is asked any more."""
    samenvoeging = db.session.get_one(Samenvoeging, event.samenvoeging_id)
    _mail(samenvoeging, "ingetrokken", to=samenvoeging.later.indiener)


def mail_samenvoeging_teruggedraaid(event: SamenvoegingTeruggedraaid) -> None:
    """Tell the sender of the later that it stands on its own again."""
    samenvoeging = db.session.get_one(Samenvoeging, event.samenvoeging_id)
    _mail(samenvoeging, "teruggedraaid", to=samenvoeging.later.indiener)


def _mail_antwoord(samenvoeging: Samenvoeging, actor_id: int | None) -> None:
    if samenvoeging.voorgesteld_door_id != actor_id:
        _mail(samenvoeging, "antwoord", to=samenvoeging.voorgesteld_door)


def _mail(samenvoeging: Samenvoeging, name: str, *, to: Gebruiker, link: str = "") -> None:
    queue_mail(
        to=to.email,
        template=f"{MAP}/samenvoeging_{name}.txt",
        samenvoeging=samenvoeging,
        later=samenvoeging.later,
        eerder=samenvoeging.eerder,
        link=link or _link(samenvoeging.later_id),
        eerder_link=_link(samenvoeging.eerder_id),
    )


def _link(initiatief_id: InzendingId) -> str:
    return site_link(path_of(InzendingSoort.INITIATIEF, initiatief_id))
