"""Reading money: once per version of the register, then from memory."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any

from sqlalchemy import Row, select

from participatie.core.db import db
from participatie.core.paging import PAGE_SIZE, Page
from participatie.gebieden.queries import get_boom, outlines_version
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId
from participatie.geld.rules import kleinste_gebieden, select_posten, split_cents
from participatie.geld.types import GeldFilter, Post, ProjectDeel
from participatie.journal.queries import get_version
from participatie.organisaties.models import Organisatie
from participatie.programmas.models import (
    Jaarbedrag,
    Project,
    ProjectStand,
    project_gebieden,
    stand_gebieden,
)
from participatie.programmas.queries import tabel_op, was_so
from participatie.programmas.rules_geld import bedragen_from_json
from participatie.programmas.types import Bedragen, Fase, ProjectId

GEEN_GELD = ("gebruiker", "inzending", "initiatief")
"""What the journal tells about that never changes the money of the programme."""


@dataclass(frozen=True)
class _Kept:
    versie: tuple[str, str]
    posten: tuple[Post, ...]


_kept: _Kept | None = None
_lock = Lock()


def list_posten(peildatum: date | None = None) -> Sequence[Post]:
    """Return all money of the programme by gebied, as it is now or was at the end of a day."""
    if peildatum is not None:
        return tuple(_split(_standen(peildatum), get_boom()))
    global _kept  # noqa: PLW0603  # one set for the whole process
    versie = (get_version(zonder=GEEN_GELD), outlines_version())
    with _lock:  # a second request waits for the first instead of reading it all again
        if _kept is None or _kept.versie != versie:
            _kept = _Kept(versie, tuple(_split(_projecten(), get_boom())))
        return _kept.posten


def forget() -> None:
    """Forget what was read: for tests, where versions start again."""
    global _kept  # noqa: PLW0603
    _kept = None


AnyRow = Row[*tuple[Any, ...]]
Geld = tuple[AnyRow, Bedragen, frozenset[GebiedId]]


def _split(found: Iterable[Geld], boom: Boom) -> Iterator[Post]:
    smallest: dict[frozenset[GebiedId], tuple[GebiedId, ...]] = {}
    for row, bedragen, gebied_ids in found:
        if gebied_ids not in smallest:
            smallest[gebied_ids] = kleinste_gebieden(gebied_ids, boom)
        places = smallest[gebied_ids]
        for (jaar, bron), cents in bedragen.items():
            parts = split_cents(cents, len(places)) if places else ()
            for gebied_id, part in zip(places, parts, strict=True):
                yield Post(
                    row.project_id, gebied_id, jaar, bron, row.domein, row.organisatie_id, part
                )


def _projecten() -> Iterator[Geld]:
    gebieden = _gebieden(project_gebieden)
    bedragen: dict[ProjectId, dict[Any, int]] = defaultdict(dict)
    for project_id, jaar, bron, cents in db.session.execute(
        select(Jaarbedrag.project_id, Jaarbedrag.jaar, Jaarbedrag.bron, Jaarbedrag.bedrag_cent)
    ):
        bedragen[project_id][jaar, bron] = cents
    columns = (Project.id.label("project_id"), Project.domein, Project.organisatie_id)
    going_on = Project.fase != Fase.GESTOPT
    for row in db.session.execute(select(*columns).where(going_on).order_by(Project.id)):
        yield row, bedragen.get(row.project_id, {}), gebieden[row.project_id]


def _standen(peildatum: date) -> Iterator[Geld]:
    gebieden = _gebieden(stand_gebieden)
    columns = (
        ProjectStand.id,
        ProjectStand.project_id,
        ProjectStand.domein,
        ProjectStand.organisatie_id,
        ProjectStand.bedragen,
    )
    statement = (
        select(*columns)
        .where(was_so(peildatum), ProjectStand.fase != Fase.GESTOPT)
        .order_by(ProjectStand.project_id)
    )
    for row in db.session.execute(statement):
        yield row, bedragen_from_json(row.bedragen), gebieden[row.id]


def _gebieden(links: Any) -> Mapping[int, frozenset[GebiedId]]:  # noqa: ANN401  # either table
    found: dict[int, set[GebiedId]] = defaultdict(set)
    for row_id, gebied_id in db.session.execute(select(links)):
        found[row_id].add(gebied_id)
    return defaultdict(frozenset, {key: frozenset(value) for key, value in found.items()})


def list_organisaties() -> dict[str, str]:
    """Return the names of organisaties by their number as text, by name."""
    statement = select(Organisatie.id, Organisatie.naam).order_by(Organisatie.naam)
    return {str(found): naam for found, naam in db.session.execute(statement)}


def list_delen(
    alle: Sequence[Post], wanted: GeldFilter, number: int = 1, *, size: int = PAGE_SIZE
) -> Page[ProjectDeel]:
    """Return a page of the projects that a filter counts in all posten, the most money first."""
    hier: dict[ProjectId, int] = defaultdict(int)
    for post in select_posten(alle, wanted):
        hier[post.project_id] += post.cents
    order = sorted(hier, key=lambda project_id: (-hier[project_id], project_id))
    number = min(max(number, 1), Page((), 1, len(order), size).count)
    shown = order[(number - 1) * size : number * size]
    titels = _titels(shown, wanted.peildatum)
    totalen: dict[ProjectId, int] = defaultdict(int)
    plekken: dict[ProjectId, set[GebiedId]] = defaultdict(set)
    for post in alle:
        if post.project_id in titels:
            totalen[post.project_id] += post.cents
            plekken[post.project_id].add(post.gebied_id)
    delen = [
        ProjectDeel(
            project_id=project_id,
            titel=titels[project_id],
            hier=hier[project_id],
            totaal=totalen[project_id],
            gedeeld_met=_elders(plekken[project_id], wanted),
        )
        for project_id in shown
    ]
    return Page(delen, number, len(order), size)


def _elders(gebied_ids: set[GebiedId], wanted: GeldFilter) -> tuple[str, ...]:
    """Return the names of the gebieden that share a project and are not counted here."""
    if wanted.gebied_ids is None:
        return ()
    omtrekken = get_boom().omtrekken
    return tuple(sorted(omtrekken[found].naam for found in gebied_ids - wanted.gebied_ids))


def _titels(project_ids: Sequence[ProjectId], peildatum: date | None) -> dict[ProjectId, str]:
    tabel = tabel_op(peildatum)
    statement = select(tabel.project_id, tabel.titel).where(tabel.project_id.in_(project_ids))
    if peildatum is not None:
        statement = statement.where(was_so(peildatum))
    return {row.project_id: row.titel for row in db.session.execute(statement)}
