"""Reading what someone, or a gebied, wrote lately: by which a flood is known."""

from datetime import datetime

from sqlalchemy import func, select

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.discussion.models_gesprek import Gesprek, Ingreep, Reactie
from participatie.discussion.rules import HERHALING_VANAF
from participatie.discussion.rules_tekst import digest_of, normalise
from participatie.discussion.types import IngreepSoort, ReactieId, ReactieStatus
from participatie.gebieden.types import GebiedId


def find_by_sleutel(formulier_sleutel: str) -> Reactie | None:
    """Return the reactie that came from this form, if it was sent before."""
    return db.session.scalar(select(Reactie).where(Reactie.formulier_sleutel == formulier_sleutel))


def count_of_auteur(auteur_id: GebruikerId, status: ReactieStatus) -> int:
    """Return how many reacties of someone have this status."""
    statement = select(func.count(Reactie.id)).where(
        Reactie.auteur_id == auteur_id, Reactie.status == status
    )
    return db.session.scalar(statement) or 0


def count_vertrouwd(auteur_id: GebruikerId) -> int:
    """Return how many of someone's reacties were read and found good."""
    approved = (
        select(func.count(Ingreep.id))
        .join(Ingreep.reactie)
        .where(
            Reactie.auteur_id == auteur_id,
            Reactie.status != ReactieStatus.VERBORGEN,
            Ingreep.soort == IngreepSoort.GOEDKEUREN,
        )
    )
    return db.session.scalar(approved) or 0


def is_repeated(
    tekst: str, *, auteur_id: GebruikerId, since: datetime, except_id: ReactieId | None = None
) -> bool:
    """Tell whether the same words were written lately: by this person, or at length by another."""
    statement = select(Reactie.id).where(Reactie.digest == digest_of(tekst), Reactie.op > since)
    if len(normalise(tekst)) < HERHALING_VANAF:
        statement = statement.where(Reactie.auteur_id == auteur_id)
    if except_id is not None:
        statement = statement.where(Reactie.id != except_id)
    return db.session.scalar(statement.limit(1)) is not None


def count_in_gebied(gebied_id: GebiedId | None, *, since: datetime) -> int:
    """Return how many reacties came in a gebied since then."""
    statement = (
        select(func.count(Reactie.id))
        .join(Gesprek, Gesprek.id == Reactie.gesprek_id)
        .where(
            Reactie.op > since,
            Gesprek.gebied_id.is_not_distinct_from(gebied_id),
        )
    )
    return db.session.scalar(statement) or 0
