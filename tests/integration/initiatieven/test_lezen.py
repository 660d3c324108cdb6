"""What people read: the list, the page of one, and the panels elsewhere."""

from http import HTTPStatus

import pytest

from participatie.inzendingen.types import Status
from participatie.programmas.types import Thema
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import FotoFactory, KoppelingFactory
from tests.factories.programmas import ProjectFactory

NOT_PUBLIC = [status for status in Status if status is not Status.GEPUBLICEERD]


@pytest.fixture
def published(city):
    return InitiatiefFactory(
        titel="Een buurttuin",
        gebied=city.buurten[0],
        punt=(4.6, 52.39),
        indiener=GebruikerFactory(naam="Fatima"),
    )


def test_the_list_shows_what_is_published(client, published) -> None:
    page = client.get("/initiatieven").text
    assert "Een buurttuin" in page
    assert "Duinbuurt" in page
    assert "Groen en natuur" in page


@pytest.mark.parametrize("status", NOT_PUBLIC)
def test_the_list_hides_what_is_not(client, city, status) -> None:
    InitiatiefFactory(status=status, titel="Geheim", gebied=city.buurten[0])
    assert "Geheim" not in client.get("/initiatieven").text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("gebied=noordwijk", True),
        ("gebied=boerhaave", False),
        ("thema=groen", True),
        ("thema=werk", False),
        ("tekst=buurttuin", True),
        ("tekst=zwembad", False),
    ],
)
def test_a_filter_restricts_the_list(client, published, query, found) -> None:
    assert ("Een buurttuin" in client.get(f"/initiatieven?{query}").text) == found


def test_the_next_page_keeps_the_filter(client, city) -> None:
    for _ in range(26):
        InitiatiefFactory(gebied=city.buurten[0], thema=Thema.WERK)
    page = client.get("/initiatieven?thema=werk").text
    assert "/initiatieven?thema=werk&amp;pagina=2" in page


def test_the_list_needs_few_queries_however_long(client, city, count_queries) -> None:
    for _ in range(25):
        FotoFactory(inzending=InitiatiefFactory(gebied=city.buurten[0]))
    with count_queries() as queries:
        client.get("/initiatieven")
    assert len(queries) <= 8


def test_the_page_tells_the_whole_story(client, published) -> None:
    published.plek_omschrijving = "Het plein"
    page = client.get(f"/initiatieven/{published.id}").text
    for part in (
        "Een buurttuin",
        "Fatima",
        published.toelichting,
        published.waarom,
        published.wie_doet_mee,
        "Mensen die meehelpen",
        published.vraag_toelichting,
        published.aanbod_toelichting,
        "€\xa01.200",
        "Het plein",
        "Duinbuurt",
        "Op de site geplaatst",
    ):
        assert part in page


def test_the_page_never_shows_the_address_of_the_sender(client, published) -> None:
    assert published.indiener.email not in client.get(f"/initiatieven/{published.id}").text


def test_the_page_draws_the_place_without_a_script(client, published) -> None:
    assert '<svg class="kaartje__blad"' in client.get(f"/initiatieven/{published.id}").text


def test_a_photo_has_its_description(client, published) -> None:
    FotoFactory(inzending=published, beschrijving="Een kaal plein")
    assert 'alt="Een kaal plein"' in client.get(f"/initiatieven/{published.id}").text


def test_the_page_needs_few_queries(client, published, count_queries) -> None:
    for _ in range(4):
        FotoFactory(inzending=published)
        KoppelingFactory(inzending=published, project=ProjectFactory())
    with count_queries() as queries:
        client.get(f"/initiatieven/{published.id}")
    assert len(queries) <= 26


def test_the_public_does_not_read_what_was_said_before(client, city) -> None:
    initiatief = InitiatiefFactory(gebied=city.buurten[0])
    initiatief.stappen[0].toelichting = "alleen tussen ons"
    assert "alleen tussen ons" not in client.get(f"/initiatieven/{initiatief.id}").text


@pytest.mark.parametrize("status", NOT_PUBLIC)
def test_the_page_of_what_is_not_public_is_not_found(client, city, status) -> None:
    hidden = InitiatiefFactory(status=status, gebied=city.buurten[0])
    assert client.get(f"/initiatieven/{hidden.id}").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("status", list(Status))
def test_the_sender_reads_where_his_stands(signed_in, bewoner, city, status) -> None:
    own = InitiatiefFactory(status=status, indiener=bewoner, gebied=city.buurten[0])
    response = signed_in.get(f"/initiatieven/{own.id}")
    assert response.status_code == HTTPStatus.OK
    if status is not Status.GEPUBLICEERD:
        assert response.headers["Cache-Control"] == "private, no-store"


def test_the_sender_reads_why_it_was_declined(signed_in, bewoner, city) -> None:
    own = InitiatiefFactory(status=Status.AFGEWEZEN, indiener=bewoner, gebied=city.buurten[0])
    own.stappen[-1].toelichting = "De stoep is te smal."
    assert "De stoep is te smal." in signed_in.get(f"/initiatieven/{own.id}").text


def test_the_gebiedsverbinder_reads_what_was_sent(client, city) -> None:
    sent = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.buurten[0])
    client.sign_in(make_gebiedsverbinder(city.wijken[0]))
    assert client.get(f"/initiatieven/{sent.id}").status_code == HTTPStatus.OK


def test_a_linked_project_is_named_with_the_reason(client, published) -> None:
    KoppelingFactory(inzending=published, project=ProjectFactory(titel="Nieuw riool"))
    page = client.get(f"/initiatieven/{published.id}").text
    assert "Aanvulling op" in page
    assert "Nieuw riool" in page


def test_the_page_of_a_project_names_its_initiatieven(client, published) -> None:
    koppeling = KoppelingFactory(inzending=published, project=ProjectFactory())
    page = client.get(f"/projecten/{koppeling.project_id}").text
    assert f"/initiatieven/{published.id}" in page


@pytest.mark.parametrize("status", NOT_PUBLIC)
def test_the_page_of_a_project_hides_what_is_not_public(client, city, status) -> None:
    hidden = InitiatiefFactory(status=status, titel="Geheim", gebied=city.buurten[0])
    koppeling = KoppelingFactory(inzending=hidden, project=ProjectFactory())
    assert "Geheim" not in client.get(f"/projecten/{koppeling.project_id}").text


def test_the_page_of_a_gebied_shows_the_newest(client, published) -> None:
    page = client.get("/gebieden/noordwijk").text
    assert "Een buurttuin" in page


def test_the_page_of_another_gebied_does_not(client, published) -> None:
    page = client.get("/gebieden/boerhaave").text
    assert "Een buurttuin" not in page
    assert "Nog geen initiatieven in Boerhaave" in page
