"""Someone says that he helps: who reads it, who answers, and who never sees it."""

import json
from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail
from participatie.inzendingen.types import Status
from participatie.journal.models import JournalEntry
from participatie.vraagaanbod.models import Hulpaanmelding
from participatie.vraagaanbod.types import AanmeldingStatus, OproepStatus
from tests.factories.organisaties import OrganisatieFactory
from tests.factories.vraagaanbod import AanbodFactory, HulpaanmeldingFactory, OproepFactory

PHONE = "06 12345678"
FORM = {"bericht": "Ik kom graag met een kruiwagen.", "telefoon": PHONE}


def help_path(buurt) -> str:
    return f"/vraag-en-aanbod/oproepen/{buurt.oproep.id}/help"


@pytest.fixture
def sent(client, buurt):
    client.sign_in(buurt.buur).post(help_path(buurt), data=FORM)
    return db.session.scalars(select(Hulpaanmelding)).one()


def mails_to(email) -> list[UitgaandeMail]:
    return list(db.session.scalars(select(UitgaandeMail).where(UitgaandeMail.aan == email)))


def test_who_wants_to_help_is_kept_and_goes_on(client, buurt) -> None:
    response = client.sign_in(buurt.buur).post(help_path(buurt), data=FORM)
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert db.session.scalar(select(func.count(Hulpaanmelding.id))) == 1


def test_both_get_a_mail(sent, buurt) -> None:
    assert [len(mails_to(one.email)) for one in (buurt.maker, buurt.buur)] == [1, 1]


def test_the_mail_to_the_maker_holds_no_contact(sent, buurt) -> None:
    mail = mails_to(buurt.maker.email)[0]
    assert PHONE not in mail.tekst
    assert buurt.buur.email not in mail.tekst


def test_the_maker_reads_how_to_reach_who_helps(client, sent, buurt) -> None:
    page = client.sign_in(buurt.maker).get(f"/vraag-en-aanbod/berichten/{sent.id}").text
    assert PHONE in page
    assert f"mailto:{buurt.buur.email}" in page


@pytest.mark.parametrize("who", ["ander", "verbinder", "buur"])
def test_the_message_does_not_exist_for_others(client, sent, buurt, who) -> None:
    response = client.sign_in(getattr(buurt, who)).get(f"/vraag-en-aanbod/berichten/{sent.id}")
    assert response.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("path", ["/vraag-en-aanbod", "/initiatieven/{id}", "/gebieden/duinbuurt"])
def test_nobody_reads_on_a_page_who_helps(client, sent, buurt, path) -> None:
    page = client.sign_in(buurt.ander).get(path.format(id=buurt.initiatief.id)).text
    assert not any(secret in page for secret in (PHONE, buurt.buur.email, "kruiwagen", "Buur<"))


def test_the_journal_does_not_say_who_helps(sent, buurt) -> None:
    rows = db.session.scalars(
        select(JournalEntry).where(JournalEntry.name == "AanmeldingGestuurd")
    ).all()
    assert [(row.actor_id, "kruiwagen" in json.dumps(row.data)) for row in rows] == [(None, False)]


def test_someone_responds_once(client, sent, buurt) -> None:
    response = client.sign_in(buurt.buur).post(help_path(buurt), data=FORM)
    assert response.status_code == HTTPStatus.CONFLICT
    assert db.session.scalar(select(func.count(Hulpaanmelding.id))) == 1


@pytest.mark.parametrize("status", [OproepStatus.VERVULD, OproepStatus.GESLOTEN])
def test_nobody_responds_to_what_is_over(client, buurt, status) -> None:
    buurt.oproep.status, buurt.oproep.afgesloten_op = status, buurt.oproep.aangemaakt_op
    response = client.sign_in(buurt.buur).post(help_path(buurt), data=FORM)
    assert response.status_code == HTTPStatus.CONFLICT
    assert "niet meer open" in response.text


def test_nobody_responds_to_an_initiatief_that_is_not_on_the_site(client, buurt) -> None:
    buurt.initiatief.status = Status.INGETROKKEN
    response = client.sign_in(buurt.buur).post(help_path(buurt), data=FORM)
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_the_maker_does_not_help_himself(client, buurt) -> None:
    response = client.sign_in(buurt.maker).get(help_path(buurt))
    assert response.status_code == HTTPStatus.CONFLICT


@pytest.mark.parametrize(
    ("field", "value"), [("bericht", ""), ("bericht", "x" * 1_501), ("telefoon", "bel mij")]
)
def test_a_wrong_answer_is_told_at_its_field(client, buurt, field, value) -> None:
    response = client.sign_in(buurt.buur).post(help_path(buurt), data=FORM | {field: value})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'id="{field}-error"' in response.text


def test_nobody_speaks_for_an_organisatie_he_does_not_belong_to(client, buurt) -> None:
    OrganisatieFactory(leden=[buurt.buur])
    other = OrganisatieFactory()
    data = FORM | {"organisatie": str(other.id)}
    response = client.sign_in(buurt.buur).post(help_path(buurt), data=data)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_an_answer_is_kept_and_mailed(client, sent, buurt) -> None:
    client.sign_in(buurt.maker).post(
        f"/vraag-en-aanbod/berichten/{sent.id}", data={"naar": "aangenomen", "antwoord": "Graag!"}
    )
    assert db.session.get(Hulpaanmelding, sent.id).status is AanmeldingStatus.AANGENOMEN
    assert "Graag!" in mails_to(buurt.buur.email)[-1].tekst


def test_who_did_not_get_it_does_not_answer_it(client, sent, buurt) -> None:
    response = client.sign_in(buurt.ander).post(
        f"/vraag-en-aanbod/berichten/{sent.id}", data={"naar": "aangenomen"}
    )
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_what_is_taken_back_is_gone(client, sent, buurt) -> None:
    client.sign_in(buurt.buur).post(f"/vraag-en-aanbod/berichten/{sent.id}/intrekken")
    assert db.session.scalar(select(func.count(Hulpaanmelding.id))) == 0
    assert "ingetrokken" in mails_to(buurt.maker.email)[-1].onderwerp


def test_nobody_takes_back_what_someone_else_wrote(client, sent, buurt) -> None:
    response = client.sign_in(buurt.ander).post(f"/vraag-en-aanbod/berichten/{sent.id}/intrekken")
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_someone_writes_so_many_messages_a_day(client, buurt) -> None:
    for _ in range(10):
        oproep = OproepFactory(initiatief=buurt.initiatief)
        HulpaanmeldingFactory(oproep=oproep, van=buurt.buur)
    response = client.sign_in(buurt.buur).post(help_path(buurt), data=FORM)
    assert response.status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_an_initiatief_asks_for_an_offer(client, buurt) -> None:
    aanbod = AanbodFactory(aanbieder=buurt.buur, gebied=buurt.city.by_name["Noord"])
    client.sign_in(buurt.maker).post(
        f"/vraag-en-aanbod/aanbod/{aanbod.id}/vraag",
        data=FORM | {"initiatief": str(buurt.initiatief.id)},
    )
    made = db.session.scalars(select(Hulpaanmelding)).one()
    assert (made.aanbod_id, made.initiatief_id) == (aanbod.id, buurt.initiatief.id)
    assert PHONE in client.sign_in(buurt.buur).get(f"/vraag-en-aanbod/berichten/{made.id}").text


def test_nobody_asks_for_an_initiatief_of_someone_else(client, buurt) -> None:
    aanbod = AanbodFactory(aanbieder=buurt.buur, gebied=buurt.city.by_name["Noord"])
    response = client.sign_in(buurt.ander).post(
        f"/vraag-en-aanbod/aanbod/{aanbod.id}/vraag",
        data=FORM | {"initiatief": str(buurt.initiatief.id)},
    )
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
