"""The pages of a gesprek, from outside."""

from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.core.onderwerpen import Onderwerp
from participatie.core.webforms_trap import MINIMUM_FILL_TIME
from participatie.discussion.queries import count_reacties, count_steun, is_volger
from participatie.discussion.queries_gesprek import REACTIE
from participatie.discussion.services import support
from participatie.discussion.types import ReactieStatus
from participatie.inzendingen.types import Status
from tests.factories.accounts import GebruikerFactory
from tests.factories.discussion import make_reactie
from tests.factories.programmas import ProjectFactory
from tests.fields import fields_of

KOEKJE = "x" * 43


@pytest.fixture
def pad(idee):
    return f"/gesprek/initiatief/{idee.id}"


def write(client, path, tekst, **more):
    """Fill in the form as slowly as a person."""
    with clock.set_to(clock.now() - 2 * MINIMUM_FILL_TIME):
        begonnen = fields_of(client.get(path))["begonnen"]
    return client.post(
        path, data={"tekst": tekst, "formulier_sleutel": KOEKJE, "begonnen": begonnen} | more
    )


def test_a_reactie_stands_on_the_page_of_the_gesprek(client, pad, bewoner) -> None:
    answer = write(client.sign_in(bewoner), pad, "Ik help graag mee.")
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert "Ik help graag mee." in client.get(answer.location).text


def test_everyone_reads_who_says_what(client, pad, idee) -> None:
    make_reactie(idee, auteur=GebruikerFactory(naam="Opa Jan"), tekst="Vroeger was dit gras.")
    page = client.get(pad).text
    assert "Opa Jan" in page
    assert "Vroeger was dit gras." in page


def test_what_waits_is_shown_to_its_author_only(app, client, pad, idee) -> None:
    auteur = GebruikerFactory()
    make_reactie(idee, auteur=auteur, tekst="Ik ben nieuw.", status=ReactieStatus.WACHT)
    assert "Ik ben nieuw." not in client.get(pad).text
    assert "Wacht op controle" in client.sign_in(auteur).get(pad).text


def test_of_a_hidden_reactie_everyone_reads_that_it_was_there(client, pad, idee) -> None:
    make_reactie(idee, tekst="Lelijke woorden", status=ReactieStatus.VERBORGEN)
    page = client.get(pad).text
    assert "Lelijke woorden" not in page
    assert "verborgen" in page


def test_a_removed_reactie_with_an_answer_leaves_a_line(client, pad, idee) -> None:
    weg = make_reactie(idee, status=ReactieStatus.VERWIJDERD, tekst="")
    make_reactie(idee, ouder=weg, tekst="Dat vind ik ook.")
    page = client.get(pad).text
    assert "verwijderd door wie haar schreef" in page
    assert "Dat vind ik ook." in page


def test_a_removed_reactie_without_answer_leaves_nothing(client, pad, idee) -> None:
    make_reactie(idee, status=ReactieStatus.VERWIJDERD, tekst="")
    assert "verwijderd door" not in client.get(pad).text


def test_a_link_can_be_opened_and_tells_machines_to_leave_it(client, pad, idee) -> None:
    make_reactie(idee, tekst="Zie https://voorbeeld.example/a?b=1&c=2.")
    assert (
        'href="https://voorbeeld.example/a?b=1&amp;c=2" '
        'rel="nofollow ugc noopener noreferrer"' in " ".join(client.get(pad).text.split())
    )


def test_html_is_text(client, pad, idee) -> None:
    make_reactie(idee, tekst="<b>vet</b> javascript:alert(1)")
    page = client.get(pad).text
    assert "&lt;b&gt;vet&lt;/b&gt;" in page
    assert 'href="javascript' not in page


def test_who_made_the_plan_is_marked(client, pad, idee, initiatief) -> None:
    make_reactie(idee, auteur=initiatief.indiener)
    assert "Initiatiefnemer" in client.get(pad).text


def test_the_gemeente_is_marked(client, pad, idee, verbinder) -> None:
    make_reactie(idee, auteur=verbinder)
    assert ">Gemeente" in client.get(pad).text.replace("\n", "").replace("  ", "")


@pytest.mark.parametrize(
    ("volgorde", "first"), [("nieuwste", "Nieuw"), ("oudste", "Oud"), ("steun", "Geliefd")]
)
def test_the_reader_chooses_the_order(client, pad, idee, volgorde, first) -> None:
    made = {tekst: make_reactie(idee, tekst=tekst) for tekst in ("Oud", "Geliefd", "Nieuw")}
    support(Onderwerp(REACTIE, made["Geliefd"].id), gebruiker_id=GebruikerFactory().id)
    page = client.get(f"{pad}?volgorde={volgorde}").text
    assert min(made, key=lambda tekst: page.index(f">{tekst}<")) == first


def test_a_program_that_fills_in_everything_says_nothing(client, pad, idee, bewoner) -> None:
    before = count_reacties(idee)
    write(client.sign_in(bewoner), pad, "Koop nu", website="https://spam.example")
    assert count_reacties(idee) == before


def test_what_comes_faster_than_anyone_types_is_refused(client, pad, bewoner) -> None:
    data = {"tekst": "Snel", "formulier_sleutel": KOEKJE, "begonnen": ""}
    answer = client.sign_in(bewoner).post(pad, data=data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_same_words_again_are_refused_with_a_message(client, pad, idee, bewoner) -> None:
    write(client.sign_in(bewoner), pad, "Mee eens!")
    answer = write(client, pad, "mee eens", formulier_sleutel="y" * 43)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "vandaag al geplaatst" in answer.text


def test_an_answer_stands_below_what_it_answers(client, idee, bewoner) -> None:
    ouder = make_reactie(idee)
    answer = write(client.sign_in(bewoner), f"/gesprek/reacties/{ouder.id}", "Goed punt.")
    assert "Goed punt." in client.get(answer.location).text


def test_support_counts_and_can_be_taken_back(client, pad, idee, bewoner) -> None:
    client.sign_in(bewoner).post(f"{pad}/steun", data={"aan": "1"})
    counted = count_steun(idee)
    client.post(f"{pad}/steun", data={"aan": "0"})
    assert (counted, count_steun(idee)) == (1, 0)


def test_someone_follows_and_stops(client, pad, idee, bewoner) -> None:
    client.sign_in(bewoner).post(f"{pad}/volg", data={"aan": "1"})
    follows = is_volger(idee, bewoner.id)
    client.post(f"{pad}/volg", data={"aan": "0"})
    assert (follows, is_volger(idee, bewoner.id)) == (True, False)


@pytest.mark.parametrize("wat", ["", "/steun"])
def test_about_a_gebied_nobody_talks_and_nobody_supports_it(client, city, bewoner, wat) -> None:
    path = f"/gesprek/gebied/{city.stad.id}{wat}"
    answer = client.sign_in(bewoner).post(path, data={"aan": "1"})
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_someone_follows_a_gebied(client, city, bewoner) -> None:
    client.sign_in(bewoner).post(f"/gesprek/gebied/{city.stad.id}/volg", data={"aan": "1"})
    assert "Haarlem" in client.get("/gesprek/volgend").text


@pytest.mark.parametrize("path", ["/gesprek/initiatief/{}", "/gesprek/onzin/{}"])
def test_about_what_is_not_public_there_is_no_page(client, initiatief, path) -> None:
    initiatief.status = Status.INGETROKKEN
    assert client.get(path.format(initiatief.id)).status_code == HTTPStatus.NOT_FOUND


def test_a_reactie_is_changed_and_says_so(client, pad, idee, bewoner) -> None:
    eigen = make_reactie(idee, auteur=bewoner, tekst="Ik hlep")
    client.sign_in(bewoner).post(
        f"/gesprek/reacties/{eigen.id}/bewerken", data={"tekst": "Ik help"}
    )
    page = client.get(pad).text
    assert "Ik help" in page
    assert "bewerkt" in page


def test_a_reactie_is_reported_once(client, idee, bewoner) -> None:
    path = f"/gesprek/reacties/{make_reactie(idee).id}/melden"
    answers = [
        client.sign_in(bewoner).post(path, data={"grond": "reclame"}).status_code for _ in range(2)
    ]
    assert answers == [HTTPStatus.SEE_OTHER, HTTPStatus.CONFLICT]


def test_the_page_of_an_initiatief_shows_support_and_the_newest(client, idee) -> None:
    support(idee, gebruiker_id=GebruikerFactory().id)
    make_reactie(idee, tekst="Het nieuwste")
    page = client.get(f"/initiatieven/{idee.id}").text
    assert "1 persoon steunt dit" in page
    assert "Het nieuwste" in page


def test_the_page_of_a_project_shows_support(client, city) -> None:
    project = ProjectFactory(gebieden=[city.by_name["Duinbuurt"]])
    assert "0 mensen steunen dit" in client.get(f"/projecten/{project.id}").text


def test_the_list_of_initiatieven_shows_the_numbers(client, idee) -> None:
    support(idee, gebruiker_id=GebruikerFactory().id)
    assert "1 persoon steunt dit" in client.get("/initiatieven").text


def test_a_gesprek_of_a_thousand_asks_as_little_as_a_short_one(
    client, pad, idee, count_queries
) -> None:
    auteurs = GebruikerFactory.create_batch(5)
    for number in range(100):
        ouder = make_reactie(idee, auteur=auteurs[number % 5], tekst=f"Reactie {number}")
        for antwoord in range(9):
            make_reactie(idee, ouder=ouder, auteur=auteurs[antwoord % 5])
    with count_queries() as queries:
        page = client.get(pad).text
    assert "1000 reacties" in page.replace(".", "")
    assert len(queries) <= 14, queries
