from datetime import timedelta

import pytest

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.errors import TransitionNotAllowedError
from participatie.inzendingen.types import Status
from participatie.journal.queries import list_entries
from participatie.moderation.errors import (
    AlBehandeldError,
    EigenInzendingError,
    NietTerugTeDraaienError,
)
from participatie.moderation.rules import STATUS_NA
from participatie.moderation.rules_begin import gronden_for, standard_text
from participatie.moderation.services import besluit_nemen, besluit_terugdraaien
from participatie.moderation.types import Grond, Uitkomst
from tests.factories.initiatieven import InitiatiefFactory

REDEN = "Dit past goed bij de plannen voor deze straat."


def decide(inzending, door, uitkomst=Uitkomst.PUBLICEREN, **changes):
    fields = {
        "inzending": inzending,
        "uitkomst": uitkomst,
        "grond": gronden_for(uitkomst)[0],
        "reden": REDEN,
        "door": door,
        "versie": inzending.versie,
    }
    return besluit_nemen(**(fields | changes))


def undo(besluit, door, **changes):
    fields = {"besluit": besluit, "reden": "Dit was een vergissing van ons.", "door": door}
    return besluit_terugdraaien(**({"versie": besluit.inzending.versie} | fields | changes))


def names_in_journal(inzending):
    return [entry.name for entry in list_entries(Onderwerp(inzending.soort, inzending.id))]


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_a_decision_moves_the_inzending(inzending, moderator, uitkomst) -> None:
    decide(inzending, moderator, uitkomst)
    assert inzending.status is STATUS_NA[uitkomst]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.INGEDIEND, Status.CONCEPT}))
@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_only_what_waits_for_an_answer_is_decided(city, moderator, status, uitkomst) -> None:
    inzending = InitiatiefFactory(status=status, gebied=city.by_name["Duinbuurt"])
    with pytest.raises(TransitionNotAllowedError):
        decide(inzending, moderator, uitkomst)


@pytest.mark.parametrize("uitkomst", Uitkomst)
@pytest.mark.parametrize("grond", Grond)
def test_a_ground_of_another_outcome_is_refused(inzending, moderator, uitkomst, grond) -> None:
    if grond in gronden_for(uitkomst):
        reden = standard_text(uitkomst, grond) + "dit."
        assert decide(inzending, moderator, uitkomst, grond=grond, reden=reden).grond == grond
        return
    with pytest.raises(InvalidInputError):
        decide(inzending, moderator, uitkomst, grond=grond)


def test_a_decision_stands_in_the_history_with_its_reason(inzending, moderator) -> None:
    decide(inzending, moderator)
    last = inzending.stappen[-1]
    assert (last.naar, last.toelichting, last.door_id) == (
        Status.GEPUBLICEERD,
        REDEN,
        moderator.id,
    )


def test_a_decision_stands_in_the_journal(inzending, moderator) -> None:
    decide(inzending, moderator)
    assert names_in_journal(inzending) == [
        "VolgenBegonnen",
        "InzendingStatusGewijzigd",
        "PubliekGewijzigd",
        "BesluitGenomen",
    ]


def test_the_journal_holds_no_word_of_the_reason(inzending, moderator) -> None:
    decide(inzending, moderator)
    entries = list_entries(Onderwerp(inzending.soort, inzending.id))
    assert not any(REDEN in str(entry.data) for entry in entries)


def test_a_decision_keeps_the_gebied_and_thema_of_its_day(inzending, moderator) -> None:
    besluit = decide(inzending, moderator)
    assert (besluit.gebied_id, besluit.thema) == (inzending.gebied_id, inzending.thema)


def test_the_second_of_two_moderators_is_told(inzending, moderator, collega) -> None:
    seen = inzending.versie
    decide(inzending, moderator)
    with pytest.raises(AlBehandeldError):
        decide(inzending, collega, Uitkomst.AFWIJZEN, versie=seen)


def test_a_version_from_the_future_is_refused(inzending, moderator) -> None:
    with pytest.raises(AlBehandeldError):
        decide(inzending, moderator, versie=inzending.versie + 1)


def test_nobody_decides_about_his_own(city, moderator) -> None:
    own = InitiatiefFactory(
        status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"], indiener=moderator
    )
    with pytest.raises(EigenInzendingError):
        decide(own, moderator)


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_every_decision_can_be_undone(inzending, moderator, collega, uitkomst) -> None:
    undo(decide(inzending, moderator, uitkomst), collega)
    assert inzending.status is Status.INGEDIEND


def test_an_undone_decision_says_who_and_why(inzending, moderator, collega) -> None:
    besluit = decide(inzending, moderator)
    undo(besluit, collega)
    assert (besluit.teruggedraaid_door, besluit.teruggedraaid_reden) == (
        collega,
        "Dit was een vergissing van ons.",
    )


def test_undoing_stands_in_the_journal(inzending, moderator) -> None:
    undo(decide(inzending, moderator), moderator)
    assert names_in_journal(inzending)[-3:] == [
        "InzendingStatusGewijzigd",
        "PubliekGewijzigd",
        "BesluitTeruggedraaid",
    ]


@pytest.mark.parametrize("uitkomst", Uitkomst)
@pytest.mark.parametrize("days_left", [-5, 3])
def test_undoing_gives_no_new_term(inzending, moderator, uitkomst, days_left) -> None:
    promised = clock.today() + timedelta(days=days_left)
    inzending.reactie_voor = promised
    db.session.flush()
    undo(decide(inzending, moderator, uitkomst), moderator)
    assert inzending.reactie_voor == promised


def test_undoing_twice_is_refused(inzending, moderator) -> None:
    besluit = decide(inzending, moderator)
    undo(besluit, moderator)
    with pytest.raises(NietTerugTeDraaienError):
        undo(besluit, moderator)


def test_an_older_decision_is_not_undone(inzending, moderator) -> None:
    first = decide(inzending, moderator, Uitkomst.AANPASSEN)
    undo(first, moderator)
    decide(inzending, moderator, Uitkomst.AANPASSEN)
    with pytest.raises(NietTerugTeDraaienError):
        undo(first, moderator)


def test_undoing_an_old_page_is_refused(inzending, moderator) -> None:
    besluit = decide(inzending, moderator)
    with pytest.raises(AlBehandeldError):
        undo(besluit, moderator, versie=inzending.versie - 1)


def test_after_undoing_another_decision_can_be_taken(inzending, moderator) -> None:
    undo(decide(inzending, moderator), moderator)
    decide(inzending, moderator, Uitkomst.AFWIJZEN)
    assert inzending.status is Status.AFGEWEZEN


@pytest.mark.parametrize("reden", ["", "kort", "x" * 3001])
def test_undoing_needs_a_reason(inzending, moderator, reden) -> None:
    besluit = decide(inzending, moderator)
    with pytest.raises(InvalidInputError):
        undo(besluit, moderator, reden=reden)
