import re
from pathlib import Path

import pytest

from participatie.opgaven.types import Domein
from participatie.programmas.rules_tekens import KLEUREN, STIJLEN, VORMEN, legenda, soort_teken
from participatie.programmas.types import Fase

CSS = (Path(__file__).resolve().parents[3] / "static/css/rooms/kaart.css").read_text()


@pytest.mark.parametrize("domein", Domein)
def test_a_domein_has_the_colour_of_the_map(domein) -> None:
    assert re.search(rf"--kaart-{domein.value}: (#\w+);", CSS)[1] == KLEUREN[domein]


def test_every_phase_has_a_shape_of_its_own() -> None:
    assert (set(VORMEN), len(set(VORMEN.values()))) == (set(Fase), len(Fase))


def test_every_project_has_a_style() -> None:
    assert {soort_teken(domein, fase) for domein in Domein for fase in Fase} <= set(STIJLEN)


def test_the_legend_names_every_domein_and_every_phase_that_is_drawn() -> None:
    assert len(legenda()) == len(Domein) + len(Fase) - 1
