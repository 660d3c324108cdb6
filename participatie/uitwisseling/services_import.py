"""Importing programme items from a file: all of it or nothing. No commit here."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.programmas.services_veel import (
    Herkomst,
    Wijziging,
    add_projecten,
    change_projecten,
)
from participatie.programmas.types import Fase, ProjectId
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.events import ImportUitgevoerd
from participatie.uitwisseling.models import Bronstand
from participatie.uitwisseling.queries_bekend import CHUNK, get_gegevens
from participatie.uitwisseling.rules_mapping import ImportMapping
from participatie.uitwisseling.rules_verschil import vingerafdrukken
from participatie.uitwisseling.rules_verslag import make_verslag
from participatie.uitwisseling.services_plan import plan_import
from participatie.uitwisseling.types import Keuze, RijFout, Uitkomst
from participatie.uitwisseling.types_plan import ImportVerslag, Plan, PlanRij, Verdwenen

IN_CONFLICT = "dit is hier en in het bestand gewijzigd. Kies wat er moet staan."
Kiezer = Callable[[PlanRij], Keuze]


def import_projecten(
    data: bytes,
    *,
    mapping: ImportMapping | None = None,
    bronsysteem: str | None = None,
    proef: bool = False,
    keuze: Keuze | None = None,
    actor_id: GebruikerId | None = None,
) -> ImportVerslag:
    """Import a file, or raise with every mistake in it; a dry run changes nothing.

    `keuze` tells who wins where the file and the register both changed; without it, such a file
    is refused.
    """
    plan = plan_import(data, mapping=mapping, bronsysteem=bronsysteem)
    if not proef:
        apply_plan(plan, kies=lambda _rij: choose(plan, keuze), actor_id=actor_id)
    return make_verslag(plan, proef=proef)


def choose(plan: Plan, keuze: Keuze | None) -> Keuze:
    """Return who wins every conflict, or raise with all of them when nobody said so."""
    conflicten = [
        RijFout(rij.nummer, veld, IN_CONFLICT) for rij in plan.rijen for veld in rij.conflicten
    ]
    if keuze is None and conflicten:
        raise ImportRefusedError(conflicten)
    return keuze or Keuze.PLATFORM


def apply_plan(
    plan: Plan,
    *,
    kies: Kiezer,
    weg_reden: str | None = None,
    actor_id: GebruikerId | None,
) -> None:
    """Do what a plan asks, in few statements, or raise `StaleError` when the register moved on.

    `kies` is asked for every row in conflict; with `weg_reden` what the file no longer names is
    stopped, for that reason.
    """
    herkomst = Herkomst(plan.bronsysteem, actor_id)
    new = [rij for rij in plan.rijen if rij.bekend is None]
    try:
        with db.session.begin_nested():
            added = add_projecten([(rij.sleutel, rij.gegevens) for rij in new], herkomst)
            for bron, wijzigingen in _changes(plan, kies).items():
                change_projecten(wijzigingen, replace(herkomst, bronsysteem=bron))
            if weg_reden is not None:
                _stop(plan.weg, replace(herkomst, reden=weg_reden))
            _remember(plan, added)
    except IntegrityError as error:  # someone else brought in the same at the same moment
        raise StaleError from error
    _publish_done(plan, actor_id)


def _changes(plan: Plan, kies: Kiezer) -> Mapping[str, Sequence[Wijziging]]:
    """Return what changes, by the source it is of."""
    found: dict[str, list[Wijziging]] = defaultdict(list)
    for rij in plan.rijen:
        if rij.bekend is None:
            continue
        keuze = kies(rij) if rij.uitkomst is Uitkomst.CONFLICT else Keuze.PLATFORM
        velden = rij.velden_bij(keuze)
        if velden:
            found[rij.bron].append(
                Wijziging(
                    project_id=rij.bekend.project_id,
                    versie=rij.bekend.versie,
                    gegevens=rij.gegevens_bij(keuze),
                    velden=velden,
                    gebied_ids_voor=rij.bekend.gegevens.gebied_ids,
                )
            )
    return found


def _stop(weg: Sequence[Verdwenen], herkomst: Herkomst) -> None:
    known = get_gegevens([one.project_id for one in weg])
    wijzigingen = [
        Wijziging(
            project_id=one.project_id,
            versie=one.versie,
            gegevens=replace(known[one.project_id].gegevens, fase=Fase.GESTOPT),
            velden=("fase",),
            gebied_ids_voor=known[one.project_id].gegevens.gebied_ids,
        )
        for one in weg
    ]
    change_projecten(wijzigingen, herkomst)


def _remember(plan: Plan, added: Mapping[str, ProjectId]) -> None:
    """Keep what the source says of each project, to know next time what is new in its file.

    What a file that was made here says of a known project, or any file of a project of another
    source, is not what its own source says: that stays as it was.
    """
    rows = []
    for rij in plan.rijen:
        if rij.bekend is not None and (plan.van_hier or rij.bron != plan.bronsysteem):
            continue
        gezegd = vingerafdrukken(rij.waarden)
        if rij.bekend is None or rij.bekend.gezegd != gezegd:
            project_id = rij.bekend.project_id if rij.bekend else added[rij.sleutel]
            rows.append({"project_id": project_id, "gezegd": gezegd, "gezegd_op": clock.now()})
    for begin in range(0, len(rows), CHUNK):
        part = rows[begin : begin + CHUNK]
        ids = [row["project_id"] for row in part]
        db.session.execute(delete(Bronstand).where(Bronstand.project_id.in_(ids)))
        db.session.execute(insert(Bronstand), part)


def _publish_done(plan: Plan, actor_id: GebruikerId | None) -> None:
    publish(
        ImportUitgevoerd(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("programma-import", 0),
            bronsysteem=plan.bronsysteem,
            nieuw=plan.aantal(Uitkomst.NIEUW),
            gewijzigd=plan.aantal(Uitkomst.GEWIJZIGD) + plan.aantal(Uitkomst.CONFLICT),
            ongewijzigd=plan.aantal(Uitkomst.ONGEWIJZIGD),
        )
    )
