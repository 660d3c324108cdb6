import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.queries_wachtrij import list_waiting
from participatie.voorstellen.services_besluit import agree
from participatie.voorstellen.services_inlezen import propose_from_file, try_file
from participatie.voorstellen.types import Rijgevolg, VoorstelStatus

KOP = (
    "sleutel;titel;domein;fase;start;eind;trekker;contact_naam;participatieniveau;"
    "participatie_toelichting;gebieden;derden_2027\n"
)
NIEUW, WIJZIGING, VERNIEUWD, WACHT, GELIJK, OVERGESLAGEN = Rijgevolg


def rij(sleutel="R1", titel="Nieuwe daken", gebied="Duinbuurt") -> str:
    return (
        f"{sleutel};{titel};fysiek;voorbereiding;2027-01-01;2027-12-31;Corporatie;Team;"
        f"adviseren;Kies mee.;{gebied};1.000\n"
    )


def bestand(*rijen: str) -> bytes:
    return (KOP + "".join(rijen)).encode()


@pytest.fixture
def read(organisatie, partner):
    """Read in a file as the partner, and return what happened as far as anything did."""

    def reading(*rijen: str):
        found = propose_from_file(bestand(*rijen), organisatie=organisatie, indiener_id=partner.id)
        db.session.flush()
        return {gevolg: number for gevolg, number in found.aantallen.items() if number}

    return reading


@pytest.fixture
def agreed(read, redacteur):
    """One row that was read in and agreed to."""
    read(rij())
    voorstel = db.session.scalars(select(Voorstel)).one()
    project = agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
    db.session.flush()
    return project


def count() -> int:
    return db.session.scalar(select(func.count(Voorstel.id))) or 0


def test_every_new_row_becomes_a_voorstel_that_waits(read) -> None:
    assert read(rij("R1"), rij("R2")) == {NIEUW: 2}
    statuses = set(db.session.scalars(select(Voorstel.status)))
    assert statuses == {VoorstelStatus.AANGEBODEN}


def test_the_same_file_twice_makes_no_second_voorstel(read) -> None:
    read(rij("R1"), rij("R2"))
    assert read(rij("R1"), rij("R2")) == {WACHT: 2}
    assert count() == 2


def test_what_stands_in_the_register_already_does_nothing(read, agreed) -> None:
    assert read(rij()) == {GELIJK: 1}


def test_what_differs_from_the_register_becomes_a_change(read, agreed) -> None:
    assert read(rij(titel="Alle daken")) == {WIJZIGING: 1}


def test_a_newer_file_renews_what_waits(read) -> None:
    read(rij())
    assert read(rij(titel="Alle daken")) == {VERNIEUWD: 1}
    assert db.session.scalars(select(Voorstel.titel)).all() == ["Alle daken"]


def test_a_key_of_another_system_is_a_new_item(read, project) -> None:
    assert read(rij(project.bronsleutel)) == {NIEUW: 1}


def test_mistakes_are_told_by_row_and_nothing_is_kept(read) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read(rij("R1"), rij("R2", gebied="Atlantis"))
    assert [fout.rij for fout in refused.value.fouten] == [3]
    assert count() == 0


def test_looking_first_keeps_nothing(organisatie, partner) -> None:
    found = try_file(bestand(rij()), organisatie=organisatie, indiener_id=partner.id)
    assert (found.aantallen[NIEUW], count()) == (1, 0)


def test_what_came_from_one_file_can_be_found_together(read) -> None:
    read(rij("R1"), rij("R2"))
    ids = set(db.session.scalars(select(Voorstel.id)))
    assert len({one.inlezing for one in list_waiting(ids)}) == 1


def test_a_row_of_another_source_is_passed_over_and_the_rest_is_offered(
    organisatie, partner, project
) -> None:
    lines = [f"bronsysteem;{KOP}", f"mjgp;{rij(project.bronsleutel)}", f";{rij('R2')}"]
    found = propose_from_file(
        "".join(lines).encode(), organisatie=organisatie, indiener_id=partner.id
    )
    assert (found.aantallen[NIEUW], found.aantallen[OVERGESLAGEN]) == (1, 1)
    assert "Hoort bij bron mjgp" in found.overgeslagen[0].waarom


def test_an_amount_that_may_mean_two_things_is_told_to_the_partner(organisatie, partner) -> None:
    data = bestand(rij().replace("1.000", "1,250"))
    (one,) = try_file(data, organisatie=organisatie, indiener_id=partner.id).let_op
    assert "Bedoelt u € 1,25?" in one.melding
