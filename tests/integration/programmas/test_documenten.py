"""Documents beside a project: kept by the redacteur, read by everybody."""

import io
import os
from http import HTTPStatus

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participatie.core.db import db
from participatie.core.uploads import folder_of
from participatie.journal.models import JournalEntry
from participatie.programmas import services_documenten
from participatie.programmas.models_documenten import ProjectDocument
from participatie.programmas.services_documenten import FOLDER, delete_orphan_documents
from tests.factories.accounts import make_gebiedsverbinder, make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.programmas import PDF, ProjectDocumentFactory, ProjectFactory
from tests.pictures import bomb, picture_with_exif


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def project(city):
    return ProjectFactory(gebieden=[city.by_name["Poort"]])


@pytest.fixture
def redacteur(client, city):
    redacteur = make_redacteur(city.by_name["Noord"])
    client.sign_in(redacteur)
    return redacteur


def upload(client, project, content=PDF, name="plan.pdf", titel="Voorlopig ontwerp"):
    data = {"titel": titel, "bestand": (io.BytesIO(content), name)}
    return client.post(f"/projecten/{project.id}/documenten", data=data)


def stored(session) -> list[ProjectDocument]:
    return list(session.scalars(select(ProjectDocument)))


def test_a_document_is_listed_with_its_kind_and_size(client, redacteur, project) -> None:
    assert upload(client, project).status_code == HTTPStatus.SEE_OTHER
    page = client.get(f"/projecten/{project.id}").text.replace("\u00a0", " ")
    assert ("Voorlopig ontwerp" in page, "(PDF, 1 kB," in page) == (True, True)


def test_a_document_can_only_be_kept(client, redacteur, project, session) -> None:
    upload(client, project)
    (document,) = stored(session)
    client.post("/uitloggen")
    with client.get(f"/projecten/{project.id}/documenten/{document.id}") as answer:
        assert answer.data == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.mimetype == "application/pdf"


def test_a_document_has_a_random_name_and_stands_in_the_journal(
    client, redacteur, project, session
) -> None:
    upload(client, project, name="Geheim J. Jansen.pdf")
    (document,) = stored(session)
    entry = session.scalars(
        select(JournalEntry).where(JournalEntry.name == "DocumentToegevoegd")
    ).one()
    assert "Jansen" not in f"{document.bestand}{document.titel}{entry.data}"
    assert (folder_of(FOLDER) / document.bestand).read_bytes() == PDF


def test_an_image_is_made_anew_without_what_it_tells(client, redacteur, project, session) -> None:
    upload(client, project, content=picture_with_exif(), name="plan.jpg")
    (document,) = stored(session)
    content = (folder_of(FOLDER) / document.bestand).read_bytes()
    assert (content[8:12], b"thuis" in content) == (b"WEBP", False)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ((b"<script>alert(1)</script>", "plan.pdf"), "geen PDF"),
        ((bomb(), "plan.png"), "te groot"),
        ((PDF, "plan.jpg"), "meer dan alleen een foto"),
        ((PDF, "../../plan.exe"), "Kies een PDF"),
    ],
)
def test_a_file_that_pretends_is_refused(client, redacteur, project, file, told) -> None:
    answer = upload(client, project, *file)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (told in answer.text, 'href="#bestand"' in answer.text) == (True, True)
    assert 'value="Voorlopig ontwerp"' in answer.text
    assert stored(db.session) == []


def test_a_name_and_a_file_are_asked(client, redacteur, project) -> None:
    page = client.post(f"/projecten/{project.id}/documenten", data={"titel": " "}).text
    assert ("Vul in hoe dit document heet." in page, "Kies een bestand." in page) == (True, True)


def test_a_full_project_takes_no_more(client, redacteur, project, monkeypatch) -> None:
    monkeypatch.setattr(services_documenten, "DOCUMENTEN_MAX", 1)
    ProjectDocumentFactory(project=project)
    assert "hoogstens 1 documenten" in upload(client, project).text


def test_a_document_is_removed_with_its_file(client, redacteur, project, session) -> None:
    document = ProjectDocumentFactory(project=project)
    bestand = document.bestand
    client.post(f"/projecten/{project.id}/documenten/{document.id}/verwijderen")
    assert (stored(session), (folder_of(FOLDER) / bestand).exists()) == ([], False)


def test_a_document_of_another_project_is_not_found(client, redacteur, project) -> None:
    other = ProjectDocumentFactory(project=ProjectFactory())
    path = f"/projecten/{project.id}/documenten/{other.id}"
    assert client.get(path).status_code == HTTPStatus.NOT_FOUND
    assert client.post(f"{path}/verwijderen").status_code == HTTPStatus.NOT_FOUND


def test_others_may_not_add_or_remove(client, city, project) -> None:
    document = ProjectDocumentFactory(project=project)
    for person in (make_gebiedsverbinder(), make_redacteur(city.by_name["Schalkwijk"])):
        client.sign_in(person)
        assert upload(client, project).status_code == HTTPStatus.FORBIDDEN
        path = f"/projecten/{project.id}/documenten/{document.id}/verwijderen"
        assert client.post(path).status_code == HTTPStatus.FORBIDDEN


def test_a_file_of_no_document_is_cleaned_up(project, session) -> None:
    document = ProjectDocumentFactory(project=project)
    orphan = folder_of(FOLDER) / f"{'f' * 32}.pdf"
    orphan.write_bytes(PDF)
    for path in folder_of(FOLDER).iterdir():
        os.utime(path, (0, 0))
    delete_orphan_documents()
    assert (orphan.exists(), (folder_of(FOLDER) / document.bestand).exists()) == (False, True)


@pytest.mark.parametrize("wrong", [{"grootte": 0}, {"titel": ""}])
def test_a_document_without_a_name_or_content_cannot_be_stored(project, wrong) -> None:
    with pytest.raises(IntegrityError):
        ProjectDocumentFactory(project=project, **wrong)


def test_two_documents_never_share_a_file(project, session) -> None:
    ProjectDocumentFactory(project=project, bestand="a.pdf")
    with pytest.raises(IntegrityError):
        ProjectDocumentFactory(project=project, bestand="a.pdf")
