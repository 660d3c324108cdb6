"""Reading who follows and how many support."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Select, func, select

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.models import Steun, Volging
from participatie.discussion.models_gesprek import Gesprek, Reactie
from participatie.discussion.types import ReactieStatus

Teken = type[Volging] | type[Steun]


def list_volger_ids(onderwerp: Onderwerp) -> Sequence[GebruikerId]:
    """Return who follows this."""
    return _ids(Volging, onderwerp)


def list_steuner_ids(onderwerp: Onderwerp) -> Sequence[GebruikerId]:
    """Return who supports this: to tell them something, never to show."""
    return _ids(Steun, onderwerp)


def _ids(teken: Teken, onderwerp: Onderwerp) -> Sequence[GebruikerId]:
    return db.session.scalars(
        select(teken.gebruiker_id)
        .where(teken.onderwerp_soort == onderwerp.soort, teken.onderwerp_id == onderwerp.id)
        .order_by(teken.gebruiker_id)
    ).all()


def is_volger(onderwerp: Onderwerp, gebruiker_id: GebruikerId) -> bool:
    """Tell whether someone follows this."""
    return _has(Volging, onderwerp, gebruiker_id)


def is_steuner(onderwerp: Onderwerp, gebruiker_id: GebruikerId) -> bool:
    """Tell whether someone supports this."""
    return _has(Steun, onderwerp, gebruiker_id)


def _has(teken: Teken, onderwerp: Onderwerp, gebruiker_id: GebruikerId) -> bool:
    statement = select(teken.id).where(
        teken.onderwerp_soort == onderwerp.soort,
        teken.onderwerp_id == onderwerp.id,
        teken.gebruiker_id == gebruiker_id,
    )
    return db.session.scalar(statement) is not None


def count_steun(onderwerp: Onderwerp) -> int:
    """Return how many support this."""
    return count_steun_of(onderwerp.soort, [onderwerp.id]).get(onderwerp.id, 0)


def count_steun_of(soort: str, ids: Collection[int]) -> Mapping[int, int]:
    """Return how many support each of these; what nobody supports is left out."""
    return _counts(_steun(soort).where(Steun.onderwerp_id.in_(ids)))


def count_all_steun(soort: str) -> Mapping[int, int]:
    """Return how many support each thing of this kind; what nobody supports is left out."""
    return _counts(_steun(soort))


def _steun(soort: str) -> Select[int, int]:
    return (
        select(Steun.onderwerp_id, func.count())
        .where(Steun.onderwerp_soort == soort)
        .group_by(Steun.onderwerp_id)
    )


def count_reacties(onderwerp: Onderwerp) -> int:
    """Return how many reacties everyone can read about this."""
    return count_reacties_of(onderwerp.soort, [onderwerp.id]).get(onderwerp.id, 0)


def count_reacties_of(soort: str, ids: Collection[int]) -> Mapping[int, int]:
    """Return how many reacties everyone can read about each of these; where none is, nothing."""
    return _counts(_reacties(soort).where(Gesprek.onderwerp_id.in_(ids)))


def count_all_reacties(soort: str) -> Mapping[int, int]:
    """Return how many reacties everyone can read about each thing of this kind."""
    return _counts(_reacties(soort))


def _reacties(soort: str) -> Select[int, int]:
    return (
        select(Gesprek.onderwerp_id, func.count())
        .join(Reactie, Reactie.gesprek_id == Gesprek.id)
        .where(Gesprek.onderwerp_soort == soort, Reactie.status == ReactieStatus.ZICHTBAAR)
        .group_by(Gesprek.onderwerp_id)
    )


def _counts(statement: Select[int, int]) -> Mapping[int, int]:
    return {row[0]: row[1] for row in db.session.execute(statement)}


def list_gevolgd(gebruiker_id: GebruikerId) -> Sequence[Onderwerp]:
    """Return what someone follows, newest first."""
    statement = (
        select(Volging)
        .where(Volging.gebruiker_id == gebruiker_id)
        .order_by(Volging.op.desc(), Volging.id.desc())
    )
    return [
        Onderwerp(volging.onderwerp_soort, volging.onderwerp_id)
        for volging in db.session.scalars(statement)
    ]
