import pytest

from participatie.inzendingen.types import InzendingId, InzendingSoort, KoppelingSoort
from participatie.notifications.rules import KOPPELWOORDEN, contact_in_words, path_of


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


def test_a_mail_points_to_the_page_of_an_initiatief() -> None:
    assert path_of(InzendingSoort.INITIATIEF, InzendingId(7)) == "/initiatieven/7"
