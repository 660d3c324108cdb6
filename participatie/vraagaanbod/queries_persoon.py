"""What this room keeps about one person."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.vraagaanbod.models import Aanbod, Hulpaanmelding, Oproep
from participatie.vraagaanbod.queries import list_eigen_aanbod
from participatie.vraagaanbod.queries_aanmeldingen import list_van


def own_vraagaanbod(gebruiker_id: int) -> dict[str, object]:
    """Return what someone asked, offered and wrote, as values that can be written as JSON."""
    wie = GebruikerId(gebruiker_id)
    return {
        "oproepen": _oproepen(wie),
        "aanbod": [_aanbod(aanbod) for aanbod in list_eigen_aanbod(wie)],
        "berichten": [_bericht(aanmelding) for aanmelding in list_van(wie)],
    }


def _oproepen(wie: GebruikerId) -> list[dict[str, object]]:
    statement = (
        select(Oproep)
        .where(Oproep.door_id == wie)
        .order_by(Oproep.id)
        .options(joinedload(Oproep.initiatief))
    )
    return [
        {
            "initiatief": oproep.initiatief.titel,
            "soort": oproep.soort.value,
            "wat": oproep.wat,
            "hoeveel": oproep.hoeveel,
            "wanneer": oproep.wanneer,
            "status": oproep.status.value,
            "reden": oproep.reden,
            "op": oproep.aangemaakt_op.isoformat(),
        }
        for oproep in db.session.scalars(statement)
    ]


def _aanbod(aanbod: Aanbod) -> dict[str, object]:
    return {
        "soort": aanbod.soort.value,
        "wat": aanbod.wat,
        "toelichting": aanbod.toelichting,
        "gebied": aanbod.gebied.naam,
        "thema": aanbod.thema.value if aanbod.thema else None,
        "tot": aanbod.tot.isoformat(),
        "organisatie": aanbod.organisatie.naam if aanbod.organisatie else None,
        "status": aanbod.status.value,
        "reden": aanbod.reden,
        "op": aanbod.aangemaakt_op.isoformat(),
    }


def _bericht(aanmelding: Hulpaanmelding) -> dict[str, object]:
    about = aanmelding.oproep or aanmelding.aanbod
    return {
        "over": about.wat if about else "",
        "bericht": aanmelding.bericht,
        "telefoon": aanmelding.telefoon or "",
        "organisatie": aanmelding.organisatie.naam if aanmelding.organisatie else None,
        "status": aanmelding.status.value,
        "antwoord": aanmelding.antwoord,
        "op": aanmelding.op.isoformat(),
    }
