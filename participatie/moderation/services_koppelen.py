"""Linking an inzending to the programme, and removing that link."""

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.models import Inzending, Koppeling
from participatie.inzendingen.services import flush_version, publish_publiek_gewijzigd
from participatie.inzendingen.types import KoppelingSoort, Status
from participatie.moderation import rules
from participatie.moderation.errors import (
    AlGekoppeldError,
    KoppelenKanNietError,
    NietGekoppeldError,
)
from participatie.moderation.events import InzendingGekoppeld, InzendingOntkoppeld
from participatie.moderation.models import Ontkoppeling
from participatie.moderation.services import take_turn
from participatie.programmas.models import Project
from participatie.programmas.types import ProjectId


def koppelen(
    *,
    inzending: Inzending,
    project: Project,
    soort: KoppelingSoort,
    reden: str,
    door: Gebruiker,
    versie: int,
) -> Koppeling:
    """Link an inzending to a project, with a reason everyone can read."""
    reden = rules.check_koppel_reden(reden)
    take_turn(inzending, versie)
    if inzending.status not in rules.KOPPELBAAR:
        raise KoppelenKanNietError
    if any(koppeling.project_id == project.id for koppeling in inzending.koppelingen):
        raise AlGekoppeldError
    moment = clock.now()
    koppeling = Koppeling(
        inzending=inzending, project=project, soort=soort, reden=reden, door_id=door.id, op=moment
    )
    db.session.add(koppeling)
    inzending.gewijzigd_op = moment
    flush_version()
    publish(
        InzendingGekoppeld(
            occurred_at=moment,
            actor_id=door.id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            koppeling_id=koppeling.id,
            project_id=project.id,
            koppeling_soort=soort,
        )
    )
    _tell_everyone(inzending, project.id, door)
    return koppeling


def ontkoppelen(
    *, inzending: Inzending, koppeling_id: int, reden: str, door: Gebruiker, versie: int
) -> Ontkoppeling:
    """Remove a link; what it was and why it went stays written down."""
    reden = rules.check_koppel_reden(reden)
    take_turn(inzending, versie)
    koppeling = next((found for found in inzending.koppelingen if found.id == koppeling_id), None)
    if koppeling is None:
        raise NietGekoppeldError
    moment = clock.now()
    ontkoppeling = Ontkoppeling(
        inzending_id=inzending.id,
        project=koppeling.project,
        soort=koppeling.soort,
        reden=reden,
        door=door,
        op=moment,
    )
    db.session.add(ontkoppeling)
    inzending.koppelingen.remove(koppeling)
    inzending.gewijzigd_op = moment
    flush_version()
    publish(
        InzendingOntkoppeld(
            occurred_at=moment,
            actor_id=door.id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            ontkoppeling_id=ontkoppeling.id,
            project_id=ontkoppeling.project_id,
            koppeling_soort=ontkoppeling.soort,
        )
    )
    _tell_everyone(inzending, ontkoppeling.project_id, door)
    return ontkoppeling


def _tell_everyone(inzending: Inzending, project_id: ProjectId, door: Gebruiker) -> None:
    if inzending.status is Status.GEPUBLICEERD:
        publish_publiek_gewijzigd(
            inzending, door_id=door.id, ook_project_ids=frozenset({project_id})
        )
