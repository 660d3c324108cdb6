"""Agreeing to voorstellen and giving them back. No commit here: see core.transactions."""

from collections.abc import Collection

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.errors import StaleError
from participatie.organisaties.rules import bronsysteem_of
from participatie.programmas.models import Project
from participatie.programmas.queries import get_project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.rules import VELD_NAMEN
from participatie.programmas.services import add_project, change_project
from participatie.voorstellen import rules
from participatie.voorstellen.errors import EigenVoorstelError, ProjectGewijzigdError
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.queries import get_basis
from participatie.voorstellen.rules_gegevens import from_json, merge
from participatie.voorstellen.services import change_status, check_own_project, take_turn
from participatie.voorstellen.types import VoorstelStatus


def agree(
    voorstel: Voorstel,
    *,
    versie: int,
    door_id: GebruikerId,
    project_versie: int | None = None,
    behoud: Collection[str] | None = None,
) -> Project:
    """Let the register say what a partner proposes.

    `project_versie` is the one whoever agrees was looking at. Where both changed the same field,
    someone has to say of which fields the register keeps its own: `behoud`, empty for none.
    """
    check_not_own(voorstel, door_id)
    take_turn(voorstel, versie)
    rules.check_transition(voorstel.status, VoorstelStatus.OVERGENOMEN)
    if voorstel.op_versie is None:
        voorstel.project = add_project(
            from_json(voorstel.gegevens),
            bronsysteem=bronsysteem_of(voorstel.organisatie.slug),
            bronsleutel=voorstel.bronsleutel,
            actor_id=door_id,
        )
        project = voorstel.project
    else:
        project = _change(voorstel, door_id=door_id, versie=project_versie, behoud=behoud)
    _answered(voorstel, door_id)
    voorstel.project_id = project.id
    change_status(voorstel, VoorstelStatus.OVERGENOMEN, door_id=door_id)
    return project


def _change(
    voorstel: Voorstel,
    *,
    door_id: GebruikerId,
    versie: int | None,
    behoud: Collection[str] | None,
) -> Project:
    project = get_project(voorstel.project_id or 0, lock=True)
    check_own_project(project, voorstel.organisatie)
    if versie is not None and versie != project.versie:
        raise StaleError
    basis = get_basis(voorstel)
    nu = gegevens_of(project)
    together = merge(
        basis=basis or nu,
        nu=nu,
        voorstel=from_json(voorstel.gegevens),
        behoud=behoud or (),
    )
    if together.botst and behoud is None:
        raise ProjectGewijzigdError([VELD_NAMEN[veld] for veld in together.botst])
    change_project(
        project,
        together.gegevens,
        actor_id=door_id,
        reden=f"Voorstel van {voorstel.organisatie.naam}",
        bron=bronsysteem_of(voorstel.organisatie.slug),
    )
    return project


def give_back(voorstel: Voorstel, *, reden: str, versie: int, door_id: GebruikerId) -> None:
    """Ask the partner to change something first."""
    reden = rules.check_reden(reden)
    check_not_own(voorstel, door_id)
    take_turn(voorstel, versie)
    rules.check_transition(voorstel.status, VoorstelStatus.TERUGGEGEVEN)
    voorstel.reden = reden
    _answered(voorstel, door_id)
    change_status(voorstel, VoorstelStatus.TERUGGEGEVEN, door_id=door_id)


def check_not_own(voorstel: Voorstel, door_id: GebruikerId) -> None:
    """Raise when someone would decide about what he proposed himself."""
    if voorstel.indiener_id == door_id:
        raise EigenVoorstelError


def _answered(voorstel: Voorstel, door_id: GebruikerId) -> None:
    voorstel.beslist_op = clock.now()
    voorstel.beslist_door_id = door_id
