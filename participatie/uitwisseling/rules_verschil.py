"""What a file says against what the register says, and against what its source said before.

A source that says the same as last time has nothing new: what an editor changed meanwhile stays.
Pure.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import singledispatch
from typing import Any

from participatie.programmas.rules_geld import bedragen_as_json
from participatie.programmas.types import ProjectGegevens, ProjectSoort
from participatie.uitwisseling.types import GelezenRij, Verschilsoort
from participatie.uitwisseling.types_plan import Bekend, PlanRij, Vingerafdrukken

VELDEN = tuple(field.name for field in fields(ProjectGegevens))
SAMEN = (("start", "eind"), ("domein", "thema"), ("geometrie", "gebied_ids"))
DIGEST_BYTES = 8


def plan_rij(rij: GelezenRij, bekend: Bekend | None) -> PlanRij:
    """Compare a row with what is stored: what a file does not name stays as it is."""
    if bekend is None:
        return PlanRij(
            rij.nummer,
            rij.sleutel,
            _empty(rij) | rij.waarden,
            None,
            bron=rij.bron,
            let_op=tuple(rij.let_op),
        )
    verschillen = {
        veld: _soort(veld, rij.waarden[veld], bekend)
        for veld in VELDEN
        if veld in rij.waarden and rij.waarden[veld] != getattr(bekend.gegevens, veld)
    }
    return PlanRij(
        rij.nummer,
        rij.sleutel,
        rij.waarden,
        bekend,
        _together(verschillen),
        bron=rij.bron,
        let_op=tuple(rij.let_op),
    )


def _together(verschillen: dict[str, Verschilsoort]) -> dict[str, Verschilsoort]:
    """Let someone choose for fields that only make sense together, unless they all agree."""
    for groep in SAMEN:
        found = {veld: verschillen[veld] for veld in groep if veld in verschillen}
        if len(set(found.values())) > 1:
            verschillen |= dict.fromkeys(found, Verschilsoort.CONFLICT)
    return verschillen


def _soort(veld: str, said: object, bekend: Bekend) -> Verschilsoort:
    before = bekend.gezegd.get(veld)
    if before is None:
        return Verschilsoort.WIJZIGT
    if before == vingerafdruk(said):
        return Verschilsoort.BLIJFT
    is_ours_changed = before != vingerafdruk(getattr(bekend.gegevens, veld))
    return Verschilsoort.CONFLICT if is_ours_changed else Verschilsoort.WIJZIGT


def vingerafdrukken(waarden: Mapping[str, Any]) -> Vingerafdrukken:
    """Return what a source said of a project, to know later whether it says something else."""
    return {veld: vingerafdruk(waarden[veld]) for veld in VELDEN if veld in waarden}


def vingerafdruk(value: object) -> str:
    """Return a short text that is the same for equal values."""
    text = json.dumps(_plain(value), sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=DIGEST_BYTES).hexdigest()


@singledispatch
def _plain(value: Any) -> Any:  # noqa: ANN401  # what JSON can hold
    """Return a value as JSON knows it."""
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    return value


@_plain.register
def _(value: frozenset) -> list[int]:  # type: ignore[type-arg]  # a registry needs a bare class
    return sorted(value)


@_plain.register
def _(value: date) -> str:
    return value.isoformat()


@_plain.register
def _(value: tuple) -> list[Any]:  # type: ignore[type-arg]  # a registry needs a bare class
    return [_plain(one) for one in value]


@_plain.register
def _(value: dict) -> Any:  # type: ignore[type-arg]  # noqa: ANN401  # a geometry, or amounts
    return value if "type" in value else bedragen_as_json(value)


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
