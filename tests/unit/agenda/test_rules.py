from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from participatie.agenda import rules
from participatie.agenda.types import BijeenkomstStatus, DeelnameStatus, Telling, Veld
from participatie.core.errors import InvalidInputError
from tests.factories.agenda import make_bijeenkomst_gegevens

GEBIED = SimpleNamespace(id=1)
BEGIN = datetime(2027, 3, 1, 19, tzinfo=UTC)


def said(**fields):
    return make_bijeenkomst_gegevens(GEBIED, **{"begin": BEGIN} | fields)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"titel": " "}, "titel"),
        ({"plek_omschrijving": ""}, "plek_omschrijving"),
        ({"organisator": ""}, "organisator"),
        ({"eind": BEGIN}, "eindtijd"),
        ({"eind": BEGIN + timedelta(days=9)}, "eindtijd"),
        ({"link": "http://onveilig.example"}, "link"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"aanmelden": False, "capaciteit": 5}, "capaciteit"),
        ({"capaciteit": 0}, "capaciteit"),
    ],
)
def test_what_people_cannot_come_to_is_refused_at_its_field(fields, field) -> None:
    with pytest.raises(InvalidInputError) as error:
        rules.check_gegevens(said(**fields))
    assert error.value.field == field


@pytest.mark.parametrize(
    ("telling", "capaciteit", "expected"),
    [
        (Telling(9, 0), None, DeelnameStatus.PLEK),
        (Telling(1, 0), 2, DeelnameStatus.PLEK),
        (Telling(2, 0), 2, DeelnameStatus.WACHTLIJST),
        (Telling(1, 1), 2, DeelnameStatus.WACHTLIJST),
    ],
)
def test_the_next_one_has_a_place_when_nobody_waits(telling, capaciteit, expected) -> None:
    assert rules.place_for(telling, capaciteit) is expected


@pytest.mark.parametrize(
    ("telling", "capaciteit", "free"),
    [
        (Telling(2, 3), 4, 2),
        (Telling(5, 3), 4, 0),
        (Telling(2, 3), None, 3),
        (Telling(0, 1), 4, 1),
    ],
)
def test_who_waits_gets_the_places_that_are_free(telling, capaciteit, free) -> None:
    assert rules.free_places(telling, capaciteit) == free


def test_nobody_registers_when_it_has_begun() -> None:
    assert not rules.may_register(
        aanmelden=True, status=BijeenkomstStatus.GEPLAND, begin=BEGIN, moment=BEGIN
    )


def test_what_is_different_is_told() -> None:
    later = said(begin=BEGIN + timedelta(hours=1))
    assert rules.list_changed(said(), later) == (Veld.TIJD,)


@pytest.mark.parametrize("capaciteit", [None, 1, rules.MAX_CAPACITEIT])
def test_a_number_of_places_that_can_be_is_fine(capaciteit) -> None:
    gegevens = said(aanmelden=True, capaciteit=capaciteit)
    rules._check_capaciteit(gegevens)  # noqa: SLF001  # the only part that differs
    assert gegevens.capaciteit == capaciteit


def test_places_without_registration_are_refused() -> None:
    with pytest.raises(InvalidInputError, match="alleen zin"):
        rules._check_capaciteit(said(aanmelden=False, capaciteit=5))  # noqa: SLF001
