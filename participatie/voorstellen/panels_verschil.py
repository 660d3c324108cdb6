"""What a voorstel says, in words, next to what the register said and says."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _

from participatie.core.formats import datum, euro
from participatie.core.namen import naam
from participatie.gebieden.queries import get_boom
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.queries_geschiedenis import make_namen
from participatie.programmas.rules import VELD_NAMEN
from participatie.programmas.rules_geschiedenis import compare
from participatie.programmas.types import Bedragen, Geldbron, ProjectGegevens
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.queries import get_basis
from participatie.voorstellen.rules_gegevens import from_json, merge
from participatie.voorstellen.types import Veldverschil

NIET_GETOOND = frozenset({"organisatie_id", "doel_id", "begrotingsprogramma"})


def list_verschillen(voorstel: Voorstel) -> Sequence[Veldverschil]:
    """Return what a change changes, field by field; nothing for a new item."""
    basis, project = get_basis(voorstel), voorstel.project
    if basis is None or project is None:
        return ()
    said, nu = from_json(voorstel.gegevens), gegevens_of(project)
    together = merge(basis=basis, nu=nu, voorstel=said)
    wijzigingen = {one.veld: one for one in compare(basis, said, make_namen(basis, said))}
    return [
        Veldverschil(
            veld=veld,
            wijziging=wijzigingen[veld],
            nu=in_words(nu, veld),
            nieuw=in_words(said, veld),
            botst=veld in together.botst,
        )
        for veld in together.gewijzigd
    ]


def list_inhoud(said: ProjectGegevens) -> Sequence[tuple[str, str]]:
    """Return everything a voorstel says, by the name of the field; nothing that is empty."""
    rows = [(naam_van, in_words(said, veld)) for veld, naam_van in VELD_NAMEN.items()]
    shown = [veld not in NIET_GETOOND for veld in VELD_NAMEN]
    return [row for row, is_shown in zip(rows, shown, strict=True) if is_shown and row[1]]


def veldnaam(veld: str) -> str:
    """Return what a field is called on a page."""
    return VELD_NAMEN[veld]


def in_words(said: ProjectGegevens, veld: str) -> str:
    """Return what a field says as one would read it."""
    value = getattr(said, veld)
    return _AS_WORDS[veld](value) if veld in _AS_WORDS else _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401  # any value a field can hold
    if value is None:
        return ""
    return naam(value) if isinstance(value, StrEnum) else str(value)


def _gebieden(gebied_ids: frozenset[Any]) -> str:
    omtrekken = get_boom().omtrekken
    return ", ".join(sorted(omtrekken[one].naam for one in gebied_ids if one in omtrekken))


def _bedragen(bedragen: Bedragen) -> str:
    """Return the money of the partner itself: the rest is not theirs to change."""
    return ", ".join(
        f"{jaar}: {euro(cents)}"
        for (jaar, bron), cents in sorted(bedragen.items())
        if bron is Geldbron.DERDEN
    )


def _geometrie(geometrie: Any) -> str:  # noqa: ANN401  # GeoJSON or nothing
    if geometrie is None:
        return str(_("in het hele gebied"))
    if geometrie["type"] == "Point":
        lon, lat = geometrie["coordinates"]
        return str(_("op een punt: %(lat)s, %(lon)s", lat=lat, lon=lon))
    if geometrie["type"].endswith("LineString"):
        return str(_("een lijn op de kaart"))
    return str(
        _("een vlak op de kaart") if "Polygon" in geometrie["type"] else _("punten op de kaart")
    )


_AS_WORDS: Mapping[str, Callable[[Any], str]] = {
    "start": datum,
    "eind": datum,
    "gebied_ids": _gebieden,
    "bedragen": _bedragen,
    "geometrie": _geometrie,
    "fasering": lambda fasen: ", ".join(
        f"{naam(one.fase)}: {datum(one.start)} - {datum(one.eind)}" for one in fasen
    ),
    "mijlpalen": lambda mijlpalen: ", ".join(
        f"{one.titel} ({datum(one.datum)})" for one in mijlpalen
    ),
    "verwijzingen": lambda links: ", ".join(f"{one.titel}: {one.url}" for one in links),
}
