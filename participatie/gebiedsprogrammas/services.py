"""Steps of programme years: making, adopting, closing, and taking each back. No commit here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.gebiedsprogrammas import rules
from participatie.gebiedsprogrammas.errors import (
    AndereItemsError,
    NietsVastTeStellenError,
    StapKanNietError,
)
from participatie.gebiedsprogrammas.events import (
    ProgrammaAfgesloten,
    ProgrammaEvent,
    ProgrammaGemaakt,
    ProgrammaHeropend,
    ProgrammaVastgesteld,
    VaststellingIngetrokken,
)
from participatie.gebiedsprogrammas.models import Gebiedsprogramma, ProgrammaItem, ProgrammaStap
from participatie.gebiedsprogrammas.queries import find_programma, get_toestanden
from participatie.gebiedsprogrammas.queries_items import list_adopted, list_planned
from participatie.gebiedsprogrammas.rules_programma import fingerprint, split_by_money
from participatie.gebiedsprogrammas.rules_resultaten import check_all_results, check_begun
from participatie.gebiedsprogrammas.types import Item, ProgrammaStatus, Stap, Uitslag


@dataclass(frozen=True, kw_only=True)
class Besluit:
    """The decision by which a programme is adopted."""

    nummer: str
    dag: date | None


def maak_programma(
    *,
    gebied_id: GebiedId,
    jaar: int,
    actor_id: GebruikerId | None,
    doorrolling_id: int | None = None,
) -> Gebiedsprogramma:
    """Make the concept of a gebied and year, or return what is there already."""
    known = find_programma(gebied_id, rules.check_jaar(jaar))
    if known is not None:
        return known
    moment = clock.now()
    programma = Gebiedsprogramma(
        gebied_id=gebied_id,
        jaar=jaar,
        status=ProgrammaStatus.CONCEPT,
        toelichting="",
        doorrolling_id=doorrolling_id,
        aangemaakt_op=moment,
        gewijzigd_op=moment,
    )
    try:
        with db.session.begin_nested():
            db.session.add(programma)
            db.session.flush()  # the event needs the id
    except IntegrityError as error:  # a colleague made it at the same moment
        raise StaleError from error
    _tell(ProgrammaGemaakt, programma, actor_id)
    return programma


def schrijf_toelichting(*, programma: Gebiedsprogramma, toelichting: str, versie: int) -> None:
    """Write what is told above the items of a year."""
    take_turn(programma, versie)
    programma.toelichting = rules.check_toelichting(toelichting)
    touch(programma)


def vaststellen(
    *,
    programma: Gebiedsprogramma,
    besluit: Besluit,
    gezien: str,
    actor_id: GebruikerId | None,
    versie: int,
) -> ProgrammaStap:
    """Adopt a programme: keep what each item with money in its year says now, for good.

    `gezien` is the fingerprint of the items that the redacteur looked at.
    """
    status = rules.next_status(programma.status, Stap.VASTSTELLEN)
    take_turn(programma, versie)
    nummer = rules.check_besluitnummer(besluit.nummer)
    dag = rules.check_besloten_op(besluit.dag, jaar=programma.jaar, vandaag=clock.today())
    items = list_planned(get_boom().omtrekken[programma.gebied_id], [programma.jaar])
    if fingerprint(items) != gezien:
        raise AndereItemsError
    funded, _ = split_by_money(items, programma.jaar)
    if not funded:
        raise NietsVastTeStellenError
    programma.status, programma.besluitnummer, programma.besloten_op = status, nummer, dag
    stap = _step(
        programma, Stap.VASTSTELLEN, actor_id=actor_id, besluitnummer=nummer, besloten_op=dag
    )
    _keep(stap, funded, programma.jaar)
    total = sum(item.bedrag(programma.jaar) for item in funded)
    _tell(ProgrammaVastgesteld, programma, actor_id, aantal=len(funded), bedrag_cent=total)
    return stap


def intrekken(
    *, programma: Gebiedsprogramma, reden: str, actor_id: GebruikerId | None, versie: int
) -> None:
    """Make an adopted programme a concept again; what was adopted stays in its history."""
    status = rules.next_status(programma.status, Stap.INTREKKEN)
    take_turn(programma, versie)
    reden = rules.check_reden(reden)
    programma.status, programma.besluitnummer, programma.besloten_op = status, None, None
    _step(programma, Stap.INTREKKEN, actor_id=actor_id, reden=reden)
    _tell(VaststellingIngetrokken, programma, actor_id)


def afsluiten(*, programma: Gebiedsprogramma, actor_id: GebruikerId | None, versie: int) -> None:
    """Close a programme with the results of all its items."""
    status = rules.next_status(programma.status, Stap.AFSLUITEN)
    take_turn(programma, versie)
    check_begun(programma.jaar, vandaag=clock.today())
    check_all_results(list_uitslagen(programma), jaar=programma.jaar)
    programma.status = status
    _step(programma, Stap.AFSLUITEN, actor_id=actor_id)
    _tell(ProgrammaAfgesloten, programma, actor_id)


def list_uitslagen(programma: Gebiedsprogramma) -> list[Uitslag]:
    """Return what was written so far about the items of an adopted programme."""
    vaststelling_id = current_vaststelling(programma)
    return [uitslag for _, uitslag in list_adopted(vaststelling_id)]


def current_vaststelling(programma: Gebiedsprogramma) -> int:
    """Return the step by which a programme is adopted now, or raise."""
    toestand = get_toestanden([programma.gebied_id], [programma.jaar])
    found = toestand[programma.gebied_id, programma.jaar].stand
    if found.vaststelling_id is None:
        raise StapKanNietError(found.status)
    return found.vaststelling_id


def heropenen(
    *, programma: Gebiedsprogramma, reden: str, actor_id: GebruikerId | None, versie: int
) -> None:
    """Open a closed programme, so that its results can be put right."""
    status = rules.next_status(programma.status, Stap.HEROPENEN)
    take_turn(programma, versie)
    reden = rules.check_reden(reden)
    programma.status = status
    _step(programma, Stap.HEROPENEN, actor_id=actor_id, reden=reden)
    _tell(ProgrammaHeropend, programma, actor_id)


def take_turn(programma: Gebiedsprogramma, versie: int) -> None:
    """Raise when somebody changed the programme after this version."""
    if programma.versie != versie:
        raise StaleError


def touch(programma: Gebiedsprogramma) -> None:
    """Note that the programme was changed, unless somebody else did that first."""
    programma.gewijzigd_op = clock.now()
    try:
        db.session.flush()  # a stale version is refused here, before anyone hears of it
    except StaleDataError as error:
        raise StaleError from error


def _step(
    programma: Gebiedsprogramma,
    stap: Stap,
    *,
    actor_id: GebruikerId | None,
    reden: str = "",
    besluitnummer: str | None = None,
    besloten_op: date | None = None,
) -> ProgrammaStap:
    touch(programma)
    taken = ProgrammaStap(
        programma_id=programma.id,
        stap=stap,
        op=clock.now(),
        actor_id=actor_id,
        reden=reden,
        besluitnummer=besluitnummer,
        besloten_op=besloten_op,
    )
    db.session.add(taken)
    db.session.flush()  # its items need the id
    return taken


def _keep(stap: ProgrammaStap, items: Sequence[Item], jaar: int) -> None:
    rows = [
        {
            "vaststelling_id": stap.id,
            "project_id": item.project_id,
            "stand_id": item.stand_id,
            "volgorde": place,
            "bedrag_cent": item.bedrag(jaar),
        }
        for place, item in enumerate(items, start=1)
    ]
    db.session.execute(insert(ProgrammaItem), rows)


def _tell(
    happened: type[ProgrammaEvent],
    programma: Gebiedsprogramma,
    actor_id: GebruikerId | None,
    **facts: int,
) -> None:
    publish(
        happened(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("gebiedsprogramma", programma.id),
            gebied_id=programma.gebied_id,
            jaar=programma.jaar,
            **facts,
        )
    )
