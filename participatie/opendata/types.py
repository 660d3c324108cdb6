"""Values of the opendata room."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from participatie.core.geometry import Geometry


class Formaat(StrEnum):
    """How a dataset can be downloaded."""

    GEOJSON = "geojson"
    CSV = "csv"


@dataclass(frozen=True)
class Kolom:
    """A column of a dataset: its name, what it means, and which stored values it comes from."""

    naam: str
    uitleg: str
    uit: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """What can be downloaded. `weggelaten` says of every other stored value why it is not here."""

    naam: str
    titel: str
    wat: str
    kolommen: tuple[Kolom, ...]
    weggelaten: dict[str, str]


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing of a dataset: a value for each column, and where it lies."""

    id: int
    waarden: tuple[Any, ...]
    geometrie: Geometry | None
