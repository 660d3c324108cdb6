import pytest

from participatie.core.errors import InvalidInputError
from participatie.organisaties import rules
from participatie.organisaties.types import OrganisatieGegevens, OrganisatieSoort


def said(naam="Woningcorporatie", website=None):
    return OrganisatieGegevens(
        naam=naam, soort=OrganisatieSoort.CORPORATIE, omschrijving="", website=website
    )


@pytest.mark.parametrize(
    ("naam", "slug"),
    [
        ("Politie basisteam", "politie-basisteam"),
        ("Zórg & Zo", "zorg-zo"),
        ("Nieuw", "nieuw-2"),
        ("!!!", "organisatie"),
        ("Bezet", "bezet-3"),
        ("a" * 40, "a" * 30),
    ],
)
def test_a_name_becomes_part_of_an_address(naam, slug) -> None:
    assert rules.free_slug(naam, {"bezet", "bezet-2"}) == slug


def test_a_second_long_name_gets_an_address_that_still_fits() -> None:
    assert rules.free_slug("a" * 40, {"a" * 30}) == "a" * 28 + "-2"


def test_its_system_fits_where_the_register_names_systems() -> None:
    assert len(rules.bronsysteem_of("a" * rules.SLUG_MAX_LENGTH)) <= 40


@pytest.mark.parametrize("naam", ["", "123", "x" * 121])
def test_a_name_has_a_letter_and_is_not_long(naam) -> None:
    with pytest.raises(InvalidInputError, match="naam"):
        rules.check_gegevens(said(naam))


@pytest.mark.parametrize(
    "website", ["javascript:alert(1)", "www.voorbeeld.nl", "https://a@b.nl", "https://x"]
)
def test_a_website_is_written_out(website) -> None:
    with pytest.raises(InvalidInputError, match="webadres"):
        rules.check_gegevens(said(website=website))


def test_a_website_can_have_a_path() -> None:
    rules.check_gegevens(said(website="https://www.voorbeeld.nl/haarlem"))
