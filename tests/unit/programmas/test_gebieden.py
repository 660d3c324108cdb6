import pytest

from participatie.gebieden.types import Gebiedsketen, Niveau, Omtrek
from participatie.programmas.errors import OnbekendGebiedError, WaardeError
from participatie.programmas.rules_gebieden import GebiedenInGeheugen

PUNT = {"type": "Point", "coordinates": [4.6, 52.37]}


def _omtrek(id_: int, code: str, naam: str, **more) -> Omtrek:
    return Omtrek(
        id=id_, slug=naam.lower(), code=code, naam=naam,
        niveau=more.get("niveau", Niveau.WIJK), ouder_id=more.get("ouder_id", 1),
        geometry=more.get("geometry"),
    )  # fmt: skip


GEBIEDEN = GebiedenInGeheugen(
    [
        _omtrek(1, "GM0392", "Haarlem", niveau=Niveau.STAD, ouder_id=None, geometry=PUNT),
        _omtrek(2, "WK01", "Slachthuiswijk"),
        _omtrek(3, "BU01", "Slachthuiswijk", niveau=Niveau.BUURT),
        _omtrek(4, "WK02", "Schalkwijk"),
    ],
    lambda lon, lat: (
        Gebiedsketen(stad=1, wijk=4) if (lon, lat) == (4.6, 52.37) else Gebiedsketen()
    ),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [("wk02", 4), ("SCHALKWIJK", 4), ("buurt Slachthuiswijk", 3), ("Hele stad", 1)],
)
def test_a_gebied_is_found_by_code_name_or_niveau(text, found) -> None:
    assert GEBIEDEN.named(text) == found


def test_a_name_of_two_asks_for_the_code() -> None:
    with pytest.raises(WaardeError, match="BU01 of WK01"):
        GEBIEDEN.named("Slachthuiswijk")


@pytest.mark.parametrize(("text", "voorstel"), [("Schalwijk", "Schalkwijk"), ("Atlantis", None)])
def test_an_unknown_name_comes_with_what_looks_like_it(text, voorstel) -> None:
    for _ in range(2):  # the second time it is remembered
        with pytest.raises(OnbekendGebiedError) as unknown:
            GEBIEDEN.named(text)
    assert unknown.value.voorstel == voorstel


def test_a_place_has_its_smallest_gebied() -> None:
    assert (GEBIEDEN.at(PUNT), GEBIEDEN.knows_outlines) == (4, True)
