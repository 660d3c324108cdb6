"""Writing, offering and withdrawing voorstellen. No commit here: see core.transactions."""

import secrets

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.models import Gebied
from participatie.organisaties.models import Organisatie
from participatie.programmas.models import Project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.types import ProjectGegevens
from participatie.voorstellen import rules
from participatie.voorstellen.errors import (
    AlBehandeldError,
    AlEenVoorstelError,
    NietsGewijzigdError,
    NietVanPartnerError,
    OvergangError,
)
from participatie.voorstellen.events import (
    VoorstelGeschreven,
    VoorstelGewijzigd,
    VoorstelStatusGewijzigd,
)
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.queries import get_basis
from participatie.voorstellen.rules_gegevens import as_json, as_partner, differing
from participatie.voorstellen.types import VoorstelStatus


def write_voorstel(
    gegevens: ProjectGegevens,
    *,
    organisatie: Organisatie,
    project: Project | None = None,
    indiener_id: GebruikerId,
    bronsleutel: str | None = None,
    inlezing: str | None = None,
) -> Voorstel:
    """Keep a voorstel for a new item, or for a change of a project of this organisatie."""
    basis = None
    if project is not None:
        check_own_project(project, organisatie)
        basis = gegevens_of(project)
    said = as_partner(gegevens, organisatie_id=organisatie.id, basis=basis)
    if basis is not None and not differing(basis, said):
        raise NietsGewijzigdError
    now = clock.now()
    voorstel = Voorstel(
        organisatie=organisatie,
        project=project,
        op_versie=project.versie if project else None,
        bronsleutel=bronsleutel or (project.bronsleutel if project else secrets.token_hex(16)),
        inlezing=inlezing,
        status=VoorstelStatus.CONCEPT,
        indiener_id=indiener_id,
        aangemaakt_op=now,
    )
    say(voorstel, said)
    _store(voorstel)
    publish(
        VoorstelGeschreven(
            occurred_at=now,
            actor_id=indiener_id,
            onderwerp=Onderwerp("voorstel", voorstel.id),
            organisatie_id=organisatie.id,
            project_id=voorstel.project_id,
        )
    )
    return voorstel


def _store(voorstel: Voorstel) -> None:
    try:
        with db.session.begin_nested():
            db.session.add(voorstel)
            db.session.flush()  # a second open voorstel is refused here; the event needs the id
    except IntegrityError as error:
        raise AlEenVoorstelError from error


def check_own_project(project: Project, organisatie: Organisatie) -> None:
    """Raise unless a project is of this organisatie."""
    if project.organisatie_id != organisatie.id:
        raise NietVanPartnerError


def change_voorstel(
    voorstel: Voorstel, gegevens: ProjectGegevens, *, versie: int, door_id: GebruikerId
) -> None:
    """Write something else in a voorstel that nobody is deciding about."""
    take_turn(voorstel, versie)
    if voorstel.status not in rules.EDITABLE:
        raise OvergangError(rules.STATUS_NAMEN[voorstel.status], "gewijzigd")
    basis = get_basis(voorstel)
    said = as_partner(gegevens, organisatie_id=voorstel.organisatie_id, basis=basis)
    if basis is not None and not differing(basis, said):
        raise NietsGewijzigdError
    say(voorstel, said)
    db.session.flush()  # who goes on with it, goes on with this version
    publish(
        VoorstelGewijzigd(
            occurred_at=voorstel.gewijzigd_op,
            actor_id=door_id,
            onderwerp=Onderwerp("voorstel", voorstel.id),
            organisatie_id=voorstel.organisatie_id,
        )
    )


def say(voorstel: Voorstel, said: ProjectGegevens) -> None:
    """Write down what a voorstel says."""
    voorstel.titel = said.titel
    voorstel.gegevens = as_json(said)
    voorstel.gebieden = [
        db.session.get_one(Gebied, gebied_id) for gebied_id in sorted(said.gebied_ids)
    ]
    voorstel.gewijzigd_op = clock.now()


def offer_voorstel(voorstel: Voorstel, *, versie: int, door_id: GebruikerId) -> None:
    """Ask the programmaredacteur to agree."""
    take_turn(voorstel, versie)
    change_status(voorstel, VoorstelStatus.AANGEBODEN, door_id=door_id)


def withdraw_voorstel(voorstel: Voorstel, *, versie: int, door_id: GebruikerId) -> None:
    """Take a voorstel back, for good."""
    take_turn(voorstel, versie)
    change_status(voorstel, VoorstelStatus.INGETROKKEN, door_id=door_id)


def take_turn(voorstel: Voorstel, versie: int) -> None:
    """Hold the voorstel until the end of the transaction; raise when someone else was first."""
    db.session.refresh(voorstel, ["versie", "status"], with_for_update=True)
    if voorstel.versie != versie:
        raise AlBehandeldError


def change_status(voorstel: Voorstel, naar: VoorstelStatus, *, door_id: GebruikerId) -> None:
    """Let a voorstel that is held go to another state, and tell it."""
    van = voorstel.status
    rules.check_transition(van, naar)
    voorstel.status = naar
    voorstel.gewijzigd_op = clock.now()
    if naar is VoorstelStatus.AANGEBODEN:
        voorstel.aangeboden_op = voorstel.gewijzigd_op
    publish(
        VoorstelStatusGewijzigd(
            occurred_at=voorstel.gewijzigd_op,
            actor_id=door_id,
            onderwerp=Onderwerp("voorstel", voorstel.id),
            organisatie_id=voorstel.organisatie_id,
            project_id=voorstel.project_id,
            van=van.value,
            naar=naar.value,
            gebied_ids=tuple(gebied.id for gebied in voorstel.gebieden),
        )
    )


def delete_finished() -> None:
    """Forget what was finished long ago; the register keeps what came of it."""
    db.session.execute(
        delete(Voorstel).where(
            Voorstel.status.not_in(sorted(rules.OPEN)),
            Voorstel.gewijzigd_op < clock.now() - rules.BEWAARD,
        )
    )
