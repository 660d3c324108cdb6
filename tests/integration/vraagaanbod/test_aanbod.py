"""Offering something: when it is public, who hides it, when it is over."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from sqlalchemy import select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail
from participatie.initiatieven.types import Behoefte
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.vraagaanbod.models import Aanbod, Hulpaanmelding
from participatie.vraagaanbod.queries import count_passend
from participatie.vraagaanbod.rules import BEWAARD
from participatie.vraagaanbod.services_aanbod import close_expired
from participatie.vraagaanbod.services_bewaren import forget_old
from participatie.vraagaanbod.services_oproepen import close_finished
from participatie.vraagaanbod.types import AanbodStatus, OproepStatus
from tests.factories.accounts import WACHTWOORD
from tests.factories.vraagaanbod import AanbodFactory, HulpaanmeldingFactory

NIEUW = "/vraag-en-aanbod/aanbod/nieuw"


@pytest.fixture
def form(buurt):
    return {
        "sleutel": "een-sleutel-van-een-aanbod",
        "soort": "handen",
        "wat": "Een middag sjouwen",
        "toelichting": "Met een aanhanger.",
        "gebied": str(buurt.city.by_name["Noord"].id),
        "tot": (clock.today() + timedelta(days=30)).isoformat(),
    }


def made() -> Aanbod:
    return db.session.scalars(select(Aanbod)).one()


def test_what_someone_offers_is_public_at_once_under_his_name(client, buurt, form) -> None:
    client.sign_in(buurt.buur).post(NIEUW, data=form)
    page = client.sign_in(buurt.ander).get("/vraag-en-aanbod").text
    assert "Een middag sjouwen" in page
    assert buurt.buur.naam in page


def test_an_offer_with_a_phone_number_waits(client, buurt, form) -> None:
    client.sign_in(buurt.buur).post(NIEUW, data=form | {"toelichting": "Bel 06 12345678."})
    assert made().status is AanbodStatus.WACHT
    found = client.sign_in(buurt.ander).get(f"/vraag-en-aanbod/aanbod/{made().id}")
    assert found.status_code == HTTPStatus.NOT_FOUND


def test_the_same_form_sent_twice_is_one_offer(client, buurt, form) -> None:
    for _ in range(2):
        client.sign_in(buurt.buur).post(NIEUW, data=form)
    assert made().wat == "Een middag sjouwen"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("wat", ""),
        ("wat", "x" * 121),
        ("soort", "goud"),
        ("gebied", "999999"),
        ("tot", "2020-01-01"),
    ],
)
def test_a_wrong_answer_is_told_at_its_field(client, buurt, form, field, value) -> None:
    response = client.sign_in(buurt.buur).post(NIEUW, data=form | {field: value})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'id="{field}-error"' in response.text


@pytest.fixture
def aanbod(buurt):
    return AanbodFactory(aanbieder=buurt.buur, gebied=buurt.city.by_name["Noord"])


def test_a_gebiedsverbinder_hides_it_with_a_reason_and_the_author_hears_it(
    client, buurt, aanbod
) -> None:
    path = f"/vraag-en-aanbod/aanbod/{aanbod.id}"
    client.sign_in(buurt.verbinder).post(f"{path}/verbergen", data={"reden": "Dit is reclame."})
    mail = db.session.scalars(select(UitgaandeMail)).one()
    assert (mail.aan, "Dit is reclame." in mail.tekst) == (buurt.buur.email, True)
    assert client.sign_in(buurt.ander).get(path).status_code == HTTPStatus.NOT_FOUND


def test_what_was_hidden_is_restored(client, buurt, aanbod) -> None:
    path = f"/vraag-en-aanbod/aanbod/{aanbod.id}"
    client.sign_in(buurt.verbinder).post(f"{path}/verbergen", data={"reden": "Dit is reclame."})
    client.post(f"{path}/tonen")
    assert made().status is AanbodStatus.ZICHTBAAR


def test_offers_of_the_same_kind_around_an_initiatief_fit(buurt, aanbod) -> None:
    AanbodFactory(aanbieder=buurt.buur, gebied=buurt.city.by_name["Schalkwijk"])
    AanbodFactory(aanbieder=buurt.buur, gebied=aanbod.gebied, soort=Behoefte.GELD)
    assert count_passend([buurt.oproep]) == {buurt.oproep.id: 1}


def test_the_page_says_how_many_offers_fit(client, buurt, aanbod) -> None:
    assert "1 aanbieding past hierbij" in client.get("/vraag-en-aanbod?gebied=duinbuurt").text


def test_an_offer_is_over_after_its_last_day(buurt, aanbod) -> None:
    aanbod.tot = clock.today() - timedelta(days=1)
    close_expired()
    assert made().status is AanbodStatus.GESLOTEN


def test_what_a_stopped_initiatief_sought_is_closed(buurt) -> None:
    buurt.initiatief.fase, buurt.initiatief.fase_sinds = InitiatiefFase.GESTOPT, clock.now()
    close_finished()
    assert buurt.oproep.status is OproepStatus.GESLOTEN


@pytest.mark.parametrize(("extra", "left"), [(timedelta(days=-1), 1), (timedelta(days=1), 0)])
def test_messages_are_forgotten_some_months_after_the_end(buurt, extra, left) -> None:
    HulpaanmeldingFactory(oproep=buurt.oproep, van=buurt.buur)
    buurt.oproep.status = OproepStatus.VERVULD
    buurt.oproep.afgesloten_op = clock.now() - BEWAARD - extra
    forget_old()
    assert len(db.session.scalars(select(Hulpaanmelding)).all()) == left


def test_who_leaves_takes_offers_and_messages_along(client, buurt, aanbod) -> None:
    HulpaanmeldingFactory(oproep=buurt.oproep, van=buurt.buur)
    client.sign_in(buurt.buur).post("/account/profiel/verwijderen", data={"huidig": WACHTWOORD})
    assert db.session.scalars(select(Hulpaanmelding.id)).all() == []
    assert db.session.scalars(select(Aanbod.id)).all() == []
