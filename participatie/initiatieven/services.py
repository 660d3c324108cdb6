"""Writing, sending and withdrawing an initiatief. No commit here: see core.transactions."""

from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.events import publish
from participatie.core.geometry import point
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import gebied_at
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.errors import (
    IncompleteError,
    OutsideCityError,
    UnknownGebiedError,
)
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries import find_by_sleutel, missing_step
from participatie.initiatieven.types import Plek, Stap, Wat
from participatie.inzendingen.errors import NotEditableError
from participatie.inzendingen.events import (
    ConceptBegonnen,
    ConceptVerwijderd,
    InzendingBewerkt,
)
from participatie.inzendingen.rules import may_edit
from participatie.inzendingen.services import change_status, check_version, flush_version
from participatie.inzendingen.services_fotos import change_fotos, discard_files
from participatie.inzendingen.types import Fotowens, InzendingSoort, Status

NO_FOTOS = Fotowens()


def start_concept(
    *,
    indiener_id: GebruikerId,
    formulier_sleutel: str,
    wat: Wat,
    fotos: Fotowens = NO_FOTOS,
    gebied_id: GebiedId | None = None,
) -> Initiatief:
    """Keep a new concept; the same form sent twice gives the same concept."""
    existing = find_by_sleutel(formulier_sleutel)
    if existing is None:
        existing = _begin(indiener_id, formulier_sleutel, wat, fotos, gebied_id)
    if existing.indiener_id != indiener_id:
        raise NotFoundError
    return existing


def _begin(
    indiener_id: GebruikerId,
    formulier_sleutel: str,
    wat: Wat,
    fotos: Fotowens,
    gebied_id: GebiedId | None,
) -> Initiatief:
    moment = clock.now()
    concept = Initiatief(
        soort=InzendingSoort.INITIATIEF,
        formulier_sleutel=formulier_sleutel,
        status=Status.CONCEPT,
        indiener_id=indiener_id,
        gebied_id=gebied_id,
        aangemaakt_op=moment,
        gewijzigd_op=moment,
    )
    _write(concept, wat)
    try:
        with db.session.begin_nested():
            db.session.add(concept)
    except IntegrityError:  # the same form was sent twice at the same moment
        found = find_by_sleutel(formulier_sleutel)
        if found is None:
            raise
        return found
    change_fotos(concept, fotos)
    publish(
        ConceptBegonnen(
            occurred_at=moment,
            actor_id=indiener_id,
            onderwerp=Onderwerp(concept.soort, concept.id),
        )
    )
    return concept


def _write(initiatief: Initiatief, wat: Wat) -> None:
    initiatief.titel = wat.titel
    initiatief.thema = wat.thema
    initiatief.toelichting = wat.toelichting
    initiatief.waarom = wat.waarom
    initiatief.wie_doet_mee = wat.wie_doet_mee
    initiatief.vraag = list(wat.vraag)
    initiatief.vraag_toelichting = wat.vraag_toelichting
    initiatief.aanbod = list(wat.aanbod)
    initiatief.aanbod_toelichting = wat.aanbod_toelichting
    initiatief.kosten_cent = wat.kosten_cent
    initiatief.gevonden_cent = wat.gevonden_cent


def save_wat(initiatief: Initiatief, wat: Wat, *, versie: int, fotos: Fotowens = NO_FOTOS) -> None:
    """Keep the answers of the first step, and its photos."""
    check_editable(initiatief, versie)
    _write(initiatief, wat)
    change_fotos(initiatief, fotos)
    touch(initiatief, Stap.WAT)


def save_waar(initiatief: Initiatief, plek: Plek, *, versie: int) -> None:
    """Keep the place: a point with the smallest gebied around it, or a gebied as a whole."""
    check_editable(initiatief, versie)
    if plek.punt is None:
        initiatief.gebied_id = _known(plek.gebied_id) if plek.gebied_id is not None else None
        initiatief.place(None)
    else:
        initiatief.gebied_id = _around(*plek.punt)
        initiatief.place(point(*plek.punt))
    initiatief.plek_omschrijving = plek.omschrijving
    touch(initiatief, Stap.WAAR)


def _known(gebied_id: GebiedId) -> GebiedId:
    if db.session.get(Gebied, gebied_id) is None:
        raise UnknownGebiedError
    return gebied_id


def _around(lon: float, lat: float) -> GebiedId:
    found = gebied_at(lon, lat)
    if found.stad is None or found.kleinste is None:
        raise OutsideCityError
    return found.kleinste


def check_editable(initiatief: Initiatief, versie: int) -> None:
    """Raise when the text cannot change any more, or was changed since this version."""
    if not may_edit(initiatief.status, is_indiener=True):
        raise NotEditableError
    check_version(initiatief, versie)


def touch(initiatief: Initiatief, onderdeel: Stap) -> None:
    """Give the initiatief a new version and tell that it was edited."""
    initiatief.gewijzigd_op = clock.now()
    flush_version()
    publish(
        InzendingBewerkt(
            occurred_at=initiatief.gewijzigd_op,
            actor_id=initiatief.indiener_id,
            onderwerp=Onderwerp(initiatief.soort, initiatief.id),
            onderdeel=onderdeel,
        )
    )


def send(initiatief: Initiatief, *, versie: int) -> None:
    """Send it to the gebiedsverbinder; the second time the same form is sent, nothing happens."""
    if initiatief.status is Status.INGEDIEND:
        return
    check_editable(initiatief, versie)
    if missing_step(initiatief) is not None:
        raise IncompleteError
    change_status(initiatief, Status.INGEDIEND, door_id=initiatief.indiener_id)


def withdraw(initiatief: Initiatief, *, versie: int) -> None:
    """Take back what was sent; nothing happens with it any more."""
    check_version(initiatief, versie)
    change_status(initiatief, Status.INGETROKKEN, door_id=initiatief.indiener_id)


def delete_concept(initiatief: Initiatief) -> None:
    """Throw away what was never sent, with its photos."""
    if initiatief.status is not Status.CONCEPT:
        raise NotEditableError
    discard_files(initiatief)
    onderwerp = Onderwerp(initiatief.soort, initiatief.id)
    indiener_id = initiatief.indiener_id
    db.session.delete(initiatief)
    publish(ConceptVerwijderd(occurred_at=clock.now(), actor_id=indiener_id, onderwerp=onderwerp))
