"""Changing what someone wants to be told, how often, and what he read."""

from collections.abc import Mapping

from sqlalchemy import delete, update
from sqlalchemy.dialects import postgresql, sqlite

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.services import unfollow
from participatie.notifications.events import BerichtvoorkeurGewijzigd
from participatie.notifications.models import Bericht
from participatie.notifications.models_voorkeuren import Berichtvoorkeur, Volgvoorkeur
from participatie.notifications.queries_voorkeuren import find_standaard, get_zoekopdracht
from participatie.notifications.rules_berichten import read_via
from participatie.notifications.types import Frequentie

STANDAARD = "standaard"
STOP = "stop"


def choose(gebruiker_id: GebruikerId, chosen: Mapping[str, str]) -> int:
    """Keep what someone chose for each subscription (`via`), and return how much changed.

    The value is a frequentie, empty for his own default, or `stop` to follow it no longer.
    """
    for via, value in chosen.items():
        _choose_one(gebruiker_id, via, value)
        publish(
            BerichtvoorkeurGewijzigd(
                occurred_at=clock.now(),
                actor_id=gebruiker_id,
                onderwerp=Onderwerp("gebruiker", gebruiker_id),
                via=via,
                frequentie=value,
            )
        )
    return len(chosen)


def _choose_one(gebruiker_id: GebruikerId, via: str, value: str) -> None:
    if via == STANDAARD:
        set_standaard(gebruiker_id, Frequentie(value))
    elif value == STOP:
        _stop_following(gebruiker_id, via)
    else:
        set_frequentie(gebruiker_id, via, Frequentie(value) if value else None)


def set_standaard(gebruiker_id: GebruikerId, frequentie: Frequentie) -> None:
    """Let this hold for everything for which nothing else was chosen, from now on."""
    before = find_standaard(gebruiker_id)
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    db.session.execute(
        dialect.insert(Berichtvoorkeur)
        .values(gebruiker_id=gebruiker_id, standaard=frequentie)
        .on_conflict_do_update(
            index_elements=[Berichtvoorkeur.gebruiker_id], set_={"standaard": frequentie}
        )
    )
    db.session.expire_all()
    if frequentie in {Frequentie.SITE, Frequentie.NOOIT} and before is not frequentie:
        keep_on_site(gebruiker_id, before)


def set_frequentie(gebruiker_id: GebruikerId, via: str, frequentie: Frequentie | None) -> None:
    """Let this hold for one subscription, or (empty) what was chosen for everything."""
    zoekopdracht_id, onderwerp = read_via(via)
    if zoekopdracht_id is not None:
        get_zoekopdracht(gebruiker_id, zoekopdracht_id).frequentie = frequentie
    elif onderwerp is not None:
        _set_volgvoorkeur(gebruiker_id, onderwerp, frequentie)
    now = frequentie or find_standaard(gebruiker_id)
    waiting = (Bericht.gebruiker_id == gebruiker_id, Bericht.via == via)
    db.session.execute(
        update(Bericht).where(*waiting, Bericht.verstuurd_op.is_(None)).values(frequentie=now)
    )


def keep_on_site(gebruiker_id: GebruikerId, frequentie: Frequentie) -> None:
    """Mail nothing any longer of what waits for this digest."""
    db.session.execute(
        update(Bericht)
        .where(
            Bericht.gebruiker_id == gebruiker_id,
            Bericht.frequentie == frequentie,
            Bericht.verstuurd_op.is_(None),
        )
        .values(frequentie=Frequentie.SITE)
    )


def _set_volgvoorkeur(
    gebruiker_id: GebruikerId, onderwerp: Onderwerp, frequentie: Frequentie | None
) -> None:
    this = (
        Volgvoorkeur.gebruiker_id == gebruiker_id,
        Volgvoorkeur.onderwerp_soort == onderwerp.soort,
        Volgvoorkeur.onderwerp_id == onderwerp.id,
    )
    db.session.execute(delete(Volgvoorkeur).where(*this))
    if frequentie is not None:
        db.session.add(
            Volgvoorkeur(
                gebruiker_id=gebruiker_id,
                onderwerp_soort=onderwerp.soort,
                onderwerp_id=onderwerp.id,
                frequentie=frequentie,
            )
        )


def _stop_following(gebruiker_id: GebruikerId, via: str) -> None:
    _zoekopdracht, onderwerp = read_via(via)
    if onderwerp is not None:
        unfollow(onderwerp, gebruiker_id=gebruiker_id)
        _set_volgvoorkeur(gebruiker_id, onderwerp, None)
        waiting = (Bericht.gebruiker_id == gebruiker_id, Bericht.via == via)
        db.session.execute(
            update(Bericht)
            .where(*waiting, Bericht.verstuurd_op.is_(None))
            .values(frequentie=Frequentie.SITE)
        )


def mark_read(gebruiker_id: GebruikerId, bericht_id: int | None = None) -> None:
    """Mark one bericht of someone as read, or all of them."""
    conditions = [Bericht.gebruiker_id == gebruiker_id, Bericht.gelezen_op.is_(None)]
    if bericht_id is not None:
        conditions.append(Bericht.id == bericht_id)
    db.session.execute(update(Bericht).where(*conditions).values(gelezen_op=clock.now()))
