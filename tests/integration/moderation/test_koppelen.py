import pytest

from participatie.core.errors import InvalidInputError
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.types import KoppelingSoort, Status
from participatie.journal.queries import list_entries
from participatie.moderation.errors import (
    AlBehandeldError,
    AlGekoppeldError,
    KoppelenKanNietError,
    NietGekoppeldError,
)
from participatie.moderation.services_koppelen import koppelen, ontkoppelen
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory

REDEN = "De straat gaat toch open."


@pytest.fixture
def project(city):
    return ProjectFactory(gebieden=[city.by_name["Noordwijk"]])


def link(inzending, project, door, **changes):
    fields = {
        "inzending": inzending,
        "project": project,
        "soort": KoppelingSoort.AANVULLING_OP,
        "reden": REDEN,
        "door": door,
        "versie": inzending.versie,
    }
    return koppelen(**(fields | changes))


def unlink(inzending, koppeling, door, **changes):
    fields = {
        "inzending": inzending,
        "koppeling_id": koppeling.id,
        "reden": "Het hoort toch bij een ander plan.",
        "door": door,
        "versie": inzending.versie,
    }
    return ontkoppelen(**(fields | changes))


def last_in_journal(inzending):
    return list_entries(Onderwerp(inzending.soort, inzending.id))[-1]


@pytest.mark.parametrize("soort", KoppelingSoort)
def test_an_inzending_is_linked_with_a_kind_and_a_reason(
    inzending, project, moderator, soort
) -> None:
    link(inzending, project, moderator, soort=soort)
    assert [(found.soort, found.reden) for found in inzending.koppelingen] == [(soort, REDEN)]


def test_a_link_stands_in_the_journal_with_its_project(inzending, project, moderator) -> None:
    link(inzending, project, moderator)
    entry = last_in_journal(inzending)
    assert (entry.name, entry.data["project_id"]) == ("InzendingGekoppeld", project.id)


def test_the_same_link_again_is_refused(inzending, project, moderator, collega) -> None:
    link(inzending, project, moderator)
    with pytest.raises(AlGekoppeldError):
        link(inzending, project, collega, soort=KoppelingSoort.DUBBEL_MET)


def test_linking_changes_the_version(inzending, project, moderator) -> None:
    seen = inzending.versie
    link(inzending, project, moderator)
    assert inzending.versie == seen + 1


def test_linking_on_an_old_page_is_refused(inzending, project, moderator, collega) -> None:
    seen = inzending.versie
    link(inzending, project, moderator)
    with pytest.raises(AlBehandeldError):
        link(inzending, ProjectFactory(), collega, versie=seen)


@pytest.mark.parametrize("reden", ["", "zomaar", "x" * 1001])
def test_a_link_needs_a_reason(inzending, project, moderator, reden) -> None:
    with pytest.raises(InvalidInputError):
        link(inzending, project, moderator, reden=reden)


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.INGETROKKEN, Status.CONCEPT}))
def test_also_what_was_decided_can_be_linked(city, project, moderator, status) -> None:
    inzending = InitiatiefFactory(status=status, gebied=city.by_name["Duinbuurt"])
    assert link(inzending, project, moderator).id


@pytest.mark.parametrize("status", [Status.INGETROKKEN, Status.CONCEPT])
def test_what_is_not_ours_to_handle_is_not_linked(city, project, moderator, status) -> None:
    inzending = InitiatiefFactory(status=status, gebied=city.by_name["Duinbuurt"])
    with pytest.raises(KoppelenKanNietError):
        link(inzending, project, moderator)


def test_a_link_can_be_removed(inzending, project, moderator, collega) -> None:
    unlink(inzending, link(inzending, project, moderator), collega)
    assert inzending.koppelingen == []


def test_a_removed_link_stays_written_down(inzending, project, moderator) -> None:
    gone = unlink(inzending, link(inzending, project, moderator), moderator)
    assert (gone.project_id, gone.reden) == (project.id, "Het hoort toch bij een ander plan.")


def test_removing_stands_in_the_journal(inzending, project, moderator) -> None:
    unlink(inzending, link(inzending, project, moderator), moderator)
    assert last_in_journal(inzending).name == "InzendingOntkoppeld"


def test_a_removed_link_can_be_made_again(inzending, project, moderator) -> None:
    unlink(inzending, link(inzending, project, moderator), moderator)
    assert link(inzending, project, moderator).id


def test_removing_twice_is_refused(inzending, project, moderator) -> None:
    koppeling = link(inzending, project, moderator)
    unlink(inzending, koppeling, moderator)
    with pytest.raises(NietGekoppeldError):
        unlink(inzending, koppeling, moderator)


def test_the_link_of_another_inzending_is_not_removed(city, inzending, project, moderator) -> None:
    other = InitiatiefFactory(gebied=city.by_name["Duinbuurt"])
    koppeling = link(other, project, moderator)
    with pytest.raises(NietGekoppeldError):
        unlink(inzending, koppeling, moderator)
