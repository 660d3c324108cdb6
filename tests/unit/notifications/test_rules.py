import pytest

from participatie.inzendingen.types import KoppelingSoort
from participatie.notifications.rules import KOPPELWOORDEN, contact_in_words


@pytest.mark.parametrize("soort", KoppelingSoort)
def test_each_kind_of_link_has_its_words(soort) -> None:
    assert KOPPELWOORDEN[soort].betekenis.endswith(".")


@pytest.mark.parametrize(
    ("naam", "functie", "woorden"),
    [
        ("Gebiedsteam Noord", "Gebiedsteam", "Gebiedsteam Noord"),
        ("Gebiedsteam Noord", "gebiedsteam", "Gebiedsteam Noord"),
        ("Wijkcontact", "Wijkcontact", "Wijkcontact"),
        ("S. de Vries", "Gebiedsverbinder", "S. de Vries, Gebiedsverbinder"),
        ("S. de Vries", "", "S. de Vries"),
    ],
)
def test_a_contact_is_named_once(naam, functie, woorden) -> None:
    assert contact_in_words(naam, functie) == woorden
