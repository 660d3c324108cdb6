"""Reading a PDF as a screen reader does: its text, its title, its language and its tags."""

import io
from collections.abc import Iterator

from pypdf import PdfReader


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def tags_of(pdf: bytes) -> list[str]:
    """Return the kinds of the structure elements in the order of reading: H1, P, Table."""
    return [str(element["/S"])[1:] for element in _elements(pdf)]


def alts_of(pdf: bytes) -> list[str]:
    """Return what stands in the place of each drawing."""
    return [str(element["/Alt"]) for element in _elements(pdf) if "/Alt" in element]


def _elements(pdf: bytes) -> Iterator[dict]:
    waiting = [read(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        found = getattr(waiting[0], "get_object", lambda: None)()
        waiting.pop(0)
        if isinstance(found, list):
            waiting[:0] = found
        elif isinstance(found, dict):
            if "/S" in found:
                yield found
            waiting[:0] = [found["/K"]] if "/K" in found else []
