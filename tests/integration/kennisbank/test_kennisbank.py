import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.onderwerpen import Onderwerp
from participatie.journal.queries import list_entries
from participatie.kennisbank.errors import GeenArtikelError, GeenPuntError, NietsNieuwsError
from participatie.kennisbank.models import ArtikelVersie, Vinkje
from participatie.kennisbank.queries import (
    get_publiek,
    list_afgevinkt,
    list_artikelen,
    list_checklists,
    list_documents,
    list_voor_fase,
    list_voor_stap,
)
from participatie.kennisbank.services import (
    change_artikel,
    publish_artikel,
    withdraw_artikel,
)
from participatie.kennisbank.services_vinkjes import tick, untick
from participatie.kennisbank.types import ArtikelFilter, Doelgroep, HulpFase, Hulpvraag
from tests.factories.accounts import make_redacteur
from tests.factories.kennisbank import make_artikel, make_checklist, make_gegevens

VRAAG = Hulpvraag(
    onderwerp=Onderwerp("initiatief", 7),
    pad="/initiatieven/7",
    fase=HulpFase.ZOEKEN,
    thema="groen",
    initiatiefsoort="initiatief",
)


@pytest.fixture
def door(session):
    return make_redacteur()


def titles(chosen=None, *, staff=False):
    found = list_artikelen(chosen or ArtikelFilter(), staff=staff, number=1)
    return [versie.titel for versie in found.items]


def test_a_concept_is_not_on_the_site(door) -> None:
    made = make_artikel(door, public=False)
    with pytest.raises(GeenArtikelError):
        get_publiek(made.slug, staff=True)


def test_what_is_for_officials_only_is_hidden_from_others(door) -> None:
    make_artikel(door, doelgroepen=(Doelgroep.AMBTENAAR,))
    assert (titles(), len(titles(staff=True))) == ([], 1)


def test_a_newer_version_is_not_on_the_site_before_it_is_published(door) -> None:
    made = make_artikel(door)
    nieuw = make_gegevens(titel="Nieuw", wijziging="Andere titel")
    change_artikel(made, nieuw, versie=made.versie, door_id=door.id)
    assert titles() == ["Een vergunning vragen"]


def test_every_version_stays(door) -> None:
    made = make_artikel(door)
    nieuw = make_gegevens(titel="Nieuw", wijziging="Andere titel")
    change_artikel(made, nieuw, versie=made.versie, door_id=door.id)
    assert [one.titel for one in made.versies] == ["Een vergunning vragen", "Nieuw"]


def test_an_old_view_changes_nothing(door) -> None:
    made = make_artikel(door)
    with pytest.raises(StaleError):
        change_artikel(made, make_gegevens(wijziging="x"), versie=99, door_id=door.id)


def test_what_is_published_already_is_not_published_again(door) -> None:
    made = make_artikel(door)
    with pytest.raises(NietsNieuwsError):
        publish_artikel(made, versie=made.versie, door_id=door.id)


def test_what_was_taken_off_the_site_can_be_put_back(door) -> None:
    made = make_artikel(door)
    withdraw_artikel(made, versie=made.versie, door_id=door.id)
    db.session.flush()
    gone = titles()
    publish_artikel(made, versie=made.versie, door_id=door.id)
    assert (gone, len(titles())) == ([], 1)


def test_two_articles_with_one_title_have_two_addresses(door) -> None:
    assert make_artikel(door).slug != make_artikel(door).slug


def test_an_article_is_never_in_the_place_of_another_page(door) -> None:
    assert make_artikel(door, titel="Beheer").slug != "beheer"


@pytest.mark.parametrize(
    "chosen",
    [
        ArtikelFilter(doelgroep=Doelgroep.WIJKRAAD),
        ArtikelFilter(fase=HulpFase.AFRONDEN),
        ArtikelFilter(thema="water"),
    ],
)
def test_the_filter_leaves_out_what_does_not_fit(door, chosen) -> None:
    make_artikel(door)
    assert titles(chosen) == []


def test_the_filter_keeps_what_fits(door) -> None:
    make_artikel(door, thema="groen")
    fits = ArtikelFilter(doelgroep=Doelgroep.INITIATIEFNEMER, fase=HulpFase.IDEE, thema="groen")
    assert len(titles(fits)) == 1


def test_a_step_shows_what_was_written_for_it(door) -> None:
    make_artikel(door, stappen=("waar",))
    assert ([*list_voor_stap("wat")], len(list_voor_stap("waar"))) == ([], 1)


def test_help_for_a_fase_leaves_out_other_themes(door) -> None:
    make_artikel(door, titel="Groen", thema="groen")
    make_artikel(door, titel="Verkeer", thema="verkeer")
    make_artikel(door, titel="Algemeen")
    found = list_voor_fase(HulpFase.ZOEKEN, "groen", staff=False)
    assert [one.titel for one in found] == ["Groen", "Algemeen"]


def test_a_point_is_ticked_once(door) -> None:
    made = make_checklist(door)
    ticked = [tick(VRAAG, artikel_id=made.id, punt=1) for _ in range(2)]
    assert (ticked, db.session.query(Vinkje).count()) == ([True, False], 1)


def test_a_tick_can_be_taken_away(door) -> None:
    made = make_checklist(door)
    tick(VRAAG, artikel_id=made.id, punt=1)
    assert [untick(VRAAG, artikel_id=made.id, punt=1) for _ in range(2)] == [True, False]


def test_the_ticks_are_of_one_onderwerp(door) -> None:
    made = make_checklist(door)
    tick(VRAAG, artikel_id=made.id, punt=2)
    lists = list_checklists("initiatief", "groen")
    mine = list_afgevinkt(VRAAG.onderwerp, lists)[made.id]
    other = list_afgevinkt(Onderwerp("initiatief", 8), lists)[made.id]
    assert ([one.gedaan for one in mine], [one.gedaan for one in other]) == (
        [False, True],
        [False, False],
    )


@pytest.mark.parametrize("punt", [0, 3, 2_147_483_647])
def test_a_point_that_is_not_in_the_list_is_not_ticked(door, punt) -> None:
    made = make_checklist(door)
    with pytest.raises(GeenPuntError):
        tick(VRAAG, artikel_id=made.id, punt=punt)


def test_a_checklist_for_another_theme_is_not_ticked(door) -> None:
    made = make_checklist(door, thema="verkeer")
    with pytest.raises(GeenPuntError):
        tick(VRAAG, artikel_id=made.id, punt=1)


def test_what_only_officials_may_read_is_not_found_by_searching(door) -> None:
    make_artikel(door, doelgroepen=(Doelgroep.AMBTENAAR,))
    open_one = make_artikel(door)
    assert [one.onderwerp.id for one in list_documents(None)] == [open_one.id]


def test_the_journal_tells_which_version_was_published(door) -> None:
    made = make_artikel(door)
    lines = list_entries(Onderwerp("kennisartikel", made.id))
    assert {(line.name, line.data["nummer"]) for line in lines} == {
        ("ArtikelGeschreven", 1),
        ("ArtikelGepubliceerd", 1),
    }


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kennisartikelen SET publiek_nummer = NULL",
        "UPDATE kennisartikelen SET gepubliceerd_op = NULL",
        "UPDATE kennisartikelen SET laatste_punt = -1",
        "UPDATE kennisartikel_versies SET nummer = 0",
        "UPDATE kennisartikel_versies SET nummer = 2",
        "UPDATE kennisartikel_versies SET titel = ''",
    ],
)
def test_the_database_refuses_what_must_never_be(door, statement) -> None:
    make_artikel(door)
    db.session.flush()
    with pytest.raises(IntegrityError), db.session.begin_nested():
        db.session.execute(text(statement))


def test_the_database_refuses_a_second_tick(door) -> None:
    made = make_checklist(door)
    tick(VRAAG, artikel_id=made.id, punt=1)
    again = (
        "INSERT INTO checklist_vinkjes (onderwerp_soort, onderwerp_id, artikel_id, punt, op)"
        " SELECT onderwerp_soort, onderwerp_id, artikel_id, punt, op FROM checklist_vinkjes"
    )
    with pytest.raises(IntegrityError), db.session.begin_nested():
        db.session.execute(text(again))


def test_a_list_asks_the_database_no_more_when_it_is_longer(door, count_queries) -> None:
    make_artikel(door)
    with count_queries() as one:
        titles()
    for _ in range(5):
        make_artikel(door)
    db.session.expire_all()
    with count_queries() as more:
        titles()
    assert len(more) == len(one)


def test_a_version_keeps_who_wrote_it_by_number(door) -> None:
    make_artikel(door)
    assert db.session.scalar(db.select(ArtikelVersie.door_id)) == door.id
