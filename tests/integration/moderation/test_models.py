import pytest
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.inzendingen.types import KoppelingSoort
from participatie.moderation.models import Ontkoppeling
from tests.factories.moderation import BesluitFactory, NotitieFactory
from tests.factories.programmas import ProjectFactory

WITHOUT = {"teruggedraaid_op": None, "teruggedraaid_door": None, "teruggedraaid_reden": None}


def test_one_version_cannot_be_decided_about_twice(inzending) -> None:
    BesluitFactory(inzending=inzending, inzending_versie=1)
    with pytest.raises(IntegrityError, match="besluiten"):
        BesluitFactory(inzending=inzending, inzending_versie=1)


def test_a_decision_has_a_reason(inzending) -> None:
    with pytest.raises(IntegrityError, match="reden_given"):
        BesluitFactory(inzending=inzending, reden="")


def test_what_was_undone_was_undone_by_someone(inzending) -> None:
    with pytest.raises(IntegrityError, match="teruggedraaid"):
        BesluitFactory(inzending=inzending, **(WITHOUT | {"teruggedraaid_op": clock.now()}))


def test_what_was_undone_has_a_reason(inzending, moderator) -> None:
    undone = {"teruggedraaid_op": clock.now(), "teruggedraaid_door": moderator}
    with pytest.raises(IntegrityError, match="teruggedraaid_with_reden"):
        BesluitFactory(inzending=inzending, **(WITHOUT | undone))


def test_a_note_is_not_empty(inzending) -> None:
    with pytest.raises(IntegrityError, match="tekst_given"):
        NotitieFactory(inzending=inzending, tekst="")


def test_a_removed_link_has_a_reason(session, inzending, moderator) -> None:
    session.add(
        Ontkoppeling(
            inzending_id=inzending.id,
            project=ProjectFactory(),
            soort=KoppelingSoort.DUBBEL_MET,
            reden="",
            door=moderator,
            op=clock.now(),
        )
    )
    with pytest.raises(IntegrityError, match="reden_given"):
        session.flush()
