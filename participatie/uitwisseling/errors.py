"""What can go wrong with importing and exporting."""

from collections.abc import Sequence

from participatie.core.errors import InvalidInputError
from participatie.uitwisseling.types import RijFout


class ImportRefusedError(InvalidInputError):
    """A file with mistakes: nothing of it is stored. All mistakes are told at once."""

    def __init__(self, fouten: Sequence[RijFout]) -> None:
        super().__init__(f"Er staan fouten in het bestand ({len(fouten)}). Er is niets gewijzigd.")
        self.fouten = tuple(sorted(fouten, key=lambda fout: fout.rij))
