"""A file of a partner: every row that says something new becomes a voorstel. No commit here."""

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.organisaties.models import Organisatie
from participatie.organisaties.rules import bronsysteem_of
from participatie.programmas.queries import get_project
from participatie.programmas.types import ProjectGegevens
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.services_plan import plan_import
from participatie.uitwisseling.types import RijFout
from participatie.uitwisseling.types_plan import Overgeslagen, PlanRij
from participatie.voorstellen.errors import NietsGewijzigdError, NietVanPartnerError
from participatie.voorstellen.events import VoorstelGewijzigd
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.queries import get_basis
from participatie.voorstellen.rules import OPEN
from participatie.voorstellen.rules_gegevens import as_partner, differing, from_json
from participatie.voorstellen.services import offer_voorstel, say, write_voorstel
from participatie.voorstellen.types import Rijgevolg, VoorstelStatus

MAX_RIJEN = 2_000


@dataclass(frozen=True)
class Gevolgen:
    """What a file does: how many rows did what, what to look at, and what was passed over."""

    aantallen: Mapping[Rijgevolg, int]
    let_op: Sequence[RijFout]
    overgeslagen: Sequence[Overgeslagen]


@dataclass(frozen=True)
class _Inlezing:
    """Who reads in what, and what of it waits already, by key."""

    organisatie: Organisatie
    indiener_id: GebruikerId
    sleutel: str
    wachtend: Mapping[str, Voorstel]


def propose_from_file(
    data: bytes, *, organisatie: Organisatie, indiener_id: GebruikerId
) -> Gevolgen:
    """Offer every row that differs from the register, and return what became of the rows.

    The same file again does nothing: a row that says what the register or an open voorstel
    already says does nothing. A row of another source is passed over.
    """
    plan = plan_import(data, bronsysteem=bronsysteem_of(organisatie.slug), alleen_eigen=True)
    rijen = plan.rijen
    if len(rijen) > MAX_RIJEN:
        raise InvalidInputError(
            f"Dit bestand heeft {len(rijen)} rijen. Splits het: hoogstens {MAX_RIJEN} per keer.",
            field="bestand",
        )
    found = _Inlezing(organisatie, indiener_id, secrets.token_hex(16), _list_open(organisatie))
    counted: Counter[Rijgevolg] = Counter()
    fouten = []
    for rij in rijen:
        try:
            counted[_propose(rij, found)] += 1
        except NietVanPartnerError as error:
            fouten.append(RijFout(rij.nummer, "sleutel", str(error)))
    if fouten:
        raise ImportRefusedError(fouten)
    counted[Rijgevolg.OVERGESLAGEN] = len(plan.overgeslagen)
    return Gevolgen(
        {gevolg: counted[gevolg] for gevolg in Rijgevolg},
        [one for rij in rijen if rij.verschillen or rij.bekend is None for one in rij.let_op],
        plan.overgeslagen,
    )


def try_file(data: bytes, *, organisatie: Organisatie, indiener_id: GebruikerId) -> Gevolgen:
    """Return what a file would do, and do nothing."""
    nested = db.session.begin_nested()
    try:
        return propose_from_file(data, organisatie=organisatie, indiener_id=indiener_id)
    finally:
        nested.rollback()


def _list_open(organisatie: Organisatie) -> Mapping[str, Voorstel]:
    statement = select(Voorstel).where(
        Voorstel.organisatie_id == organisatie.id, Voorstel.status.in_(sorted(OPEN))
    )
    return {voorstel.bronsleutel: voorstel for voorstel in db.session.scalars(statement)}


def _propose(rij: PlanRij, found: _Inlezing) -> Rijgevolg:
    waiting = found.wachtend.get(rij.sleutel)
    if waiting is not None:
        return _renew(waiting, rij.gegevens, found)
    project = get_project(rij.bekend.project_id) if rij.bekend else None
    try:
        voorstel = write_voorstel(
            rij.gegevens,
            organisatie=found.organisatie,
            project=project,
            indiener_id=found.indiener_id,
            bronsleutel=rij.sleutel,
            inlezing=found.sleutel,
        )
    except NietsGewijzigdError:
        return Rijgevolg.GELIJK
    offer_voorstel(voorstel, versie=voorstel.versie, door_id=found.indiener_id)
    return Rijgevolg.NIEUW if project is None else Rijgevolg.WIJZIGING


def _renew(waiting: Voorstel, gegevens: ProjectGegevens, found: _Inlezing) -> Rijgevolg:
    """Let a voorstel that is open already say what the newest file says."""
    basis = get_basis(waiting)
    said = as_partner(gegevens, organisatie_id=found.organisatie.id, basis=basis)
    is_offered = waiting.status is VoorstelStatus.AANGEBODEN
    if not differing(from_json(waiting.gegevens), said):
        return Rijgevolg.WACHT
    say(waiting, said)
    waiting.inlezing = found.sleutel
    publish(
        VoorstelGewijzigd(
            occurred_at=clock.now(),
            actor_id=found.indiener_id,
            onderwerp=Onderwerp("voorstel", waiting.id),
            organisatie_id=found.organisatie.id,
        )
    )
    if not is_offered:
        db.session.flush()  # so that the version that is offered is the one just written
        offer_voorstel(waiting, versie=waiting.versie, door_id=found.indiener_id)
    return Rijgevolg.VERNIEUWD
