"""Who may see an inzending."""

import pytest

from participatie.accounts.types import Rol
from participatie.core.errors import NotFoundError
from participatie.inzendingen.queries import get_zichtbaar
from participatie.inzendingen.types import InzendingId, Status
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory

SENT_BUT_NOT_PUBLIC = [
    Status.INGEDIEND,
    Status.AANPASSEN,
    Status.AFGEWEZEN,
    Status.INGETROKKEN,
]


@pytest.fixture
def city(session):
    return make_city()


def verbinder_of(gebied):
    verbinder = make_gebiedsverbinder(gebied)
    verbinder.second_factor_given = True
    return verbinder


@pytest.mark.parametrize("status", list(Status))
def test_the_indiener_sees_his_own(city, status) -> None:
    inzending = InitiatiefFactory(status=status, gebied=city.wijken[0])
    assert get_zichtbaar(inzending.id, inzending.indiener) is inzending


@pytest.mark.parametrize("status", SENT_BUT_NOT_PUBLIC)
def test_the_gebiedsverbinder_sees_what_was_sent_in_his_gebied(city, status) -> None:
    inzending = InitiatiefFactory(status=status, gebied=city.buurten[0])
    assert get_zichtbaar(inzending.id, verbinder_of(city.wijken[0])) is inzending


@pytest.mark.parametrize("status", [Status.CONCEPT, *SENT_BUT_NOT_PUBLIC])
def test_the_gebiedsverbinder_of_another_gebied_does_not(city, status) -> None:
    inzending = InitiatiefFactory(status=status, gebied=city.buurten[0])
    with pytest.raises(NotFoundError):
        get_zichtbaar(inzending.id, verbinder_of(city.wijken[3]))


def test_a_concept_is_hidden_from_the_gebiedsverbinder(city) -> None:
    inzending = InitiatiefFactory(status=Status.CONCEPT, gebied=city.buurten[0])
    with pytest.raises(NotFoundError):
        get_zichtbaar(inzending.id, verbinder_of(city.stad))


@pytest.mark.parametrize("status", [Status.CONCEPT, *SENT_BUT_NOT_PUBLIC])
def test_it_does_not_exist_for_anyone_else(city, status) -> None:
    inzending = InitiatiefFactory(status=status, gebied=city.buurten[0])
    with pytest.raises(NotFoundError):
        get_zichtbaar(inzending.id, GebruikerFactory())


@pytest.mark.parametrize("status", [Status.CONCEPT, *SENT_BUT_NOT_PUBLIC])
def test_it_does_not_exist_for_a_visitor(city, status) -> None:
    inzending = InitiatiefFactory(status=status, gebied=city.buurten[0])
    with pytest.raises(NotFoundError):
        get_zichtbaar(inzending.id, None)


def test_what_is_published_is_for_everyone(city) -> None:
    inzending = InitiatiefFactory(status=Status.GEPUBLICEERD, gebied=city.buurten[0])
    assert get_zichtbaar(inzending.id, None) is inzending


def test_a_number_that_was_never_given_out_is_not_found(session) -> None:
    with pytest.raises(NotFoundError):
        get_zichtbaar(InzendingId(999_999), None)


def test_a_gebiedsverbinder_without_his_second_factor_is_a_resident(city) -> None:
    inzending = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.buurten[0])
    verbinder = make_gebiedsverbinder(city.stad)
    assert verbinder.rollen[0].rol is Rol.GEBIEDSVERBINDER
    with pytest.raises(NotFoundError):
        get_zichtbaar(inzending.id, verbinder)
