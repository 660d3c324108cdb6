from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from participatie.core import clock
from participatie.core.onderwerpen import Onderwerp
from participatie.journal.queries import list_entries
from participatie.programmas.models import ProjectStand
from participatie.programmas.queries import get_project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.programmas.types import Fase, Geldbron
from participatie.voorstellen.errors import (
    AlBehandeldError,
    EigenVoorstelError,
    NietsGewijzigdError,
    NietVanPartnerError,
    OvergangError,
    ProjectGewijzigdError,
)
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.rules import BEWAARD
from participatie.voorstellen.services import (
    change_voorstel,
    delete_finished,
    offer_voorstel,
    withdraw_voorstel,
    write_voorstel,
)
from participatie.voorstellen.services_besluit import agree, give_back
from participatie.voorstellen.types import VoorstelStatus
from tests.factories.programmas import ProjectFactory
from tests.factories.voorstellen import TITEL, make_change, make_gegevens, make_voorstel

REDEN = "Voeg toe wanneer het begint."


def test_an_agreement_puts_a_new_item_in_the_register_as_theirs(voorstel, redacteur) -> None:
    project = agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    assert (project.titel, project.organisatie.naam, project.bronsysteem) == (
        TITEL,
        "De Corporatie",
        "partner-de-corporatie",
    )


def test_an_agreement_is_the_end_of_a_voorstel(voorstel, redacteur) -> None:
    project = agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    assert (voorstel.status, voorstel.project_id) == (VoorstelStatus.OVERGENOMEN, project.id)


def test_an_agreement_is_not_given_twice(voorstel, redacteur) -> None:
    agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    with pytest.raises(AlBehandeldError):
        agree(voorstel, versie=voorstel.versie - 1, door_id=redacteur.id)


def test_what_stands_cannot_be_agreed_to_again(session, voorstel, redacteur) -> None:
    agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    session.flush()
    with pytest.raises(OvergangError):
        agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)


def test_nobody_agrees_to_what_he_proposed_himself(voorstel, partner) -> None:
    with pytest.raises(EigenVoorstelError):
        agree(voorstel, versie=voorstel.versie, door_id=partner.id)


def test_an_agreement_changes_only_what_the_partner_changed(
    project, organisatie, partner, redacteur
) -> None:
    voorstel = make_change(project, organisatie, partner, titel="Alle daken")
    meanwhile = replace(gegevens_of(project), fase=Fase.UITVOERING)
    change_project(project, meanwhile, actor_id=redacteur.id)
    agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    assert (project.titel, project.fase) == ("Alle daken", Fase.UITVOERING)


@pytest.fixture
def clash(project, organisatie, partner, redacteur):
    """A change of a title that the redacteur changed too."""
    voorstel = make_change(project, organisatie, partner, titel="Alle daken")
    change_project(project, replace(gegevens_of(project), titel="Dak"), actor_id=redacteur.id)
    return voorstel


def test_a_clash_waits_for_a_choice(clash, redacteur) -> None:
    with pytest.raises(ProjectGewijzigdError, match="titel"):
        agree(clash, versie=clash.versie, door_id=redacteur.id)


@pytest.mark.parametrize(("behoud", "titel"), [({"titel"}, "Dak"), (set(), "Alle daken")])
def test_of_a_clash_whoever_agrees_chooses(clash, redacteur, behoud, titel) -> None:
    project = agree(clash, versie=clash.versie, door_id=redacteur.id, behoud=behoud)
    assert project.titel == titel


def test_the_register_keeps_who_proposed_the_change(
    session, project, organisatie, partner, redacteur
) -> None:
    voorstel = make_change(project, organisatie, partner, titel="Alle daken")
    agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    stand = session.scalars(
        select(ProjectStand).where(
            ProjectStand.project_id == project.id, ProjectStand.tot.is_(None)
        )
    ).one()
    assert (stand.reden, stand.bron) == ("Voorstel van De Corporatie", "partner-de-corporatie")


def test_a_partner_changes_no_money_of_the_gemeente(organisatie, partner, redacteur, city) -> None:
    wanted = {(2027, Geldbron.INVESTERINGSPLAN): 1_00, (2027, Geldbron.DERDEN): 2_00}
    voorstel = make_voorstel(organisatie, partner, gebied=city.stad, bedragen=wanted)
    project = agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    assert gegevens_of(project).bedragen == {(2027, Geldbron.DERDEN): 2_00}


def test_nobody_proposes_a_change_of_an_item_of_another(organisatie, partner) -> None:
    with pytest.raises(NietVanPartnerError):
        make_change(ProjectFactory(), organisatie, partner, titel="Van mij")


def test_an_item_that_went_to_another_is_not_changed(
    project, organisatie, partner, redacteur
) -> None:
    voorstel = make_change(project, organisatie, partner, titel="Alle daken")
    change_project(project, replace(gegevens_of(project), organisatie_id=None), actor_id=None)
    with pytest.raises(NietVanPartnerError):
        agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)


def test_a_change_that_changes_nothing_is_refused(project, organisatie, partner) -> None:
    with pytest.raises(NietsGewijzigdError):
        make_change(project, organisatie, partner)


def test_what_was_given_back_is_changed_and_offered_again(
    session, voorstel, redacteur, partner
) -> None:
    give_back(voorstel, reden=REDEN, versie=voorstel.versie, door_id=redacteur.id)
    session.flush()
    new = make_gegevens(voorstel.gebieden[0], titel="Beter")
    change_voorstel(voorstel, new, versie=voorstel.versie, door_id=partner.id)
    session.flush()
    offer_voorstel(voorstel, versie=voorstel.versie, door_id=partner.id)
    assert (voorstel.titel, voorstel.status) == ("Beter", VoorstelStatus.AANGEBODEN)


def test_what_waits_for_an_answer_is_not_changed(voorstel, partner) -> None:
    with pytest.raises(OvergangError):
        change_voorstel(voorstel, make_gegevens(), versie=voorstel.versie, door_id=partner.id)


def test_what_was_withdrawn_is_not_agreed_to(session, voorstel, partner, redacteur) -> None:
    withdraw_voorstel(voorstel, versie=voorstel.versie, door_id=partner.id)
    session.flush()
    with pytest.raises(OvergangError):
        agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)


def test_a_withdrawn_key_can_be_proposed_again(session, organisatie, partner, city) -> None:
    said, for_key = make_gegevens(city.stad), {"bronsleutel": "R1", "indiener_id": partner.id}
    first = write_voorstel(said, organisatie=organisatie, **for_key)
    withdraw_voorstel(first, versie=first.versie, door_id=partner.id)
    assert write_voorstel(said, organisatie=organisatie, **for_key).id != first.id


def test_the_journal_tells_of_a_voorstel_but_no_open_page_does(voorstel, redacteur) -> None:
    agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    lines = list_entries(Onderwerp("voorstel", voorstel.id))
    assert [line.name for line in lines] == [
        "VoorstelGeschreven",
        "VoorstelStatusGewijzigd",
        "VoorstelStatusGewijzigd",
    ]


def test_the_journal_holds_no_words_of_a_voorstel(voorstel) -> None:
    lines = list_entries(Onderwerp("voorstel", voorstel.id))
    assert TITEL not in str([line.data for line in lines])


def test_what_was_finished_long_ago_is_forgotten(session, voorstel, partner) -> None:
    withdraw_voorstel(voorstel, versie=voorstel.versie, door_id=partner.id)
    session.flush()
    with clock.set_to(clock.now() + BEWAARD + timedelta(days=1)):
        delete_finished()
    assert session.scalar(select(Voorstel.id)) is None


def test_what_is_open_is_kept_however_old(session, voorstel) -> None:
    with clock.set_to(clock.now() + 3 * BEWAARD):
        delete_finished()
    assert session.scalar(select(Voorstel.id)) == voorstel.id


def test_the_project_of_an_agreement_can_be_read(voorstel, redacteur) -> None:
    project = agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    assert get_project(project.id).gebieden == voorstel.gebieden
