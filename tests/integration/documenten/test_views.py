import pytest

from participatie.core import clock
from participatie.core.uploads import folder_of
from participatie.documenten.queries import MAP
from participatie.documenten.types import DocumentStatus
from tests.factories.documenten import DocumentFactory

PDF = b"%PDF-1.7 proef"


@pytest.fixture
def klaar(session):
    (folder_of(MAP) / "klaar.pdf").write_bytes(PDF)
    return DocumentFactory(status=DocumentStatus.KLAAR, bestand="klaar.pdf", grootte=120_000)


def download(client, document):
    with client.get(f"/documenten/{document.kenmerk}/download") as response:
        response.get_data()
        return response


def page_of(client, document) -> str:
    return client.get(f"/documenten/{document.kenmerk}").text


def test_who_waits_reads_that_it_is_being_made(client) -> None:
    assert "Uw document wordt gemaakt" in page_of(client, DocumentFactory())


def test_who_waits_can_look_again_without_a_script(client) -> None:
    document = DocumentFactory()
    assert f'href="/documenten/{document.kenmerk}"' in page_of(client, document)


def test_progress_is_told_to_a_screen_reader(client) -> None:
    assert 'role="status" data-module="document-wacht"' in page_of(client, DocumentFactory())


def test_what_is_ready_has_a_link_and_a_size(client, klaar) -> None:
    page = page_of(client, klaar)
    assert "120\u00a0kB" in page
    assert f"/documenten/{klaar.kenmerk}/download" in page


def test_what_failed_says_so(client) -> None:
    document = DocumentFactory(status=DocumentStatus.MISLUKT)
    assert "Het document is niet gelukt" in page_of(client, document)


def test_progress_is_in_no_cache(client) -> None:
    response = client.get(f"/documenten/{DocumentFactory().kenmerk}")
    assert response.headers["Cache-Control"] == "no-store"


def test_a_document_is_sent_under_its_own_name(client, klaar) -> None:
    response = download(client, klaar)
    assert response.headers["Content-Disposition"] == "attachment; filename=noord-2026.pdf"


def test_a_document_is_sent_as_it_was_made(client, klaar) -> None:
    response = download(client, klaar)
    assert (response.mimetype, response.data) == ("application/pdf", PDF)


@pytest.mark.parametrize("path", ["/documenten/weg", "/documenten/weg/download"])
def test_a_document_that_is_gone_says_how_to_get_a_new_one(client, path) -> None:
    response = client.get(path)
    assert (response.status_code, "Vraag het opnieuw aan" in response.text) == (404, True)


def test_what_is_not_ready_cannot_be_downloaded(client) -> None:
    document = DocumentFactory(status=DocumentStatus.BEZIG, begonnen_op=clock.now())
    assert client.get(f"/documenten/{document.kenmerk}/download").status_code == 404


def test_the_page_asks_the_database_little(client, count_queries, klaar) -> None:
    with count_queries() as queries:
        page_of(client, klaar)
    assert len(queries) == 1
