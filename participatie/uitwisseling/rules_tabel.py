"""What every table in a file has: a header, rows below it, and a limit. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.types import HELE_BESTAND, Bestand, RijFout, RuweRij

MAX_RIJEN = 50_000
MAX_KOLOMMEN = 500
FIRST_ROW = 2  # a spreadsheet numbers the header 1
TE_VEEL = "50.000"


def refused(melding: str, *, rij: int = 0) -> ImportRefusedError:
    """Return the refusal of a file as a whole."""
    return ImportRefusedError([RijFout(rij, HELE_BESTAND, melding)])


def too_many() -> ImportRefusedError:
    """Return the refusal of a file with more rows than can be done in one go."""
    return refused(f"Er staan meer dan {TE_VEEL} rijen in het bestand. Verdeel het over meer.")


def read_table(rows: Iterator[Sequence[Any]]) -> Bestand:
    """Return the rows below a header, with what is wrong with each; read one by one."""
    header = [str(cell).strip() if cell is not None else "" for cell in next(rows, ())]
    while header and not header[-1]:
        header.pop()
    if not header:
        raise refused("De eerste rij van het bestand is leeg. Zet daar de namen van de kolommen.")
    if len(header) > MAX_KOLOMMEN:
        raise refused(f"Het bestand heeft meer dan {MAX_KOLOMMEN} kolommen. Haal er weg.")
    doubles = sorted({kolom for kolom in header if kolom and header.count(kolom) > 1})
    if doubles:
        raise refused(f"Deze kolommen staan er twee keer in: {', '.join(doubles)}.")
    fouten: list[RijFout] = []
    rijen = list(_rows(header, rows, fouten))
    if not rijen and not fouten:
        raise refused("Er staan geen rijen in het bestand, alleen een kop.")
    return Bestand(kolommen=[kolom for kolom in header if kolom], rijen=rijen, fouten=fouten)


def _rows(
    header: Sequence[str], rows: Iterable[Sequence[Any]], fouten: list[RijFout]
) -> Iterator[RuweRij]:
    found = 0
    for number, row in enumerate(rows, start=FIRST_ROW):
        if all(cell is None or not str(cell).strip() for cell in row):
            continue
        found += 1
        if found > MAX_RIJEN:
            raise too_many()
        if len(row) != len(header):
            fouten.append(
                RijFout(
                    number,
                    HELE_BESTAND,
                    f"Deze rij heeft {len(row)} velden en de kop {len(header)}. "
                    "Zet tekst met een scheidingsteken tussen aanhalingstekens.",
                )
            )
            continue
        yield RuweRij(number, dict(zip(header, row, strict=True)))
