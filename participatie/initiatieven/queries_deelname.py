"""What this room keeps about one person besides what he sent in himself."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.initiatieven.models_voortgang import Fasestap, Initiatiefupdate, Uitnodiging
from participatie.initiatieven.queries_klopt import list_antwoorden_van
from participatie.initiatieven.queries_mede import list_mede_van


def own_deelname(gebruiker_id: int) -> dict[str, object]:
    """Return what someone did with initiatieven, as values that can be written as JSON."""
    wie = GebruikerId(gebruiker_id)
    return {
        "medeinitiatiefnemerVan": [
            {"initiatief": mede.initiatief.titel, "sinds": mede.sinds.isoformat()}
            for mede in list_mede_van(wie)
        ],
        "fasen": _fasen(wie),
        "updates": _updates(wie),
        "antwoordenOpKloptDit": [
            {
                "initiatief": antwoord.realisatie.initiatief.titel,
                "klopt": antwoord.klopt,
                "reden": antwoord.reden,
                "op": antwoord.op.isoformat(),
            }
            for antwoord in list_antwoorden_van(wie)
        ],
        "uitnodigingen": _uitnodigingen(wie),
        "samenvoegingen": _samenvoegingen(wie),
    }


def _fasen(wie: GebruikerId) -> list[dict[str, object]]:
    statement = (
        select(Fasestap)
        .where(Fasestap.door_id == wie)
        .order_by(Fasestap.id)
        .options(joinedload(Fasestap.initiatief))
    )
    return [
        {
            "initiatief": stap.initiatief.titel,
            "fase": stap.naar.value,
            "toelichting": stap.toelichting,
            "op": stap.op.isoformat(),
        }
        for stap in db.session.scalars(statement)
    ]


def _updates(wie: GebruikerId) -> list[dict[str, object]]:
    statement = (
        select(Initiatiefupdate)
        .where(Initiatiefupdate.door_id == wie)
        .order_by(Initiatiefupdate.id)
        .options(joinedload(Initiatiefupdate.initiatief))
    )
    return [
        {
            "initiatief": update.initiatief.titel,
            "tekst": update.tekst,
            "op": update.op.isoformat(),
        }
        for update in db.session.scalars(statement)
    ]


def _uitnodigingen(wie: GebruikerId) -> list[dict[str, object]]:
    statement = select(Uitnodiging).where(Uitnodiging.door_id == wie).order_by(Uitnodiging.id)
    return [
        {"aan": one.aan, "op": one.op.isoformat(), "gewistOp": one.verloopt_op.isoformat()}
        for one in db.session.scalars(statement)
    ]


def _samenvoegingen(wie: GebruikerId) -> list[dict[str, object]]:
    statement = (
        select(Samenvoeging)
        .where(Samenvoeging.voorgesteld_door_id == wie)
        .order_by(Samenvoeging.id)
        .options(joinedload(Samenvoeging.later), joinedload(Samenvoeging.eerder))
    )
    return [
        {
            "initiatief": one.later.titel,
            "opgaanIn": one.eerder.titel,
            "reden": one.reden,
            "op": one.voorgesteld_op.isoformat(),
        }
        for one in db.session.scalars(statement)
    ]
