from datetime import date

import pytest

from participatie.core.db import db
from participatie.core.pdf import make_pdf
from participatie.documenten.models import Document
from participatie.programmas.types import Fase, Mijlpaal
from participatie.wijkprogrammas.queries_boekje import make_inhoud
from tests.integration.wijkprogrammas.conftest import JAAR
from tests.pdf import alts_of, tags_of, text_of

ASK = f"/wijkprogramma/noordwijk/{JAAR}/boekje"
HOSTILE = '#read("/etc/passwd") $x$ `raw` <label> \N{BICYCLE}'


def pdf_of(jaar=JAAR) -> bytes:
    gegevens = {"wijk": "noordwijk", "jaar": str(jaar)}
    inhoud = make_inhoud(gegevens, site="Haarlem", adres="http://localhost")
    return make_pdf(inhoud.template, inhoud.data)


def documents() -> list[Document]:
    return list(db.session.scalars(db.select(Document)))


def test_asking_leads_to_the_page_of_the_document(client, add) -> None:
    add()
    response = client.post(ASK)
    assert (response.status_code, response.location) == (
        303,
        f"/documenten/{documents()[0].kenmerk}",
    )


def test_before_asking_one_reads_what_is_in_it(client, add) -> None:
    assert "een kaart van de wijk" in client.get(ASK).text


def test_reading_that_asks_for_nothing(client, add) -> None:
    client.get(ASK)
    assert documents() == []


def test_asking_twice_is_one_document(client, add) -> None:
    add()
    assert client.post(ASK).location == client.post(ASK).location


def test_asking_again_after_a_change_is_another_document(client, add) -> None:
    add()
    client.post(ASK)
    add(titel="Er is iets bij gekomen")
    client.post(ASK)
    assert len(documents()) == 2


@pytest.mark.parametrize("path", ["noord/2027", "noordwijk/1990", "weg/2027"])
def test_what_does_not_exist_cannot_be_asked(client, city, path) -> None:
    assert client.post(f"/wijkprogramma/{path}/boekje").status_code == 404


def test_the_booklet_says_what_is_planned(add) -> None:
    add(titel="Nieuw riool")
    assert "Nieuw riool" in text_of(pdf_of())


def test_the_booklet_has_a_map_with_words_in_its_place(add) -> None:
    add()
    assert alts_of(pdf_of())[0].startswith("Kaart van Noordwijk met 1 genummerde plannen.")


def test_the_parts_of_the_year_are_headings(add) -> None:
    add()
    assert {"H1", "H2", "P", "Figure"} <= set(tags_of(pdf_of()))


def test_a_booklet_without_plans_says_so(city) -> None:
    assert "nog niets gepland" in text_of(pdf_of())


def test_what_people_typed_stays_text(add) -> None:
    add(titel=HOSTILE, omschrijving=HOSTILE, mijlpalen=(Mijlpaal(HOSTILE, date(JAAR, 4, 1)),))
    assert text_of(pdf_of()).count('#read("/etc/passwd")') >= 3


def test_the_booklet_says_what_it_is_called_and_what_stopped(add) -> None:
    add(fase=Fase.GESTOPT, titel="Het oude plan")
    text = text_of(pdf_of())
    assert "wijkuitvoeringsprogramma" in text
    assert "Het oude plan" in text[text.index("Gaat niet door") :]
