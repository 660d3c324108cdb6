"""The pages on which a published initiatief is brought further, told about, and done together."""

import io
from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.initiatieven.models_voortgang import (
    Initiatiefupdate,
    Medeinitiatiefnemer,
    Uitnodiging,
)
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.inzendingen.models import Foto
from participatie.inzendingen.types import Status
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.initiatieven import InitiatiefFactory
from tests.integration.initiatieven.leven import UITLEG, bring, journaal
from tests.mailbox import link_in, mails_to
from tests.pictures import picture

SLEUTEL = "een-sleutel-van-het-formulier"
GAST = "gast@voorbeeld.example"


@pytest.fixture
def eigen(bewoner, city):
    """An initiatief of the resident who is signed in."""
    return InitiatiefFactory(indiener=bewoner, gebied=city.by_name["Duinbuurt"])


@pytest.fixture
def verbinder(app, session, city):
    """The client of the gebiedsverbinder of Noord."""
    return app.test_client().sign_in(make_gebiedsverbinder(city.by_name["Noord"]))


def fase_van(initiatief, naar, **more):
    return {"versie": initiatief.versie, "fase": naar, "toelichting": UITLEG} | more


def test_the_page_says_how_far_it_is(client, eigen) -> None:
    page = client.get(f"/initiatieven/{eigen.id}").text
    assert "Stap 1 van 4: Hulp gezocht" in page


def test_the_sender_brings_it_further(signed_in, eigen) -> None:
    address = f"/initiatieven/{eigen.id}/fase"
    assert "Haalbaarheid" in signed_in.get(address).text
    answer = signed_in.post(address, data=fase_van(eigen, "haalbaarheid"))
    assert answer.location == f"/initiatieven/{eigen.id}"
    assert eigen.fase is InitiatiefFase.HAALBAARHEID


def test_everyone_reads_why(signed_in, client, eigen) -> None:
    signed_in.post(f"/initiatieven/{eigen.id}/fase", data=fase_van(eigen, "haalbaarheid"))
    assert UITLEG in client.get(f"/initiatieven/{eigen.id}").text


@pytest.mark.parametrize(
    "wrong", [{"fase": "gerealiseerd"}, {"fase": ""}, {"fase": "x"}, {"toelichting": ""},
              {"toelichting": "kort"}, {"gezocht": "goud"}],
)  # fmt: skip
def test_a_wrong_step_is_refused_at_its_field(signed_in, eigen, wrong) -> None:
    data = fase_van(eigen, "haalbaarheid", **wrong) if "fase" not in wrong else None
    data = data or fase_van(eigen, wrong["fase"])
    answer = signed_in.post(f"/initiatieven/{eigen.id}/fase", data=data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert eigen.fase is InitiatiefFase.GEZOCHT


def test_the_gebiedsverbinder_may_skip_the_test(verbinder, eigen) -> None:
    verbinder.post(f"/initiatieven/{eigen.id}/fase", data=fase_van(eigen, "uitvoering"))
    assert eigen.fase is InitiatiefFase.UITVOERING


@pytest.mark.parametrize("page", ["fase", "update", "samen", "opgaan"])
def test_nobody_touches_what_is_of_someone_else(signed_in, city, page) -> None:
    ander = InitiatiefFactory(gebied=city.by_name["Duinbuurt"])
    answer = signed_in.get(f"/initiatieven/{ander.id}/{page}")
    assert answer.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("page", ["fase", "update", "samen", "klopt", "opgaan"])
def test_what_is_withdrawn_has_no_life(signed_in, bewoner, city, page) -> None:
    weg = InitiatiefFactory(status=Status.INGETROKKEN, indiener=bewoner, gebied=city.buurten[0])
    answer = signed_in.post(f"/initiatieven/{weg.id}/{page}", data={"versie": weg.versie})
    assert answer.status_code == HTTPStatus.CONFLICT


def nieuws(**more):
    return {"versie": "0", "sleutel": SLEUTEL, "tekst": "De eerste boom staat."} | more


def test_an_update_is_read_by_everyone(signed_in, client, eigen) -> None:
    signed_in.post(f"/initiatieven/{eigen.id}/update", data=nieuws())
    assert "De eerste boom staat." in client.get(f"/initiatieven/{eigen.id}").text
    assert journaal(eigen) == ["UpdateGeplaatst"]


def test_an_update_sent_twice_is_told_once(signed_in, eigen) -> None:
    for _time in range(2):
        signed_in.post(f"/initiatieven/{eigen.id}/update", data=nieuws())
    assert db.session.scalar(select(func.count(Initiatiefupdate.id))) == 1


def test_the_photo_of_an_update_is_not_among_those_of_the_text(signed_in, client, eigen) -> None:
    foto = {"foto_1": (io.BytesIO(picture()), "boom.jpg"), "foto_1_tekst": "Een jonge boom"}
    signed_in.post(f"/initiatieven/{eigen.id}/update", data=nieuws(**foto))
    bestand = db.session.scalars(select(Foto)).one().bestand
    assert eigen.fotos == []
    assert client.get(f"/initiatieven/{eigen.id}").text.count('alt="Een jonge boom"') == 1
    with client.get(f"/fotos/{bestand}") as answer:
        assert answer.status_code == HTTPStatus.OK


def test_a_photo_without_words_is_refused(signed_in, eigen) -> None:
    foto = {"foto_2": (io.BytesIO(picture()), "boom.jpg"), "foto_2_tekst": " "}
    answer = signed_in.post(f"/initiatieven/{eigen.id}/update", data=nieuws(**foto))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert db.session.scalars(select(Initiatiefupdate)).all() == []


def test_what_is_no_photo_leaves_no_update(signed_in, eigen) -> None:
    foto = {"foto_1": (io.BytesIO(b"geen foto"), "boom.jpg"), "foto_1_tekst": "Een boom"}
    answer = signed_in.post(f"/initiatieven/{eigen.id}/update", data=nieuws(**foto))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_an_update_is_taken_away_with_its_photo(signed_in, eigen) -> None:
    foto = {"foto_1": (io.BytesIO(picture()), "boom.jpg"), "foto_1_tekst": "Een boom"}
    signed_in.post(f"/initiatieven/{eigen.id}/update", data=nieuws(**foto))
    number = db.session.scalars(select(Initiatiefupdate.id)).one()
    address = f"/initiatieven/{eigen.id}/update/{number}/weg"
    assert "De eerste boom staat." in signed_in.get(address).text
    signed_in.post(address, data={"versie": eigen.versie})
    assert db.session.scalars(select(Foto)).all() == []


def test_an_official_who_takes_it_away_says_why(signed_in, verbinder, bewoner, eigen) -> None:
    signed_in.post(f"/initiatieven/{eigen.id}/update", data=nieuws())
    number = db.session.scalars(select(Initiatiefupdate.id)).one()
    address = f"/initiatieven/{eigen.id}/update/{number}/weg"
    refused = verbinder.post(address, data={"versie": 1, "reden": ""})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    verbinder.post(address, data={"versie": 1, "reden": "Er stond een naam van iemand in."})
    assert "Er stond een naam van iemand in." in mails_to(bewoner.email)[-1].tekst


def invite(client, initiatief, email=GAST, sleutel=SLEUTEL):
    data = {"versie": "0", "sleutel": sleutel, "email": email}
    return client.post(f"/initiatieven/{initiatief.id}/samen", data=data)


def test_who_is_invited_does_it_too_after_a_button(signed_in, app, eigen) -> None:
    invite(signed_in, eigen)
    link = link_in(mails_to(GAST)[0])
    gast = app.test_client().sign_in(GebruikerFactory(naam="Samira"))
    assert "Ja, ik doe mee" in gast.get(link).text
    assert db.session.scalars(select(Medeinitiatiefnemer)).all() == []
    gast.post(f"{link}/aannemen")
    assert "Samira" in gast.get(f"/initiatieven/{eigen.id}").text


def test_who_does_it_too_tells_how_it_goes(signed_in, app, eigen) -> None:
    invite(signed_in, eigen)
    gast = app.test_client().sign_in(GebruikerFactory())
    gast.post(f"{link_in(mails_to(GAST)[0])}/aannemen")
    gast.post(f"/initiatieven/{eigen.id}/update", data=nieuws())
    assert journaal(eigen)[-1] == "UpdateGeplaatst"


def test_an_invitation_is_answered_once(signed_in, app, eigen) -> None:
    invite(signed_in, eigen)
    link = link_in(mails_to(GAST)[0])
    app.test_client().sign_in(GebruikerFactory()).post(f"{link}/aannemen")
    late = app.test_client().sign_in(GebruikerFactory())
    assert late.post(f"{link}/aannemen").status_code == HTTPStatus.GONE


def test_no_is_said_without_an_account(signed_in, client, eigen) -> None:
    invite(signed_in, eigen)
    link = link_in(mails_to(GAST)[0])
    client.post(f"{link}/afslaan")
    assert client.get(link).status_code == HTTPStatus.GONE
    assert journaal(eigen)[-1] == "UitnodigingAfgeslagen"


def test_an_invitation_that_was_taken_back_does_nothing(signed_in, client, eigen) -> None:
    invite(signed_in, eigen)
    number = db.session.scalars(select(Uitnodiging.id)).one()
    signed_in.post(f"/initiatieven/{eigen.id}/samen/uitnodiging/{number}/intrekken")
    assert client.get(link_in(mails_to(GAST)[0])).status_code == HTTPStatus.GONE


def test_the_answer_is_the_same_for_an_address_with_an_account(signed_in, eigen) -> None:
    bekend = GebruikerFactory()
    answers = [
        invite(signed_in, eigen, email, f"{SLEUTEL}-{number}")
        for number, email in enumerate((GAST, bekend.email))
    ]
    assert answers[0].location == answers[1].location
    mails = [mails_to(email)[0].tekst for email in (GAST, bekend.email)]
    assert len(mails[0]) == len(mails[1])


def test_an_invitation_sent_twice_is_mailed_once(signed_in, eigen) -> None:
    for _time in range(2):
        invite(signed_in, eigen)
    assert len(mails_to(GAST)) == 1


def test_the_address_of_who_is_invited_is_not_kept(signed_in, eigen) -> None:
    invite(signed_in, eigen)
    assert db.session.scalars(select(Uitnodiging.aan)).one() == "g…@voorbeeld.example"


def test_who_does_it_too_invites_nobody(signed_in, app, eigen) -> None:
    invite(signed_in, eigen)
    gast = app.test_client().sign_in(GebruikerFactory())
    gast.post(f"{link_in(mails_to(GAST)[0])}/aannemen")
    answer = invite(gast, eigen, "nog@voorbeeld.example", f"{SLEUTEL}-2")
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_who_does_it_too_may_leave(signed_in, app, eigen) -> None:
    invite(signed_in, eigen)
    gast = app.test_client().sign_in(GebruikerFactory())
    gast.post(f"{link_in(mails_to(GAST)[0])}/aannemen")
    number = db.session.scalars(select(Medeinitiatiefnemer.id)).one()
    gast.post(f"/initiatieven/{eigen.id}/samen/{number}/weg")
    answer = gast.get(f"/initiatieven/{eigen.id}/update")
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_there_is_room_for_ten(signed_in, eigen) -> None:
    answers = [
        invite(signed_in, eigen, f"gast{number}@voorbeeld.example", f"{SLEUTEL}-{number}")
        for number in range(11)
    ]
    assert answers[-1].status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_list_shows_and_filters_by_fase(client, eigen, city) -> None:
    ander = InitiatiefFactory(gebied=city.by_name["Duinbuurt"], titel="Een bankje")
    bring(ander, InitiatiefFase.HAALBAARHEID)
    page = client.get("/initiatieven?fase=haalbaarheid").text
    assert "Een bankje" in page
    assert eigen.titel not in page
