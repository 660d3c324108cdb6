"""Reading what a file may name besides gebieden: organisaties and goals."""

from collections import defaultdict

from sqlalchemy import select

from participatie.core.db import db
from participatie.opgaven.models import DoelTekst, OpgaveVersie
from participatie.organisaties.models import Organisatie
from participatie.programmas.rules_waarden import plain_naam
from participatie.uitwisseling.types import Benoemd


def find_benoemd() -> Benoemd:
    """Return the ids of organisaties and goals by every name a file may use for them."""
    organisaties: dict[str, set[int]] = defaultdict(set)
    for id_, naam, slug in db.session.execute(
        select(Organisatie.id, Organisatie.naam, Organisatie.slug).order_by(Organisatie.id)
    ):
        organisaties[plain_naam(naam)].add(id_)
        organisaties[plain_naam(slug)].add(id_)
    doelen: dict[str, set[int]] = defaultdict(set)
    for doel_id, titel in list_doel_titels().items():
        doelen[plain_naam(titel)].add(doel_id)
        doelen[str(doel_id)].add(doel_id)
    return Benoemd(organisaties=dict(organisaties), doelen=dict(doelen))


def list_doel_titels() -> dict[int, str]:
    """Return what each goal is called in the newest version of its opgave."""
    statement = (
        select(DoelTekst.doel_id, DoelTekst.titel)
        .join(OpgaveVersie, OpgaveVersie.id == DoelTekst.opgave_versie_id)
        .order_by(OpgaveVersie.nummer, DoelTekst.id)
    )
    return {row.doel_id: row.titel for row in db.session.execute(statement)}


def list_organisatie_namen() -> dict[int, str]:
    """Return what each organisatie is called."""
    statement = select(Organisatie.id, Organisatie.naam).order_by(Organisatie.id)
    return {row.id: row.naam for row in db.session.execute(statement)}
