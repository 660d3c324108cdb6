"""Reading the projects row by row, with their money: as they are now or were on an earlier day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select

from participatie.core.db import db
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import get_boom
from participatie.geld.queries import list_posten
from participatie.opendata.rules import SEPARATOR, euros, middle_of_box
from participatie.opendata.types import Regel
from participatie.organisaties.queries import list_organisaties
from participatie.programmas.models import (
    Jaarbedrag,
    Project,
    ProjectStand,
    project_gebieden,
    stand_gebieden,
)
from participatie.programmas.queries import Tabel, tabel_op, was_so
from participatie.programmas.rules_geld import bedragen_from_json
from participatie.programmas.types import Bedragen

CHUNK = 500


def iter_projecten(site: str, peildatum: date | None = None) -> Iterator[Regel]:
    """Yield every project, oldest first."""
    tabel = tabel_op(peildatum)
    gebieden = _gebieden(tabel)
    bedragen = _bedragen() if peildatum is None else {}
    organisaties = {partner.id: partner.naam for partner in list_organisaties()}
    for row in _stream(_statement(tabel, peildatum)):
        found = gebieden.get(row.row_id, [])
        money = bedragen_from_json(row.bedragen) if peildatum else bedragen.get(row.row_id, {})
        yield Regel(
            row.project_id,
            (
                row.project_id,
                f"{site}/projecten/{row.project_id}",
                row.titel,
                row.omschrijving,
                row.soort,
                row.domein,
                row.thema,
                row.fase,
                row.start,
                row.eind,
                SEPARATOR.join(f"{d.fase}:{d.start}:{d.eind}" for d in row.fasering),
                SEPARATOR.join(f"{one.datum}:{one.titel}" for one in row.mijlpalen),
                row.plek_omschrijving,
                SEPARATOR.join(code for code, _ in found),
                SEPARATOR.join(naam for _, naam in found),
                row.trekker,
                organisaties.get(row.organisatie_id),
                row.participatieniveau,
                row.participatie_toelichting,
                euros(sum(money.values())) if money else None,
                SEPARATOR.join(
                    f"{jaar}:{bron}:{euros(cents)}"
                    for (jaar, bron), cents in sorted(money.items())
                ),
                row.begrotingsprogramma,
                row.doel_id,
                SEPARATOR.join(link.url for link in row.verwijzingen),
                row.bronsysteem,
                row.bronsleutel,
                row.changed,
                *middle_of_box(row.geometrie),
            ),
            row.geometrie,
        )


def iter_geld(site: str, peildatum: date | None = None) -> Iterator[Regel]:
    """Yield the part of each amount that counts in one gebied."""
    boom = get_boom()
    organisaties = {partner.id: partner.naam for partner in list_organisaties()}
    for number, post in enumerate(list_posten(peildatum), start=1):
        gebied = boom.omtrekken[post.gebied_id]
        yield Regel(
            number,
            (
                f"{site}/projecten/{post.project_id}",
                gebied.code,
                gebied.naam,
                post.jaar,
                post.bron,
                post.domein,
                organisaties.get(post.organisatie_id) if post.organisatie_id else None,
                euros(post.cents),
            ),
            None,
        )


def _statement(tabel: Tabel, peildatum: date | None) -> Select[Any]:
    columns = [getattr(tabel, name) for name in _NAMEN]
    if peildatum is None:
        changed = (Project.gewijzigd_op.label("changed"), Project.bronsysteem, Project.bronsleutel)
        return select(
            Project.id.label("row_id"), Project.id.label("project_id"), *columns, *changed
        ).order_by(Project.id)
    changed = (ProjectStand.van.label("changed"), Project.bronsysteem, Project.bronsleutel)
    return (
        select(
            ProjectStand.id.label("row_id"),
            ProjectStand.project_id,
            ProjectStand.bedragen,
            *columns,
            *changed,
        )
        .join(Project, Project.id == ProjectStand.project_id)
        .where(was_so(peildatum))
        .order_by(ProjectStand.project_id)
    )


_NAMEN = (
    "titel",
    "omschrijving",
    "soort",
    "domein",
    "thema",
    "fase",
    "start",
    "eind",
    "fasering",
    "mijlpalen",
    "verwijzingen",
    "plek_omschrijving",
    "trekker",
    "organisatie_id",
    "participatieniveau",
    "participatie_toelichting",
    "begrotingsprogramma",
    "doel_id",
    "geometrie",
)


def _stream(statement: Select[Any]) -> Iterator[Row[Any]]:
    yield from db.session.execute(statement, execution_options={"yield_per": CHUNK})


def _gebieden(tabel: Tabel) -> Mapping[int, list[tuple[str, str]]]:
    links = project_gebieden if tabel is Project else stand_gebieden
    row_id = links.c.project_id if tabel is Project else links.c.stand_id
    statement = (
        select(row_id, Gebied.code, Gebied.naam)
        .join(Gebied, Gebied.id == links.c.gebied_id)
        .order_by(Gebied.code)
    )
    found = defaultdict(list)
    for found_id, code, naam in db.session.execute(statement):
        found[found_id].append((code, naam))
    return found


def _bedragen() -> Mapping[int, Bedragen]:
    statement = select(
        Jaarbedrag.project_id, Jaarbedrag.jaar, Jaarbedrag.bron, Jaarbedrag.bedrag_cent
    ).order_by(Jaarbedrag.project_id, Jaarbedrag.jaar, Jaarbedrag.bron)
    found: dict[int, dict[Any, int]] = defaultdict(dict)
    for project_id, jaar, bron, cents in db.session.execute(statement):
        found[project_id][jaar, bron] = cents
    return found
