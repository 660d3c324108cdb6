"""What must never be stored, also when a service forgets to ask."""

from dataclasses import replace

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from participatie.core.db import db
from participatie.opgaven.errors import VersieVastError
from participatie.opgaven.models import DoelTekst, Gebiedsopgave, Indicator, OpgaveVersie
from tests.factories.opgaven import INDICATOR, make_herijking


def _change(concept, **values):
    db.session.execute(update(OpgaveVersie).where(OpgaveVersie.id == concept.id).values(**values))


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"tot_jaar": 2031}, "period_of_4_or_5_years"),
        ({"tot_jaar": 2028}, "period_of_4_or_5_years"),
        ({"van_jaar": -5, "tot_jaar": -1}, "period_in_this_century"),
        ({"status": "vastgesteld"}, "vastgesteld_has_decision"),
        ({"besluitnummer": "2026/1"}, "vastgesteld_has_decision"),
        ({"nummer": 2}, "herijking_has_reden"),
    ],
)
def test_a_version_that_cannot_be_is_refused(concept, values, name) -> None:
    with pytest.raises(IntegrityError, match=name):
        _change(concept, **values)


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"streefjaar": 2025}, "target_after_baseline"),
        ({"streefjaar": 2999}, "years_in_reach"),
        ({"nulmeting_jaar": -5}, "years_in_reach"),
    ],
)
def test_a_figure_of_impossible_years_is_refused(concept, values, name) -> None:
    row = vars(INDICATOR) | {"doel_tekst_id": concept.teksten[0].id} | values
    with pytest.raises(IntegrityError, match=name):
        db.session.execute(insert(Indicator).values(row))


def test_an_opgave_has_one_concept_at_a_time(vastgesteld) -> None:
    concept = make_herijking(vastgesteld)
    columns = [column.name for column in OpgaveVersie.__table__.columns if column.name != "id"]
    row = {name: getattr(concept, name) for name in columns}
    with pytest.raises(IntegrityError, match=r"one_concept|opgave_versies.opgave_id"):
        db.session.execute(insert(OpgaveVersie).values(row | {"nummer": 9}))


def test_a_gebied_has_one_opgave_that_begins_in_a_year(concept) -> None:
    opgave = concept.opgave
    db.session.add(
        Gebiedsopgave(
            gebied_id=opgave.gebied_id, van_jaar=2026, aangemaakt_op=opgave.aangemaakt_op
        )
    )
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_goal_stands_once_in_a_version(concept) -> None:
    tekst = concept.teksten[0]
    columns = [column.name for column in DoelTekst.__table__.columns if column.name != "id"]
    with pytest.raises(IntegrityError):
        db.session.execute(
            insert(DoelTekst).values({name: getattr(tekst, name) for name in columns})
        )


def _change_reden(versie):
    versie.reden = "Achteraf bedacht."


def _change_status(versie):
    versie.status = "concept"


def _change_goal(versie):
    versie.teksten[0].titel = "Iets anders"


def _drop_goal(versie):
    versie.teksten.clear()


def _change_figure(versie):
    versie.teksten[0].indicatoren[0].streefwaarde = 1


def _drop_figure(versie):
    versie.teksten[0].indicatoren.clear()


def _add_figure(versie):
    versie.teksten[0].indicatoren.append(Indicator(**vars(replace(INDICATOR, naam="Nog een"))))


def _delete(versie):
    db.session.delete(versie.opgave)


@pytest.mark.parametrize(
    "change",
    [
        _change_reden,
        _change_status,
        _change_goal,
        _drop_goal,
        _change_figure,
        _drop_figure,
        _add_figure,
        _delete,
    ],
)
def test_nothing_of_a_vastgestelde_version_changes(session, vastgesteld, change) -> None:
    session.commit()  # as in a later request

    change(vastgesteld)

    with pytest.raises(VersieVastError):
        session.flush()
