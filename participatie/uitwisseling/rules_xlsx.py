"""Reading the first sheet of an XLSX file, refusing one that unpacks to too much. Pure."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from participatie.uitwisseling.rules_tabel import MAX_KOLOMMEN, read_table, refused
from participatie.uitwisseling.types import Bestand

MAX_ENTRIES = 1_000
MAX_UNPACKED = 250_000_000
MAX_RATIO = 200
SMALL = 5_000_000  # what unpacks to less may be as dense as it likes
BLOCK = 1 << 16
FORMULAS = (b"<f>", b"<f ")
BROKEN = (
    zipfile.BadZipFile,
    InvalidFileException,
    DefusedXmlException,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OSError,
    NotImplementedError,  # from zipfile: packed in a way it does not know
)
"""What the reader raises on a file that is damaged or made to harm."""
NIET_HEEL = "Het Excel-bestand is niet heel of geen .xlsx. Bewaar het opnieuw in Excel."


def read_xlsx(data: bytes) -> Bestand:
    """Return the rows of the first sheet: of a formula what came out of it when it was kept."""
    try:
        has_formulas = _check_zip(data)
        rows = _values(data)
        return read_table(_with_formulas(rows, data) if has_formulas else rows)
    except BROKEN as error:
        raise refused(NIET_HEEL) from error


def _check_zip(data: bytes) -> bool:
    """Refuse a zip that unpacks to too much, before unpacking; tell whether it holds formulas."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES or sum(one.file_size for one in entries) > MAX_UNPACKED:
            raise refused("Het Excel-bestand is uitgepakt te groot. Verdeel het over meer.")
        if any(_is_bomb(one) for one in entries):
            raise refused("Het Excel-bestand is verdacht sterk ingepakt. Bewaar het opnieuw.")
        return any(
            _holds_formula(archive, one)
            for one in entries
            if one.filename.startswith("xl/worksheets/")
        )


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)


def _holds_formula(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    tail = b""
    with archive.open(entry) as file:
        while block := file.read(BLOCK):
            if any(mark in tail + block for mark in FORMULAS):
                return True
            tail = block[-2:]
    return False


def _values(data: bytes, *, formulas: bool = False) -> Iterator[Sequence[Any]]:
    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=not formulas)
    try:
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()  # a file may say that it is as large as it likes
        rows = sheet.iter_rows(values_only=True, max_col=MAX_KOLOMMEN + 1)
        width = 0
        for row in rows:
            last = max((place for place, cell in enumerate(row, 1) if cell is not None), default=0)
            width = width or last
            found = [_plain(cell) for cell in row[: max(width, last)]]
            yield found + [None] * (width - len(found))
    finally:
        workbook.close()


def _with_formulas(rows: Iterator[Sequence[Any]], data: bytes) -> Iterator[Sequence[Any]]:
    """Show the formula itself where no outcome was kept: that is refused at its own field."""
    for row, written in zip(rows, _values(data, formulas=True), strict=False):
        yield [
            formula if cell is None and str(formula or "").startswith("=") else cell
            for cell, formula in zip(row, written, strict=False)
        ]


def _plain(cell: object) -> object:
    """Return a day as it is written, and other values as they are."""
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else cell
