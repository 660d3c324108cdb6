"""Calendars of gebieden and initiatieven: the days of their projects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select

from participatie.core import clock
from participatie.core.db import db
from participatie.feeds.types import Gepland
from participatie.gebieden.queries import get_gebied_by_slug, onder_ids
from participatie.initiatieven.queries import get_zichtbaar_initiatief
from participatie.inzendingen.types import InzendingId
from participatie.organisaties.models import Organisatie
from participatie.programmas.models import Project, project_gebieden
from participatie.programmas.rules_agenda import make_agenda

MOST = 1_000
COLUMNS = (
    Project.id,
    Project.titel,
    Project.omschrijving,
    Project.domein,
    Project.fase,
    Project.start,
    Project.eind,
    Project.plek_omschrijving,
    Project.mijlpalen,
    Project.versie,
    Project.gewijzigd_op,
)


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """A calendar as a file, with what the file is called."""

    inhoud: bytes
    bestand: str


def get_gebied_agenda(slug: str, *, site: str) -> Agenda:
    """Return the days of the projects in a gebied from this year on, or raise."""
    gebied = get_gebied_by_slug(slug)
    linked = select(project_gebieden.c.project_id).where(
        project_gebieden.c.gebied_id.in_(onder_ids(gebied.id))
    )
    items = _list_items(Project.id.in_(linked) & (Project.eind >= _this_year()))
    return Agenda(
        inhoud=make_agenda(
            f"Werk en plannen in {gebied.naam}",
            items,
            site=site,
            adres=f"{site}/gebieden/{gebied.slug}",
        ),
        bestand=f"agenda-{gebied.slug}.ics",
    )


def get_initiatief_agenda(initiatief_id: InzendingId, *, site: str) -> Agenda:
    """Return the days of the projects that belong to a published initiatief, or raise."""
    initiatief = get_zichtbaar_initiatief(initiatief_id, None)
    ids = [koppeling.project_id for koppeling in initiatief.koppelingen]
    return Agenda(
        inhoud=make_agenda(
            initiatief.titel,
            _list_items(Project.id.in_(ids)),
            site=site,
            adres=f"{site}/initiatieven/{initiatief.id}",
        ),
        bestand=f"agenda-initiatief-{initiatief.id}.ics",
    )


def _this_year() -> date:
    return date(clock.today().year, 1, 1)


def _list_items(condition: ColumnElement[bool]) -> Sequence[Gepland]:
    statement = (
        select(*COLUMNS, Project.trekker, Organisatie.naam.label("organisatie"))
        .outerjoin(Organisatie, Organisatie.id == Project.organisatie_id)
        .where(condition)
        .order_by(Project.start, Project.titel, Project.id)
        .limit(MOST)
    )
    return [_gepland(dict(row)) for row in db.session.execute(statement).mappings()]


def _gepland(row: dict[str, object]) -> Gepland:
    trekker, organisatie = row.pop("trekker"), row.pop("organisatie")
    return Gepland(**row, wie=str(organisatie or trekker))  # type: ignore[arg-type]  # columns by name
