"""What this room keeps about one person."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.core.db import db
from participatie.discussion.models import Steun, Volging
from participatie.discussion.models_gesprek import Reactie, ReactieMelding


def own_gesprek(gebruiker_id: int) -> dict[str, object]:
    """Return what someone said, supports, follows and reported, as values for JSON."""
    reacties = (
        select(Reactie)
        .where(Reactie.auteur_id == gebruiker_id)
        .order_by(Reactie.id)
        .options(joinedload(Reactie.gesprek))
    )
    meldingen = (
        select(ReactieMelding)
        .where(ReactieMelding.melder_id == gebruiker_id)
        .order_by(ReactieMelding.id)
    )
    return {
        "reacties": [_reactie(reactie) for reactie in db.session.scalars(reacties)],
        "steunt": _tekens(Steun, gebruiker_id),
        "volgt": _tekens(Volging, gebruiker_id),
        "gemeld": [
            {
                "reactie": melding.reactie_id,
                "grond": melding.grond.value,
                "toelichting": melding.toelichting,
                "op": melding.op.isoformat(),
                "afgehandeldOp": _iso(melding.afgehandeld_op),
            }
            for melding in db.session.scalars(meldingen)
        ],
    }


def _reactie(reactie: Reactie) -> dict[str, object]:
    return {
        "id": reactie.id,
        "over": f"{reactie.gesprek.onderwerp_soort} {reactie.gesprek.onderwerp_id}",
        "antwoordOp": reactie.ouder_id,
        "tekst": reactie.tekst,
        "status": reactie.status.value,
        "op": reactie.op.isoformat(),
        "bewerktOp": _iso(reactie.bewerkt_op),
    }


def _tekens(teken: type[Steun] | type[Volging], gebruiker_id: int) -> list[dict[str, object]]:
    statement = (
        select(teken.onderwerp_soort, teken.onderwerp_id, teken.op)
        .where(teken.gebruiker_id == gebruiker_id)
        .order_by(teken.id)
    )
    return [
        {"over": f"{found.onderwerp_soort} {found.onderwerp_id}", "sinds": found.op.isoformat()}
        for found in db.session.execute(statement)
    ]


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
