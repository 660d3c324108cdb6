"""Reporting a reactie, and what a gebiedsverbinder does with it."""

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.discussion.errors import (
    AlGebeurdError,
    AlGemeldError,
    EigenReactieError,
    NietMeerTeZienError,
)
from participatie.discussion.events import (
    MeldingenAfgewezen,
    ReactieGebeurtenis,
    ReactieGemeld,
    ReactieGoedgekeurd,
    ReactieTeruggezet,
    ReactieVerborgen,
)
from participatie.discussion.models_gesprek import Ingreep, Reactie, ReactieMelding
from participatie.discussion.queries_gesprek import get_reactie
from participatie.discussion.queries_onderwerpen import get_bespreekbaar
from participatie.discussion.rules import check_reden, check_toelichting, may_go
from participatie.discussion.services_gesprek import tell_page, write_ingreep
from participatie.discussion.types import IngreepSoort, MeldGrond, ReactieId, ReactieStatus


def report(
    reactie_id: ReactieId, *, grond: MeldGrond, toelichting: str, melder_id: GebruikerId
) -> None:
    """Tell the gebiedsverbinder what is wrong with a reactie; once per person."""
    toelichting = check_toelichting(toelichting, grond)
    reactie = get_reactie(reactie_id, lock=True)
    get_bespreekbaar(reactie.gesprek.onderwerp)
    if reactie.status is not ReactieStatus.ZICHTBAAR:
        raise NietMeerTeZienError
    if reactie.auteur_id == melder_id:
        raise EigenReactieError("U heeft deze reactie zelf geschreven. U kunt haar verwijderen.")
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    statement = (
        dialect.insert(ReactieMelding)
        .values(
            reactie_id=reactie.id,
            melder_id=melder_id,
            grond=grond,
            toelichting=toelichting,
            op=clock.now(),
        )
        .on_conflict_do_nothing()
        .returning(ReactieMelding.id)
    )
    if db.session.scalar(statement) is None:
        raise AlGemeldError
    publish(
        ReactieGemeld(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=reactie.gesprek.onderwerp,
            reactie_id=reactie.id,
            gebied_id=reactie.gesprek.gebied_id,
            grond=grond,
        )
    )


def hide(reactie_id: ReactieId, *, grond: MeldGrond, reden: str, door_id: GebruikerId) -> Ingreep:
    """Hide a reactie, with a ground for everyone and a reason for its author."""
    reden = check_reden(reden)
    reactie = _take(reactie_id, door_id, ReactieStatus.VERBORGEN)
    was_visible = reactie.status is ReactieStatus.ZICHTBAAR
    reactie.status = ReactieStatus.VERBORGEN
    ingreep = write_ingreep(
        reactie.gesprek,
        IngreepSoort.VERBERGEN,
        reactie=reactie,
        grond=grond,
        reden=reden,
        door_id=door_id,
    )
    _close_reports(reactie)
    publish(_event(ReactieVerborgen, reactie, ingreep, ingreep_id=ingreep.id, grond=grond))
    if was_visible:
        tell_page(reactie.gesprek)
    return ingreep


def restore(reactie_id: ReactieId, *, reden: str, door_id: GebruikerId) -> Ingreep:
    """Show a hidden reactie again, with a reason for its author."""
    reden = check_reden(reden)
    reactie = _take(reactie_id, door_id, ReactieStatus.ZICHTBAAR, van=ReactieStatus.VERBORGEN)
    reactie.status = ReactieStatus.ZICHTBAAR
    ingreep = write_ingreep(
        reactie.gesprek, IngreepSoort.TERUGZETTEN, reactie=reactie, reden=reden, door_id=door_id
    )
    publish(_event(ReactieTeruggezet, reactie, ingreep, ingreep_id=ingreep.id))
    tell_page(reactie.gesprek)
    return ingreep


def approve(reactie_id: ReactieId, *, door_id: GebruikerId) -> Ingreep:
    """Let everyone read a reactie that waited."""
    reactie = _take(reactie_id, door_id, ReactieStatus.ZICHTBAAR, van=ReactieStatus.WACHT)
    reactie.status = ReactieStatus.ZICHTBAAR
    ingreep = write_ingreep(
        reactie.gesprek, IngreepSoort.GOEDKEUREN, reactie=reactie, reden="", door_id=door_id
    )
    publish(_event(ReactieGoedgekeurd, reactie, ingreep, ouder_id=reactie.ouder_id))
    tell_page(reactie.gesprek)
    return ingreep


def dismiss(reactie_id: ReactieId, *, door_id: GebruikerId) -> Ingreep:
    """Let a reported reactie stand: its reports are answered."""
    reactie = get_reactie(reactie_id, lock=True)
    if reactie.auteur_id == door_id:
        raise EigenReactieError
    if reactie.status is not ReactieStatus.ZICHTBAAR or not _close_reports(reactie):
        raise AlGebeurdError
    ingreep = write_ingreep(
        reactie.gesprek, IngreepSoort.LATEN_STAAN, reactie=reactie, reden="", door_id=door_id
    )
    publish(_event(MeldingenAfgewezen, reactie, ingreep, ingreep_id=ingreep.id))
    return ingreep


def _take(
    reactie_id: ReactieId,
    door_id: GebruikerId,
    naar: ReactieStatus,
    *,
    van: ReactieStatus | None = None,
) -> Reactie:
    """Return the reactie, locked, when this person may do this with it."""
    reactie = get_reactie(reactie_id, lock=True)
    if reactie.auteur_id == door_id:
        raise EigenReactieError
    if not may_go(reactie.status, naar) or (van is not None and reactie.status is not van):
        raise AlGebeurdError
    return reactie


def _close_reports(reactie: Reactie) -> bool:
    """Answer the open reports, and tell whether there were any."""
    statement = (
        update(ReactieMelding)
        .where(ReactieMelding.reactie_id == reactie.id, ReactieMelding.afgehandeld_op.is_(None))
        .values(afgehandeld_op=clock.now())
        .returning(ReactieMelding.id)
    )
    return bool(db.session.scalars(statement).all())


def _event(
    event_type: type[ReactieGebeurtenis], reactie: Reactie, ingreep: Ingreep, **more: object
) -> ReactieGebeurtenis:
    facts = {"reactie_id": reactie.id, "gebied_id": reactie.gesprek.gebied_id, **more}
    return event_type(
        occurred_at=ingreep.op,
        actor_id=ingreep.door_id,
        onderwerp=reactie.gesprek.onderwerp,
        **facts,  # type: ignore[arg-type]  # each event names its own
    )
