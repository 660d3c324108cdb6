from participatie.voorstellen.services import withdraw_voorstel
from participatie.voorstellen.services_besluit import agree, give_back
from tests.mailbox import mails_to

REDEN = "Voeg toe wanneer het begint."


def last_mail(partner):
    return mails_to(partner.email)[-1]


def test_who_offers_hears_that_it_was_received(voorstel, partner) -> None:
    assert "aangeboden" in last_mail(partner).onderwerp


def test_who_proposed_it_hears_of_the_agreement(voorstel, partner, redacteur) -> None:
    project = agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    assert f"/projecten/{project.id}" in last_mail(partner).tekst


def test_who_proposed_it_hears_why_it_came_back(voorstel, partner, redacteur) -> None:
    give_back(voorstel, reden=REDEN, versie=voorstel.versie, door_id=redacteur.id)
    assert REDEN in last_mail(partner).tekst


def test_who_proposed_it_hears_that_it_was_withdrawn(voorstel, partner) -> None:
    withdraw_voorstel(voorstel, versie=voorstel.versie, door_id=partner.id)
    assert "ingetrokken" in last_mail(partner).onderwerp
