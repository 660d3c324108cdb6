from datetime import timedelta

from participatie.core import clock
from participatie.inzendingen.types import Status
from participatie.moderation.queries import list_similar
from participatie.moderation.queries_bureau import list_own_gebieden
from participatie.moderation.types import Uitkomst
from participatie.programmas.types import Thema
from tests.factories.accounts import RolverleningFactory, make_gebiedsverbinder
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.moderation import BesluitFactory


def decided(city, buurt="Zeebuurt", *, days_ago=1, thema=Thema.GROEN, **fields):
    earlier = InitiatiefFactory(gebied=city.by_name[buurt], thema=thema)
    moment = clock.now() - timedelta(days=days_ago)
    return BesluitFactory(inzending=earlier, op=moment, **fields)


def test_decisions_in_the_same_stadsdeel_come_before_newer_ones_elsewhere(city, inzending) -> None:
    far, near = decided(city, "Gaarde", days_ago=1), decided(city, "Poort", days_ago=9)
    assert list_similar(inzending) == [near, far]


def test_the_newest_decisions_come_first(city, inzending) -> None:
    old, new = decided(city, days_ago=9), decided(city, days_ago=1)
    assert list_similar(inzending) == [new, old]


def test_five_earlier_decisions_are_enough(city, inzending) -> None:
    for number in range(8):
        decided(city, days_ago=number)
    assert len(list_similar(inzending)) == 5


def test_another_thema_is_not_comparable(city, inzending) -> None:
    decided(city, thema=Thema.VERKEER)
    assert list_similar(inzending) == []


def test_a_request_for_a_change_is_not_compared(city, inzending) -> None:
    decided(city, uitkomst=Uitkomst.AANPASSEN)
    assert list_similar(inzending) == []


def test_an_inzending_is_not_compared_with_itself(city, inzending) -> None:
    BesluitFactory(inzending=inzending)
    assert list_similar(inzending) == []


def test_an_inzending_of_the_whole_city_is_compared_with_the_whole_city(city) -> None:
    besluit = decided(city, "Gaarde")
    whole = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.stad)
    assert list_similar(whole) == [besluit]


def test_a_gebied_inside_another_of_the_same_person_is_named_once(city) -> None:
    gebruiker = make_gebiedsverbinder(city.by_name["Noord"])
    RolverleningFactory(gebruiker=gebruiker, gebied=city.by_name["Duinbuurt"])
    assert list_own_gebieden(gebruiker) == (city.by_name["Noord"].id,)


def test_gebieden_apart_are_named_by_name(city) -> None:
    gebruiker = make_gebiedsverbinder(city.by_name["Poort"])
    RolverleningFactory(gebruiker=gebruiker, gebied=city.by_name["Gaarde"])
    assert list_own_gebieden(gebruiker) == (city.by_name["Gaarde"].id, city.by_name["Poort"].id)


def test_a_beheerder_has_no_gebieden(beheerder) -> None:
    assert list_own_gebieden(beheerder) == ()
