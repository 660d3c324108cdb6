"""Reading everything a project says as one value."""

from dataclasses import fields

from participatie.programmas.models import Project, ProjectStand
from participatie.programmas.rules_geld import bedragen_from_json
from participatie.programmas.types import Bedragen, ProjectGegevens

VELDEN = tuple(field.name for field in fields(ProjectGegevens))
APART = frozenset({"geometrie", "gebied_ids", "bedragen"})


def gegevens_of(project: Project | ProjectStand) -> ProjectGegevens:
    """Return what is stored of a project, or what it said before."""
    plain = {veld: getattr(project, veld) for veld in VELDEN if veld not in APART}
    return ProjectGegevens(
        **plain,
        geometrie=project.geometrie,
        gebied_ids=frozenset(gebied.id for gebied in project.gebieden),
        bedragen=_bedragen_of(project),
    )


def _bedragen_of(project: Project | ProjectStand) -> Bedragen:
    if isinstance(project, ProjectStand):
        return bedragen_from_json(project.bedragen)
    return {(found.jaar, found.bron): found.bedrag_cent for found in project.jaarbedragen}
