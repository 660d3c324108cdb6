"""Saying something: who waits, what is refused, what can be changed afterwards."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participatie.accounts.events import AccountVerwijderd
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, NotAllowedError, NotFoundError
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion import services_reacties as services
from participatie.discussion.errors import (
    BewerktijdVoorbijError,
    GesprekGeslotenError,
    HerhalingError,
    NietMeerTeZienError,
    TeVaakError,
)
from participatie.discussion.models_gesprek import Reactie, Stroomalarm
from participatie.discussion.queries_persoon import own_gesprek
from participatie.discussion.rules import STROOM_VANAF
from participatie.discussion.services import support
from participatie.discussion.services_gesprek import close_gesprek, reopen_gesprek
from participatie.discussion.services_persoon import forget_person
from participatie.discussion.types import ReactieStatus
from participatie.inzendingen.types import Status
from participatie.journal.queries import list_entries
from tests.factories.accounts import GebruikerFactory
from tests.factories.discussion import make_reactie, make_vertrouwd, over, say
from tests.factories.initiatieven import InitiatiefFactory

LANG = "Dit is een lange tekst die iemand anders niet bij toeval ook zo opschrijft."


def test_a_reactie_of_someone_known_is_read_at_once(idee, bewoner) -> None:
    assert say(idee, "Ik help mee.", auteur=bewoner).status is ReactieStatus.ZICHTBAAR


def test_a_reactie_of_someone_new_waits(idee) -> None:
    assert say(idee, auteur=GebruikerFactory()).status is ReactieStatus.WACHT


def test_a_reactie_with_a_link_waits(idee, bewoner) -> None:
    placed = say(idee, "Kijk op https://voorbeeld.example", auteur=bewoner)
    assert placed.status is ReactieStatus.WACHT


def test_a_reactie_of_the_gemeente_never_waits(idee, verbinder) -> None:
    placed = say(idee, "Zie https://voorbeeld.example", auteur=verbinder)
    assert placed.status is ReactieStatus.ZICHTBAAR


def test_of_someone_new_without_proof_one_waits_at_a_time(idee) -> None:
    nieuw = GebruikerFactory()
    say(idee, "Eerste", auteur=nieuw, met_bewijs=False)
    with pytest.raises(TeVaakError):
        say(idee, "Tweede", auteur=nieuw, met_bewijs=False)


def test_of_someone_new_with_proof_three_wait_at_a_time(idee) -> None:
    nieuw = GebruikerFactory()
    for tekst in ("Een", "Twee", "Drie"):
        say(idee, tekst, auteur=nieuw)
    with pytest.raises(TeVaakError):
        say(idee, "Vier", auteur=nieuw)


def test_a_form_sent_twice_places_one_reactie(idee, bewoner) -> None:
    sent = [say(idee, "Ja!", auteur=bewoner, sleutel="x" * 43).id for _ in range(2)]
    assert sent[0] == sent[1]


@pytest.mark.parametrize("again", ["Mee eens!", "  mee EENS ", "Mée eens..."])
def test_the_same_words_of_one_person_are_refused_for_a_day(idee, bewoner, again) -> None:
    say(idee, "Mee eens!", auteur=bewoner)
    with pytest.raises(HerhalingError):
        say(idee, again, auteur=bewoner)


def test_short_words_may_be_said_by_another(idee, bewoner) -> None:
    say(idee, "Mee eens!", auteur=bewoner)
    assert say(idee, "Mee eens!", auteur=make_vertrouwd(idee)).id


def test_a_long_text_is_refused_from_another_too(idee, bewoner) -> None:
    say(idee, LANG, auteur=bewoner)
    with pytest.raises(HerhalingError):
        say(idee, LANG, auteur=make_vertrouwd(idee))


def test_after_a_day_the_words_may_come_again(idee, bewoner) -> None:
    with clock.set_to(clock.now() - timedelta(days=1, hours=1)):
        say(idee, LANG, auteur=bewoner)
    assert say(idee, LANG, auteur=bewoner).id


@pytest.mark.parametrize("tekst", ["", "  \n ", "x" * 2001, "a.nl b.nl c.nl"])
def test_an_empty_or_long_text_or_one_with_many_links_is_refused(idee, bewoner, tekst) -> None:
    with pytest.raises(InvalidInputError):
        say(idee, tekst, auteur=bewoner)


def test_on_an_answer_nobody_answers(idee, bewoner) -> None:
    ouder = make_reactie(idee)
    antwoord = make_reactie(idee, ouder=ouder)
    with pytest.raises(NietMeerTeZienError):
        say(idee, "Derde laag", auteur=bewoner, ouder=antwoord)


def test_the_database_refuses_a_third_level(idee) -> None:
    antwoord = make_reactie(idee, ouder=make_reactie(idee))
    with pytest.raises(IntegrityError):
        make_reactie(idee, ouder=antwoord)


def test_the_database_refuses_an_answer_in_another_gesprek(idee, city) -> None:
    ander = over(InitiatiefFactory(gebied=city.by_name["Duinbuurt"]))
    ouder = make_reactie(idee)
    with pytest.raises(IntegrityError):
        make_reactie(ander, ouder=ouder)


def test_the_database_refuses_a_removed_reactie_with_a_text(idee) -> None:
    with pytest.raises(IntegrityError):
        make_reactie(idee, status=ReactieStatus.VERWIJDERD)


@pytest.mark.parametrize("status", [ReactieStatus.VERBORGEN, ReactieStatus.WACHT])
def test_what_cannot_be_read_cannot_be_answered(idee, bewoner, status) -> None:
    ouder = make_reactie(idee, status=status)
    with pytest.raises(NietMeerTeZienError):
        say(idee, "Antwoord", auteur=bewoner, ouder=ouder)


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.GEPUBLICEERD])
def test_about_what_is_not_public_nothing_is_said(idee, initiatief, bewoner, status) -> None:
    initiatief.status = status
    with pytest.raises(NotFoundError):
        say(idee, "Iets", auteur=bewoner)


def test_in_a_closed_gesprek_nothing_is_said(idee, bewoner, verbinder) -> None:
    close_gesprek(idee, reden="Het plan is vastgesteld.", door_id=verbinder.id)
    with pytest.raises(GesprekGeslotenError):
        say(idee, "Nog iets", auteur=bewoner)


def test_in_a_gesprek_that_was_opened_again_people_talk_on(idee, bewoner, verbinder) -> None:
    close_gesprek(idee, reden="Het plan is vastgesteld.", door_id=verbinder.id)
    reopen_gesprek(idee, reden="Er is een nieuw plan.", door_id=verbinder.id)
    assert say(idee, "Nog iets", auteur=bewoner).id


def test_within_a_quarter_of_an_hour_a_reactie_can_be_changed(idee, bewoner) -> None:
    placed = say(idee, "Ik hlep", auteur=bewoner)
    services.edit_reactie(placed.id, "Ik help", auteur=bewoner)
    assert (placed.tekst, placed.bewerkt_op is not None) == ("Ik help", True)


def test_after_that_it_cannot(idee, bewoner) -> None:
    with clock.set_to(clock.now() - timedelta(minutes=16)):
        placed = say(idee, "Ik hlep", auteur=bewoner)
    with pytest.raises(BewerktijdVoorbijError):
        services.edit_reactie(placed.id, "Ik help", auteur=bewoner)


def test_a_link_that_is_put_in_later_makes_it_wait(idee, bewoner) -> None:
    placed = say(idee, "Ik help", auteur=bewoner)
    services.edit_reactie(placed.id, "Ik help: https://spam.example", auteur=bewoner)
    assert placed.status is ReactieStatus.WACHT


def test_a_hidden_reactie_cannot_be_changed(idee, bewoner) -> None:
    hidden = make_reactie(idee, auteur=bewoner, status=ReactieStatus.VERBORGEN)
    with pytest.raises(NietMeerTeZienError):
        services.edit_reactie(hidden.id, "Anders", auteur=bewoner)


def test_nobody_changes_the_reactie_of_another(idee, bewoner) -> None:
    placed = make_reactie(idee)
    with pytest.raises(NotAllowedError):
        services.edit_reactie(placed.id, "Anders", auteur=bewoner)


def test_a_removed_reactie_has_no_text(idee, bewoner) -> None:
    placed = say(idee, "Toch niet", auteur=bewoner)
    services.delete_reactie(placed.id, auteur_id=bewoner.id)
    assert (placed.tekst, placed.status) == ("", ReactieStatus.VERWIJDERD)


def test_when_far_more_comes_than_usual_everything_waits(idee, bewoner, session) -> None:
    for _ in range(STROOM_VANAF):
        make_reactie(idee)
    assert say(idee, "Gewoon", auteur=bewoner).status is ReactieStatus.WACHT
    say(idee, "Nog gewoner", auteur=bewoner)
    assert len(session.scalars(select(Stroomalarm)).all()) == 1


def test_the_journal_holds_no_word_of_it(idee, bewoner) -> None:
    say(idee, "Geheimzinnig", auteur=bewoner)
    assert not any("Geheimzinnig" in str(entry.data) for entry in list_entries(idee))


def test_the_journal_does_not_say_who_supports(idee, bewoner) -> None:
    support(idee, gebruiker_id=bewoner.id)
    entries = [one for one in list_entries(idee) if one.name == "SteunGegeven"]
    assert [entry.actor_id for entry in entries] == [None]


def test_someone_can_read_all_that_is_kept(idee, bewoner) -> None:
    say(idee, "Van mij", auteur=bewoner)
    support(idee, gebruiker_id=bewoner.id)
    kept = own_gesprek(bewoner.id)
    assert (kept["reacties"][-1]["tekst"], kept["steunt"][0]["over"]) == (
        "Van mij",
        f"initiatief {idee.id}",
    )


def test_who_leaves_takes_every_word_along(idee, bewoner) -> None:
    say(idee, "Van mij", auteur=bewoner)
    support(idee, gebruiker_id=bewoner.id)
    forget_person(
        AccountVerwijderd(
            occurred_at=clock.now(),
            actor_id=bewoner.id,
            onderwerp=Onderwerp("gebruiker", bewoner.id),
        )
    )
    db.session.expire_all()
    kept = own_gesprek(bewoner.id)
    assert ({one["tekst"] for one in kept["reacties"]}, kept["steunt"]) == ({""}, [])


def test_what_old_texts_looked_like_is_forgotten(idee, bewoner) -> None:
    with clock.set_to(clock.now() - timedelta(days=2)):
        placed = say(idee, LANG, auteur=bewoner)
    services.forget_digests()
    db.session.expire_all()
    assert db.session.get_one(Reactie, placed.id).digest == ""
