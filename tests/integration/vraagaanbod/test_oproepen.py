"""What an initiatief seeks: who says so, and who closes it."""

from http import HTTPStatus

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participatie.core.db import db
from participatie.initiatieven.models_voortgang import Medeinitiatiefnemer
from participatie.vraagaanbod.models import Oproep
from participatie.vraagaanbod.types import AanmeldingStatus, OproepStatus
from tests.factories.vraagaanbod import AanbodFactory, HulpaanmeldingFactory, OproepFactory

FORM = {"sleutel": "een-sleutel-van-een-oproep", "soort": "plek", "wat": "Een schuurtje"}


def path_of(buurt) -> str:
    return f"/vraag-en-aanbod/initiatieven/{buurt.initiatief.id}"


def test_the_maker_says_what_is_sought(client, buurt) -> None:
    client.sign_in(buurt.maker).post(path_of(buurt), data=FORM)
    assert "Een schuurtje" in client.get(f"/initiatieven/{buurt.initiatief.id}").text


def test_who_does_it_too_says_what_is_sought(client, buurt) -> None:
    db.session.add(
        Medeinitiatiefnemer(
            initiatief_id=buurt.initiatief.id,
            gebruiker_id=buurt.ander.id,
            sinds=buurt.oproep.aangemaakt_op,
        )
    )
    response = client.sign_in(buurt.ander).post(path_of(buurt), data=FORM)
    assert response.status_code == HTTPStatus.SEE_OTHER


def test_someone_else_does_not(client, buurt) -> None:
    response = client.sign_in(buurt.ander).post(path_of(buurt), data=FORM)
    assert response.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("wat", ["", "Mail naar jan@voorbeeld.example", "Bel 06 12345678"])
def test_what_is_sought_holds_no_contact(client, buurt, wat) -> None:
    response = client.sign_in(buurt.maker).post(path_of(buurt), data=FORM | {"wat": wat})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'id="wat-error"' in response.text


@pytest.mark.parametrize("naar", [OproepStatus.VERVULD, OproepStatus.GESLOTEN])
def test_the_maker_marks_what_was_found_or_is_over(client, buurt, naar) -> None:
    address = f"/vraag-en-aanbod/oproepen/{buurt.oproep.id}/status"
    client.sign_in(buurt.maker).post(address, data={"status": naar.value})
    assert db.session.scalars(select(Oproep.status)).one() is naar


def test_what_a_gebiedsverbinder_closed_stays_closed(client, buurt) -> None:
    address = f"/vraag-en-aanbod/oproepen/{buurt.oproep.id}"
    client.sign_in(buurt.verbinder).post(
        f"{address}/weghalen", data={"reden": "Dit hoort hier niet."}
    )
    response = client.sign_in(buurt.maker).post(f"{address}/status", data={"status": "open"})
    assert response.status_code == HTTPStatus.FORBIDDEN


def test_the_list_takes_few_queries(client, buurt, count_queries) -> None:
    for _ in range(8):
        OproepFactory(initiatief=buurt.initiatief)
        AanbodFactory(aanbieder=buurt.buur, gebied=buurt.city.by_name["Noord"])
    client.get("/vraag-en-aanbod")
    with count_queries() as queries:
        client.get("/vraag-en-aanbod")
    assert len(queries) <= 8, queries


def test_a_second_message_of_the_same_person_is_never_stored(buurt) -> None:
    HulpaanmeldingFactory(oproep=buurt.oproep, van=buurt.buur)
    with pytest.raises(IntegrityError):
        HulpaanmeldingFactory(oproep=buurt.oproep, van=buurt.buur)


def test_a_message_is_about_a_need_or_an_offer_never_both(buurt) -> None:
    aanbod = AanbodFactory(aanbieder=buurt.ander, gebied=buurt.city.by_name["Noord"])
    with pytest.raises(IntegrityError, match=r"about_one_thing|CHECK"):
        HulpaanmeldingFactory(
            oproep=buurt.oproep, aanbod=aanbod, initiatief=buurt.initiatief, van=buurt.buur
        )


def test_an_answer_has_a_moment(buurt) -> None:
    with pytest.raises(IntegrityError, match=r"answered_at_some_moment|CHECK"):
        HulpaanmeldingFactory(oproep=buurt.oproep, van=buurt.buur, status=AanmeldingStatus.BEDANKT)


def test_what_is_open_has_not_ended(buurt) -> None:
    with pytest.raises(IntegrityError, match=r"open_or_ended|CHECK"):
        OproepFactory(initiatief=buurt.initiatief, status=OproepStatus.VERVULD)
