"""A pointer to the thing something is about, without importing its room."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Onderwerp:
    """The subject of an event: `soort` names a table, `id` a row."""

    soort: str
    id: int
