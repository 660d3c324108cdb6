"""Everything one page of the desk shows about an inzending."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload, undefer

from participatie.accounts.models import Gebruiker
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.models import BekendAntwoord, Inzending, Koppeling, Statusstap
from participatie.inzendingen.rules import step_name
from participatie.inzendingen.types import BekendKeuze, InzendingId, Status
from participatie.journal.models import JournalEntry
from participatie.journal.queries import list_entries
from participatie.moderation import queries
from participatie.moderation.models import Besluit, Notitie
from participatie.moderation.rules_woorden import (
    GEBEURTENISSEN,
    PROJECT_ONBEKEND,
    STAP_NAMEN_BUREAU,
)
from participatie.moderation.types import Opnieuw, Regel, Uitkomst, Vraag
from participatie.programmas.models import Project


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """What a gebiedsverbinder needs to decide, apart from what lies around."""

    inzending: Inzending
    staand: Besluit | None
    besluiten: Sequence[Besluit]
    vergelijkbaar: Sequence[Besluit]
    voorstellen: Sequence[BekendAntwoord]
    notities: Sequence[Notitie]
    geschiedenis: Sequence[Regel]
    opnieuw: Opnieuw | None


def find_for_desk(inzending_id: InzendingId) -> Inzending | None:
    """Return an inzending as it is now, with everything its page shows, or None."""
    statement = (
        select(Inzending)
        .where(Inzending.id == inzending_id)
        .options(
            undefer(Inzending.geometrie),
            joinedload(Inzending.gebied),
            joinedload(Inzending.indiener),
            selectinload(Inzending.fotos),
            selectinload(Inzending.stappen).joinedload(Statusstap.door),
            selectinload(Inzending.koppelingen).joinedload(Koppeling.project),
            selectinload(Inzending.bekend_antwoorden).options(
                joinedload(BekendAntwoord.project), joinedload(BekendAntwoord.andere)
            ),
        )
    )
    newest = statement.execution_options(populate_existing=True)
    return db.session.scalars(newest).one_or_none()


def get_dossier(inzending: Inzending) -> Dossier:
    """Return what is known about an inzending and what was decided about ones like it."""
    besluiten = queries.list_besluiten(inzending.id)
    return Dossier(
        inzending=inzending,
        staand=queries.standing_of(besluiten, inzending),
        besluiten=besluiten,
        vergelijkbaar=queries.list_similar(inzending),
        voorstellen=list_proposals(inzending),
        notities=queries.list_notities(inzending.id),
        geschiedenis=_history(inzending),
        opnieuw=_sent_again(inzending, besluiten),
    )


def _sent_again(inzending: Inzending, besluiten: Sequence[Besluit]) -> Opnieuw | None:
    """Return when the sender answered the newest question, while that waits for a decision."""
    if inzending.status is not Status.INGEDIEND:
        return None
    sent = [
        stap.op
        for stap in inzending.stappen
        if stap.van is Status.AANPASSEN and stap.door_id == inzending.indiener_id
    ]
    asked = [
        Vraag(besluit.woorden.naam, besluit.reden, besluit.op)
        for besluit in besluiten
        if besluit.uitkomst is Uitkomst.AANPASSEN and besluit.teruggedraaid_op is None
    ]
    return Opnieuw(sent[-1], next(iter(asked), None)) if sent else None


def list_proposals(inzending: Inzending) -> Sequence[BekendAntwoord]:
    """Return the links the sender asked for and that are not made yet."""
    linked = {koppeling.project_id for koppeling in inzending.koppelingen}
    return [
        antwoord
        for antwoord in inzending.bekend_antwoorden
        if antwoord.keuze is BekendKeuze.KOPPELEN
        and antwoord.project_id is not None
        and antwoord.project_id not in linked
    ]


def _history(inzending: Inzending) -> Sequence[Regel]:
    """Return every step, link and note in the order in which they happened."""
    entries = [
        entry
        for entry in list_entries(Onderwerp(inzending.soort, inzending.id))
        if entry.name in GEBEURTENISSEN
    ]
    steps = [
        Regel(stap.op, stap.door.naam, _step(stap), stap.toelichting) for stap in inzending.stappen
    ]
    return sorted([*steps, *_lines(entries)], key=lambda regel: regel.op)


def _step(stap: Statusstap) -> str:
    return STAP_NAMEN_BUREAU.get(stap.naar) or step_name(stap.van, stap.naar)


def _lines(entries: Sequence[JournalEntry]) -> Iterable[Regel]:
    if not entries:
        return
    people = _names(Gebruiker, {entry.actor_id for entry in entries if entry.actor_id})
    projecten = _names(Project, {entry.data.get("project_id", 0) for entry in entries})
    for entry in entries:
        project = projecten.get(entry.data.get("project_id", 0), PROJECT_ONBEKEND)
        yield Regel(
            entry.occurred_at,
            people.get(entry.actor_id or 0, ""),
            GEBEURTENISSEN[entry.name].format(project=project),
        )


def _names(table: type[Gebruiker] | type[Project], ids: set[int]) -> Mapping[int, str]:
    naam = Project.titel if table is Project else Gebruiker.naam
    rows = db.session.execute(select(table.id, naam).where(table.id.in_(ids)))
    return {row[0]: row[1] for row in rows}
