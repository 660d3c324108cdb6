"""Which rule says who handles what arrives. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from participatie.core.errors import InvalidInputError
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.types import Status
from participatie.programmas.rules import THEMA_NAMEN
from participatie.programmas.types import Thema

TOE_TE_WIJZEN = frozenset({Status.INGEDIEND, Status.AANPASSEN, Status.GEPUBLICEERD})
AFDELING_MAX_LENGTH = 80


class HasNaam(Protocol):
    """Something with a name."""

    @property
    def naam(self) -> str:
        """Return it."""


@dataclass(frozen=True)
class Regelvorm:
    """What a rule asks for."""

    id: int
    gebied_id: GebiedId | None
    thema: Thema | None


def best_rule(
    regels: Iterable[Regelvorm], *, keten: Sequence[GebiedId], thema: Thema | None
) -> int | None:
    """Return the rule that fits best: the smallest gebied first, then the one with a thema."""
    steps = {gebied: step for step, gebied in enumerate(keten)}
    fitting = [
        regel
        for regel in regels
        if (regel.gebied_id is None or regel.gebied_id in steps)
        and (regel.thema is None or regel.thema is thema)
    ]
    if not fitting:
        return None
    best = min(
        fitting,
        key=lambda regel: (
            len(steps) if regel.gebied_id is None else steps[regel.gebied_id],
            regel.thema is None,
            regel.id,
        ),
    )
    return best.id


def why(gebied: HasNaam | None, thema: Thema | None) -> str:
    """Say in words which rule was applied."""
    parts = [gebied.naam if gebied else "", THEMA_NAMEN[thema].lower() if thema else ""]
    return f"Vaste verdeling: {' en '.join(filter(None, parts))}."


def check_afdeling(naam: str) -> str:
    """Return the name of a department on one line, or raise."""
    found = " ".join(naam.split())
    if not found or len(found) > AFDELING_MAX_LENGTH:
        raise InvalidInputError(
            f"Vul een naam in van ten hoogste {AFDELING_MAX_LENGTH} tekens.", field="naam"
        )
    return found
