"""What is due per gebied at each moment of the P&C cycle."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import and_, select

from participatie.core import clock
from participatie.core.db import db
from participatie.gebieden.types import GebiedId, Omtrek
from participatie.gebiedsprogrammas.models import PcMoment
from participatie.gebiedsprogrammas.queries import (
    Sleutel,
    Toestand,
    eigen_ids,
    get_toestanden,
    list_programmagebieden,
    mjgp_jaren,
)
from participatie.gebiedsprogrammas.queries_items import held, list_items, list_planned, planned_in
from participatie.gebiedsprogrammas.rules_pc import (
    PROGRAMMAJAAR,
    lacks,
    termijn_of,
    usual_moment,
)
from participatie.gebiedsprogrammas.types import Item, ProgrammaStatus
from participatie.gebiedsprogrammas.types_planning import (
    Moment,
    PcSoort,
    PcTaak,
    Planmoment,
    TeDoen,
)

BIJ_ONDERDELEN = (PcTaak.GELD_INVULLEN, PcTaak.DOEL_KIEZEN)


def find_pc_moment(soort: PcSoort, jaar: int) -> PcMoment | None:
    """Return a moment that got another day than usual, if it did."""
    statement = select(PcMoment).where(PcMoment.soort == soort, PcMoment.jaar == jaar)
    return db.session.scalars(statement).one_or_none()


def list_momenten(jaar: int) -> list[Moment]:
    """Return the moments of a year, in the order of their days."""
    statement = select(PcMoment).where(PcMoment.jaar == jaar)
    moved = {found.soort: found for found in db.session.scalars(statement)}
    momenten = [
        Moment(soort, jaar, moved[soort].datum, moved[soort].versie)
        if soort in moved
        else usual_moment(soort, jaar)
        for soort in PcSoort
    ]
    return sorted(momenten, key=lambda moment: moment.datum)


def list_planmomenten(jaar: int, gebieden: Sequence[Omtrek] | None = None) -> list[Planmoment]:
    """Return the moments of a year with what is still to be done for each, per gebied."""
    gebieden = list_programmagebieden() if gebieden is None else gebieden
    ids = [omtrek.id for omtrek in gebieden]
    toestanden = get_toestanden(ids, [jaar - 1, jaar + 1])
    items = _items_per_gebied(gebieden, mjgp_jaren(jaar + 1))
    return [
        _planmoment(moment, list(_open_taken(moment, gebieden, toestanden, items)))
        for moment in list_momenten(jaar)
    ]


def list_lacking(omtrek: Omtrek, taak: PcTaak, jaar: int) -> list[Item]:
    """Return the items for which this is to be done before the MJGP that begins in a year."""
    jaren = mjgp_jaren(jaar)
    return [item for item in list_planned(omtrek, jaren) if lacks(item, taak, jaren)]


def _planmoment(moment: Moment, te_doen: Sequence[TeDoen]) -> Planmoment:
    vandaag = clock.today()
    termijn = termijn_of(moment.datum, vandaag, open_taken=len(te_doen))
    return Planmoment(moment, termijn, (moment.datum - vandaag).days, tuple(te_doen))


def _items_per_gebied(gebieden: Sequence[Omtrek], jaren: range) -> Mapping[GebiedId, list[Item]]:
    own = {omtrek.id: eigen_ids(omtrek) for omtrek in gebieden}
    everywhere = frozenset().union(*own.values())
    items = list_items(and_(held(None), planned_in(everywhere, jaren)))
    return {
        gebied_id: [item for item in items if not item.gebied_ids.isdisjoint(ids)]
        for gebied_id, ids in own.items()
    }


def _open_taken(
    moment: Moment,
    gebieden: Sequence[Omtrek],
    toestanden: Mapping[Sleutel, Toestand],
    items: Mapping[GebiedId, list[Item]],
) -> Iterator[TeDoen]:
    jaar = moment.jaar + PROGRAMMAJAAR[moment.soort]
    for omtrek in gebieden:
        toestand = toestanden[omtrek.id, jaar]
        status = toestand.stand.status
        if moment.soort is PcSoort.JAARVERSLAG and status is ProgrammaStatus.VASTGESTELD:
            yield TeDoen(omtrek, PcTaak.AFSLUITEN, jaar)
        if moment.soort is PcSoort.BEGROTING and status is ProgrammaStatus.CONCEPT:
            yield TeDoen(omtrek, PcTaak.VASTSTELLEN, jaar)
        if moment.soort is PcSoort.KADERNOTA:
            if not toestand.gemaakt:
                yield TeDoen(omtrek, PcTaak.CONCEPT_MAKEN, jaar)
            yield from _lacking(omtrek, items[omtrek.id], jaar)


def _lacking(omtrek: Omtrek, items: Sequence[Item], jaar: int) -> Iterator[TeDoen]:
    for taak in BIJ_ONDERDELEN:
        aantal = sum(lacks(item, taak, mjgp_jaren(jaar)) for item in items)
        if aantal:
            yield TeDoen(omtrek, taak, jaar, aantal)
