import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from participatie.journal.models import JournalEntry
from participatie.raakvlakken.errors import (
    AlBeoordeeldError,
    NietsTerugTeNemenError,
    VervallenError,
)
from participatie.raakvlakken.models import Oordeelstap, Raakvlak
from participatie.raakvlakken.services_oordeel import judge, judge_many, take_back
from participatie.raakvlakken.types import Oordeel
from tests.factories.raakvlakken import RaakvlakFactory, make_raakvlak_in

REDEN = "Samen gaat de straat een keer open."


@pytest.fixture
def raakvlak(buurt):
    return make_raakvlak_in(buurt)


def judge_it(raakvlak, door, **fields):
    judge(
        **{
            "raakvlak": raakvlak,
            "oordeel": Oordeel.COMBINEREN,
            "reden": REDEN,
            "door": door,
            "versie": raakvlak.versie,
        }
        | fields
    )
    db.session.flush()


def test_a_judgement_is_kept_with_its_reason_and_who(raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur)
    assert (raakvlak.oordeel, raakvlak.reden, raakvlak.door) == (
        Oordeel.COMBINEREN,
        REDEN,
        redacteur,
    )


def test_a_judgement_stands_in_the_journal(raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur)
    entry = db.session.scalars(
        select(JournalEntry).where(JournalEntry.name == "RaakvlakBeoordeeld")
    ).one()
    assert (entry.data["oordeel"], entry.data["was"]) == ("combineren", "open")


def test_the_journal_does_not_hold_the_reason(raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur)
    entries = db.session.scalars(select(JournalEntry))
    assert all(REDEN not in str(entry.data) for entry in entries)


def test_a_judgement_can_be_changed_and_both_are_kept(raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur, tonen=True)
    judge_it(raakvlak, redacteur, oordeel=Oordeel.HINDER)
    steps = db.session.scalars(select(Oordeelstap.oordeel).order_by(Oordeelstap.id)).all()
    assert (steps, raakvlak.tonen) == ([Oordeel.COMBINEREN, Oordeel.HINDER], False)


def test_a_judgement_can_be_taken_back(raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur)
    take_back(
        raakvlak=raakvlak, reden="Dit was een vergissing.", door=redacteur, versie=raakvlak.versie
    )
    db.session.flush()
    assert (raakvlak.oordeel, raakvlak.reden, raakvlak.door) == (Oordeel.OPEN, None, None)


def test_what_was_not_judged_cannot_be_taken_back(raakvlak, redacteur) -> None:
    with pytest.raises(NietsTerugTeNemenError):
        take_back(raakvlak=raakvlak, reden=REDEN, door=redacteur, versie=1)


def test_open_is_no_judgement(raakvlak, redacteur) -> None:
    with pytest.raises(NietsTerugTeNemenError):
        judge_it(raakvlak, redacteur, oordeel=Oordeel.OPEN)


def test_who_looked_at_an_older_version_changes_nothing(raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur)
    with pytest.raises(AlBeoordeeldError):
        judge_it(raakvlak, redacteur, versie=1)


def test_what_no_longer_touches_is_not_judged(buurt, redacteur) -> None:
    gone = make_raakvlak_in(buurt, vervallen_op=RaakvlakFactory.gevonden_op)
    with pytest.raises(VervallenError):
        judge_it(gone, redacteur)


@pytest.mark.parametrize("fields", [{"reden": "kort"}, {"oordeel": Oordeel.HINDER, "tonen": True}])
def test_what_does_not_obey_the_rules_is_refused(raakvlak, redacteur, fields) -> None:
    with pytest.raises(InvalidInputError):
        judge_it(raakvlak, redacteur, **fields)


def test_several_pairs_are_judged_with_one_reason(buurt, redacteur) -> None:
    found = [make_raakvlak_in(buurt) for _ in range(3)]
    judge_many(
        pairs=[(one, 1) for one in found],
        oordeel=Oordeel.GEEN_PROBLEEM,
        reden=REDEN,
        door=redacteur,
    )
    db.session.flush()
    assert set(db.session.scalars(select(Raakvlak.oordeel))) == {Oordeel.GEEN_PROBLEEM}
