"""The names of what a project points to, as they are now."""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from participatie.core.db import db
from participatie.opgaven.models import DoelTekst, OpgaveVersie
from participatie.opgaven.types import DoelId, OpgaveStatus
from participatie.organisaties.models import Organisatie
from participatie.organisaties.types import OrganisatieId


def get_doel_namen(doel_ids: Collection[DoelId]) -> Mapping[DoelId, str]:
    """Return the title of each goal, as its last vastgestelde version says it."""
    if not doel_ids:
        return {}
    statement = (
        select(DoelTekst.doel_id, DoelTekst.titel)
        .join(OpgaveVersie, OpgaveVersie.id == DoelTekst.opgave_versie_id)
        .where(DoelTekst.doel_id.in_(doel_ids), OpgaveVersie.status == OpgaveStatus.VASTGESTELD)
        .order_by(OpgaveVersie.nummer)
    )
    return {DoelId(found[0]): found[1] for found in db.session.execute(statement)}


def get_organisatie_namen() -> Mapping[OrganisatieId, str]:
    """Return the name of each organisation, in the order of the alphabet."""
    statement = select(Organisatie.id, Organisatie.naam).order_by(Organisatie.naam)
    return {OrganisatieId(found[0]): found[1] for found in db.session.execute(statement)}
