"""Money by gebied, on values only: nothing is lost and nothing counts twice."""

from hypothesis import given
from hypothesis import strategies as st

from participatie.gebieden.rules import Boom
from participatie.gebieden.types import Niveau, Omtrek
from participatie.geld.rules import (
    GEMEENTE,
    add_up,
    by_year_and_source,
    kleinste_gebieden,
    order_of,
    select_posten,
    sleutel_van,
    split_cents,
)
from participatie.geld.types import GeldFilter, Post, Verdeling
from participatie.opgaven.types import Domein
from participatie.programmas.types import Geldbron

STAD, NOORD, OOST, WIJK, BUURT, HOEK = 1, 2, 3, 4, 5, 6
TREE = {
    STAD: ("Haarlem", Niveau.STAD, None),
    NOORD: ("Noord", Niveau.STADSDEEL, STAD),
    OOST: ("Oost", Niveau.STADSDEEL, STAD),
    WIJK: ("Zwanenwijk", Niveau.WIJK, NOORD),
    BUURT: ("Aarbuurt", Niveau.BUURT, WIJK),
    HOEK: ("Hoek", Niveau.BUURT, WIJK),
}
BOOM = Boom(
    {
        gebied_id: Omtrek(
            id=gebied_id,
            slug=naam.lower(),
            code=f"X{gebied_id}",
            naam=naam,
            niveau=niveau,
            ouder_id=ouder,
            geometry=None,
        )
        for gebied_id, (naam, niveau, ouder) in TREE.items()
    }
)


def post(gebied_id=BUURT, cents=100, **changes) -> Post:
    facts = {
        "project_id": 1,
        "jaar": 2027,
        "bron": Geldbron.SUBSIDIE,
        "domein": Domein.FYSIEK,
        "organisatie_id": None,
    }
    return Post(gebied_id=gebied_id, cents=cents, **facts | changes)


posten = st.lists(
    st.builds(
        post,
        gebied_id=st.sampled_from(sorted(TREE)),
        cents=st.integers(0, 10**12),
        jaar=st.integers(2025, 2029),
        project_id=st.integers(1, 5),
        bron=st.sampled_from(Geldbron),
        domein=st.sampled_from(Domein),
        organisatie_id=st.sampled_from([None, 7, 8]),
    )
)


@given(st.integers(0, 10**14), st.integers(1, 50))
def test_the_parts_of_an_amount_are_the_amount(cents, parts) -> None:
    assert sum(split_cents(cents, parts)) == cents


@given(st.integers(0, 10**14), st.integers(1, 50))
def test_no_part_differs_more_than_a_cent(cents, parts) -> None:
    assert max(split_cents(cents, parts)) - min(split_cents(cents, parts)) <= 1


def test_the_first_gebied_gets_the_cent_that_remains() -> None:
    assert split_cents(100, 3) == (34, 33, 33)


def test_money_counts_in_the_smallest_gebieden() -> None:
    assert kleinste_gebieden({NOORD, BUURT, OOST}, BOOM) == (OOST, BUURT)


def test_an_unknown_gebied_gets_nothing() -> None:
    assert kleinste_gebieden({99}, BOOM) == ()


@given(posten, st.sampled_from(Verdeling), st.sampled_from([STAD, NOORD, WIJK]))
def test_rows_and_years_both_add_up_to_the_whole(found, verdeling, gebied_id) -> None:
    wanted = GeldFilter(gebied_ids=BOOM.onder(gebied_id))
    counted = list(select_posten(found, wanted))

    overzicht = add_up(counted, sleutel_van(verdeling, gebied_id, BOOM))

    whole = sum(one.cents for one in counted)
    assert (sum(overzicht.totalen), sum(rij.totaal for rij in overzicht.rijen)) == (whole, whole)


@given(posten)
def test_a_gebied_is_what_lies_below_it_and_what_is_for_all_of_it(found) -> None:
    def total(gebied_ids) -> int:
        return sum(one.cents for one in select_posten(found, GeldFilter(gebied_ids=gebied_ids)))

    below = sum(total(BOOM.onder(child)) for child in BOOM.kinderen[STAD])
    assert total(BOOM.onder(STAD)) == below + total(frozenset({STAD}))


def test_what_is_for_the_whole_gebied_stands_apart() -> None:
    sleutel = sleutel_van(Verdeling.GEBIED, NOORD, BOOM)

    assert [sleutel(post(gebied_id)) for gebied_id in (HOEK, NOORD)] == ["zwanenwijk", "noord"]


def test_gebieden_stand_by_name_with_the_whole_last() -> None:
    assert order_of(Verdeling.GEBIED, STAD, BOOM) == ["noord", "oost", "haarlem"]


def test_other_rows_begin_with_the_most_money() -> None:
    found = [post(domein=Domein.SOCIAAL), post(domein=Domein.BESTUUR, cents=101)]
    assert order_of(Verdeling.DOMEIN, STAD, BOOM) is None

    overzicht = add_up(found, sleutel_van(Verdeling.DOMEIN, STAD, BOOM))

    assert [rij.sleutel for rij in overzicht.rijen] == ["bestuur", "sociaal"]


def test_rows_follow_the_order_that_is_given() -> None:
    overzicht = add_up([post(OOST), post(NOORD)], lambda one: str(one.gebied_id), ["2", "3"])

    assert [rij.sleutel for rij in overzicht.rijen] == ["2", "3"]


def test_a_year_without_money_stands_between() -> None:
    overzicht = add_up([post(jaar=2025), post(jaar=2027)], lambda _post: "")

    assert (overzicht.jaren, overzicht.totalen) == ((2025, 2026, 2027), (100, 0, 100))


def test_a_project_counts_once_in_the_whole() -> None:
    overzicht = add_up([post(OOST), post(NOORD)], lambda one: str(one.gebied_id))

    assert (overzicht.aantal, [rij.aantal for rij in overzicht.rijen]) == (1, [1, 1])


def test_nothing_adds_up_to_nothing() -> None:
    assert add_up([], lambda _post: "").totaal == 0


def test_a_filter_leaves_only_what_it_names() -> None:
    wanted = GeldFilter(
        van=2026, tot=2027, domein=Domein.FYSIEK, bron=Geldbron.SUBSIDIE, organisatie="7"
    )
    right = post(organisatie_id=7)
    others = [
        post(),
        post(organisatie_id=7, jaar=2028),
        post(organisatie_id=7, domein=Domein.SOCIAAL),
        post(organisatie_id=7, bron=Geldbron.DERDEN),
    ]
    assert list(select_posten([right, *others], wanted)) == [right]


def test_the_gemeente_is_who_has_no_number() -> None:
    ours = post()
    assert list(
        select_posten([ours, post(organisatie_id=7)], GeldFilter(organisatie=GEMEENTE))
    ) == [ours]


def test_amounts_of_one_year_and_source_go_together() -> None:
    assert by_year_and_source([post(), post(OOST)]) == {(2027, Geldbron.SUBSIDIE): 200}


def test_rows_by_source_and_by_organisatie_have_their_own_key() -> None:
    sleutels = [
        sleutel_van(found, STAD, BOOM) for found in (Verdeling.BRON, Verdeling.ORGANISATIE)
    ]
    assert [sleutel(post(organisatie_id=8)) for sleutel in sleutels] == ["subsidie", "8"]
