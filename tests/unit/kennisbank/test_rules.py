import pytest

from participatie.core.errors import InvalidInputError
from participatie.kennisbank import rules
from participatie.kennisbank.types import ArtikelSoort, Doelgroep, Punt
from tests.factories.kennisbank import make_gegevens

OUD = (Punt(1, "Vraag een vergunning"), Punt(2, "Regel een verzekering"))


def test_what_is_only_for_officials_is_intern() -> None:
    assert rules.is_intern([Doelgroep.AMBTENAAR])


def test_what_is_for_others_too_is_not() -> None:
    assert not rules.is_intern([Doelgroep.AMBTENAAR, Doelgroep.BEWONER])


def test_a_point_that_stays_keeps_its_number() -> None:
    made = rules.number_punten(OUD, ["Regel een verzekering"], laatste=2)
    assert made == (Punt(2, "Regel een verzekering"),)


def test_a_reworded_point_keeps_its_number() -> None:
    made = rules.number_punten(OUD, ["Vraag op tijd een vergunning"], laatste=2)
    assert made[0].nummer == 1


def test_a_new_point_gets_a_number_that_was_never_used() -> None:
    made = rules.number_punten((), ["Iets heel anders"], laatste=7)
    assert made[0].nummer == 8


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"titel": " "}, "titel"),
        ({"samenvatting": ""}, "samenvatting"),
        ({"doelgroepen": ()}, "doelgroepen"),
        ({"fasen": ()}, "fasen"),
        ({"tekst": ""}, "tekst"),
        ({"tekst": "x" * (rules.TEKST_MAX_LENGTH + 1)}, "tekst"),
        ({"punten": ("a",)}, "punten"),
    ],
)
def test_an_article_that_misses_something_is_refused_at_its_field(fields, field) -> None:
    with pytest.raises(InvalidInputError) as error:
        rules.check_gegevens(make_gegevens(**fields), ArtikelSoort.ARTIKEL, eerste=True)
    assert error.value.field == field


def test_a_newer_version_says_what_changed() -> None:
    with pytest.raises(InvalidInputError) as error:
        rules.check_gegevens(make_gegevens(), ArtikelSoort.ARTIKEL, eerste=False)
    assert error.value.field == "wijziging"


@pytest.mark.parametrize("punten", [(), ("a", "a"), ("x" * 201,), tuple(map(str, range(41)))])
def test_a_checklist_has_a_few_short_different_points(punten) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_punten(punten)


def test_points_are_read_one_from_each_line() -> None:
    assert rules.clean_punten("- Een\n\n *  twee \n") == ("Een", "twee")


def test_the_lines_that_went_and_came_are_told() -> None:
    assert rules.compare_lines("a\nb", "a\nc") == (("weg", "b"), ("erbij", "c"))


def test_the_fields_that_changed_are_told() -> None:
    assert rules.list_changed(make_gegevens(), make_gegevens(titel="Anders")) == ("titel",)


@pytest.mark.parametrize(
    "punten", [[], ["Punt"] * 2, ["a" * (rules.PUNT_MAX_LENGTH + 1)], list("abc") * 40]
)
def test_points_that_cannot_make_a_checklist_are_refused(punten) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_punten(punten)


def test_points_that_differ_make_a_checklist() -> None:
    assert rules.check_punten(["Vergunning", "Verzekering"]) is None


@pytest.mark.parametrize(("tekst", "punten"), [(" ", ()), ("Zo doet u dat.", ("Punt",))])
def test_an_article_has_a_text_and_no_points(tekst, punten) -> None:
    with pytest.raises(InvalidInputError):
        rules._check_soort(  # noqa: SLF001  # the part about the kind alone
            make_gegevens(tekst=tekst, punten=punten), ArtikelSoort.ARTIKEL
        )


def test_an_article_with_a_text_is_fine() -> None:
    gegevens = make_gegevens(tekst="Zo doet u dat.", punten=())
    assert rules._check_soort(gegevens, ArtikelSoort.ARTIKEL) is None  # noqa: SLF001


def test_a_checklist_is_held_to_its_points() -> None:
    with pytest.raises(InvalidInputError, match="minstens"):
        rules._check_soort(make_gegevens(punten=()), ArtikelSoort.CHECKLIST)  # noqa: SLF001
