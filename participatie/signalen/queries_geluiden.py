"""Reading what was said and sent, by gebied, thema and day. Nobody's name is read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select

from participatie.agenda.models import Bijeenkomst, Deelname
from participatie.core.clock import AMSTERDAM
from participatie.core.db import db
from participatie.discussion.models import Steun
from participatie.discussion.models_gesprek import Gesprek, Reactie
from participatie.discussion.types import ReactieStatus
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import Status
from participatie.programmas.models import Project, project_gebieden
from participatie.signalen.rules import ZOEK_MINSTENS, monday
from participatie.signalen.types import Geluid, SignaalSoort
from participatie.zoeken.models import Zoekmisser

Plekken = Mapping[tuple[str, int], Sequence[tuple[GebiedId, str]]]
HEARD = (ReactieStatus.ZICHTBAAR,)


def list_geluiden(van: date, tot: date) -> Iterator[Geluid]:
    """Yield every inzending, reactie and support from a day up to and without another."""
    begin = datetime.combine(van, time.min, AMSTERDAM)
    end = datetime.combine(tot, time.min, AMSTERDAM)
    yield from _inzendingen(begin, end)
    reacties = (
        select(Gesprek.onderwerp_soort, Gesprek.onderwerp_id, Reactie.op)
        .join(Gesprek, Gesprek.id == Reactie.gesprek_id)
        .where(Reactie.status.in_(HEARD), Reactie.op >= begin, Reactie.op < end)
    )
    steun = select(Steun.onderwerp_soort, Steun.onderwerp_id, Steun.op).where(
        Steun.op >= begin, Steun.op < end
    )
    yield from _about(SignaalSoort.REACTIES, reacties)
    yield from _about(SignaalSoort.STEUN, steun)


def list_aangemeld(van: date) -> Sequence[GebiedId]:
    """Return the gebieden in which someone registered for a meeting since a day."""
    begin = datetime.combine(van, time.min, AMSTERDAM)
    statement = (
        select(Bijeenkomst.gebied_id)
        .join(Deelname, Deelname.bijeenkomst_id == Bijeenkomst.id)
        .where(Deelname.op >= begin)
        .distinct()
    )
    return db.session.scalars(statement).all()


def list_vergeefs(van: date, tot: date) -> Iterator[Geluid]:
    """Yield what was looked for in vain: only words that many looked for in the same week."""
    boom = get_boom()
    (stad, *_) = boom.kinderen.get(None, (None,))
    counts: dict[tuple[date, str, int, str], int] = defaultdict(int)
    statement = select(
        Zoekmisser.dag,
        Zoekmisser.woorden,
        Zoekmisser.gebied_id,
        Zoekmisser.thema,
        Zoekmisser.aantal,
    ).where(Zoekmisser.dag >= van, Zoekmisser.dag < tot)
    for row in db.session.execute(statement):
        counts[monday(row.dag), row.woorden, row.gebied_id, row.thema] += row.aantal
    for (week, _woorden, gebied_id, thema), aantal in counts.items():
        where = GebiedId(gebied_id) if gebied_id in boom.omtrekken else stad
        if aantal >= ZOEK_MINSTENS and where is not None:
            yield Geluid(SignaalSoort.ZOEKEN, where, thema, week, aantal)


def _inzendingen(begin: datetime, end: datetime) -> Iterator[Geluid]:
    statement = select(Inzending.gebied_id, Inzending.thema, Inzending.ingediend_op).where(
        Inzending.status != Status.CONCEPT,
        Inzending.ingediend_op >= begin,
        Inzending.ingediend_op < end,
    )
    for row in db.session.execute(statement):
        yield Geluid(
            SignaalSoort.INZENDINGEN, row.gebied_id, row.thema.value, _local(row.ingediend_op)
        )


def _about(soort: SignaalSoort, statement: Select[*tuple[Any, ...]]) -> Iterator[Geluid]:
    rows = db.session.execute(statement).all()
    places = _places({(row[0], row[1]) for row in rows})
    for row in rows:
        for gebied_id, thema in places.get((row[0], row[1]), ()):
            yield Geluid(soort, gebied_id, thema, _local(row[2]))


def _places(onderwerpen: set[tuple[str, int]]) -> Plekken:
    """Return of each onderwerp where it is and what it is about."""
    by_soort: dict[str, list[int]] = defaultdict(list)
    for soort, number in onderwerpen:
        by_soort[soort].append(number)
    found: dict[tuple[str, int], list[tuple[GebiedId, str]]] = defaultdict(list)
    for gebied_id in by_soort.pop("gebied", ()):
        found["gebied", gebied_id].append((GebiedId(gebied_id), ""))
    for number, gebied_id, thema in _rows(
        select(project_gebieden.c.project_id, project_gebieden.c.gebied_id, Project.thema).join(
            Project, Project.id == project_gebieden.c.project_id
        ),
        project_gebieden.c.project_id.in_(by_soort.pop("project", ())),
    ):
        found["project", number].append((gebied_id, thema.value))
    for soort, numbers in by_soort.items():
        for number, gebied_id, thema in _rows(
            select(Inzending.id, Inzending.gebied_id, Inzending.thema),
            Inzending.id.in_(numbers) & Inzending.gebied_id.is_not(None),
        ):
            found[soort, number].append((gebied_id, thema.value))
    return found


def _rows(
    statement: Select[*tuple[Any, ...]], which: ColumnElement[bool]
) -> Sequence[Row[*tuple[Any, ...]]]:
    return db.session.execute(statement.where(which)).all()


def _local(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()
