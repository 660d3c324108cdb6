"""Adopting a programme keeps what its items said then, for good."""

from datetime import date

import pytest
from sqlalchemy import func, select

from participatie.core import clock
from participatie.core.errors import InvalidInputError, StaleError
from participatie.gebieden.queries import get_boom
from participatie.gebiedsprogrammas.errors import (
    AndereItemsError,
    NietsVastTeStellenError,
    StapKanNietError,
)
from participatie.gebiedsprogrammas.models import ProgrammaItem
from participatie.gebiedsprogrammas.queries_programma import get_jaarprogramma, get_mjgp
from participatie.gebiedsprogrammas.services import Besluit, intrekken, vaststellen
from participatie.gebiedsprogrammas.types import Afwijking, ProgrammaStatus, Vastheid
from participatie.programmas.types import Fase, Geldbron
from tests.factories.gebiedsprogrammas import (
    adopt,
    change_item,
    make_item,
    make_programma,
    seen_of,
)
from tests.integration.gebiedsprogrammas.conftest import JUNI, MEI


def _page(gebied, jaar=2027, peildatum=None):
    return get_jaarprogramma(get_boom().omtrekken[gebied.id], jaar, peildatum)


def _titles(regels) -> list[str]:
    return [regel.item.titel for regel in regels]


def test_a_concept_shows_what_is_planned_in_the_gebied_and_below_it(city, noord) -> None:
    make_item(city.by_name["Zeebuurt"], titel="In de Zeebuurt")
    make_item(city.by_name["Hoeve"], titel="Elders")
    make_item(noord, jaar=2028, titel="Later")

    assert _titles(_page(noord).regels) == ["In de Zeebuurt"]


def test_the_programme_of_the_city_holds_only_what_is_for_all_of_it(city, noord) -> None:
    make_item(noord, titel="In Noord")
    make_item(city.stad, titel="Voor heel Haarlem", geometrie=None)

    assert _titles(_page(city.stad).regels) == ["Voor heel Haarlem"]


def test_only_items_with_money_in_the_year_are_adopted(noord) -> None:
    make_item(noord, titel="Met geld")
    make_item(noord, titel="Zonder geld", cent=0)
    make_item(noord, titel="Later geld", bedragen={(2028, Geldbron.SUBSIDIE): 500})
    adopt(make_programma(noord))

    assert _titles(_page(noord).regels) == ["Met geld"]


def test_what_has_no_money_is_shown_beside_the_programme(noord) -> None:
    make_item(noord)
    make_item(noord, titel="Zonder geld", cent=0)
    adopt(make_programma(noord))

    [regel] = _page(noord).buiten
    assert (regel.item.titel, regel.afwijking) == ("Zonder geld", Afwijking.ZONDER_GELD)


def test_a_later_change_does_not_change_what_was_adopted(noord) -> None:
    project = make_item(noord, titel="Zoals besloten")
    adopt(make_programma(noord))
    change_item(project, titel="Anders", bedragen={(2027, Geldbron.SUBSIDIE): 1})

    [regel] = _page(noord).regels
    assert (regel.item.titel, regel.bedrag) == ("Zoals besloten", 100_000)


@pytest.mark.parametrize(
    ("anders", "afwijking"),
    [
        ({"titel": "Anders"}, Afwijking.GEWIJZIGD),
        ({"fase": Fase.GESTOPT}, Afwijking.GESTOPT),
        ({"start": date(2028, 1, 1), "eind": date(2028, 6, 1)}, Afwijking.ANDER_JAAR),
    ],
)
def test_an_item_tells_how_it_changed_since(noord, anders, afwijking) -> None:
    project = make_item(noord)
    adopt(make_programma(noord))
    change_item(project, **anders)

    assert _page(noord).regels[0].afwijking is afwijking


def test_an_item_tells_that_it_left_the_gebied(city, noord) -> None:
    project = make_item(noord)
    adopt(make_programma(noord))
    with clock.set_to(MEI):
        change_item(project, gebied_ids=frozenset({city.by_name["Hoeve"].id}))

    assert _page(noord).regels[0].afwijking is Afwijking.ANDER_GEBIED


def test_what_comes_later_is_not_in_the_adopted_programme(noord) -> None:
    make_item(noord)
    adopt(make_programma(noord))
    make_item(noord, titel="Later erbij")

    [regel] = _page(noord).buiten
    assert (regel.item.titel, regel.afwijking) == ("Later erbij", Afwijking.LATER_ERBIJ)


def test_sums_agree_to_the_cent(noord) -> None:
    make_item(noord, cent=33)
    make_item(noord, cent=67, bron=Geldbron.SUBSIDIE)
    adopt(make_programma(noord))
    pagina = _page(noord)

    assert pagina.totaal == sum(pagina.per_bron.values()) == 100


def test_an_item_of_two_stadsdelen_is_marked_in_both(city, noord) -> None:
    make_item(noord, city.by_name["Schalkwijk"])

    assert _page(noord).regels[0].item.gedeeld_met == ("Schalkwijk",)


def test_before_the_decision_was_written_the_year_was_a_concept(noord) -> None:
    make_item(noord)
    programma = make_programma(noord)
    with clock.set_to(JUNI):
        adopt(programma)

        assert _page(noord, peildatum=MEI.date()).stand.status is ProgrammaStatus.CONCEPT


def test_after_the_decision_the_year_is_adopted_on_every_later_day(noord) -> None:
    make_item(noord)
    adopt(make_programma(noord), nummer="2026/7")

    assert _page(noord, peildatum=MEI.date()).stand.besluitnummer == "2026/7"


def test_nothing_with_money_is_nothing_to_adopt(noord) -> None:
    make_item(noord, cent=0)

    with pytest.raises(NietsVastTeStellenError):
        adopt(make_programma(noord))


def test_what_changed_while_the_redacteur_read_is_not_adopted(noord) -> None:
    project = make_item(noord)
    programma = make_programma(noord)
    gezien = seen_of(programma)
    change_item(project, titel="Intussen anders")

    with pytest.raises(AndereItemsError):
        vaststellen(
            programma=programma,
            besluit=Besluit(nummer="1", dag=date(2026, 4, 1)),
            gezien=gezien,
            actor_id=None,
            versie=programma.versie,
        )


@pytest.mark.parametrize("nummer", ["", "  ", "<script>alert(1)</script>", "1" * 41, "/etc"])
def test_a_strange_decision_number_is_refused(noord, nummer) -> None:
    make_item(noord)

    with pytest.raises(InvalidInputError):
        adopt(make_programma(noord), nummer=nummer)


@pytest.mark.parametrize("dag", [date(2026, 4, 21), date(1800, 1, 1), date(2024, 12, 31)])
def test_a_day_that_cannot_be_is_refused(noord, dag) -> None:
    make_item(noord)

    with pytest.raises(InvalidInputError):
        adopt(make_programma(noord), dag=dag)


def test_an_old_version_is_refused(noord) -> None:
    make_item(noord)
    programma = make_programma(noord)

    with pytest.raises(StaleError):
        vaststellen(
            programma=programma,
            besluit=Besluit(nummer="1", dag=date(2026, 4, 1)),
            gezien=seen_of(programma),
            actor_id=None,
            versie=programma.versie + 1,
        )


def test_a_programme_is_adopted_only_once(noord) -> None:
    make_item(noord)
    programma = make_programma(noord)
    adopt(programma)

    with pytest.raises(StapKanNietError):
        adopt(programma)


def test_withdrawing_makes_it_a_concept_and_keeps_what_was_adopted(noord, session) -> None:
    make_item(noord)
    programma = make_programma(noord)
    adopt(programma)
    intrekken(
        programma=programma,
        reden="Het bedrag klopte niet.",
        actor_id=None,
        versie=programma.versie,
    )

    assert _page(noord).stand.status is ProgrammaStatus.CONCEPT
    assert session.scalar(select(func.count()).select_from(ProgrammaItem)) == 1


def test_the_mjgp_is_four_years_of_which_the_last_are_indicatief(noord) -> None:
    make_item(noord, jaar=2026)
    adopt(make_programma(noord, 2026))
    make_programma(noord, 2027)

    mjgp = get_mjgp(get_boom().omtrekken[noord.id])

    assert [jaar.vastheid for jaar in mjgp.jaren] == [
        Vastheid.VASTGESTELD,
        Vastheid.CONCEPT,
        Vastheid.INDICATIEF,
        Vastheid.INDICATIEF,
    ]
