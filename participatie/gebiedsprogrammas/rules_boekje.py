"""The rules of a booklet: what stands in it and under which number. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from participatie.gebieden.types import Omtrek
from participatie.gebiedsprogrammas.rules import VASTHEID_NAMEN
from participatie.gebiedsprogrammas.types import Jaarprogramma
from participatie.programmas.types import Bedragen, ProjectId


@dataclass(frozen=True, kw_only=True)
class Boekje:
    """A programme as a booklet: of one year, or of the years of the MJGP with their money."""

    gebied: Omtrek
    jaren: tuple[Jaarprogramma, ...]
    peildatum: date | None
    per_jaar: Bedragen
    totaal: int

    @property
    def is_mjgp(self) -> bool:
        """Tell whether it is about more than one year."""
        return len(self.jaren) > 1


def titel_of(boekje: Boekje) -> str:
    """Return what stands on the cover."""
    eerste, laatste = boekje.jaren[0].jaar, boekje.jaren[-1].jaar
    if boekje.is_mjgp:
        return f"Meerjarengebiedsprogramma {boekje.gebied.naam} {eerste}-{laatste}"
    return f"Gebiedsprogramma {boekje.gebied.naam} {eerste}"


def status_of(boekje: Boekje) -> str:
    """Return how sure it is, in a few words."""
    if not boekje.is_mjgp:
        return VASTHEID_NAMEN[boekje.jaren[0].vastheid]
    return ", ".join(f"{one.jaar}: {VASTHEID_NAMEN[one.vastheid].lower()}" for one in boekje.jaren)


def number(jaren: Iterable[Jaarprogramma]) -> Mapping[ProjectId, int]:
    """Give each project one number for the whole booklet, in the order of reading."""
    found: dict[ProjectId, int] = {}
    for programma in jaren:
        for groepen in (programma.groepen, programma.heel):
            for regel in (r for groep in groepen for doel in groep.doelen for r in doel.regels):
                found.setdefault(regel.item.project_id, len(found) + 1)
    return found
