"""What things are called and whether everyone may see them: one function per kind of onderwerp."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from sqlalchemy import select

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.models_gesprek import Gesprek, Reactie
from participatie.discussion.types import ReactieStatus
from participatie.gebieden.models import Gebied
from participatie.gebiedsprogrammas.models import Gebiedsprogramma
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingSoort, Status
from participatie.notifications.rules import path_of
from participatie.notifications.types import Kort
from participatie.programmas.models import Project

FindKort = Callable[[Collection[int]], Mapping[int, Kort]]
_soorten: dict[str, FindKort] = {}


def register_soort(soort: str, find: FindKort) -> None:
    """Say how things of this kind are called; what not everyone may see is not in the answer."""
    _soorten[soort] = find


def find_kort(onderwerpen: Iterable[Onderwerp]) -> Mapping[Onderwerp, Kort]:
    """Return what each is called, one query per kind; not what is no longer public."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for onderwerp in onderwerpen:
        wanted[onderwerp.soort].add(onderwerp.id)
    return {
        Onderwerp(soort, one_id): kort
        for soort, ids in sorted(wanted.items())
        if soort in _soorten
        for one_id, kort in _soorten[soort](ids).items()
    }


def projecten(ids: Collection[int]) -> Mapping[int, Kort]:
    """Return what projecten are called."""
    rows = db.session.execute(select(Project.id, Project.titel).where(Project.id.in_(ids)))
    return {row.id: Kort(row.titel, f"/projecten/{row.id}") for row in rows}


def initiatieven(ids: Collection[int]) -> Mapping[int, Kort]:
    """Return what published initiatieven are called."""
    rows = db.session.execute(
        select(Inzending.id, Inzending.titel).where(
            Inzending.id.in_(ids),
            Inzending.soort == InzendingSoort.INITIATIEF,
            Inzending.status == Status.GEPUBLICEERD,
        )
    )
    return {row.id: Kort(row.titel, path_of(InzendingSoort.INITIATIEF, row.id)) for row in rows}


def gebieden(ids: Collection[int]) -> Mapping[int, Kort]:
    """Return what gebieden are called."""
    rows = db.session.execute(
        select(Gebied.id, Gebied.naam, Gebied.slug).where(Gebied.id.in_(ids))
    )
    return {row.id: Kort(row.naam, f"/gebieden/{row.slug}") for row in rows}


def gebiedsprogrammas(ids: Collection[int]) -> Mapping[int, Kort]:
    """Return what programme years are called."""
    rows = db.session.execute(
        select(Gebiedsprogramma.id, Gebiedsprogramma.jaar, Gebied.naam, Gebied.slug)
        .join(Gebied, Gebied.id == Gebiedsprogramma.gebied_id)
        .where(Gebiedsprogramma.id.in_(ids))
    )
    return {
        row.id: Kort(f"Programma {row.jaar} van {row.naam}", f"/programma/{row.slug}/{row.jaar}")
        for row in rows
    }


def reacties(ids: Collection[int]) -> Mapping[int, Kort]:
    """Return what the reacties are about that everyone can read, where everyone sees that too."""
    rows = db.session.execute(
        select(Reactie.id, Gesprek.onderwerp_soort, Gesprek.onderwerp_id)
        .join(Gesprek, Gesprek.id == Reactie.gesprek_id)
        .where(Reactie.id.in_(ids), Reactie.status == ReactieStatus.ZICHTBAAR)
    ).all()
    known = find_kort(Onderwerp(row.onderwerp_soort, row.onderwerp_id) for row in rows)
    return {
        row.id: Kort(known[over].titel, f"/gesprek/reacties/{row.id}")
        for row in rows
        if (over := Onderwerp(row.onderwerp_soort, row.onderwerp_id)) in known
    }


def register_own() -> None:
    """Register what the rooms below have already."""
    register_soort("project", projecten)
    register_soort("initiatief", initiatieven)
    register_soort("gebied", gebieden)
    register_soort("reactie", reacties)
    register_soort("gebiedsprogramma", gebiedsprogrammas)
