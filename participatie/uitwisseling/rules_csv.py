"""Reading CSV, with whatever stands between its columns. Pure."""

import csv
import io
from collections.abc import Iterator, Sequence

from participatie.uitwisseling.rules_tabel import read_table, refused
from participatie.uitwisseling.types import Bestand

MAX_CELL = 2_500_000  # room for a geometry in a cell; longer text is refused at its own field
DELIMITERS = ";,\t|"


def read_csv(text: str) -> Bestand:
    """Return the rows of a CSV file, or raise with what is wrong with it."""
    first, _, _ = text.lstrip("\r\n").partition("\n")
    delimiter = max(DELIMITERS, key=first.count)
    previous = csv.field_size_limit(MAX_CELL)
    try:
        return read_table(_lines(text, delimiter))
    except csv.Error as error:
        raise refused(
            "Het bestand houdt halverwege een veld op, of een aanhalingsteken ontbreekt."
        ) from error
    finally:
        csv.field_size_limit(previous)


def _lines(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = next(rows, [])
    yield header
    trailing = len(header) - len([*_without_tail(header)])
    for row in rows:
        yield row[: len(row) - trailing] if trailing and not any(row[-trailing:]) else row


def _without_tail(header: Sequence[str]) -> Sequence[str]:
    """Return the header without the empty columns that some programs put at its end."""
    last = max((place for place, kolom in enumerate(header) if kolom.strip()), default=-1)
    return header[: last + 1]
