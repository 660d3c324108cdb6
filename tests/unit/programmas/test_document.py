"""Which files can be put beside a project."""

import io
import zipfile

import pytest

from participatie.programmas import rules_document
from participatie.programmas.rules_document import (
    DOCX_MAIN,
    ODT_MIMETYPE,
    DocumentError,
    check_document,
    file_name,
)
from participatie.programmas.types import DocumentSoort

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n"


def packed(**parts: bytes) -> bytes:
    """Return a zip with these parts; `__` in a name stands for a slash."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as found:
        for name, content in parts.items():
            found.writestr(name.replace("__", "/"), content)
    return target.getvalue()


ODT = {"mimetype": ODT_MIMETYPE, "content.xml": b"<x/>"}
DOCX = {"[Content_Types].xml": b"<x>" + DOCX_MAIN + b"</x>", "word__document.xml": b"<x/>"}


@pytest.mark.parametrize(
    ("content", "name", "soort"),
    [
        (PDF, "plan.PDF", DocumentSoort.PDF),
        (packed(**ODT), "plan.odt", DocumentSoort.ODT),
        (packed(**DOCX), "plan.docx", DocumentSoort.DOCX),
        (b"\xff\xd8", "plan.jpeg", DocumentSoort.AFBEELDING),
    ],
)
def test_a_document_is_known_by_what_is_in_it(content, name, soort) -> None:
    assert check_document(content, name) is soort


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "plan.pdf", "leeg"),
        (b"<html><script>alert(1)</script>", "plan.pdf", "geen PDF"),
        (b"MZ\x90\x00", "plan.pdf", "geen PDF"),
        (b"\x00" + PDF, "plan.pdf", "geen PDF"),
        (b"%PDF-1.7\n halverwege", "plan.pdf", "niet compleet"),
        (PDF, "plan.exe", "Kies een PDF"),
        (PDF, "plan", "Kies een PDF"),
        (PDF, "plan.svg", "Kies een PDF"),
        (PDF, "plan.odt", "niet lezen"),
        (b"PK\x03\x04 kapot", "plan.docx", "niet lezen"),
        (packed(**DOCX), "plan.odt", "niet lezen"),
        (packed(**ODT), "plan.docx", "niet lezen"),
        (packed(mimetype=b"text/plain"), "plan.odt", "niet lezen"),
        (packed(**DOCX | {"[Content_Types].xml": b"<x/>"}), "plan.docx", "niet lezen"),
        (packed(**DOCX, word__vbaProject=b"x"), "plan.docx", None),
        (packed(**DOCX | {"word__vbaProject.bin": b"x"}), "plan.docx", "macro"),
        (packed(**ODT, Basic__script=b"x"), "plan.odt", "macro"),
    ],
)
def test_a_file_that_pretends_is_refused_with_what_to_do(content, name, told) -> None:
    if told is None:
        assert check_document(content, name)
        return
    with pytest.raises(DocumentError, match=told):
        check_document(content, name)


def test_a_large_file_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(rules_document, "DOCUMENT_MAX_BYTES", 10)
    with pytest.raises(DocumentError, match="groter dan"):
        check_document(PDF, "plan.pdf")


@pytest.mark.parametrize("limit", ["MAX_UNPACKED", "MAX_PARTS"])
def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch, limit) -> None:
    monkeypatch.setattr(rules_document, limit, 1)
    with pytest.raises(DocumentError, match="uitgepakt"):
        check_document(packed(**ODT), "plan.odt")


@pytest.mark.parametrize(
    ("titel", "name"),
    [
        ("Voorlopig ontwerp", "Voorlopig ontwerp.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ('a"; x=\r\ny', "a x y.pdf"),
        ("///", "document.pdf"),
    ],
)
def test_a_reader_keeps_it_under_a_plain_name(titel, name) -> None:
    assert file_name(titel, DocumentSoort.PDF) == name
