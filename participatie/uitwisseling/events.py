"""What can happen when the register is exchanged with other systems."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ImportUitgevoerd(Event):
    """A file was imported whole."""

    bronsysteem: str
    nieuw: int
    gewijzigd: int
    ongewijzigd: int
