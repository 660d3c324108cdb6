"""Announcing and changing meetings. No commit here: see core.transactions."""

from participatie.accounts.types import GebruikerId
from participatie.agenda.errors import AfgelastError, NogNietGeweestError
from participatie.agenda.events import (
    BijeenkomstAfgelast,
    BijeenkomstEvent,
    BijeenkomstGeplaatst,
    BijeenkomstGewijzigd,
    VerslagGeplaatst,
)
from participatie.agenda.models import Bijeenkomst
from participatie.agenda.rules import check_gegevens, list_changed
from participatie.agenda.services_deelname import move_up
from participatie.agenda.types import BijeenkomstGegevens, BijeenkomstStatus
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.events import publish
from participatie.core.geometry import point
from participatie.core.onderwerpen import Onderwerp
from participatie.core.tekst import is_blank


def announce(gegevens: BijeenkomstGegevens, *, door_id: GebruikerId) -> Bijeenkomst:
    """Put a meeting in the agenda; it must still be to come."""
    check_gegevens(gegevens)
    if gegevens.eind <= clock.now():
        raise InvalidInputError("Kies een dag die nog komt.", field="dag")
    bijeenkomst = Bijeenkomst(
        status=BijeenkomstStatus.GEPLAND,
        afgelast_reden="",
        verslag="",
        aangemaakt_op=clock.now(),
    )
    _write(bijeenkomst, gegevens)
    db.session.add(bijeenkomst)
    db.session.flush()  # the event needs the id
    _publish(BijeenkomstGeplaatst, bijeenkomst, door_id)
    return bijeenkomst


def change_bijeenkomst(
    bijeenkomst: Bijeenkomst, gegevens: BijeenkomstGegevens, *, versie: int, door_id: GebruikerId
) -> None:
    """Change a meeting; who waits moves up when there is more room."""
    _check_open(bijeenkomst, versie)
    check_gegevens(gegevens)
    velden = list_changed(bijeenkomst.gegevens, gegevens)
    if not velden:
        return
    _write(bijeenkomst, gegevens)
    publish(
        BijeenkomstGewijzigd(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("bijeenkomst", bijeenkomst.id),
            gebied_id=bijeenkomst.gebied_id,
            velden=tuple(veld.value for veld in velden),
        )
    )
    move_up(bijeenkomst)


def call_off(bijeenkomst: Bijeenkomst, *, reden: str, versie: int, door_id: GebruikerId) -> None:
    """Say that a meeting does not take place, and why."""
    _check_open(bijeenkomst, versie)
    if is_blank(reden):
        raise InvalidInputError("Schrijf waarom het niet doorgaat.", field="reden")
    bijeenkomst.status = BijeenkomstStatus.AFGELAST
    bijeenkomst.afgelast_reden = reden.strip()
    bijeenkomst.gewijzigd_op = clock.now()
    _publish(BijeenkomstAfgelast, bijeenkomst, door_id)


def write_verslag(
    bijeenkomst: Bijeenkomst, *, verslag: str, versie: int, door_id: GebruikerId
) -> None:
    """Tell what was said and agreed."""
    _check_open(bijeenkomst, versie)
    if bijeenkomst.begin > clock.now():
        raise NogNietGeweestError
    if is_blank(verslag):
        raise InvalidInputError("Schrijf wat er is besproken.", field="verslag")
    bijeenkomst.verslag = verslag.strip()
    bijeenkomst.verslag_op = bijeenkomst.gewijzigd_op = clock.now()
    _publish(VerslagGeplaatst, bijeenkomst, door_id)


def _check_open(bijeenkomst: Bijeenkomst, versie: int) -> None:
    if bijeenkomst.versie != versie:
        raise StaleError
    if bijeenkomst.status is BijeenkomstStatus.AFGELAST:
        raise AfgelastError


def _write(bijeenkomst: Bijeenkomst, gegevens: BijeenkomstGegevens) -> None:
    bijeenkomst.gebied_id = gegevens.gebied_id
    bijeenkomst.titel = gegevens.titel
    bijeenkomst.soort = gegevens.soort
    bijeenkomst.begin, bijeenkomst.eind = gegevens.begin, gegevens.eind
    bijeenkomst.plek_omschrijving = gegevens.plek_omschrijving
    bijeenkomst.place(point(*gegevens.punt) if gegevens.punt else None)
    bijeenkomst.link = gegevens.link
    bijeenkomst.organisator = gegevens.organisator
    bijeenkomst.omschrijving = gegevens.omschrijving
    bijeenkomst.aanmelden = gegevens.aanmelden
    bijeenkomst.capaciteit = gegevens.capaciteit
    bijeenkomst.gewijzigd_op = clock.now()


def _publish(
    event_type: type[BijeenkomstEvent], bijeenkomst: Bijeenkomst, door_id: GebruikerId
) -> None:
    publish(
        event_type(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("bijeenkomst", bijeenkomst.id),
            gebied_id=bijeenkomst.gebied_id,
        )
    )
