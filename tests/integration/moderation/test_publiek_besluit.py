import pytest

from participatie.inzendingen.types import Status
from participatie.moderation.types import Grond, Uitkomst
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.moderation import BesluitFactory

KOP = "Wat vond de gemeente?"


@pytest.fixture
def besluit(city, moderator):
    published = InitiatiefFactory(gebied=city.by_name["Duinbuurt"])
    return BesluitFactory(inzending=published, door=moderator)


def page_of(client, besluit):
    return client.get(f"/initiatieven/{besluit.inzending_id}").text


def test_everyone_reads_what_was_decided(client, besluit) -> None:
    assert KOP in page_of(client, besluit)


def test_everyone_reads_why(client, besluit) -> None:
    assert besluit.reden in page_of(client, besluit)


def test_the_official_is_shown_by_role_and_not_by_name(client, besluit, moderator) -> None:
    page = page_of(client, besluit)
    assert ("gebiedsverbinder van Duinbuurt" in page, moderator.naam in page) == (True, False)


def test_the_role_is_that_of_the_gebied_of_the_day(client, city, besluit) -> None:
    besluit.inzending.gebied = city.by_name["Zeebuurt"]
    assert "De gebiedsverbinder van Duinbuurt" in page_of(client, besluit)


def test_an_undone_decision_is_not_shown(client, besluit, moderator) -> None:
    besluit.teruggedraaid_op = besluit.op
    besluit.teruggedraaid_door = moderator
    besluit.teruggedraaid_reden = "Dit was een vergissing."
    assert KOP not in page_of(client, besluit)


def test_the_sender_reads_why_his_was_declined(client, city) -> None:
    declined = InitiatiefFactory(status=Status.AFGEWEZEN, gebied=city.by_name["Duinbuurt"])
    besluit = BesluitFactory(
        inzending=declined,
        uitkomst=Uitkomst.AFWIJZEN,
        grond=Grond.MELDING,
        reden="Doe een melding.",
    )
    assert "Doe een melding." in page_of(client.sign_in(declined.indiener), besluit)


def test_html_in_the_reason_is_text(client, besluit) -> None:
    besluit.reden = "<script>alert(1)</script>"
    assert "<script>alert" not in page_of(client, besluit)
