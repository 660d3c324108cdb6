"""The same for many inzendingen at once, and undoing that. No commit here: see core.transactions.

Each inzending has its own savepoint: what may be done is done, and of the rest is kept why not.
"""

from collections.abc import Callable, Sequence

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import DomainError, NotAllowedError, NotFoundError, StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import Status
from participatie.moderation import rules
from participatie.moderation.events import BulkactieTeruggedraaid, BulkactieUitgevoerd
from participatie.moderation.models import Besluit
from participatie.moderation.models_werk import (
    Bulkactie,
    Bulkdeel,
    Toewijzing,
    Verlenging,
)
from participatie.moderation.queries_bulk import find_bulkactie_by_sleutel
from participatie.moderation.queries_bureau import own_ids
from participatie.moderation.queries_kader import get_kader
from participatie.moderation.queries_verdeling import find_handler
from participatie.moderation.rules_bulk import AAN_MIJ_REDEN, Opdracht, in_words
from participatie.moderation.services import besluit_nemen, besluit_terugdraaien
from participatie.moderation.services_termijn import extend, take_back
from participatie.moderation.services_verdeling import route, undo_route
from participatie.moderation.types import BulkSoort, Keuze, Uitkomst


def run_bulk(
    opdracht: Opdracht, keuzes: Sequence[Keuze], *, door: Gebruiker, sleutel: str
) -> Bulkactie:
    """Do it to all that may; the same form sent twice does nothing the second time."""
    known = find_bulkactie_by_sleutel(sleutel)
    if known is not None:
        if known.door_id != door.id:
            raise NotAllowedError
        return known
    actie = Bulkactie(
        sleutel=sleutel,
        soort=opdracht.soort,
        reden=opdracht.reden,
        door_id=door.id,
        op=clock.now(),
    )
    own = own_ids(door)
    for keuze in keuzes:
        inzending = _find(keuze, own)
        if inzending is None:
            continue
        made, waarom = _try(lambda: _do(opdracht, inzending, keuze, door))  # noqa: B023
        actie.delen.append(Bulkdeel(inzending=inzending, gemaakt_id=made, waarom=waarom))
    if not actie.delen:
        raise NotFoundError("Kies eerst wat u wilt behandelen.")
    db.session.add(actie)
    db.session.flush()  # the event names the id
    gelukt = sum(deel.gemaakt_id is not None for deel in actie.delen)
    publish(
        BulkactieUitgevoerd(
            occurred_at=actie.op,
            actor_id=door.id,
            onderwerp=Onderwerp("bulkactie", actie.id),
            soort=actie.soort,
            gelukt=gelukt,
            niet_gelukt=len(actie.delen) - gelukt,
        )
    )
    return actie


def _find(keuze: Keuze, own: frozenset[GebiedId]) -> Inzending | None:
    """Return what was chosen when it is of one's own gebieden; else it does not exist here."""
    found = db.session.get(Inzending, keuze.inzending_id)
    if found is None or found.status is Status.CONCEPT or found.gebied_id not in own:
        return None
    return found


def _try(act: Callable[[], int | None]) -> tuple[int | None, str]:
    """Return what was made, or why nothing was; a refusal leaves nothing behind."""
    try:
        with db.session.begin_nested():
            made = act()
    except StaleError:
        return None, "Iemand anders heeft dit net veranderd. Bekijk het eerst."
    except DomainError as error:
        return None, str(error)
    return made, ""


def _do(opdracht: Opdracht, inzending: Inzending, keuze: Keuze, door: Gebruiker) -> int:
    if opdracht.soort is BulkSoort.PUBLICEREN:
        kader = get_kader(inzending)
        besluit = besluit_nemen(
            inzending=inzending,
            uitkomst=Uitkomst.PUBLICEREN,
            grond=opdracht.grond,
            reden=opdracht.reden or kader.text(Uitkomst.PUBLICEREN, opdracht.grond),
            door=door,
            versie=keuze.versie,
        )
        return besluit.id
    if opdracht.soort is BulkSoort.VERLENGEN:
        made = extend(inzending=inzending, reden=opdracht.reden, door=door, versie=keuze.versie)
        return made.id
    return _route(opdracht, inzending, door)


def _route(opdracht: Opdracht, inzending: Inzending, door: Gebruiker) -> int:
    if opdracht.soort is BulkSoort.AAN_MIJ:
        reden = opdracht.reden or AAN_MIJ_REDEN
        return route(inzending=inzending, naar=door, reden=reden, door=door).id
    naar = find_handler(opdracht.naar, inzending.gebied_id)
    if naar is None:
        raise DomainError("Deze collega werkt niet in het gebied van deze inzending.")
    return route(inzending=inzending, naar=naar, reden=opdracht.reden, door=door).id


def undo_bulk(actie: Bulkactie, *, reden: str, door: Gebruiker) -> None:
    """Undo all of it that still can be; of the rest is kept why not."""
    reden = rules.check_reden(reden)
    if actie.door_id != door.id:
        raise NotAllowedError("Alleen wie dit deed, kan het in een keer terugdraaien.")
    if actie.teruggedraaid_op is not None:
        raise StaleError("Dit is al teruggedraaid.")
    actie.teruggedraaid_op, actie.teruggedraaid_reden = clock.now(), reden
    done = [deel for deel in actie.delen if deel.gemaakt_id is not None]
    for deel in done:
        _, deel.waarom_niet_terug = _try(lambda: _undo(actie, deel, reden, door))  # noqa: B023
        deel.is_terug = not deel.waarom_niet_terug
    terug = sum(deel.is_terug for deel in done)
    publish(
        BulkactieTeruggedraaid(
            occurred_at=actie.teruggedraaid_op,
            actor_id=door.id,
            onderwerp=Onderwerp("bulkactie", actie.id),
            teruggedraaid=terug,
            niet_teruggedraaid=len(done) - terug,
        )
    )


def _undo(actie: Bulkactie, deel: Bulkdeel, reden: str, door: Gebruiker) -> None:
    if actie.soort is BulkSoort.PUBLICEREN:
        besluit = db.session.get_one(Besluit, deel.gemaakt_id)
        versie = besluit.inzending.versie
        besluit_terugdraaien(besluit=besluit, reden=reden, door=door, versie=versie)
    elif actie.soort is BulkSoort.VERLENGEN:
        take_back(db.session.get_one(Verlenging, deel.gemaakt_id), door=door)
    else:
        undo_route(db.session.get_one(Toewijzing, deel.gemaakt_id), door=door)


def told(actie: Bulkactie) -> str:
    """Return in words what was done."""
    return in_words(actie.soort, sum(deel.gemaakt_id is not None for deel in actie.delen))
