"""Which files can be put beside a project: told by what is in them, not by their name. Pure."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import PurePath

from participatie.core.errors import InvalidInputError
from participatie.programmas.types import DocumentSoort

MEGABYTE = 1024 * 1024
DOCUMENT_MAX_BYTES = 20 * MEGABYTE
DOCUMENTEN_MAX = 30
TITEL_MAX_LENGTH = 120
MAX_UNPACKED = 300 * MEGABYTE
MAX_PARTS = 5_000
PDF_BEGIN, PDF_END, PDF_END_REACH = b"%PDF-", b"%%EOF", 2_048
ODT_MIMETYPE = b"application/vnd.oasis.opendocument.text"
DOCX_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODT_MACROS = ("basic/", "scripts/")
DOCX_MACROS = "vbaproject.bin"

EXTENSIONS: Mapping[str, DocumentSoort] = {
    ".pdf": DocumentSoort.PDF,
    ".odt": DocumentSoort.ODT,
    ".docx": DocumentSoort.DOCX,
    ".jpg": DocumentSoort.AFBEELDING,
    ".jpeg": DocumentSoort.AFBEELDING,
    ".png": DocumentSoort.AFBEELDING,
    ".webp": DocumentSoort.AFBEELDING,
}
MIMETYPES: Mapping[DocumentSoort, str] = {
    DocumentSoort.PDF: "application/pdf",
    DocumentSoort.ODT: ODT_MIMETYPE.decode(),
    DocumentSoort.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentSoort.AFBEELDING: "image/webp",
}
SUFFIXES: Mapping[DocumentSoort, str] = {
    DocumentSoort.PDF: ".pdf",
    DocumentSoort.ODT: ".odt",
    DocumentSoort.DOCX: ".docx",
    DocumentSoort.AFBEELDING: ".webp",
}


class DocumentError(InvalidInputError):
    """A file that cannot be used; the message says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message, field="bestand")


def check_document(content: bytes, filename: str) -> DocumentSoort:
    """Return what kind of document it is, or raise; an image is looked at when it is made anew."""
    if not content:
        raise DocumentError("Dit bestand is leeg. Kies een ander bestand.")
    if len(content) > DOCUMENT_MAX_BYTES:
        raise DocumentError(
            f"Dit bestand is groter dan {DOCUMENT_MAX_BYTES // MEGABYTE} MB. Maak het kleiner."
        )
    soort = EXTENSIONS.get(PurePath(filename).suffix.lower())
    if soort is None:
        raise DocumentError("Kies een PDF, een ODT, een DOCX of een afbeelding (JPEG, PNG, WebP).")
    if soort is DocumentSoort.PDF:
        _check_pdf(content)
    elif soort is not DocumentSoort.AFBEELDING:
        _check_zip(content, soort)
    return soort


def file_name(titel: str, soort: DocumentSoort) -> str:
    """Return the name under which a reader keeps a document."""
    plain = re.sub(r"[^\w\- ]+", " ", titel)
    return (" ".join(plain.split()) or "document") + SUFFIXES[soort]


def _check_pdf(content: bytes) -> None:
    if not content.startswith(PDF_BEGIN) or PDF_END not in content[-PDF_END_REACH:]:
        raise DocumentError(
            "Dit is geen PDF, of het bestand is niet compleet. Sla het opnieuw op als PDF."
        )


def _check_zip(content: bytes, soort: DocumentSoort) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as found:
            parts = found.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise DocumentError("Dit bestand is uitgepakt te groot. Maak het kleiner.")
            names = [part.filename.lower() for part in parts]
            is_it = _is_odt(found) if soort is DocumentSoort.ODT else _is_docx(found)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError) as error:
        raise _not_a_document() from error
    if not is_it:
        raise _not_a_document()
    if any(name.startswith(ODT_MACROS) or name.endswith(DOCX_MACROS) for name in names):
        raise DocumentError("In dit bestand zitten macro's. Sla het op zonder macro's.")


def _is_odt(found: zipfile.ZipFile) -> bool:
    return _read(found, "mimetype") == ODT_MIMETYPE


def _is_docx(found: zipfile.ZipFile) -> bool:
    found.getinfo("word/document.xml")
    return DOCX_MAIN in _read(found, "[Content_Types].xml")


def _read(found: zipfile.ZipFile, name: str) -> bytes:
    """Return the begin of a part, so that a part that unpacks to gigabytes does not."""
    with found.open(name) as part:
        return part.read(MEGABYTE)


def _not_a_document() -> DocumentError:
    return DocumentError(
        "Wij kunnen dit niet lezen als document. Sla het opnieuw op of maak er een PDF van."
    )
