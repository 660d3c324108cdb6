"""What the agenda tells: a new meeting, what changed of it, that it is off, and its report."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import select

from participatie.agenda.events import (
    BijeenkomstAfgelast,
    BijeenkomstEvent,
    BijeenkomstGeplaatst,
    BijeenkomstGewijzigd,
    PlekVrijgekomen,
    VerslagGeplaatst,
)
from participatie.agenda.models import Bijeenkomst
from participatie.agenda.queries import find_deelnemer, get_bijeenkomst, list_deelnemers
from participatie.agenda.rules import VELD_NAMEN
from participatie.agenda.types import BijeenkomstId, DeelnameId, Veld
from participatie.core.db import db
from participatie.core.formats import tijdstip
from participatie.notifications.queries_onderwerpen import register_soort
from participatie.notifications.services_aanleidingen import tell_about
from participatie.notifications.types import BerichtSoort, Kort, Melding

STIL = frozenset({Veld.OMSCHRIJVING, Veld.ORGANISATOR, Veld.AANMELDEN, Veld.SOORT})
"""Nobody is mailed because only these changed."""


def register_agenda() -> None:
    """Say what of the agenda is told, and what meetings are called."""
    register_soort("bijeenkomst", bijeenkomsten)
    tell_about(BijeenkomstGeplaatst, geplaatst)
    tell_about(BijeenkomstGewijzigd, gewijzigd)
    tell_about(BijeenkomstAfgelast, afgelast)
    tell_about(VerslagGeplaatst, verslag)
    tell_about(PlekVrijgekomen, plek_vrij)


def bijeenkomsten(ids: Collection[int]) -> Mapping[int, Kort]:
    """Return what meetings are called."""
    rows = db.session.execute(
        select(Bijeenkomst.id, Bijeenkomst.titel).where(Bijeenkomst.id.in_(ids))
    )
    return {row.id: Kort(row.titel, f"/agenda/{row.id}") for row in rows}


def geplaatst(event: BijeenkomstGeplaatst) -> Iterable[Melding]:
    """Tell who follows the gebied."""
    one = _of(event)
    zin = f"Er komt een bijeenkomst: {tijdstip(one.begin)}, {one.plek_omschrijving}."
    yield _melding(event, one, zin)


def gewijzigd(event: BijeenkomstGewijzigd) -> Iterable[Melding]:
    """Tell who registered what is different."""
    velden = [Veld(veld) for veld in event.velden]
    if set(velden) <= STIL:
        return
    one = _of(event)
    said = ", ".join(VELD_NAMEN[veld] for veld in velden)
    zin = f"Gewijzigd: {said}. Het is {tijdstip(one.begin)}, {one.plek_omschrijving}."
    yield _to_deelnemers(event, one, zin)


def afgelast(event: BijeenkomstAfgelast) -> Iterable[Melding]:
    """Tell who registered and who follows the gebied that it is off, and why."""
    one = _of(event)
    zin = f"Deze bijeenkomst gaat niet door. {one.afgelast_reden}"
    yield _melding(event, one, zin, to_all=True)


def verslag(event: VerslagGeplaatst) -> Iterable[Melding]:
    """Tell who registered that the report can be read."""
    yield _to_deelnemers(event, _of(event), "Het verslag van deze bijeenkomst staat op de site.")


def plek_vrij(event: PlekVrijgekomen) -> Iterable[Melding]:
    """Tell the one who waited, and nobody else, that there is a place."""
    deelnemer = find_deelnemer(DeelnameId(event.deelname_id))
    if deelnemer is None:
        return
    one = _of(event)
    yield Melding(
        soort=BerichtSoort.AGENDA,
        onderwerp=event.onderwerp,
        titel=one.titel,
        zin="U stond op de wachtlijst. U heeft nu een plek.",
        pad=f"/agenda/{one.id}",
        aan=frozenset({deelnemer}),
    )


def _of(event: BijeenkomstEvent) -> Bijeenkomst:
    return get_bijeenkomst(BijeenkomstId(event.onderwerp.id))


def _to_deelnemers(event: BijeenkomstEvent, one: Bijeenkomst, zin: str) -> Melding:
    return Melding(
        soort=BerichtSoort.AGENDA,
        onderwerp=event.onderwerp,
        titel=one.titel,
        zin=zin,
        pad=f"/agenda/{one.id}",
        aan=list_deelnemers(one.id),
    )


def _melding(
    event: BijeenkomstEvent, one: Bijeenkomst, zin: str, *, to_all: bool = False
) -> Melding:
    return Melding(
        soort=BerichtSoort.AGENDA,
        onderwerp=event.onderwerp,
        titel=one.titel,
        zin=zin,
        pad=f"/agenda/{one.id}",
        gebied_ids=frozenset({one.gebied_id}),
        aan=list_deelnemers(one.id) if to_all else frozenset(),
    )
