"""Proposing which column is which field, by its name; and showing what is in it. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from participatie.programmas.rules_waarden import plain_naam, shown
from participatie.programmas.types import Geldbron
from participatie.uitwisseling.rules_mapping import JAAR, GeldKolom, ImportMapping
from participatie.uitwisseling.types import Bestand, Veld

VOORBEELDEN = 3
BEKEKEN = 200
ANDERE_NAMEN: Mapping[Veld, tuple[str, ...]] = {
    Veld.SLEUTEL: ("projectnummer", "nummer", "projectid", "id", "code", "projectcode"),
    Veld.TITEL: ("naam", "projectnaam", "project", "onderwerp"),
    Veld.OMSCHRIJVING: ("beschrijving", "toelichting", "inhoud"),
    Veld.SOORT: ("type", "projectsoort"),
    Veld.DOMEIN: ("programma", "sector"),
    Veld.THEMA: ("werksoort", "categorie"),
    Veld.FASE: ("status", "projectfase", "stand"),
    Veld.START: ("begin", "startdatum", "begindatum", "van", "vanaf"),
    Veld.EIND: ("einde", "einddatum", "tot", "totenmet", "gereed", "oplevering"),
    Veld.PLEK_OMSCHRIJVING: ("locatie", "plek", "plaats", "straat", "adres"),
    Veld.TREKKER: ("afdeling", "opdrachtgever", "eigenaar", "verantwoordelijke"),
    Veld.CONTACT_NAAM: ("contact", "contactpersoon", "projectleider"),
    Veld.CONTACT_EMAIL: ("email", "emailadres", "mail"),
    Veld.PARTICIPATIENIVEAU: ("participatie", "invloed", "niveau"),
    Veld.PARTICIPATIE_TOELICHTING: ("participatietoelichting", "waaromdezeinvloed"),
    Veld.GEBIEDEN: ("gebied", "wijk", "buurt", "stadsdeel", "wijken"),
    Veld.GEOMETRIE: ("geometry", "geom", "vorm"),
    Veld.LON: ("x", "xcoordinaat", "rdx", "longitude", "lengtegraad"),
    Veld.LAT: ("y", "ycoordinaat", "rdy", "latitude", "breedtegraad"),
    Veld.BEGROTINGSPROGRAMMA: ("begroting", "programmanummer"),
    Veld.ORGANISATIE: ("partner",),
}
BRONWOORDEN: Mapping[Geldbron, tuple[str, ...]] = {
    Geldbron.EXPLOITATIE: ("exploitatie", "budget"),
    Geldbron.INVESTERINGSPLAN: ("investering", "krediet", "ip"),
    Geldbron.SUBSIDIE: ("subsidie",),
    Geldbron.DERDEN: ("derden", "bijdrage", "extern"),
}
_JAAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


@dataclass(frozen=True)
class Kolommen:
    """The columns of a file: examples of what is in each, and the names that hold a year."""

    voorbeelden: Mapping[str, Sequence[str]]
    jaarkolommen: Sequence[str]

    def as_dict(self) -> dict[str, Any]:
        """Return it as an import keeps it."""
        return {
            "voorbeelden": [[kolom, list(found)] for kolom, found in self.voorbeelden.items()],
            "jaarkolommen": list(self.jaarkolommen),
        }

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> "Kolommen":
        """Return what an import kept."""
        return cls(dict(kept["voorbeelden"]), kept["jaarkolommen"])


def look_at(bestand: Bestand) -> Kolommen:
    """Return the columns of a file with some of what stands in them."""
    voorbeelden: dict[str, dict[str, None]] = {kolom: {} for kolom in bestand.kolommen}
    for rij in bestand.rijen[:BEKEKEN]:
        for kolom, found in voorbeelden.items():
            text = str(rij.waarden.get(kolom) or "").strip()
            if text and len(found) < VOORBEELDEN:
                found[shown(text)] = None
    return Kolommen({kolom: list(found) for kolom, found in voorbeelden.items()},
                    _patterns(bestand.kolommen))  # fmt: skip


def _patterns(kolommen: Iterable[str]) -> list[str]:
    found = (_JAAR.sub(JAAR, kolom, count=1) for kolom in kolommen if _JAAR.search(kolom))
    return list(dict.fromkeys(found))


def propose(kolommen: Kolommen) -> ImportMapping:
    """Return a mapping by the names of the columns, for someone to correct."""
    by_name = {plain_naam(kolom): kolom for kolom in reversed([*kolommen.voorbeelden])}
    velden: dict[Veld, str] = {}
    taken: set[str] = set()
    for names in (lambda veld: (veld.value,), lambda veld: ANDERE_NAMEN.get(veld, ())):
        for veld in Veld:
            found = [by_name[name] for name in map(plain_naam, names(veld)) if name in by_name]
            free = [kolom for kolom in found if kolom not in taken]
            if free and veld not in velden:
                velden[veld] = free[0]
                taken.add(free[0])
    geld = tuple(
        GeldKolom(kolom=patroon, bron=bron)
        for patroon in kolommen.jaarkolommen
        if (bron := _bron(patroon)) is not None
    )
    return ImportMapping(velden=velden, geld=geld)


def _bron(patroon: str) -> Geldbron | None:
    words = plain_naam(patroon)
    return next(
        (bron for bron, found in BRONWOORDEN.items() if any(word in words for word in found)), None
    )


def mapping_as_toml(mapping: ImportMapping) -> str:
    """Return a mapping as the file that the command reads."""
    kept = mapping.model_dump(mode="json", exclude_defaults=True)
    lines = [f"{name} = {_toml(value)}" for name, value in kept.items() if name not in TABLES]
    for name in ("velden", "standaard"):
        if kept.get(name):
            lines += ["", f"[{name}]", *_pairs(kept[name])]
    for veld, values in kept.get("waarden", {}).items():
        lines += ["", f"[waarden.{veld}]", *_pairs(values)]
    for one in kept.get("geld", ()):
        lines += ["", "[[geld]]", *_pairs(one)]
    return "\n".join(lines).strip() + "\n"


TABLES = frozenset({"velden", "standaard", "waarden", "geld"})


def _pairs(values: Mapping[str, Any]) -> list[str]:
    return [f"{_toml(key)} = {_toml(value)}" for key, value in values.items()]


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        for sign, name in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
            escaped = escaped.replace(sign, name)
        return f'"{escaped}"'
    return str(value)
