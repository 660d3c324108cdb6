from enum import StrEnum

import pytest

from participatie.core.namen import register_namen


class Kleur(StrEnum):
    ROOD = "rood"
    BLAUW = "blauw"


def test_an_enum_member_without_a_name_is_refused_at_the_start() -> None:
    with pytest.raises(LookupError, match="blauw"):
        register_namen({Kleur.ROOD: "Rood"})
