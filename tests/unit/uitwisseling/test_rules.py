import pytest

from participatie.uitwisseling.rules import veld_in_woorden
from participatie.uitwisseling.types import HELE_BESTAND, Veld


@pytest.mark.parametrize(
    ("veld", "rij", "woorden"),
    [
        (HELE_BESTAND, 0, "Het hele bestand"),
        (HELE_BESTAND, 4, "De hele rij"),
        (Veld.TITEL.value, 4, "Titel"),
        ("eigen kolom", 4, "eigen kolom"),
    ],
)
def test_a_mistake_says_what_it_is_about(veld, rij, woorden) -> None:
    assert veld_in_woorden(veld, rij=rij) == woorden
