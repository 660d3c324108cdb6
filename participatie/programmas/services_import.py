"""Importing programme items from a file: all of it or nothing. No commit here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload, undefer

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.geometry import Geometry, middle_of
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.queries import gebied_at, get_boom, list_gebieden
from participatie.gebieden.rules_namen import closest_name
from participatie.gebieden.types import GebiedId, Omtrek
from participatie.programmas.errors import ImportRefusedError, OnbekendGebiedError, WaardeError
from participatie.programmas.events import ImportUitgevoerd
from participatie.programmas.models import Project
from participatie.programmas.rules_bestand import read_bestand, refused
from participatie.programmas.rules_mapping import (
    ImportMapping,
    check_columns,
    default_mapping,
    velden_without_columns,
)
from participatie.programmas.rules_rij import Lezing, read_rij
from participatie.programmas.rules_waarden import plain_naam, shown
from participatie.programmas.services import (
    VELDEN,
    change_project,
    gegevens_of,
    list_changes,
    new_project,
    publish_added,
)
from participatie.programmas.types import ProjectGegevens, ProjectSoort
from participatie.programmas.types_import import (
    Bestand,
    GelezenRij,
    ImportVerslag,
    RijFout,
    RijVerslag,
    Uitkomst,
    Veld,
)

BRONSYSTEEM = "bestand"
BRON_MAX_LENGTH = 40
CHUNK = 500
HELE_STAD = frozenset({"stad", "helestad", "degehelestad", "stadsbreed"})


class GebiedenInGeheugen:
    """Finds gebieden by their code, their name or a place."""

    def __init__(self, omtrekken: Iterable[Omtrek]) -> None:
        self._by_naam: dict[str, dict[str, GebiedId]] = defaultdict(dict)
        self._namen: dict[str, None] = {}
        self._voorstellen: dict[str, str | None] = {}
        self.knows_outlines = False
        for omtrek in omtrekken:
            self._namen[omtrek.naam] = None
            self.knows_outlines |= omtrek.geometry is not None
            for naam in (omtrek.code, omtrek.naam, f"{omtrek.niveau.value} {omtrek.naam}"):
                self._by_naam[plain_naam(naam)][omtrek.code] = omtrek.id
            if omtrek.ouder_id is None:
                for word in (*HELE_STAD, f"heel{plain_naam(omtrek.naam)}"):
                    self._by_naam[word][omtrek.code] = omtrek.id

    def named(self, text: str) -> GebiedId:
        """Return the gebied with this code or name, or raise `WaardeError`."""
        found = self._by_naam.get(plain_naam(text), {})
        if len(found) > 1:
            raise WaardeError(
                f"“{shown(text)}” zijn {len(found)} gebieden. "
                f"Gebruik de code: {' of '.join(sorted(found))}."
            )
        if not found:
            raise OnbekendGebiedError(shown(text), self._like(shown(text)))
        return next(iter(found.values()))

    def _like(self, text: str) -> str | None:
        """Return the name that was meant, as far as a typing error is in the way."""
        if text not in self._voorstellen:
            self._voorstellen[text] = closest_name(text, self._namen)
        return self._voorstellen[text]

    def at(self, geometry: Geometry) -> GebiedId | None:
        """Return the smallest gebied at a place; None outside the city."""
        return gebied_at(*middle_of(geometry)).kleinste


def import_projecten(
    data: bytes,
    *,
    mapping: ImportMapping | None = None,
    bronsysteem: str | None = None,
    proef: bool = False,
    actor_id: GebruikerId | None = None,
) -> ImportVerslag:
    """Import a file, or raise with every mistake in it; a dry run changes nothing."""
    bestand = read_bestand(data)
    mapping = mapping or default_mapping(bestand.kolommen)
    bron = (bronsysteem or mapping.bronsysteem or BRONSYSTEEM).strip()
    if not bron or len(bron) > BRON_MAX_LENGTH:
        raise refused(f"De naam van het bronsysteem heeft 1 tot {BRON_MAX_LENGTH} tekens.")
    gelezen = _read_rijen(bestand, mapping)
    known = _find_known(bron, [rij.sleutel for rij in gelezen])
    planned = [_plan(rij, known.get(rij.sleutel)) for rij in gelezen]
    verslag = ImportVerslag(bron, proef, [_report(*plan) for plan in planned])
    if not proef:
        _store(planned, bron, actor_id)
        _publish_done(verslag, actor_id)
    return verslag


Plan = tuple[GelezenRij, Project | None, ProjectGegevens]


def _read_rijen(bestand: Bestand, mapping: ImportMapping) -> list[GelezenRij]:
    missing = check_columns(mapping, bestand.kolommen)
    passed_over = velden_without_columns(missing)
    gebieden = GebiedenInGeheugen(get_boom().omtrekken.values())
    lezing = Lezing(
        mapping=mapping,
        geld=mapping.money_columns(bestand.kolommen),
        stelsel=mapping.stelsel or bestand.stelsel,
        met_vormen=bestand.met_vormen,
        gebieden=gebieden,
    )
    gelezen = [read_rij(rij, lezing) for rij in bestand.rijen]
    fouten = [*missing, *bestand.fouten]
    fouten += [fout for rij in gelezen for fout in rij.fouten if fout.veld not in passed_over]
    fouten += _double_keys(gelezen)
    if fouten:
        raise ImportRefusedError(fouten)
    return gelezen


def _double_keys(gelezen: Sequence[GelezenRij]) -> list[RijFout]:
    first: dict[str, int] = {}
    fouten = []
    for rij in gelezen:
        if rij.sleutel and first.setdefault(rij.sleutel, rij.nummer) != rij.nummer:
            melding = (
                f"“{rij.sleutel}” staat ook in rij {first[rij.sleutel]}. Gebruik hem een keer."
            )
            fouten.append(RijFout(rij.nummer, Veld.SLEUTEL.value, melding))
    return fouten


def _find_known(bronsysteem: str, sleutels: Sequence[str]) -> dict[str, Project]:
    known: dict[str, Project] = {}
    for begin in range(0, len(sleutels), CHUNK):
        statement = (
            select(Project)
            .where(
                Project.bronsysteem == bronsysteem,
                Project.bronsleutel.in_(sleutels[begin : begin + CHUNK]),
            )
            .options(
                undefer(Project.geometrie),
                selectinload(Project.gebieden),
                selectinload(Project.jaarbedragen),
            )
        )
        known |= {project.bronsleutel: project for project in db.session.scalars(statement)}
    return known


def _plan(rij: GelezenRij, project: Project | None) -> Plan:
    """Put the values of the row over what is stored: what a file does not name stays as it is."""
    stored = _stored(project) if project is not None else _empty(rij)
    return rij, project, ProjectGegevens(**stored | rij.waarden)


def _stored(project: Project) -> dict[str, Any]:
    gegevens = gegevens_of(project)
    return {veld: getattr(gegevens, veld) for veld in VELDEN}


def _empty(rij: GelezenRij) -> dict[str, Any]:
    return {
        "geometrie": None,
        "omschrijving": "",
        "soort": ProjectSoort.PROJECT,
        "thema": None,
        "plek_omschrijving": "",
        "contact_naam": rij.waarden["trekker"],
        "contact_email": None,
    }


def _report(rij: GelezenRij, project: Project | None, gegevens: ProjectGegevens) -> RijVerslag:
    if project is None:
        return RijVerslag(rij.nummer, rij.sleutel, gegevens.titel, Uitkomst.NIEUW)
    velden = list_changes(project, gegevens)
    uitkomst = Uitkomst.GEWIJZIGD if velden else Uitkomst.ONGEWIJZIGD
    return RijVerslag(rij.nummer, rij.sleutel, gegevens.titel, uitkomst, velden)


def _store(planned: Iterable[Plan], bronsysteem: str, actor_id: GebruikerId | None) -> None:
    gebieden = list_gebieden()  # kept in the session, so that no row asks for them
    added = []
    for rij, project, gegevens in planned:
        if project is None:
            added.append(new_project(gegevens, bronsysteem=bronsysteem, bronsleutel=rij.sleutel))
        else:
            change_project(project, gegevens, actor_id=actor_id)
    db.session.flush()  # the events need the ids
    for project in added:
        publish_added(project, actor_id=actor_id)
    del gebieden


def _publish_done(verslag: ImportVerslag, actor_id: GebruikerId | None) -> None:
    publish(
        ImportUitgevoerd(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("programma-import", 0),
            bronsysteem=verslag.bronsysteem,
            nieuw=verslag.aantal(Uitkomst.NIEUW),
            gewijzigd=verslag.aantal(Uitkomst.GEWIJZIGD),
            ongewijzigd=verslag.aantal(Uitkomst.ONGEWIJZIGD),
        )
    )
