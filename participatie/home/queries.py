"""Reading what the pages of the home room show."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from participatie.core import clock
from participatie.core.db import db
from participatie.gebieden.models import Contact, Gebied
from participatie.gebieden.types import Niveau
from participatie.home.types import KomendProject, NieuwInitiatief, Voorpagina
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.queries import published
from participatie.inzendingen.types import InzendingSoort
from participatie.programmas.models import Project
from participatie.programmas.types import Fase

SHOWN = 4
COMING = (Fase.VOORBEREIDING, Fase.UITVOERING)


def get_voorpagina() -> Voorpagina:
    """Return the newest initiatieven, the projects that begin next, and how many there are."""
    initiatief = (Inzending.soort == InzendingSoort.INITIATIEF) & published()
    counts = select(
        select(func.count(Inzending.id)).where(initiatief).scalar_subquery(),
        select(func.count(Project.id)).scalar_subquery(),
        select(func.count(Gebied.id)).where(Gebied.niveau == Niveau.WIJK).scalar_subquery(),
    )
    initiatieven_aantal, projecten_aantal, wijken_aantal = db.session.execute(counts).one()
    return Voorpagina(
        initiatieven=_list_newest(),
        projecten=_list_coming(),
        initiatieven_aantal=initiatieven_aantal,
        projecten_aantal=projecten_aantal,
        wijken_aantal=wijken_aantal,
    )


def list_contacten() -> Sequence[Contact]:
    """Return who answers questions about the stad and each stadsdeel, with the gebied."""
    statement = (
        select(Contact)
        .join(Contact.gebied)
        .where(Gebied.niveau.in_((Niveau.STAD, Niveau.STADSDEEL)))
        .order_by(Gebied.ouder_id.is_not(None), Gebied.naam, Contact.volgorde, Contact.id)
        .options(contains_eager(Contact.gebied))
    )
    return db.session.scalars(statement).all()


def _list_newest() -> Sequence[NieuwInitiatief]:
    statement = (
        select(
            Inzending.id,
            Inzending.titel,
            Inzending.thema,
            Gebied.naam.label("gebied"),
            Inzending.gepubliceerd_op,
        )
        .outerjoin(Inzending.gebied)
        .where(Inzending.soort == InzendingSoort.INITIATIEF, published())
        .order_by(Inzending.gepubliceerd_op.desc(), Inzending.id.desc())
        .limit(SHOWN)
    )
    return [NieuwInitiatief(**row) for row in db.session.execute(statement).mappings()]


def _list_coming() -> Sequence[KomendProject]:
    statement = (
        select(
            Project.id,
            Project.titel,
            Project.fase,
            Project.start,
            Project.eind,
            Project.plek_omschrijving,
        )
        .where(Project.fase.in_(COMING), Project.start >= clock.today())
        .order_by(Project.start, Project.titel, Project.id)
        .limit(SHOWN)
    )
    return [KomendProject(**row) for row in db.session.execute(statement).mappings()]
