"""Bringing a published initiatief further, and telling how it goes. No commit here."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotAllowedError, NotFoundError
from participatie.core.events import publish
from participatie.core.mail import queue_mail
from participatie.initiatieven.events import (
    FaseGewijzigd,
    InitiatiefHeropend,
    KloptDitGevraagd,
    UpdateGeplaatst,
    UpdateVerwijderd,
)
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_klopt import Realisatie
from participatie.initiatieven.models_voortgang import Fasestap, Initiatiefupdate, Updatefoto
from participatie.initiatieven.queries_klopt import find_lopende_realisatie, list_bezwaren
from participatie.initiatieven.queries_voortgang import find_update_by_sleutel
from participatie.initiatieven.rules_voortgang import (
    ANTWOORDTERMIJN,
    check_overgang,
    check_tekst,
)
from participatie.initiatieven.services_vertellen import (
    check_goes_on,
    judge,
    onderwerp_of,
    tell,
)
from participatie.initiatieven.types import Behoefte
from participatie.initiatieven.types_voortgang import (
    Betrokkene,
    Hoedanigheid,
    InitiatiefFase,
    NieuweUpdate,
    Oordeel,
)
from participatie.inzendingen.services import (
    check_version,
    flush_version,
)
from participatie.inzendingen.services_fotos import add_later_foto, discard_fotos


def change_fase(
    initiatief: Initiatief,
    naar: InitiatiefFase,
    *,
    toelichting: str,
    door: Betrokkene,
    versie: int,
    gezocht: Sequence[Behoefte] = (),
) -> Fasestap:
    """Bring an initiatief in another fase, with an explanation for everyone."""
    toelichting = check_tekst(toelichting)
    check_version(initiatief, versie)
    check_goes_on(initiatief)
    check_overgang(initiatief.fase, naar, door.als)
    return take_step(initiatief, naar, toelichting=toelichting, door=door, gezocht=gezocht)


def take_step(
    initiatief: Initiatief,
    naar: InitiatiefFase,
    *,
    toelichting: str,
    door: Betrokkene,
    gezocht: Sequence[Behoefte] = (),
) -> Fasestap:
    """Write the step down, and ask or stop asking "klopt dit?"."""
    van, moment = initiatief.fase, clock.now()
    if naar is InitiatiefFase.GEZOCHT:
        initiatief.vraag = list(gezocht)
    stap = Fasestap(
        initiatief_id=initiatief.id,
        van=van,
        naar=naar,
        toelichting=toelichting,
        gezocht=list(gezocht) if naar is InitiatiefFase.GEZOCHT else [],
        als=door.als,
        door_id=door.id,
        op=moment,
    )
    db.session.add(stap)
    initiatief.fase = naar
    initiatief.fase_sinds = moment
    initiatief.gewijzigd_op = moment
    flush_version()
    tell(
        initiatief,
        FaseGewijzigd(
            occurred_at=moment,
            actor_id=door.id,
            onderwerp=onderwerp_of(initiatief),
            van=van,
            naar=naar,
            fasestap_id=stap.id,
            als=door.als,
        ),
    )
    if van is InitiatiefFase.GEREALISEERD:
        _stop_asking(initiatief, stap)
    if naar is InitiatiefFase.GEREALISEERD:
        _ask(initiatief, stap)
    return stap


def _ask(initiatief: Initiatief, stap: Fasestap) -> None:
    realisatie = Realisatie(
        initiatief_id=initiatief.id,
        fasestap=stap,
        op=stap.op,
        open_tot=stap.op + ANTWOORDTERMIJN,
    )
    db.session.add(realisatie)
    db.session.flush()  # the event names the id
    publish(
        KloptDitGevraagd(
            occurred_at=stap.op,
            actor_id=stap.door_id,
            onderwerp=onderwerp_of(initiatief),
            realisatie_id=realisatie.id,
        )
    )


def _stop_asking(initiatief: Initiatief, stap: Fasestap) -> None:
    realisatie = find_lopende_realisatie(initiatief.id)
    if realisatie is None:
        return
    realisatie.voorbij_op = stap.op
    for bezwaar in list_bezwaren(realisatie.id):
        if bezwaar.oordeel is Oordeel.OPEN:
            judge(
                initiatief, bezwaar, Oordeel.HEROPEND, reden=stap.toelichting, door_id=stap.door_id
            )
    publish(
        InitiatiefHeropend(
            occurred_at=stap.op,
            actor_id=stap.door_id,
            onderwerp=onderwerp_of(initiatief),
            realisatie_id=realisatie.id,
            fasestap_id=stap.id,
        )
    )


def place_update(
    initiatief: Initiatief, nieuw: NieuweUpdate, *, door: Betrokkene
) -> Initiatiefupdate:
    """Tell how it goes; the same form sent twice tells it once."""
    if door.als is not Hoedanigheid.INITIATIEFNEMER:
        raise NotAllowedError
    check_goes_on(initiatief)
    existing = find_update_by_sleutel(nieuw.sleutel)
    if existing is not None:
        return _own(existing, initiatief, door)
    update = Initiatiefupdate(
        initiatief_id=initiatief.id,
        sleutel=nieuw.sleutel,
        tekst=nieuw.tekst.strip(),
        door_id=door.id,
        op=clock.now(),
    )
    try:
        with db.session.begin_nested():
            db.session.add(update)
    except IntegrityError:  # the same form was sent twice at the same moment
        existing = find_update_by_sleutel(nieuw.sleutel)
        if existing is None:
            raise
        return _own(existing, initiatief, door)
    for wens in nieuw.fotos:
        foto = add_later_foto(initiatief, wens)
        update.fotos.append(Updatefoto(foto=foto))
    tell(
        initiatief,
        UpdateGeplaatst(
            occurred_at=update.op,
            actor_id=door.id,
            onderwerp=onderwerp_of(initiatief),
            update_id=update.id,
        ),
    )
    return update


def _own(update: Initiatiefupdate, initiatief: Initiatief, door: Betrokkene) -> Initiatiefupdate:
    if (update.initiatief_id, update.door_id) != (initiatief.id, door.id):
        raise NotFoundError
    return update


def remove_update(
    initiatief: Initiatief, update: Initiatiefupdate, *, door: Betrokkene, reden: str = ""
) -> None:
    """Take an update away with its photos; an official tells its writer why."""
    if door.als is Hoedanigheid.GEBIEDSVERBINDER:
        _mail_why(initiatief, update, check_tekst(reden, field="reden"))
    fotos = [one.foto for one in update.fotos]
    update_id = update.id
    db.session.delete(update)
    db.session.flush()  # the photos can only go once nothing points at them
    discard_fotos(fotos)
    tell(
        initiatief,
        UpdateVerwijderd(
            occurred_at=clock.now(),
            actor_id=door.id,
            onderwerp=onderwerp_of(initiatief),
            update_id=update_id,
            als=door.als,
        ),
    )


def _mail_why(initiatief: Initiatief, update: Initiatiefupdate, reden: str) -> None:
    queue_mail(
        to=update.door.email,
        template="initiatieven/mail/update_verwijderd.txt",
        naam=update.door.naam,
        initiatief=initiatief,
        reden=reden,
        tekst=update.tekst,
    )
