"""What partners and the redactie see and do, and what nobody else ever sees."""

from dataclasses import replace
from http import HTTPStatus
from io import BytesIO

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.types import VoorstelStatus
from tests.factories.accounts import make_redacteur
from tests.factories.voorstellen import TITEL, make_change, make_voorstel
from tests.integration.veilig.forms import VOORSTEL
from tests.integration.voorstellen.test_inlezen import bestand, rij

REDEN = "Voeg toe wanneer het begint."
PUBLIEK = (
    "/", "/projecten", "/kaart", "/kaart/lijst", "/organisaties", "/organisaties/de-corporatie",
    "/gebieden/duinbuurt", "/open-data", "/open-data/projecten.csv",
    "/open-data/projecten.geojson",
    "/projecten?tekst=Zonnepanelen", "/kaart?tekst=Zonnepanelen", "/sitemap.xml",
)  # fmt: skip


@pytest.fixture
def as_partner(client, partner):
    return client.sign_in(partner)


@pytest.fixture
def as_redacteur(app, session, redacteur):
    return app.test_client().sign_in(redacteur)


@pytest.mark.parametrize("path", PUBLIEK)
def test_nothing_of_a_voorstel_is_public(client, voorstel, path) -> None:
    assert TITEL not in client.get(path).text


def newest():
    return db.session.scalars(select(Voorstel).order_by(Voorstel.id.desc())).first()


def test_a_partner_keeps_a_new_item_for_later(as_partner, organisatie) -> None:
    as_partner.post("/partner/de-corporatie/nieuw", data=VOORSTEL)
    assert (newest().titel, newest().status) == ("Nieuwe daken", VoorstelStatus.CONCEPT)


def test_a_partner_offers_a_new_item_at_once(as_partner, organisatie) -> None:
    as_partner.post("/partner/de-corporatie/nieuw", data=VOORSTEL | {"actie": "aanbieden"})
    assert newest().status is VoorstelStatus.AANGEBODEN


def test_the_same_form_twice_is_one_voorstel(as_partner, organisatie) -> None:
    for _time in range(2):
        as_partner.post("/partner/de-corporatie/nieuw", data=VOORSTEL)
    assert len(db.session.scalars(select(Voorstel)).all()) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("titel", ""),
        ("soort", "onzin"),
        ("start", "gisteren"),
        ("eind", "2020"),
        ("bedrag_2027", "-5"),
        ("gebied", "XX"),
        ("meer_gebieden", "Atlantis"),
        ("contact_email", "geen adres"),
        ("participatieniveau", ""),
    ],
)
def test_what_is_wrong_is_told_at_its_field(as_partner, organisatie, field, value) -> None:
    answer = as_partner.post("/partner/de-corporatie/nieuw", data=VOORSTEL | {field: value})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#{field}' in answer.text


def test_a_change_of_another_day_is_told(as_partner, project) -> None:
    path = f"/partner/de-corporatie/projecten/{project.id}"
    answer = as_partner.post(path, data=VOORSTEL | {"versie": "99"})
    assert (answer.status_code, "Nieuwe daken" in answer.text) == (HTTPStatus.CONFLICT, True)


def test_who_proposed_a_change_goes_on_with_it(as_partner, project, organisatie, partner) -> None:
    found = make_change(project, organisatie, partner, titel="Alle daken")
    answer = as_partner.get(f"/partner/de-corporatie/projecten/{project.id}")
    assert answer.location == f"/partner/voorstellen/{found.id}"


def test_what_came_back_is_changed_and_offered_in_one_go(
    as_partner, as_redacteur, voorstel
) -> None:
    give = {"versie": voorstel.versie, "reden": REDEN}
    as_redacteur.post(f"/voorstellen/{voorstel.id}/teruggeven", data=give)
    change = VOORSTEL | {"versie": str(newest().versie), "actie": "aanbieden"}
    as_partner.post(f"/partner/voorstellen/{voorstel.id}/wijzigen", data=change)
    assert (newest().titel, newest().status) == ("Nieuwe daken", VoorstelStatus.AANGEBODEN)


@pytest.mark.parametrize(
    "path",
    [
        "/partner/de-corporatie",
        "/partner/de-corporatie/nieuw",
        "/partner/de-corporatie/projecten",
        "/partner/de-corporatie/inlezen",
        "/partner/de-corporatie/projecten/{project}",
        "/partner/voorstellen/{voorstel}",
        "/partner/voorstellen/{voorstel}/wijzigen",
    ],
)
def test_a_partner_sees_nothing_of_another_organisatie(
    client, elders, voorstel, project, path
) -> None:
    address = path.format(project=project.id, voorstel=voorstel.id)
    answer = client.sign_in(elders).get(address)
    assert (answer.status_code, TITEL in answer.text) == (HTTPStatus.FORBIDDEN, False)


@pytest.mark.parametrize("deed", ["aanbieden", "intrekken", "wijzigen"])
def test_a_partner_does_nothing_with_what_is_of_another(client, elders, voorstel, deed) -> None:
    data = VOORSTEL | {"versie": str(voorstel.versie)}
    answer = client.sign_in(elders).post(f"/partner/voorstellen/{voorstel.id}/{deed}", data=data)
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_the_redactie_does_not_see_what_was_never_offered(
    as_redacteur, organisatie, partner, city
) -> None:
    concept = make_voorstel(organisatie, partner, gebied=city.stad, offered=False)
    answer = as_redacteur.get(f"/voorstellen/{concept.id}")
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_an_agreement_shows_it_to_everyone_as_theirs(as_redacteur, client, voorstel) -> None:
    as_redacteur.post(f"/voorstellen/{voorstel.id}/akkoord", data={"versie": voorstel.versie})
    assert TITEL in client.get("/organisaties/de-corporatie").text
    assert "Van De Corporatie." in client.get("/projecten").text
    assert "De Corporatie" in client.get("/open-data/projecten.csv").text


def test_the_list_can_show_one_organisatie_only(client, project) -> None:
    assert "Daken isoleren" in client.get("/projecten?organisatie=de-corporatie").text
    assert "Daken isoleren" in client.get("/projecten?organisatie=onzin").text


def test_a_redacteur_of_another_gebied_does_not_decide(app, city, voorstel) -> None:
    other = app.test_client().sign_in(make_redacteur(city.by_name["Schalkwijk"]))
    path = f"/voorstellen/{voorstel.id}/akkoord"
    assert other.post(path, data={"versie": voorstel.versie}).status_code == HTTPStatus.FORBIDDEN


def test_an_old_page_does_not_agree(as_redacteur, voorstel) -> None:
    answer = as_redacteur.post(f"/voorstellen/{voorstel.id}/akkoord", data={"versie": "1"})
    assert (answer.status_code, newest().status) == (
        HTTPStatus.CONFLICT,
        VoorstelStatus.AANGEBODEN,
    )


@pytest.fixture
def clash(project, organisatie, partner, redacteur):
    found = make_change(project, organisatie, partner, titel="Alle daken")
    change_project(project, replace(gegevens_of(project), titel="Dak"), actor_id=redacteur.id)
    return found


def agree_to(client, clash, **keuze):
    versies = {"versie": clash.versie, "project_versie": clash.project.versie}
    return client.post(f"/voorstellen/{clash.id}/akkoord", data=versies | keuze)


def test_a_clash_is_shown_field_by_field(as_redacteur, clash) -> None:
    page = as_redacteur.get(f"/voorstellen/{clash.id}").text
    assert "Titel is intussen ook door de gemeente gewijzigd" in page


def test_a_clash_asks_for_a_choice(as_redacteur, clash) -> None:
    assert agree_to(as_redacteur, clash).status_code == HTTPStatus.CONFLICT


@pytest.mark.parametrize(("keuze", "titel"), [("register", "Dak"), ("partner", "Alle daken")])
def test_of_a_clash_the_choice_is_kept(as_redacteur, clash, keuze, titel) -> None:
    agree_to(as_redacteur, clash, **{"kies-titel": keuze})
    assert newest().project.titel == titel


def test_a_reason_that_is_too_short_is_refused(as_redacteur, voorstel) -> None:
    data = {"versie": voorstel.versie, "reden": "nee"}
    answer = as_redacteur.post(f"/voorstellen/{voorstel.id}/teruggeven", data=data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_many_are_agreed_to_after_one_question(as_redacteur, organisatie, partner, city) -> None:
    made = [make_voorstel(organisatie, partner, gebied=city.by_name["Poort"]) for _ in range(2)]
    ticked = [f"{one.id}-{one.versie}" for one in made]
    asked = as_redacteur.post("/voorstellen/akkoord", data={"voorstel": ticked})
    assert "Akkoord met 2 voorstellen?" in asked.text
    as_redacteur.post("/voorstellen/akkoord", data={"voorstel": ticked, "actie": "bevestig"})
    statuses = set(db.session.scalars(select(Voorstel.status)))
    assert statuses == {VoorstelStatus.OVERGENOMEN}


def test_what_is_of_a_colleague_is_not_agreed_to_in_passing(
    as_redacteur, organisatie, partner, city
) -> None:
    other = make_voorstel(organisatie, partner, gebied=city.by_name["Hoeve"])
    ticked = {"voorstel": [f"{other.id}-{other.versie}"], "actie": "bevestig"}
    as_redacteur.post("/voorstellen/akkoord", data=ticked)
    assert newest().status is VoorstelStatus.AANGEBODEN


@pytest.mark.parametrize("ticked", ["", "x", "1", "99-1", "-1--1", "1" * 40])
def test_strange_ticks_agree_to_nothing(as_redacteur, voorstel, ticked) -> None:
    data = {"voorstel": ticked, "actie": "bevestig"}
    assert as_redacteur.post("/voorstellen/akkoord", data=data).status_code == HTTPStatus.SEE_OTHER
    assert newest().status is VoorstelStatus.AANGEBODEN


def test_own_gebieden_come_first(as_redacteur, organisatie, partner, city) -> None:
    make_voorstel(organisatie, partner, gebied=city.by_name["Hoeve"], titel="Van elders")
    make_voorstel(organisatie, partner, gebied=city.by_name["Poort"], titel="Van mij")
    page = as_redacteur.get("/voorstellen").text
    assert page.index("Van mij") < page.index("Van elders")


def test_the_queue_counts_by_gebied(as_redacteur, voorstel) -> None:
    assert "Noord (1)" in as_redacteur.get("/voorstellen").text


def test_beheer_says_how_many_wait(as_redacteur, voorstel) -> None:
    assert "1 voorstel wacht op akkoord." in as_redacteur.get("/beheer").text


def test_the_queue_takes_the_same_queries_for_many(
    as_redacteur, organisatie, partner, city, count_queries
) -> None:
    for _time in range(12):
        make_voorstel(organisatie, partner, gebied=city.by_name["Poort"])
    db.session.commit()
    as_redacteur.get("/voorstellen")
    with count_queries() as queries:
        as_redacteur.get("/voorstellen")
    assert len(queries) <= 9


def test_a_file_is_looked_at_first(as_partner, organisatie) -> None:
    data = {"bestand": (BytesIO(bestand(rij())), "plannen.csv"), "actie": "controleer"}
    answer = as_partner.post("/partner/de-corporatie/inlezen", data=data)
    assert ("Nieuw plan: 1" in answer.text, newest()) == (True, None)


def test_a_file_is_offered(as_partner, organisatie) -> None:
    data = {"bestand": (BytesIO(bestand(rij())), "plannen.csv"), "actie": "aanbieden"}
    as_partner.post("/partner/de-corporatie/inlezen", data=data)
    assert newest().status is VoorstelStatus.AANGEBODEN


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"PK\x03\x04", b"a;b\n1;2"])
def test_a_strange_file_is_refused(as_partner, organisatie, content) -> None:
    data = {"bestand": (BytesIO(content), "plannen.xlsx"), "actie": "aanbieden"}
    answer = as_partner.post("/partner/de-corporatie/inlezen", data=data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
