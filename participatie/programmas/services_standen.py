"""Keeping what a project said, so that the register can be read as it was on any day."""

from sqlalchemy import update

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.programmas.models import Project, ProjectStand
from participatie.programmas.rules_geld import bedragen_as_json

OWN = {"id", "versie"}
KOLOMMEN = tuple(
    sorted(
        {*Project.__mapper__.column_attrs.keys()}
        & {*ProjectStand.__mapper__.column_attrs.keys()} - OWN
    )
)


def keep_stand(
    project: Project, *, actor_id: GebruikerId | None, reden: str = "", bron: str | None = None
) -> None:
    """Keep what a stored project says from now on; what it said before ends now."""
    now = clock.now()
    db.session.execute(
        update(ProjectStand)
        .where(ProjectStand.project_id == project.id, ProjectStand.tot.is_(None))
        .values(tot=now)
        .execution_options(synchronize_session=False)
    )
    db.session.add(
        ProjectStand(
            **{name: getattr(project, name) for name in KOLOMMEN},
            project_id=project.id,
            versie=project.versie,
            van=now,
            actor_id=actor_id,
            reden=reden,
            bron=bron,
            gebieden=list(project.gebieden),
            bedragen=bedragen_as_json(
                {(found.jaar, found.bron): found.bedrag_cent for found in project.jaarbedragen}
            ),
        )
    )
