"""Letting the later of two initiatieven go into the earlier, with consent. No commit here."""

from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotAllowedError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.queries import is_steuner, is_volger
from participatie.discussion.services import follow, support, unfollow
from participatie.initiatieven.errors_opgaan import NietOpgegaanError, VoorstelLooptError
from participatie.initiatieven.events import (
    SamenvoegingAfgewezen,
    SamenvoegingAkkoord,
    SamenvoegingIngetrokken,
    SamenvoegingTeruggedraaid,
    SamenvoegingVoorgesteld,
    VolgerMeegegaan,
)
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.initiatieven.queries_opgaan import find_samenvoeging
from participatie.initiatieven.rules_opgaan import check_overgang, check_paar, is_later
from participatie.initiatieven.rules_voortgang import TEKST_MAX_LENGTH, check_tekst
from participatie.initiatieven.services_vertellen import onderwerp_of, tell
from participatie.initiatieven.types_opgaan import SamenvoegingStatus
from participatie.initiatieven.types_voortgang import Betrokkene, Hoedanigheid
from participatie.inzendingen.services import publish_publiek_gewijzigd
from participatie.inzendingen.types import Status

Gebeurtenis = (
    type[SamenvoegingVoorgesteld]
    | type[SamenvoegingAkkoord]
    | type[SamenvoegingAfgewezen]
    | type[SamenvoegingIngetrokken]
    | type[SamenvoegingTeruggedraaid]
)


def propose(een: Initiatief, ander: Initiatief, *, reden: str, door: Betrokkene) -> Samenvoeging:
    """Propose that the later of two goes into the earlier; its own sender agrees at once."""
    reden = check_tekst(reden, field="reden")
    check_paar(
        zelfde=een.id == ander.id,
        beide_op_de_site=een.status is ander.status is Status.GEPUBLICEERD,
        een_opgegaan=een.opgegaan_in_id is not None or ander.opgegaan_in_id is not None,
    )
    first_later = is_later((een.ingediend_op, een.id), (ander.ingediend_op, ander.id))
    later, eerder = (een, ander) if first_later else (ander, een)
    if find_samenvoeging(later.id) is not None:
        raise VoorstelLooptError
    voorstel = Samenvoeging(
        later=later,
        eerder=eerder,
        status=SamenvoegingStatus.VOORGESTELD,
        reden=reden,
        als=door.als,
        voorgesteld_door_id=door.id,
        voorgesteld_op=clock.now(),
    )
    try:
        with db.session.begin_nested():
            db.session.add(voorstel)
    except IntegrityError as error:  # someone proposed it at the same moment
        raise VoorstelLooptError from error
    publish(_event(SamenvoegingVoorgesteld, voorstel, door.id))
    if later.indiener_id == door.id:
        agree(voorstel, door_id=door.id)
    return voorstel


def agree(voorstel: Samenvoeging, *, door_id: GebruikerId) -> None:
    """Let the later go into the earlier; only its own sender can say so."""
    later, eerder = voorstel.later, voorstel.eerder
    _check_sender(voorstel, door_id)
    check_overgang(voorstel.status, SamenvoegingStatus.AKKOORD)
    check_paar(
        zelfde=False,
        beide_op_de_site=later.status is eerder.status is Status.GEPUBLICEERD,
        een_opgegaan=later.opgegaan_in_id is not None or eerder.opgegaan_in_id is not None,
    )
    voorstel.status = SamenvoegingStatus.AKKOORD
    voorstel.beantwoord_op = clock.now()
    later.opgegaan_in_id = eerder.id
    _tell_both(SamenvoegingAkkoord, voorstel, door_id)


def refuse(voorstel: Samenvoeging, *, antwoord: str, door_id: GebruikerId) -> None:
    """Keep the later apart; saying why is kind, and not needed."""
    _check_sender(voorstel, door_id)
    check_overgang(voorstel.status, SamenvoegingStatus.AFGEWEZEN)
    voorstel.status = SamenvoegingStatus.AFGEWEZEN
    voorstel.antwoord = antwoord.strip()[:TEKST_MAX_LENGTH]
    voorstel.beantwoord_op = clock.now()
    publish(_event(SamenvoegingAfgewezen, voorstel, door_id))


def take_back(voorstel: Samenvoeging, *, door: Betrokkene) -> None:
    """Take a proposal back before it is answered: who made it, or a gebiedsverbinder."""
    is_official = door.als is Hoedanigheid.GEBIEDSVERBINDER
    if voorstel.voorgesteld_door_id != door.id and not is_official:
        raise NotAllowedError
    check_overgang(voorstel.status, SamenvoegingStatus.INGETROKKEN)
    voorstel.status = SamenvoegingStatus.INGETROKKEN
    voorstel.beantwoord_op = clock.now()
    publish(_event(SamenvoegingIngetrokken, voorstel, door.id))


def undo(voorstel: Samenvoeging, *, reden: str, door: Betrokkene) -> None:
    """Let the later stand on its own again, with a reason."""
    reden = check_tekst(reden, field="reden")
    if door.als is not Hoedanigheid.GEBIEDSVERBINDER:
        raise NotAllowedError
    check_overgang(voorstel.status, SamenvoegingStatus.TERUGGEDRAAID)
    voorstel.status = SamenvoegingStatus.TERUGGEDRAAID
    voorstel.teruggedraaid_op = clock.now()
    voorstel.teruggedraaid_door_id = door.id
    voorstel.teruggedraaid_reden = reden
    voorstel.later.opgegaan_in_id = None
    _tell_both(SamenvoegingTeruggedraaid, voorstel, door.id)


def move_along(initiatief: Initiatief, *, gebruiker_id: GebruikerId) -> None:
    """Let someone follow and support the earlier as he did the later; twice is once.

    The support that the later had stays counted there: it is a part of its history.
    """
    if initiatief.opgegaan_in_id is None:
        raise NietOpgegaanError
    van = onderwerp_of(initiatief)
    naar = Onderwerp(initiatief.soort, initiatief.opgegaan_in_id)
    moved = False
    if is_volger(van, gebruiker_id):
        moved = follow(naar, gebruiker_id=gebruiker_id)
        unfollow(van, gebruiker_id=gebruiker_id)
    if is_steuner(van, gebruiker_id):
        moved = support(naar, gebruiker_id=gebruiker_id) or moved
    if moved:
        publish(
            VolgerMeegegaan(
                occurred_at=clock.now(),
                actor_id=gebruiker_id,
                onderwerp=van,
                eerder_id=initiatief.opgegaan_in_id,
            )
        )


def _check_sender(voorstel: Samenvoeging, door_id: GebruikerId) -> None:
    if voorstel.later.indiener_id != door_id:
        raise NotAllowedError


def _tell_both(
    kind: type[SamenvoegingAkkoord] | type[SamenvoegingTeruggedraaid],
    voorstel: Samenvoeging,
    door_id: GebruikerId,
) -> None:
    event = _event(kind, voorstel, door_id)
    voorstel.eerder.gewijzigd_op = event.occurred_at
    tell(voorstel.later, event)
    publish_publiek_gewijzigd(voorstel.eerder, door_id=door_id)


def _event(kind: Gebeurtenis, voorstel: Samenvoeging, door_id: GebruikerId) -> SamenvoegingAkkoord:
    return kind(  # type: ignore[return-value]  # they all hold the same facts
        occurred_at=clock.now(),
        actor_id=door_id,
        onderwerp=onderwerp_of(voorstel.later),
        samenvoeging_id=voorstel.id,
        eerder_id=voorstel.eerder_id,
    )
