"""What can go wrong with programme items."""

from collections.abc import Sequence

from participatie.core.errors import InvalidInputError
from participatie.programmas.types_import import RijFout


class WaardeError(ValueError):
    """A value that cannot be read; the message says what to write instead."""


class OnbekendGebiedError(WaardeError):
    """A gebied nobody knows; `voorstel` is the one whose name looks like it."""

    def __init__(self, naam: str, voorstel: str | None) -> None:
        advies = (
            f"Bedoelt u “{voorstel}”?"
            if voorstel
            else "Gebruik een code of naam uit `flask gebieden lijst`."
        )
        super().__init__(f"het gebied “{naam}” is niet bekend. {advies}")
        self.naam = naam
        self.voorstel = voorstel


class ImportRefusedError(InvalidInputError):
    """A file with mistakes: nothing of it is stored. All mistakes are told at once."""

    def __init__(self, fouten: Sequence[RijFout]) -> None:
        super().__init__(f"Er staan fouten in het bestand ({len(fouten)}). Er is niets gewijzigd.")
        self.fouten = tuple(sorted(fouten, key=lambda fout: fout.rij))
