"""Reading the afwegingskader: what counts now, and how it read on the day of a decision."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingId
from participatie.moderation.models import Besluit
from participatie.moderation.models_kader import (
    Afweging,
    Afwegingsgrond,
    Standaardtekst,
    Versie,
)
from participatie.moderation.rules_teksten import fill_in
from participatie.moderation.types import Grondwoorden, Kader, Uitkomst

V = TypeVar("V", bound=Versie)


def list_current(model: type[V]) -> Sequence[V]:
    """Return the versions of grounds or points that count now, in their order."""
    statement = select(model).where(model.geldig_tot.is_(None))
    return db.session.scalars(statement.order_by(model.volgorde, model.id)).all()


def list_versions(model: type[V], sleutel: str) -> Sequence[V]:
    """Return every version of one ground or point, newest first, or raise."""
    statement = select(model).where(model.sleutel == sleutel).order_by(model.versie.desc())
    found = db.session.scalars(statement).all()
    if not found:
        raise NotFoundError
    return found


def list_retired(model: type[V]) -> Sequence[V]:
    """Return the last version of what no longer counts."""
    current = select(model.sleutel).where(model.geldig_tot.is_(None))
    newest = select(func.max(model.id)).group_by(model.sleutel)
    statement = select(model).where(model.sleutel.not_in(current), model.id.in_(newest))
    return db.session.scalars(statement.order_by(model.naam, model.id)).all()


def next_place(model: type[V]) -> int:
    """Return the place at the end of the list."""
    return (db.session.scalar(select(func.max(model.volgorde))) or 0) + 1


def find_grond(uitkomst: Uitkomst, sleutel: str) -> Grondwoorden | None:
    """Return the ground as it reads now, when it can be given with this outcome."""
    statement = select(Afwegingsgrond).where(
        Afwegingsgrond.sleutel == str(sleutel), Afwegingsgrond.geldig_tot.is_(None)
    )
    found = db.session.scalars(statement).one_or_none()
    return words_of_grond(found) if found is not None and found.carries(uitkomst) else None


def words_of(besluit: Besluit) -> Grondwoorden:
    """Return the ground of a decision in the words of its day."""
    return words_of_grond(besluit.woorden)


def words_of_grond(grond: Afwegingsgrond) -> Grondwoorden:
    """Return how a ground reads in this version."""
    return Grondwoorden(grond.sleutel, grond.versie, grond.naam, grond.uitleg)


def get_kader(inzending: Inzending) -> Kader:
    """Return what can be decided about this inzending, with texts of its own thema first."""
    gronden = list_current(Afwegingsgrond)
    return Kader(
        gronden={
            uitkomst: [words_of_grond(one) for one in gronden if one.carries(uitkomst)]
            for uitkomst in Uitkomst
        },
        teksten=_texts(inzending),
    )


def _texts(inzending: Inzending) -> Mapping[tuple[Uitkomst, str], str]:
    thema = inzending.thema.value if inzending.thema else ""
    statement = (
        select(Standaardtekst)
        .where(Standaardtekst.thema.in_(["", thema]))
        .order_by(Standaardtekst.thema, Standaardtekst.id)
    )
    waarden = {
        "titel": inzending.titel,
        "kenmerk": inzending.kenmerk or "",
        "gebied": inzending.gebied.naam if inzending.gebied else "",
    }
    return {
        (one.uitkomst, one.grond): fill_in(one.tekst, waarden)
        for one in db.session.scalars(statement)
    }


def list_teksten() -> Sequence[Standaardtekst]:
    """Return every standard text, by outcome and ground."""
    statement = select(Standaardtekst).order_by(
        Standaardtekst.uitkomst, Standaardtekst.grond, Standaardtekst.thema
    )
    return db.session.scalars(statement).all()


def get_tekst(tekst_id: int) -> Standaardtekst:
    """Return a standard text, or raise."""
    found = db.session.get(Standaardtekst, tekst_id)
    if found is None:
        raise NotFoundError
    return found


def list_afwegingen(inzending_id: InzendingId) -> frozenset[str]:
    """Return the keys of the points that were looked at."""
    statement = select(Afweging.punt).where(Afweging.inzending_id == inzending_id)
    return frozenset(db.session.scalars(statement))
