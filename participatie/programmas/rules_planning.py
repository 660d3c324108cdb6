"""The planning of a project: its phases in order, its milestones, and how both are drawn. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from participatie.programmas.types import Fase, Fasering, Mijlpaal

FASERING_FASEN = (Fase.IDEE, Fase.VOORBEREIDING, Fase.UITVOERING)
"""The phases that last: what is afgerond or gestopt needs no planning."""

MIJLPALEN_MAX = 50
MIJLPAAL_MAX_LENGTH = 120
VOL = 100.0

MET_LIDWOORD: Mapping[Fase, str] = {
    Fase.IDEE: "het idee",
    Fase.VOORBEREIDING: "de voorbereiding",
    Fase.UITVOERING: "de uitvoering",
}


@dataclass(frozen=True)
class Planningsfout:
    """What is wrong with the planning of a phase, and what to do."""

    fase: Fase
    message: str
    is_eind: bool = False


@dataclass(frozen=True)
class Balk:
    """A phase in the drawing of a planning; `x` and `breedte` in percents of the whole."""

    fase: Fase
    start: date
    eind: date
    x: float
    breedte: float
    is_nu: bool


@dataclass(frozen=True)
class Tijdlijn:
    """The phases of a project below each other; `vandaag` is where today is, when it is there."""

    balken: tuple[Balk, ...]
    vandaag: float | None


def check_fasering(
    fasering: Sequence[Fasering], *, fase: Fase, start: date, eind: date, vandaag: date
) -> list[Planningsfout]:
    """Return every mistake: the phases follow each other, inside the project, and fit its fase."""
    ordered = in_order(fasering)
    return [
        *(fout for deel in ordered for fout in _of_itself(deel, start, eind)),
        *(
            Planningsfout(
                later.fase,
                f"{_zin(later.fase)} begint voordat {MET_LIDWOORD[eerder.fase]} klaar is. "
                "Pas een datum aan.",
            )
            for eerder, later in pairwise(ordered)
            if later.start < eerder.eind
        ),
        *(fout for deel in ordered for fout in _against_now(deel, fase, vandaag)),
    ]


def check_begin(*, fase: Fase, start: date, vandaag: date) -> str | None:
    """Return what is wrong with a project that is said to go on before its first day, or None."""
    if fase is not Fase.UITVOERING or start <= vandaag:
        return None
    return (
        "U koos dat het project nu in de uitvoering is, maar het begint volgens deze datum pas "
        "later. Pas de fase of de datum aan."
    )


def in_order(fasering: Iterable[Fasering]) -> tuple[Fasering, ...]:
    """Return the phases as they follow each other."""
    wanted = [deel for deel in fasering if deel.fase in FASERING_FASEN]
    return tuple(sorted(wanted, key=lambda deel: FASERING_FASEN.index(deel.fase)))


def _of_itself(deel: Fasering, start: date, eind: date) -> list[Planningsfout]:
    if deel.eind < deel.start:
        told = f"{_zin(deel.fase)} is klaar voordat die begint. Pas een datum aan."
        return [Planningsfout(deel.fase, told, is_eind=True)]
    fouten = []
    if deel.start < start:
        told = f"{_zin(deel.fase)} begint voordat het project begint. Pas een datum aan."
        fouten.append(Planningsfout(deel.fase, told))
    if deel.eind > eind:
        told = f"{_zin(deel.fase)} is klaar nadat het project klaar is. Pas een datum aan."
        fouten.append(Planningsfout(deel.fase, told, is_eind=True))
    return fouten


def _against_now(deel: Fasering, fase: Fase, vandaag: date) -> list[Planningsfout]:
    if fase is deel.fase and deel.start > vandaag:
        told = (
            f"U koos dat het project nu in {MET_LIDWOORD[fase]} is, maar volgens deze datum "
            "begint die later. Pas de fase of de datum aan."
        )
        return [Planningsfout(deel.fase, told)]
    if fase is Fase.AFGEROND and deel.eind > vandaag:
        told = (
            f"U koos dat het project is afgerond, maar volgens deze datum is "
            f"{MET_LIDWOORD[deel.fase]} nog niet klaar. Pas de fase of de datum aan."
        )
        return [Planningsfout(deel.fase, told, is_eind=True)]
    return []


def is_late(fasering: Iterable[Fasering], *, fase: Fase, vandaag: date) -> bool:
    """Tell whether the phase a project is in should have been over."""
    return any(deel.fase is fase and deel.eind < vandaag for deel in fasering)


def sort_mijlpalen(mijlpalen: Iterable[Mijlpaal]) -> tuple[Mijlpaal, ...]:
    """Return the milestones by day."""
    return tuple(sorted(mijlpalen, key=lambda mijlpaal: (mijlpaal.datum, mijlpaal.titel)))


def draw_tijdlijn(
    fasering: Iterable[Fasering], *, fase: Fase, start: date, eind: date, vandaag: date
) -> Tijdlijn | None:
    """Return the phases as bars; None when no phase is planned."""
    delen = in_order(fasering)
    if not delen:
        return None
    first = min(start, *(deel.start for deel in delen))
    last = max(eind, *(deel.eind for deel in delen))
    days = (last - first).days + 1

    def at(day: date, extra: int = 0) -> float:
        return round(VOL * ((day - first).days + extra) / days, 1)

    balken = tuple(
        Balk(
            deel.fase,
            deel.start,
            deel.eind,
            x=at(deel.start),
            breedte=max(1.0, round(at(deel.eind, 1) - at(deel.start), 1)),
            is_nu=deel.fase is fase,
        )
        for deel in delen
    )
    return Tijdlijn(balken, at(vandaag) if first <= vandaag <= last else None)


def _zin(fase: Fase) -> str:
    words = MET_LIDWOORD[fase]
    return words[:1].upper() + words[1:]
