"""What a voorstel says, kept as JSON, and how it goes together with the register. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from pydantic import TypeAdapter

from participatie.organisaties.types import OrganisatieId
from participatie.programmas.rules_geld import bedragen_as_json, bedragen_from_json
from participatie.programmas.types import Bedragen, Geldbron, ProjectGegevens

VELDEN = tuple(field.name for field in fields(ProjectGegevens))
VAN_DE_GEMEENTE = ("doel_id", "begrotingsprogramma")
"""What a partner cannot say of an item."""
_ADAPTER = TypeAdapter(ProjectGegevens)


@dataclass(frozen=True)
class Samenvoeging:
    """What comes of a voorstel and what the register says by now; `botst` asks for a choice."""

    gegevens: ProjectGegevens
    gewijzigd: tuple[str, ...]
    botst: tuple[str, ...]


def as_json(gegevens: ProjectGegevens) -> dict[str, Any]:
    """Return everything as values that can be written as JSON."""
    plain: dict[str, Any] = _ADAPTER.dump_python(gegevens, mode="json", exclude={"bedragen"})
    plain["gebied_ids"] = sorted(plain["gebied_ids"])
    return plain | {"bedragen": bedragen_as_json(gegevens.bedragen)}


def from_json(kept: Mapping[str, Any]) -> ProjectGegevens:
    """Return what was kept."""
    return _ADAPTER.validate_python({**kept, "bedragen": bedragen_from_json(kept["bedragen"])})


def as_partner(
    gegevens: ProjectGegevens, *, organisatie_id: OrganisatieId, basis: ProjectGegevens | None
) -> ProjectGegevens:
    """Return what a partner may say: money of the gemeente and its goals stay as they are."""
    kept = {veld: getattr(basis, veld) for veld in VAN_DE_GEMEENTE} if basis else {}
    nothing: dict[str, Any] = {"doel_id": None, "begrotingsprogramma": ""}
    return replace(
        gegevens,
        **(nothing | kept),
        organisatie_id=organisatie_id,
        bedragen=_with_own(basis.bedragen if basis else {}, gegevens.bedragen),
    )


def differing(one: ProjectGegevens, other: ProjectGegevens) -> tuple[str, ...]:
    """Return the fields in which they differ; of money only that of the partner counts."""
    return tuple(veld for veld in VELDEN if _said(one, veld) != _said(other, veld))


def merge(
    *,
    basis: ProjectGegevens,
    nu: ProjectGegevens,
    voorstel: ProjectGegevens,
    behoud: Collection[str] = (),
) -> Samenvoeging:
    """Return what the register will say: what the partner changed, on top of what it says now.

    A field that both changed since, to something else, clashes; `behoud` names the fields of
    which the register keeps its own.
    """
    changed = differing(basis, voorstel)
    moved = differing(basis, nu)
    botst = tuple(
        veld for veld in changed if veld in moved and _said(nu, veld) != _said(voorstel, veld)
    )
    taken = {veld: getattr(voorstel, veld) for veld in changed if veld not in behoud}
    if "bedragen" in taken:
        taken["bedragen"] = _with_own(nu.bedragen, voorstel.bedragen)
    return Samenvoeging(replace(nu, **taken), changed, botst)


def _said(gegevens: ProjectGegevens, veld: str) -> object:
    return _own(gegevens.bedragen) if veld == "bedragen" else getattr(gegevens, veld)


def _own(bedragen: Bedragen) -> Bedragen:
    return {key: cents for key, cents in bedragen.items() if key[1] is Geldbron.DERDEN}


def _with_own(bedragen: Bedragen, voorstel: Bedragen) -> Bedragen:
    """Return the amounts with those of the partner as the voorstel has them."""
    others = {key: cents for key, cents in bedragen.items() if key[1] is not Geldbron.DERDEN}
    return {**others, **_own(voorstel)}
