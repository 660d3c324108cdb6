import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.gebieden.errors import ImportRefusedError
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import find_gebied, list_gebieden
from participatie.gebieden.services_import import import_gebieden
from participatie.gebieden.types import Niveau
from participatie.journal.models import JournalEntry
from tests.factories.gebieden import GebiedFactory, square
from tests.integration.gebieden.conftest import LINKS, RECHTS, buurt, stad, wijk


def names(niveau):
    return [gebied.naam for gebied in list_gebieden(niveau)]


def test_the_stad_is_imported(session, write) -> None:
    import_gebieden(path=write(stad()), niveau=Niveau.STAD)
    assert names(Niveau.STAD) == ["Vierkant"]


def test_a_gebied_gets_an_address_from_its_name(square_city) -> None:
    assert find_gebied("WK999901").slug == "linkerwijk"


def test_the_second_time_nothing_changes(square_city, write) -> None:
    verslag = import_gebieden(path=write(stad()), niveau=Niveau.STAD)
    assert (verslag.is_changed, verslag.ongewijzigd) == (False, 1)


def test_an_import_stands_in_the_journal(square_city) -> None:
    entry = db.session.scalars(select(JournalEntry).order_by(JournalEntry.id)).first()
    assert (entry.name, entry.data) == (
        "GebiedenIngelezen",
        {"niveau": "stad", "nieuw": 1, "gewijzigd": 0},
    )


def test_an_import_that_changes_nothing_does_not_stand_in_the_journal(square_city, write) -> None:
    before = db.session.scalar(select(func.count(JournalEntry.id)))
    import_gebieden(path=write(stad()), niveau=Niveau.STAD)
    assert db.session.scalar(select(func.count(JournalEntry.id))) == before


def test_a_stadsdeel_gets_a_code_of_our_own(square_city) -> None:
    assert [gebied.code for gebied in list_gebieden(Niveau.STADSDEEL)] == [
        "SD9999-LINKS",
        "SD9999-RECHTERKANT",
    ]


def test_a_misspelled_stadsdeel_is_recognised(square_city, write) -> None:
    path = write(({"stadsdeel": "Rechtekant"}, square(*RECHTS)))
    verslag = import_gebieden(path=path, niveau=Niveau.STADSDEEL)
    assert "'Rechtekant' gelezen als Rechterkant." in verslag.waarschuwingen


def test_a_misspelled_stadsdeel_makes_no_second_one(square_city, write) -> None:
    path = write(({"stadsdeel": "RECHTE KANT"}, square(*RECHTS)))
    import_gebieden(path=path, niveau=Niveau.STADSDEEL)
    assert names(Niveau.STADSDEEL) == ["Links", "Rechterkant"]


def test_a_wijk_lies_in_the_stadsdeel_with_the_largest_overlap(square_city) -> None:
    assert find_gebied("WK999902").ouder.naam == "Rechterkant"


def test_a_buurt_lies_in_the_wijk_of_its_code(square_city, write) -> None:
    path = write(buurt("BU99990101", "Buurtje", *RECHTS))
    import_gebieden(path=path, niveau=Niveau.BUURT)
    assert find_gebied("BU99990101").ouder.naam == "Linkerwijk"


def test_a_buurt_outside_the_wijk_of_its_code_is_reported(square_city, write) -> None:
    path = write(buurt("BU99990101", "Buurtje", *RECHTS))
    verslag = import_gebieden(path=path, niveau=Niveau.BUURT)
    assert verslag.waarschuwingen == ["BU99990101 hoort bij WK999901, maar ligt elders."]


def test_a_buurt_of_an_unknown_wijk_lies_where_it_overlaps(square_city, write) -> None:
    path = write(buurt("BU99990701", "Buurtje", *RECHTS))
    import_gebieden(path=path, niveau=Niveau.BUURT)
    assert find_gebied("BU99990701").ouder.naam == "Rechterwijk"


def test_a_buurt_with_the_name_of_a_wijk_gets_another_address(square_city, write) -> None:
    path = write(buurt("BU99990101", "Linkerwijk", *LINKS))
    import_gebieden(path=path, niveau=Niveau.BUURT)
    assert find_gebied("BU99990101").slug == "linkerwijk-buurt"


def test_a_code_that_lost_its_letters_is_read(square_city, write) -> None:
    path = write(buurt(99990101, "Buurtje", *LINKS))
    import_gebieden(path=path, niveau=Niveau.BUURT)
    assert find_gebied("BU99990101").naam == "Buurtje"


def test_open_water_is_left_out(square_city, write) -> None:
    path = write(
        buurt("BU99990101", "Buurtje", *LINKS),
        buurt("BU99990199", "De plas", *LINKS, water="JA"),
    )
    import_gebieden(path=path, niveau=Niveau.BUURT)
    assert names(Niveau.BUURT) == ["Buurtje"]


def test_figures_beside_the_outlines_are_read(square_city, write) -> None:
    path = write(buurt("BU99990101", "Buurtje", *LINKS, aantalInwoners=1200, jaar=2024))
    import_gebieden(path=path, niveau=Niveau.BUURT)
    assert find_gebied("BU99990101").inwoners == 1200


def test_figures_beside_the_outlines_may_be_missing(square_city, write) -> None:
    path = write(buurt("BU99990101", "Buurtje", *LINKS, aantalInwoners=-99997, jaar=2024))
    import_gebieden(path=path, niveau=Niveau.BUURT)
    assert find_gebied("BU99990101").inwoners is None


def test_an_official_outline_replaces_a_sketch_and_keeps_its_id(square_city, write) -> None:
    ouder = find_gebied("WK999901")
    sketch = GebiedFactory(
        code="BU99990101",
        naam="Buurtje",
        niveau=Niveau.BUURT,
        ouder=ouder,
        schematisch=True,
        geometrie=square(4.6, 52.37, 4.62, 52.39),
    )
    path = write(buurt("BU99990101", "Buurtje", *LINKS))
    import_gebieden(path=path, niveau=Niveau.BUURT)
    found = find_gebied("BU99990101")
    assert (found.id, found.schematisch, found.west) == (sketch.id, False, LINKS[0])


def test_a_sketch_that_is_not_in_the_file_loses_its_outline(square_city, write) -> None:
    GebiedFactory(
        code="BU99990109",
        naam="Verzonnen",
        niveau=Niveau.BUURT,
        ouder=find_gebied("WK999901"),
        schematisch=True,
        geometrie=square(*LINKS),
    )
    verslag = import_gebieden(
        path=write(buurt("BU99990101", "Buurtje", *LINKS)), niveau=Niveau.BUURT
    )
    assert "weggehaald" in verslag.waarschuwingen[0]


def test_wijken_move_when_their_stadsdelen_do(square_city, write) -> None:
    path = write(
        ({"stadsdeel": "Links"}, square(*RECHTS)), ({"stadsdeel": "Rechterkant"}, square(*LINKS))
    )
    # Two of the same size that change places are not a shift of the whole.
    import_gebieden(path=path, niveau=Niveau.STADSDEEL)
    assert find_gebied("WK999902").ouder.naam == "Links"


def test_gebieden_that_lie_over_each_other_are_reported(square_city, write) -> None:
    path = write(buurt("BU99990101", "Een", *LINKS), buurt("BU99990102", "Twee", *LINKS))
    verslag = import_gebieden(path=path, niveau=Niveau.BUURT)
    assert verslag.waarschuwingen == ["BU99990101 en BU99990102 liggen over elkaar."]


def test_a_sketch_stays_under_what_it_was_drawn_under(square_city, write) -> None:
    wijk_ = find_gebied("WK999902")
    wijk_.schematisch = True
    path = write(
        ({"stadsdeel": "Links"}, square(*RECHTS)), ({"stadsdeel": "Rechterkant"}, square(*LINKS))
    )
    verslag = import_gebieden(path=path, niveau=Niveau.STADSDEEL)
    assert (wijk_.ouder.naam, verslag.waarschuwingen) == ("Rechterkant", [])


@pytest.mark.parametrize(
    ("niveau", "first"),
    [(Niveau.STADSDEEL, "stad"), (Niveau.WIJK, "stadsdelen"), (Niveau.BUURT, "wijken")],
)
def test_the_niveau_above_must_be_there(session, write, niveau, first) -> None:
    files = {
        Niveau.STADSDEEL: ({"stadsdeel": "Links"}, square(*LINKS)),
        Niveau.WIJK: wijk("WK999901", "Wijk", *LINKS),
        Niveau.BUURT: buurt("BU99990101", "Buurt", *LINKS),
    }
    with pytest.raises(ImportRefusedError, match=f"Importeer eerst de {first}"):
        import_gebieden(path=write(files[niveau]), niveau=niveau)


def test_the_name_follows_the_file(square_city, write) -> None:
    import_gebieden(path=write(stad(naam="Vierhoek")), niveau=Niveau.STAD)
    assert db.session.scalars(select(Gebied.naam).where(Gebied.code == "GM9999")).all() == [
        "Vierhoek"
    ]
