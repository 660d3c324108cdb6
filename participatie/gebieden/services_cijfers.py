"""Importing figures of gebieden. No commit here: see core.transactions."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.geofiles import read_features
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.errors import ImportRefusedError
from participatie.gebieden.events import KerncijfersIngelezen
from participatie.gebieden.models import Gebied, Kengetal
from participatie.gebieden.queries import list_gebieden, list_kengetallen
from participatie.gebieden.rules_cijfers import (
    BY_KEY,
    INWONERS,
    WONINGEN,
    find_code,
    read_cijfers,
    read_year,
)
from participatie.gebieden.types import Bron, GebiedId, Niveau, Verslag

MAX_BYTES = 50_000_000
OPGETELD = Bron("Opgeteld uit de wijken", is_named=True)
Sleutel = tuple[GebiedId, str, int]


class Cijferboek:
    """The figures of all gebieden, read once, to write many."""

    def __init__(
        self, gebieden: Iterable[Gebied], *, bron: Bron, gegeven: set[Sleutel] | None = None
    ) -> None:
        self.gebieden = {gebied.code: gebied for gebied in gebieden}
        self._bron = bron
        self._gegeven = gegeven if gegeven is not None else set()
        self._earlier = frozenset(self._gegeven)
        self._known = {(k.gebied_id, k.sleutel, k.jaar): k for k in list_kengetallen()}

    def write(
        self, gebied: Gebied, cijfers: Mapping[str, float], jaar: int, bron: Bron | None = None
    ) -> bool:
        """Write figures of one year down, except those an earlier file of this run gave.

        Tell whether something changed.
        """
        changed = [
            self._write((gebied.id, sleutel, jaar), value, bron or self._bron)
            for sleutel, value in cijfers.items()
            if (gebied.id, sleutel, jaar) not in self._earlier
        ]
        if any(changed):
            gebied.gewijzigd_op = clock.now()
            gebied.inwoners = self._latest(gebied, INWONERS.sleutel)
            gebied.woningen = self._latest(gebied, WONINGEN.sleutel)
        return any(changed)

    def _write(self, key: Sleutel, value: float, bron: Bron) -> bool:
        """Write one figure down; one that stays the same keeps the source it came from."""
        self._gegeven.add(key)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _new_kengetal(key)
        elif known.waarde == value and (known.bron == bron.naam or not bron.is_named):
            return False
        known.waarde, known.bron = value, bron.naam
        return True

    def _latest(self, gebied: Gebied, sleutel: str) -> int | None:
        found = [
            (jaar, kengetal.waarde)
            for (gebied_id, key, jaar), kengetal in self._known.items()
            if (gebied_id, key) == (gebied.id, sleutel)
        ]
        return round(max(found)[1]) if found else None

    def add_up(self, jaar: int) -> list[Gebied]:
        """Give each stadsdeel the sum of its wijken, when all have the figure; return changed."""
        changed = []
        for stadsdeel in self._of(Niveau.STADSDEEL):
            wijken = [w for w in self._of(Niveau.WIJK) if w.ouder_id == stadsdeel.id]
            sums = {
                sleutel: sum(self._known[w.id, sleutel, jaar].waarde for w in wijken)
                for sleutel in (INWONERS.sleutel, WONINGEN.sleutel)
                if wijken and all((w.id, sleutel, jaar) in self._known for w in wijken)
            }
            if self.write(stadsdeel, sums, jaar, OPGETELD):
                changed.append(stadsdeel)
        return changed

    def _of(self, niveau: Niveau) -> list[Gebied]:
        return [gebied for gebied in self.gebieden.values() if gebied.niveau is niveau]


def _new_kengetal(key: Sleutel) -> Kengetal:
    gebied_id, sleutel, jaar = key
    soort = BY_KEY[sleutel]
    kengetal = Kengetal(gebied_id=gebied_id, sleutel=sleutel, jaar=jaar)
    kengetal.naam, kengetal.eenheid = soort.naam, soort.eenheid
    db.session.add(kengetal)
    return kengetal


def import_kerncijfers(
    *,
    path: Path,
    jaar: int | None = None,
    bron: str | None = None,
    gegeven: set[Sleutel] | None = None,
) -> Verslag:
    """Import figures from CSV, GeoPackage or GeoJSON for the gebieden that are known.

    `gegeven` are the figures that earlier files of the same run gave: those are left alone.
    """
    verslag = Verslag(bestand=path.name, wat="kerncijfers")
    boek = Cijferboek(list_gebieden(), bron=Bron.of(bron, path.stem), gegeven=gegeven)
    rows = _rows_by_code(_read(path), boek, verslag)
    year = jaar or read_year(next(iter(rows.values())), path.stem)
    if year is None:
        raise ImportRefusedError("Van welk jaar zijn de cijfers? Geef het met --jaar.")
    for code, row in rows.items():
        gebied = boek.gebieden[code]
        wie = f"{code} {gebied.naam}"
        if boek.write(gebied, read_cijfers(row, wie), year):
            verslag.gewijzigd.append(wie)
        else:
            verslag.ongewijzigd += 1
    verslag.gewijzigd += [f"{found.code} {found.naam}" for found in boek.add_up(year)]
    if verslag.is_changed:
        _publish(boek, year, len(verslag.gewijzigd))
    return verslag


def _publish(boek: Cijferboek, jaar: int, changed: int) -> None:
    stad = next(gebied for gebied in boek.gebieden.values() if gebied.ouder_id is None)
    publish(
        KerncijfersIngelezen(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=Onderwerp("gebied", stad.id),
            jaar=jaar,
            gewijzigd=changed,
        )
    )


def _rows_by_code(
    rows: Sequence[Mapping[str, Any]], boek: Cijferboek, verslag: Verslag
) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    unknown = []
    for row in rows:
        code = find_code(row)
        if code is None or code not in boek.gebieden:
            unknown.append(code or "zonder code")
        elif code in found:
            raise ImportRefusedError(f"De code {code} komt meer dan een keer voor.")
        else:
            found[code] = row
    if not found:
        raise ImportRefusedError(
            "In het bestand staat geen enkel gebied dat hier bekend is. "
            "Importeer eerst de stad, de stadsdelen, de wijken en de buurten."
        )
    if unknown:
        shown = ", ".join(unknown[:3])
        verslag.waarschuwingen.append(f"{len(unknown)} regels overgeslagen: {shown}.")
    return found


def _read(path: Path) -> Sequence[Mapping[str, Any]]:
    if path.suffix.lower() != ".csv":
        return [feature.properties for feature in read_features(path)]
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ImportRefusedError("Het bestand is te groot.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ImportRefusedError(f"{path.name} kan niet worden geopend.") from error
    except UnicodeDecodeError as error:
        raise ImportRefusedError("Het bestand is geen tekst in UTF-8.") from error
    return read_csv(text)


def read_csv(text: str) -> list[dict[str, str]]:
    """Return the lines of a table with a comma, semicolon or tab between its fields."""
    header = text.splitlines()[0] if text.strip() else ""
    if not header:
        raise ImportRefusedError("Het bestand is leeg.")
    delimiter = max(",;\t", key=header.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ImportRefusedError("Het bestand is geen CSV, of het houdt halverwege op.") from error
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise ImportRefusedError(
                f"Regel {number} heeft niet even veel velden als de kop. Is het bestand heel?"
            )
    return rows
