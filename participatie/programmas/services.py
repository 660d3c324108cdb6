"""Adding and changing programme items. No commit here: see core.transactions."""

from collections.abc import Iterable

from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.programmas.events import ProjectGewijzigd, ProjectToegevoegd
from participatie.programmas.models import Jaarbedrag, Project
from participatie.programmas.queries_gegevens import APART, VELDEN, gegevens_of
from participatie.programmas.services_standen import keep_stand
from participatie.programmas.types import Bedragen, ProjectGegevens


def list_changes(project: Project, gegevens: ProjectGegevens) -> tuple[str, ...]:
    """Return the names of the fields that differ from what is stored."""
    stored = gegevens_of(project)
    return tuple(veld for veld in VELDEN if getattr(stored, veld) != getattr(gegevens, veld))


def add_project(
    gegevens: ProjectGegevens, *, bronsysteem: str, bronsleutel: str, actor_id: GebruikerId | None
) -> Project:
    """Add a project to the programme."""
    try:
        with db.session.begin_nested():
            project = new_project(gegevens, bronsysteem=bronsysteem, bronsleutel=bronsleutel)
            db.session.flush()  # the event needs the id
    except IntegrityError as error:  # the same form was sent twice at the same moment
        raise StaleError from error
    finish_adding(project, actor_id=actor_id)
    return project


def new_project(gegevens: ProjectGegevens, *, bronsysteem: str, bronsleutel: str) -> Project:
    """Add a project without telling anyone yet, so that many can be stored at once."""
    project = Project(bronsysteem=bronsysteem, bronsleutel=bronsleutel, aangemaakt_op=clock.now())
    _write(project, gegevens, VELDEN)
    db.session.add(project)
    return project


def finish_adding(
    project: Project, *, actor_id: GebruikerId | None, bron: str | None = None
) -> None:
    """Keep the first stand of a stored project and tell that it is new."""
    keep_stand(project, actor_id=actor_id, bron=bron)
    publish(
        ProjectToegevoegd(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("project", project.id),
            bronsysteem=project.bronsysteem,
            gebied_ids=_ids(project.gebieden),
        )
    )


def change_project(
    project: Project,
    gegevens: ProjectGegevens,
    *,
    actor_id: GebruikerId | None,
    versie: int | None = None,
    reden: str = "",
    bron: str | None = None,
) -> tuple[str, ...]:
    """Change a project and return which fields.

    `versie` is the one the editor was looking at; `bron` is the system whose file says so.
    """
    if versie is not None and versie != project.versie:
        raise StaleError
    changed = list_changes(project, gegevens)
    if not changed:
        return ()
    before = _ids(project.gebieden)
    _write(project, gegevens, changed)
    db.session.flush()  # a stale version is refused here, before anyone hears of it
    keep_stand(project, actor_id=actor_id, reden=reden, bron=bron)
    publish(
        ProjectGewijzigd(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("project", project.id),
            velden=changed,
            gebied_ids=tuple(sorted({*before, *_ids(project.gebieden)})),
        )
    )
    return changed


def _write(project: Project, gegevens: ProjectGegevens, velden: Iterable[str]) -> None:
    for veld in velden:
        if veld not in APART:
            setattr(project, veld, getattr(gegevens, veld))
    project.gewijzigd_op = clock.now()
    if "geometrie" in velden:
        project.place(gegevens.geometrie)
    if "gebied_ids" in velden:
        project.gebieden = [
            db.session.get_one(Gebied, gebied_id) for gebied_id in sorted(gegevens.gebied_ids)
        ]
    if "bedragen" in velden:
        _write_bedragen(project, gegevens.bedragen)


def _write_bedragen(project: Project, bedragen: Bedragen) -> None:
    stored = {(found.jaar, found.bron): found for found in project.jaarbedragen}
    for key in stored.keys() - bedragen.keys():
        project.jaarbedragen.remove(stored[key])
    for (jaar, bron), cents in sorted(bedragen.items()):
        if (jaar, bron) in stored:
            stored[jaar, bron].bedrag_cent = cents
        else:
            project.jaarbedragen.append(Jaarbedrag(jaar=jaar, bron=bron, bedrag_cent=cents))


def _ids(gebieden: Iterable[Gebied]) -> tuple[GebiedId, ...]:
    return tuple(sorted(gebied.id for gebied in gebieden))
