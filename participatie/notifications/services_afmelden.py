"""Stopping the mails of one subscription, from the mail itself and without signing in."""

from dataclasses import dataclass

from sqlalchemy import select, update

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.core.signed_links import read_signed, sign
from participatie.notifications.events import BerichtenAfgemeld
from participatie.notifications.models_voorkeuren import Volgvoorkeur, Zoekopdracht
from participatie.notifications.queries_voorkeuren import find_frequentie, find_standaard
from participatie.notifications.services_voorkeuren import (
    keep_on_site,
    set_frequentie,
    set_standaard,
)
from participatie.notifications.types import Frequentie, Periode

DOEL = "berichten-afmelden"
GELDIG_DAGEN = 180
STIL = frozenset({Frequentie.SITE, Frequentie.NOOIT})


@dataclass(frozen=True)
class Afmelding:
    """Whose mails of which subscription a link stops."""

    gebruiker_id: GebruikerId
    via: str


def make_token(gebruiker_id: GebruikerId, via: str) -> str:
    """Return what stands in the link of a mail."""
    return sign([gebruiker_id, via], purpose=DOEL)


def read_token(token: str) -> Afmelding:
    """Return what a link stops, or raise when it is too old or not ours."""
    gebruiker_id, via = read_signed(token, purpose=DOEL, days=GELDIG_DAGEN)
    return Afmelding(GebruikerId(int(gebruiker_id)), str(via))


def is_stopped(afmelding: Afmelding) -> bool:
    """Tell whether there is nothing to stop (any longer), also because the account is gone."""
    if db.session.get(Gebruiker, afmelding.gebruiker_id) is None:
        return True
    if afmelding.via in set(Periode):
        return not _has_period(afmelding)
    found = find_frequentie(afmelding.gebruiker_id, afmelding.via)
    return found is None or found in STIL


def stop_mail(afmelding: Afmelding) -> bool:
    """Stop the mails of exactly this subscription, and tell whether that changed anything.

    On the site everything stays as it was.
    """
    if is_stopped(afmelding):
        return False
    gebruiker_id, via = afmelding.gebruiker_id, afmelding.via
    if via in set(Periode):
        _stop_period(gebruiker_id, Frequentie(via))
    else:
        set_frequentie(gebruiker_id, via, Frequentie.SITE)
    publish(
        BerichtenAfgemeld(
            occurred_at=clock.now(),
            actor_id=gebruiker_id,
            onderwerp=Onderwerp("gebruiker", gebruiker_id),
            via=via,
        )
    )
    return True


def _has_period(afmelding: Afmelding) -> bool:
    wanted = Frequentie(afmelding.via)
    if find_standaard(afmelding.gebruiker_id) is wanted:
        return True
    return any(
        db.session.scalar(
            select(table.frequentie)
            .where(table.gebruiker_id == afmelding.gebruiker_id, table.frequentie == wanted)
            .limit(1)
        )
        for table in (Volgvoorkeur, Zoekopdracht)
    )


def _stop_period(gebruiker_id: GebruikerId, frequentie: Frequentie) -> None:
    """Stop every subscription that is told in this digest."""
    if find_standaard(gebruiker_id) is frequentie:
        set_standaard(gebruiker_id, Frequentie.SITE)
    for table in (Volgvoorkeur, Zoekopdracht):
        db.session.execute(
            update(table)
            .where(table.gebruiker_id == gebruiker_id, table.frequentie == frequentie)
            .values(frequentie=Frequentie.SITE)
        )
    keep_on_site(gebruiker_id, frequentie)
