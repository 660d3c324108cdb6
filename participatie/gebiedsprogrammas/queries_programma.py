"""The programme of a gebied, for one year and for the years of the MJGP."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import and_, or_

from participatie.core import clock
from participatie.gebieden.types import Omtrek
from participatie.gebiedsprogrammas.queries import (
    Sleutel,
    Toestand,
    eigen_ids,
    get_eerste_jaar,
    get_toestanden,
    mjgp_jaren,
)
from participatie.gebiedsprogrammas.queries_items import (
    adopted_projects,
    get_doel_titels,
    held,
    list_adopted,
    list_items,
    list_planned,
    mark_shared,
    planned_in,
    why_stopped,
)
from participatie.gebiedsprogrammas.rules import vastheid_of
from participatie.gebiedsprogrammas.rules_programma import (
    Doelen,
    afwijking_of,
    group_regels,
    is_planned,
    make_mjgp,
    sum_per_bron,
    why_left,
    why_outside,
)
from participatie.gebiedsprogrammas.rules_resultaten import propose
from participatie.gebiedsprogrammas.rules_vergelijk import changed_fields, compare
from participatie.gebiedsprogrammas.types import (
    Item,
    Jaarprogramma,
    Mjgp,
    ProgrammaStatus,
    Regel,
    Uitslag,
    Vastheid,
    Vergelijking,
)
from participatie.programmas.models import ProjectStand
from participatie.programmas.types import ProjectId

Delen = tuple[list[Regel], list[Regel]]
"""What is in a programme, and what is planned beside it."""


def get_jaarprogramma(omtrek: Omtrek, jaar: int, peildatum: date | None = None) -> Jaarprogramma:
    """Return the programme of a gebied and year: as adopted, or else as it looks."""
    return _list_years(omtrek, [jaar], peildatum)[0]


def get_met_concept(omtrek: Omtrek, jaar: int) -> Jaarprogramma:
    """Return the programme with what was written of results before the year is closed.

    Only for who writes them: results are public when the year is closed.
    """
    programma = get_jaarprogramma(omtrek, jaar)
    vaststelling_id = programma.stand.vaststelling_id
    if vaststelling_id is None:
        return programma
    found = {item.stand_id: uitslag for item, uitslag in list_adopted(vaststelling_id)}
    regels = (replace(regel, uitslag=found[regel.item.stand_id]) for regel in programma.regels)
    return replace(programma, regels=tuple(regels))


def get_mjgp(omtrek: Omtrek, peildatum: date | None = None) -> Mjgp:
    """Return the programme of a gebied for four years, the first of them concrete."""
    jaren = mjgp_jaren(get_eerste_jaar(peildatum))
    return make_mjgp(_list_years(omtrek, jaren, peildatum), peildatum)


def get_vergelijking(
    omtrek: Omtrek, jaar: int, van: date | None, tot: date | None
) -> Vergelijking:
    """Return what differs in a year between two days; None is now."""
    found = compare(get_jaarprogramma(omtrek, jaar, van), get_jaarprogramma(omtrek, jaar, tot))
    return replace(found, eraf=_explain(found, tot))


def _explain(found: Vergelijking, tot: date | None) -> tuple[Regel, ...]:
    """Return what left a programme, with why: what the register said of it in the end."""
    left = [regel.item.project_id for regel in found.eraf]
    ids, jaar = eigen_ids(found.nieuw.gebied), found.nieuw.jaar
    newest = {
        item.project_id: item
        for item in list_items(and_(held(tot), ProjectStand.project_id.in_(left)))
    }
    redenen = why_stopped(newest.values(), tot)
    return tuple(
        replace(
            regel,
            afwijking=why_left(now, jaar, ids, is_vast=found.nieuw.is_vast),
            reden=redenen.get(now.project_id, now.reden),
        )
        if (now := newest.get(regel.item.project_id))
        else regel
        for regel in found.eraf
    )


def _list_years(
    omtrek: Omtrek, jaren: Sequence[int], peildatum: date | None
) -> list[Jaarprogramma]:
    eerste, lopend = get_eerste_jaar(peildatum), (peildatum or clock.today()).year
    toestanden = get_toestanden([omtrek.id], jaren, peildatum)
    delen = _read_delen(omtrek, jaren, toestanden, peildatum)
    doelen = get_doel_titels({regel.item.doel_id for deel in delen.values() for regel in deel[0]})
    return [
        _make(
            omtrek,
            jaar,
            toestand=toestanden[omtrek.id, jaar],
            delen=delen[jaar],
            doelen=doelen,
            vastheid=vastheid_of(
                toestanden[omtrek.id, jaar].stand,
                jaar,
                lopend=lopend,
                eerste=eerste,
                gemaakt=toestanden[omtrek.id, jaar].gemaakt,
            ),
        )
        for jaar in jaren
    ]


def _read_delen(
    omtrek: Omtrek,
    jaren: Sequence[int],
    toestanden: Mapping[Sleutel, Toestand],
    peildatum: date | None,
) -> Mapping[int, Delen]:
    """Read what is planned in all the years at once, and what was adopted for each."""
    vast = {
        jaar: found
        for jaar in jaren
        if (found := toestanden[omtrek.id, jaar].stand.vaststelling_id) is not None
    }
    wanted = [planned_in(eigen_ids(omtrek), jaren), *map(adopted_projects, vast.values())]
    items = mark_shared(list_items(and_(held(peildatum), or_(*wanted))), omtrek)
    ids = eigen_ids(omtrek)
    delen: dict[int, Delen] = {}
    for jaar in jaren:
        planned = [item for item in items if is_planned(item, jaar, ids)]
        if jaar in vast:
            newest = {item.project_id: item for item in items}
            closed = toestanden[omtrek.id, jaar].stand.status is ProgrammaStatus.AFGESLOTEN
            regels = _adopted_regels(
                omtrek, jaar, vast[jaar], newest, peildatum=peildatum, with_results=closed
            )
            delen[jaar] = regels, _beside(regels, planned, jaar)
        else:
            delen[jaar] = [Regel(item, item.bedrag(jaar)) for item in planned], []
    return delen


def _adopted_regels(
    omtrek: Omtrek,
    jaar: int,
    vaststelling_id: int,
    newest: Mapping[ProjectId, Item],
    *,
    peildatum: date | None,
    with_results: bool,
) -> list[Regel]:
    adopted = list_adopted(vaststelling_id)
    redenen = why_stopped(
        (now for item, _ in adopted if (now := newest.get(item.project_id))), peildatum
    )
    uitslagen = {item.stand_id: uitslag for item, uitslag in adopted}
    ids = eigen_ids(omtrek)
    regels = []
    for item in mark_shared((item for item, _ in adopted), omtrek):
        now = newest.get(item.project_id)
        regels.append(
            Regel(
                item,
                item.bedrag(jaar),
                uitslagen[item.stand_id] if with_results else None,
                afwijking_of(item, now, jaar, ids),
                changed_fields(item, now) if now else (),
                redenen.get(item.project_id, ""),
            )
        )
    return regels


def _beside(regels: Sequence[Regel], planned: Sequence[Item], jaar: int) -> list[Regel]:
    inside = {regel.item.project_id for regel in regels}
    return [
        Regel(item, item.bedrag(jaar), afwijking=why_outside(item, jaar))
        for item in planned
        if item.project_id not in inside
    ]


def _make(
    omtrek: Omtrek,
    jaar: int,
    *,
    toestand: Toestand,
    delen: Delen,
    doelen: Doelen,
    vastheid: Vastheid,
) -> Jaarprogramma:
    regels, buiten = delen
    return Jaarprogramma(
        gebied=omtrek,
        jaar=jaar,
        programma_id=toestand.programma_id,
        versie=toestand.versie,
        vastheid=vastheid,
        stand=toestand.stand,
        toelichting=toestand.toelichting,
        regels=tuple(regels),
        groepen=group_regels((r for r in regels if not r.item.heel_gebied), doelen),
        heel=group_regels((r for r in regels if r.item.heel_gebied), doelen),
        buiten=tuple(buiten),
        per_bron=sum_per_bron((regel.item for regel in regels), jaar),
        totaal=sum(regel.bedrag for regel in regels),
        gedeeld=sum(regel.bedrag for regel in regels if regel.item.gedeeld_met),
    )


def list_candidates(omtrek: Omtrek, jaar: int) -> list[Regel]:
    """Return what is planned in a year now, whether or not it has money."""
    planned = mark_shared(list_planned(omtrek, [jaar]), omtrek)
    return [Regel(item, item.bedrag(jaar)) for item in planned]


def list_proposals(programma: Jaarprogramma) -> Mapping[ProjectId, Uitslag]:
    """Return what most likely came of each adopted item, by what the register says now."""
    project_ids = [regel.item.project_id for regel in programma.regels]
    now = list_items(and_(held(None), ProjectStand.project_id.in_(project_ids)))
    return {item.project_id: propose(item.fase, programma.jaar) for item in now}
