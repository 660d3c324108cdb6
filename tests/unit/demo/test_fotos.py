"""The pictures of the demo city are drawn, for every theme, and each time the same."""

import pytest

from participatie.demo.services_fotos import SCENES, draw_foto
from participatie.programmas.types import Thema


def test_every_thema_has_a_picture() -> None:
    assert set(SCENES) == set(Thema)


@pytest.mark.parametrize("thema", Thema)
def test_a_picture_says_what_is_on_it(thema) -> None:
    assert SCENES[thema][0].startswith("Tekening: ")


def test_the_same_number_gives_the_same_picture() -> None:
    assert draw_foto(Thema.GROEN, 3) == draw_foto(Thema.GROEN, 3)


def test_another_number_gives_another_picture() -> None:
    assert draw_foto(Thema.GROEN, 3).content != draw_foto(Thema.GROEN, 4).content
