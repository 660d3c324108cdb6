"""What the programme tells: a new project, and what changed of one."""

from collections.abc import Iterable, Sequence

from participatie.core.onderwerpen import Onderwerp
from participatie.notifications.types import BerichtSoort, Melding, Vindplek
from participatie.programmas.events import DocumentToegevoegd, ProjectGewijzigd, ProjectToegevoegd
from participatie.programmas.models import Project
from participatie.programmas.queries import find_project
from participatie.programmas.rules import FASE_NAMEN, VELD_NAMEN, planning_in_woorden

STIL = frozenset(
    {"contact_naam", "contact_email", "verwijzingen", "begrotingsprogramma", "doel_id"}
)
"""Nobody is mailed because one of these changed."""


def project_toegevoegd(event: ProjectToegevoegd) -> Iterable[Melding]:
    """Tell who follows the gebied, or searched for this."""
    project = find_project(event.onderwerp.id)
    if project is None:
        return
    planning = planning_in_woorden(project.start, project.eind)
    yield Melding(
        soort=BerichtSoort.PROJECT,
        onderwerp=event.onderwerp,
        titel=project.titel,
        zin=f"Dit plan is nieuw. Planning: {planning}.",
        pad=_path(project),
        gebied_ids=frozenset(one.id for one in project.gebieden),
        nieuw=vindplek_of(project),
    )


def project_gewijzigd(event: ProjectGewijzigd) -> Iterable[Melding]:
    """Tell who follows the project or its gebied what changed."""
    velden = [veld for veld in event.velden if veld not in STIL]
    project = find_project(event.onderwerp.id) if velden else None
    if project is None:
        return
    yield Melding(
        soort=BerichtSoort.PROJECT,
        onderwerp=event.onderwerp,
        titel=project.titel,
        zin=_change_in_words(project, velden),
        pad=_path(project),
        volgers=(event.onderwerp,),
        gebied_ids=frozenset(one.id for one in project.gebieden),
    )


def document_toegevoegd(event: DocumentToegevoegd) -> Iterable[Melding]:
    """Tell who follows the project that there is something new to read."""
    project = find_project(event.onderwerp.id)
    if project is None:
        return
    yield Melding(
        soort=BerichtSoort.PROJECT,
        onderwerp=event.onderwerp,
        titel=project.titel,
        zin="Er staat een nieuw document bij dit project.",
        pad=_path(project),
        volgers=(Onderwerp("project", project.id),),
    )


def vindplek_of(project: Project) -> Vindplek:
    """Return what saved searches look at."""
    return Vindplek(
        soorten=frozenset({"projecten", project.soort.value}),
        fase=project.fase.value,
        domein=project.domein.value,
        thema=project.thema.value if project.thema else "",
        organisatie=project.organisatie.slug if project.organisatie else "",
        doel_id=project.doel_id,
        trekker=project.trekker,
        van=project.start.year,
        tot=project.eind.year,
        gebied_ids=frozenset(one.id for one in project.gebieden),
        geometrie=project.geometrie,
        tekst=f"{project.titel} {project.omschrijving} {project.plek_omschrijving}",
    )


def _change_in_words(project: Project, velden: Sequence[str]) -> str:
    said = []
    if "fase" in velden:
        said.append(f"De fase is nu: {FASE_NAMEN[project.fase].lower()}.")
    if {"start", "eind"} & set(velden):
        planning = planning_in_woorden(project.start, project.eind)
        said.append(f"De planning is nu: {planning}.")
    rest = [VELD_NAMEN[veld] for veld in velden if veld in VELD_NAMEN]
    if not said:
        said.append(f"Gewijzigd: {', '.join(rest)}.")
    return " ".join(said)


def _path(project: Project) -> str:
    return f"/projecten/{project.id}"
