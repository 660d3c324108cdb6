"""Two redacteuren at once: what the other one wrote beside what you wrote, so that you choose."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from participatie.programmas.forms_project import ProjectForm
from participatie.programmas.forms_project_vullen import make_project_form, values_of
from participatie.programmas.models import Project
from participatie.programmas.queries_gegevens import VELDEN, gegevens_of
from participatie.programmas.queries_geschiedenis import find_last_change, make_namen
from participatie.programmas.queries_standen import find_versie
from participatie.programmas.rules_formulier import take_over
from participatie.programmas.rules_geschiedenis import compare
from participatie.programmas.types_geschiedenis import Verandering, Wijziging


@dataclass(frozen=True)
class Botsing:
    """What became of a form that was sent after someone else had saved.

    `overgenomen` are the fields that only the other changed: they are in the form already.
    `verschillen` are those that both changed, from what is stored to what was sent; `gehouden`
    are those of them in which the sender chose his own text.
    """

    form: ProjectForm
    overgenomen: tuple[str, ...]
    verschillen: tuple[Wijziging, ...]
    gehouden: frozenset[str]
    laatste: Verandering | None


def settle(project: Project, form: ProjectForm, sent: Mapping[str, str]) -> Botsing:
    """Return a form with what was sent, and with what only the other one changed."""
    theirs, mine = gegevens_of(project), form.gegevens()
    stand = find_versie(project.id, form.seen("basis"))
    basis = gegevens_of(stand) if stand is not None else None
    by_other = {
        veld for veld in VELDEN if basis is None or getattr(theirs, veld) != getattr(basis, veld)
    }
    only_theirs = {
        veld
        for veld in by_other
        if basis is not None and getattr(mine, veld) == getattr(basis, veld)
    }
    merged = replace(mine, **{veld: getattr(theirs, veld) for veld in only_theirs})
    known = take_over(sent, values_of(make_project_form(project)), only_theirs)
    gehouden = _kept(project, form, sent)
    known |= {"versie": str(project.versie), "gehouden": ",".join(sorted(gehouden))}
    namen = make_namen(theirs, merged)
    return Botsing(
        form=make_project_form(project, known),
        overgenomen=tuple(veld for veld in VELDEN if veld in only_theirs),
        verschillen=tuple(
            found for found in compare(theirs, merged, namen) if found.veld in by_other
        ),
        gehouden=gehouden,
        laatste=find_last_change(project.id),
    )


def _kept(project: Project, form: ProjectForm, sent: Mapping[str, str]) -> frozenset[str]:
    """Return in which fields the sender keeps his own text; a choice holds until the next save."""
    before = form.text("gehouden").split(",") if form.seen("versie") == project.versie else []
    chosen = {*before, sent.get("houd", "")} - {sent.get("neem")}
    return frozenset(chosen & set(VELDEN))


def with_stored(project: Project, sent: Mapping[str, str], veld: str) -> dict[str, str]:
    """Return what was sent, with one field as the other wrote it."""
    return take_over(sent, values_of(make_project_form(project)), {veld})
