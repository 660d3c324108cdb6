"""Keeping the afwegingskader: every change is a new version. No commit here."""

from collections.abc import Collection
from typing import TypeVar

from sqlalchemy import select

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, NotFoundError, StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.models import Inzending
from participatie.moderation import rules_kader
from participatie.moderation.events import (
    AfwegingskaderGewijzigd,
    InzendingAfgewogen,
    StandaardtekstGewijzigd,
)
from participatie.moderation.models_kader import (
    Afweging,
    Afwegingsgrond,
    Afwegingspunt,
    Standaardtekst,
    Versie,
)
from participatie.moderation.queries_kader import list_current, list_versions, next_place
from participatie.moderation.rules_teksten import check_tekst
from participatie.moderation.types import Uitkomst
from participatie.programmas.types import Thema

V = TypeVar("V", bound=Versie)


def add_grond(
    *, naam: str, uitleg: str, uitkomsten: Collection[Uitkomst], door_id: GebruikerId
) -> Afwegingsgrond:
    """Add a ground to the afwegingskader."""
    grond = Afwegingsgrond(uitkomsten=rules_kader.check_uitkomsten(uitkomsten))
    return _begin(grond, naam=naam, uitleg=uitleg, door_id=door_id)


def add_punt(*, naam: str, uitleg: str, door_id: GebruikerId) -> Afwegingspunt:
    """Add a point that is looked at before every decision."""
    return _begin(Afwegingspunt(), naam=naam, uitleg=uitleg, door_id=door_id)


def _begin(row: V, *, naam: str, uitleg: str, door_id: GebruikerId) -> V:
    model = type(row)
    row.naam, row.uitleg = rules_kader.check_naam(naam), rules_kader.check_uitleg(uitleg)
    row.sleutel = rules_kader.sleutel_of(row.naam)
    known = db.session.scalar(select(model.id).where(model.sleutel == row.sleutel).limit(1))
    if not row.sleutel or known is not None:
        raise InvalidInputError("Deze naam is er al, of was er. Kies een andere.", field="naam")
    row.versie, row.volgorde, row.geldig_van = 1, next_place(model), clock.now()
    db.session.add(row)
    _tell(row, door_id)
    return row


def change_grond(
    sleutel: str,
    *,
    naam: str,
    uitleg: str,
    uitkomsten: Collection[Uitkomst],
    versie: int,
    door_id: GebruikerId,
) -> Afwegingsgrond:
    """Give a ground new words; earlier decisions keep those of their day."""
    new = Afwegingsgrond(uitkomsten=rules_kader.check_uitkomsten(uitkomsten))
    return _succeed(sleutel, new, naam=naam, uitleg=uitleg, versie=versie, door_id=door_id)


def change_punt(
    sleutel: str, *, naam: str, uitleg: str, versie: int, door_id: GebruikerId
) -> Afwegingspunt:
    """Give a point new words."""
    new = Afwegingspunt()
    return _succeed(sleutel, new, naam=naam, uitleg=uitleg, versie=versie, door_id=door_id)


def _succeed(
    sleutel: str, new: V, *, naam: str, uitleg: str, versie: int, door_id: GebruikerId
) -> V:
    old = _standing(type(new), sleutel, versie)
    new.naam, new.uitleg = rules_kader.check_naam(naam), rules_kader.check_uitleg(uitleg)
    new.sleutel, new.versie, new.volgorde = sleutel, old.versie + 1, old.volgorde
    old.geldig_tot = new.geldig_van = clock.now()
    db.session.flush()  # the old version ends before the new one begins: only one counts
    db.session.add(new)
    _tell(new, door_id)
    return new


def retire(model: type[V], sleutel: str, *, versie: int, door_id: GebruikerId) -> None:
    """Take a ground or point out of use; decisions that carry it keep it."""
    old = _standing(model, sleutel, versie)
    if isinstance(old, Afwegingsgrond):
        others = [one for one in list_current(Afwegingsgrond) if one is not old]
        rules_kader.check_every_outcome_has_one([one.uitkomsten for one in others])
    old.geldig_tot = clock.now()
    _tell(old, door_id)


def bring_back(model: type[V], sleutel: str, *, versie: int, door_id: GebruikerId) -> None:
    """Take into use again what was retired, as a new version with the same words."""
    last = list_versions(model, sleutel)[0]
    if last.versie != versie or last.geldig_tot is None:
        raise StaleError
    new = model()
    new.naam, new.uitleg = last.naam, last.uitleg
    new.sleutel, new.volgorde = sleutel, last.volgorde
    if isinstance(new, Afwegingsgrond) and isinstance(last, Afwegingsgrond):
        new.uitkomsten = list(last.uitkomsten)
    new.versie, new.geldig_van = last.versie + 1, clock.now()
    db.session.add(new)
    _tell(new, door_id)


def _standing(model: type[V], sleutel: str, versie: int) -> V:
    """Return the version that counts, or raise when it is another one than was seen."""
    newest = list_versions(model, sleutel)[0]
    if newest.geldig_tot is not None:
        raise NotFoundError
    if newest.versie != versie:
        raise StaleError
    return newest


def _tell(row: Versie, door_id: GebruikerId) -> None:
    db.session.flush()  # the event names the id
    publish(
        AfwegingskaderGewijzigd(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("afwegingskader", row.id),
            sleutel=row.sleutel,
            versie=row.versie,
            geldt=row.geldig_tot is None,
        )
    )


def save_tekst(
    row: Standaardtekst | None,
    *,
    uitkomst: Uitkomst,
    grond: str,
    thema: Thema | None,
    tekst: str,
    versie: int,
    door_id: GebruikerId,
) -> Standaardtekst:
    """Keep a standard text, new or changed."""
    if row is not None and row.versie != versie:
        raise StaleError
    thema_of = thema.value if thema else ""
    known = db.session.scalar(
        select(Standaardtekst.id).where(
            Standaardtekst.uitkomst == uitkomst,
            Standaardtekst.grond == grond,
            Standaardtekst.thema == thema_of,
        )
    )
    if known is not None and (row is None or known != row.id):
        raise InvalidInputError(
            "Voor deze uitkomst, grond en dit onderwerp is er al een tekst.", field="grond"
        )
    row = row or Standaardtekst()
    row.uitkomst, row.grond, row.thema = uitkomst, grond, thema_of
    row.tekst, row.gewijzigd_op = check_tekst(tekst), clock.now()
    db.session.add(row)
    db.session.flush()  # the event names the id
    _tell_text(row, door_id)
    return row


def delete_tekst(row: Standaardtekst, *, door_id: GebruikerId) -> None:
    """Remove a standard text; what was written with it stays."""
    db.session.delete(row)
    _tell_text(row, door_id)


def _tell_text(row: Standaardtekst, door_id: GebruikerId) -> None:
    publish(
        StandaardtekstGewijzigd(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("standaardtekst", row.id),
        )
    )


def weigh(*, inzending: Inzending, punten: Collection[str], door_id: GebruikerId) -> None:
    """Keep which of the points that count now were looked at."""
    rows = {
        one.punt: one
        for one in db.session.scalars(
            select(Afweging).where(Afweging.inzending_id == inzending.id)
        )
    }
    moment = clock.now()
    for punt in list_current(Afwegingspunt):
        found = rows.get(punt.sleutel)
        if punt.sleutel not in punten:
            if found:
                db.session.delete(found)
        elif found is None:
            db.session.add(
                Afweging(
                    inzending_id=inzending.id,
                    punt=punt.sleutel,
                    punt_versie=punt.versie,
                    door_id=door_id,
                    op=moment,
                )
            )
    publish(
        InzendingAfgewogen(
            occurred_at=moment,
            actor_id=door_id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
        )
    )
