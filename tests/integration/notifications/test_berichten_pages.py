"""The pages about berichten, the bell, and what someone may see and change of it."""

import pytest
from sqlalchemy import insert, select

from participatie.accounts.services_profiel import delete_account
from participatie.core import clock, own_data
from participatie.core.mail_refusals import MOST_REFUSALS, is_stopped, note_refusal
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.models import Volging
from participatie.discussion.queries import is_volger
from participatie.notifications.models import Bericht
from participatie.notifications.models_voorkeuren import Zoekopdracht
from participatie.notifications.queries_voorkeuren import find_frequentie, find_standaard
from participatie.notifications.rules_berichten import BEWAREN
from participatie.notifications.services_bewaren import delete_old
from participatie.notifications.types import Frequentie
from tests.factories.accounts import WACHTWOORD, GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.notifications import BerichtFactory, ZoekopdrachtFactory, make_volger
from tests.factories.programmas import ProjectFactory

SETTINGS = "/berichten/instellingen"


@pytest.fixture
def bewoner(session):
    return GebruikerFactory()


@pytest.fixture
def binnen(client, bewoner):
    return client.sign_in(bewoner)


def test_the_bell_counts_what_someone_did_not_read(binnen, bewoner) -> None:
    BerichtFactory()
    BerichtFactory.create_batch(3, gebruiker=bewoner)
    BerichtFactory(gebruiker=bewoner, gelezen_op=clock.now())
    assert '<span class="bel__aantal">3<' in binnen.get("/").text


def test_the_bell_costs_a_visitor_no_query(client, session, count_queries) -> None:
    client.get("/account/inloggen")
    with count_queries() as queries:
        client.get("/account/inloggen")
    assert [one for one in queries if "berichten" in one] == []


def test_the_bell_costs_who_is_signed_in_one_query(binnen, count_queries) -> None:
    binnen.get("/account/profiel")
    with count_queries() as queries:
        binnen.get("/account/profiel")
    assert len([one for one in queries if "FROM berichten" in one]) == 1


def test_someone_reads_his_own_berichten_only(binnen, bewoner) -> None:
    project = ProjectFactory()
    BerichtFactory(gebruiker=bewoner, titel="Van mij", onderwerp_id=project.id)
    BerichtFactory(titel="Van een ander", onderwerp_id=project.id)
    page = binnen.get("/berichten").text
    assert ("Van mij" in page, "Van een ander" in page) == (True, False)


def test_what_is_no_longer_public_is_not_named(binnen, bewoner) -> None:
    BerichtFactory(
        gebruiker=bewoner, titel="Verborgen", onderwerp_soort="initiatief", onderwerp_id=404
    )
    assert "Verborgen" not in binnen.get("/berichten").text


def test_a_bericht_can_be_marked_as_read(binnen, bewoner, session) -> None:
    bericht = BerichtFactory(gebruiker=bewoner)
    assert binnen.post(f"/berichten/{bericht.id}/gelezen").status_code == 303
    assert session.get(Bericht, bericht.id).gelezen_op is not None


def test_the_bericht_of_another_stays_unread(binnen, session) -> None:
    bericht = BerichtFactory()
    binnen.post(f"/berichten/{bericht.id}/gelezen")
    assert session.get(Bericht, bericht.id).gelezen_op is None


def test_everything_can_be_marked_as_read_at_once(binnen, bewoner) -> None:
    BerichtFactory.create_batch(3, gebruiker=bewoner)
    binnen.post("/berichten/gelezen")
    assert "U heeft alles gelezen" in binnen.get("/berichten").text


def test_someone_chooses_how_often_for_all_and_for_one(client, session) -> None:
    volger = make_volger("project", ProjectFactory().id)
    via = f"volgt:project:{session.scalar(select(Volging.onderwerp_id))}"
    client.sign_in(volger).post(SETTINGS, data={"standaard": "week", via: "direct"})
    assert (find_standaard(volger.id), find_frequentie(volger.id, via)) == (
        Frequentie.WEEK,
        Frequentie.DIRECT,
    )


def test_someone_stops_following_from_the_preference_page(client, session) -> None:
    project = ProjectFactory()
    volger = make_volger("project", project.id)
    client.sign_in(volger).post(SETTINGS, data={f"volgt:project:{project.id}": "stop"})
    assert not is_volger(Onderwerp("project", project.id), volger.id)


def test_a_choice_that_is_not_in_the_list_is_refused(binnen, bewoner) -> None:
    answer = binnen.post(SETTINGS, data={"standaard": "elk-uur"})
    assert (answer.status_code, find_standaard(bewoner.id)) == (422, Frequentie.DAG)


def test_the_subscription_of_another_is_not_changed(binnen, session) -> None:
    andere = ZoekopdrachtFactory()
    binnen.post(SETTINGS, data={f"zoekt:{andere.id}": "nooit"})
    assert session.get(Zoekopdracht, andere.id).frequentie is None


def test_who_follows_ten_thousand_things_gets_a_page_of_them(
    binnen, bewoner, session, count_queries
) -> None:
    rows = [
        {"onderwerp_soort": "project", "onderwerp_id": one, "gebruiker_id": bewoner.id,
         "op": clock.now()}
        for one in range(10_000)
    ]  # fmt: skip
    session.execute(insert(Volging), rows)
    with count_queries() as queries:
        page = binnen.get(f"{SETTINGS}?pagina=7").text
    assert ("Wat u volgt (10000)" in page, len(queries) <= 14) == (True, True)


def test_a_neighbourhood_is_kept(binnen, session) -> None:
    make_city()
    answer = binnen.post(
        "/berichten/buurten/nieuw",
        data={"naam": "Thuis", "soort": "punt", "lon": "4,60", "lat": "52,39", "straal": "750"},
    )
    assert answer.status_code == 303
    assert session.scalar(select(Zoekopdracht.straal_m)) == 750


def test_a_neighbourhood_can_be_the_middle_of_a_buurt(binnen, session) -> None:
    buurt = make_city().by_name["Duinbuurt"]
    data = {"naam": "Thuis", "soort": "gebied", "gebied": str(buurt.id), "straal": "750"}
    binnen.post("/berichten/buurten/nieuw", data=data)
    assert session.scalar(select(Zoekopdracht.lon)) == pytest.approx(4.60, abs=0.011)


def test_a_neighbourhood_without_a_place_is_refused_at_its_field(binnen, session) -> None:
    answer = binnen.post("/berichten/buurten/nieuw", data={"naam": "Thuis", "straal": "500"})
    assert (answer.status_code, 'href="#adres"' in answer.text) == (422, True)


def test_a_filter_of_a_list_is_kept_with_one_button(binnen, session) -> None:
    make_city()
    page = binnen.get("/initiatieven?thema=groen").text
    assert "Bewaar deze zoekopdracht" in page
    data = {"pad": "/initiatieven", "query": "thema=groen", "naam": "Groen"}
    assert binnen.post("/berichten/zoekopdrachten", data=data).status_code == 303
    assert session.scalar(select(Zoekopdracht.themas)) == "|groen|"


def test_the_button_is_not_there_without_a_filter(binnen) -> None:
    assert "Bewaar deze zoekopdracht" not in binnen.get("/initiatieven").text


def test_a_filter_of_another_site_is_not_kept(binnen, session) -> None:
    data = {"pad": "//evil.example/", "query": "", "naam": "Kwaad"}
    assert binnen.post("/berichten/zoekopdrachten", data=data).status_code == 422


def test_someone_removes_his_own_search_only(binnen, bewoner, session) -> None:
    eigen, ander = ZoekopdrachtFactory(gebruiker=bewoner), ZoekopdrachtFactory()
    answers = [
        binnen.post(f"/berichten/zoekopdrachten/{one.id}/verwijderen").status_code
        for one in (eigen, ander)
    ]
    assert answers == [303, 404]


def test_who_cannot_be_mailed_reads_so_on_his_profile_and_can_try_again(binnen, bewoner) -> None:
    for _number in range(MOST_REFUSALS):
        note_refusal(bewoner.email)
    assert "komt bij u niet aan" in binnen.get("/account/profiel").text
    binnen.post("/berichten/adres")
    assert not is_stopped(bewoner.email)


def test_someone_downloads_what_is_kept(bewoner) -> None:
    BerichtFactory(gebruiker=bewoner, titel="Het riool")
    ZoekopdrachtFactory(gebruiker=bewoner, naam="Thuis")
    found = own_data.collect(bewoner.id)["berichten"]
    assert (found["berichten"][0]["titel"], found["zoekopdrachten"][0]["naam"]) == (
        "Het riool",
        "Thuis",
    )


def test_who_leaves_leaves_nothing_here(bewoner, session) -> None:
    BerichtFactory(gebruiker=bewoner)
    ZoekopdrachtFactory(gebruiker=bewoner)
    delete_account(bewoner, huidig=WACHTWOORD)
    left = [session.scalars(select(table.id)).all() for table in (Bericht, Zoekopdracht)]
    assert left == [[], []]


def test_old_berichten_are_deleted(bewoner, session) -> None:
    BerichtFactory(gebruiker=bewoner, op=clock.now() - BEWAREN * 2)
    recent = BerichtFactory(gebruiker=bewoner)
    delete_old()
    assert session.scalars(select(Bericht.id)).all() == [recent.id]
