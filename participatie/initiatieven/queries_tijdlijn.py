"""The timeline of an initiatief: every room that knows something about it gives its lines."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.core.db import db
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.initiatieven.models_voortgang import Fasestap, Initiatiefupdate, Updatefoto
from participatie.initiatieven.queries_opgaan import list_samenvoegingen
from participatie.initiatieven.queries_voortgang import list_fasestappen, list_updates
from participatie.initiatieven.rules import BEHOEFTE_NAMEN
from participatie.initiatieven.rules_voortgang import HOEDANIGHEID_NAMEN, newest_first, stap_naam
from participatie.initiatieven.types import Behoefte
from participatie.initiatieven.types_opgaan import SamenvoegingStatus
from participatie.initiatieven.types_voortgang import (
    Hoedanigheid,
    Tijdlijnbron,
    TijdlijnFoto,
    Tijdlijnregel,
)
from participatie.inzendingen.models import Koppeling, Statusstap
from participatie.inzendingen.rules import KOPPELING_NAMEN, timeline
from participatie.inzendingen.types import InzendingId, Status
from participatie.programmas.models import ProjectStand
from participatie.programmas.rules import FASE_NAMEN as PROJECTFASE_NAMEN
from participatie.programmas.types import ProjectId

PAD, PROJECTPAD = "/initiatieven/{id}", "/projecten/{id}"
_bronnen: list[Tijdlijnbron] = []


def register_tijdlijn(bron: Tijdlijnbron) -> None:
    """Let a room give its lines about an initiatief; `wiring` says which."""
    if bron not in _bronnen:
        _bronnen.append(bron)


def list_tijdlijn(initiatief_id: InzendingId) -> Sequence[Tijdlijnregel]:
    """Return what everyone may know of it, from the first idea to now; newest first."""
    return newest_first(regel for bron in _bronnen for regel in bron(initiatief_id))


def regels_van_status(initiatief_id: InzendingId) -> Iterator[Tijdlijnregel]:
    """Yield when it was sent and when it was placed on the site."""
    stappen = db.session.scalars(
        select(Statusstap).where(Statusstap.inzending_id == initiatief_id).order_by(Statusstap.id)
    )
    for stap in timeline(stappen, is_public=True):
        yield Tijdlijnregel(op=stap.op, titel=stap.naam)


def regels_van_fasen(initiatief_id: InzendingId) -> Iterator[Tijdlijnregel]:
    """Yield each fase it came in, with why and who said so."""
    for stap in list_fasestappen(initiatief_id):
        yield Tijdlijnregel(
            op=stap.op,
            titel=stap_naam(stap.van, stap.naar),
            tekst=_met_gezocht(stap),
            door=_door(stap),
        )


def _met_gezocht(stap: Fasestap) -> str:
    if not stap.gezocht:
        return stap.toelichting
    gezocht = ", ".join(BEHOEFTE_NAMEN[Behoefte(value)].lower() for value in stap.gezocht)
    return f"{stap.toelichting}\nGezocht: {gezocht}."


def _door(stap: Fasestap) -> str:
    """Return who did it: residents by the name they chose, officials by what they are."""
    if stap.als is Hoedanigheid.GEBIEDSVERBINDER:
        return HOEDANIGHEID_NAMEN[stap.als]
    return stap.door.naam


def regels_van_updates(initiatief_id: InzendingId) -> Iterator[Tijdlijnregel]:
    """Yield what the initiatiefnemers told, with their photos."""
    for update in list_updates(initiatief_id):
        yield _regel_van(update)


def _regel_van(update: Initiatiefupdate) -> Tijdlijnregel:
    return Tijdlijnregel(
        op=update.op,
        titel="Nieuws van de initiatiefnemers",
        tekst=update.tekst,
        door=update.door.naam,
        fotos=tuple(map(_foto, update.fotos)),
        update_id=update.id,
    )


def _foto(one: Updatefoto) -> TijdlijnFoto:
    return TijdlijnFoto(
        bestand=one.foto.bestand,
        beschrijving=one.foto.beschrijving,
        breedte=one.foto.breedte,
        hoogte=one.foto.hoogte,
    )


def regels_van_projecten(initiatief_id: InzendingId) -> Iterator[Tijdlijnregel]:
    """Yield to which projects it was linked, and each fase those came in since."""
    koppelingen = db.session.scalars(
        select(Koppeling)
        .where(Koppeling.inzending_id == initiatief_id)
        .order_by(Koppeling.id)
        .options(joinedload(Koppeling.project))
    ).all()
    by_project = {koppeling.project_id: koppeling for koppeling in koppelingen}
    for koppeling in koppelingen:
        yield Tijdlijnregel(
            op=koppeling.op,
            titel=f"{KOPPELING_NAMEN[koppeling.soort]} een project van de gemeente",
            tekst=koppeling.reden,
            pad=PROJECTPAD.format(id=koppeling.project_id),
            pad_naam=koppeling.project.titel,
        )
    if by_project:
        yield from _projectfasen(by_project)


def _projectfasen(koppelingen: Mapping[ProjectId, Koppeling]) -> Iterator[Tijdlijnregel]:
    rows = db.session.execute(
        select(ProjectStand.project_id, ProjectStand.fase, ProjectStand.van)
        .where(ProjectStand.project_id.in_(sorted(koppelingen)))
        .order_by(ProjectStand.project_id, ProjectStand.id)
    ).all()
    before: dict[int, object] = {}
    for row in rows:
        koppeling = koppelingen[row.project_id]
        changed = before.get(row.project_id, row.fase) is not row.fase
        before[row.project_id] = row.fase
        if changed and row.van > koppeling.op:
            yield Tijdlijnregel(
                op=row.van,
                titel=f"Het project komt in de fase {PROJECTFASE_NAMEN[row.fase].lower()}",
                pad=PROJECTPAD.format(id=row.project_id),
                pad_naam=koppeling.project.titel,
            )


def regels_van_opgaan(initiatief_id: InzendingId) -> Iterator[Tijdlijnregel]:
    """Yield what went into it, where it went itself, and what of that was undone."""
    for samenvoeging in list_samenvoegingen(initiatief_id):
        yield from _regels_van(samenvoeging, is_later=samenvoeging.later_id == initiatief_id)


def _regels_van(samenvoeging: Samenvoeging, *, is_later: bool) -> Iterator[Tijdlijnregel]:
    ander = samenvoeging.eerder if is_later else samenvoeging.later
    titel = "Opgegaan in een ander initiatief" if is_later else "Een ander ging hierin op"
    there = ander.status is Status.GEPUBLICEERD
    pad, pad_naam = (PAD.format(id=ander.id), ander.titel) if there else ("", "")
    if samenvoeging.beantwoord_op is not None:
        yield Tijdlijnregel(
            op=samenvoeging.beantwoord_op,
            titel=titel,
            tekst=samenvoeging.reden,
            pad=pad,
            pad_naam=pad_naam,
        )
    if samenvoeging.status is SamenvoegingStatus.TERUGGEDRAAID and samenvoeging.teruggedraaid_op:
        yield Tijdlijnregel(
            op=samenvoeging.teruggedraaid_op,
            titel="Toch weer apart",
            tekst=samenvoeging.teruggedraaid_reden,
            door=HOEDANIGHEID_NAMEN[Hoedanigheid.GEBIEDSVERBINDER],
            pad=pad,
            pad_naam=pad_naam,
        )
