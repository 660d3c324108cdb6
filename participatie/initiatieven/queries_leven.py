"""Everything the page of a published initiatief tells about its life, for whoever reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_klopt import Kloptantwoord, Realisatie
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.initiatieven.models_voortgang import Medeinitiatiefnemer
from participatie.initiatieven.queries_klopt import (
    count_klopt,
    find_antwoord,
    find_lopende_realisatie,
    is_gevraagd,
    list_bezwaren,
)
from participatie.initiatieven.queries_opgaan import (
    find_samenvoeging,
    list_opgegane,
    may_move,
)
from participatie.initiatieven.queries_tijdlijn import list_tijdlijn
from participatie.initiatieven.queries_voortgang import find_betrokkene, list_mede
from participatie.initiatieven.rules_voortgang import FASE_NAMEN, REGELS_EERST, WEG
from participatie.initiatieven.types_voortgang import (
    Betrokkene,
    Hoedanigheid,
    Klopttelling,
    Tijdlijnregel,
)
from participatie.inzendingen.types import Kijker


@dataclass(frozen=True, kw_only=True)
class Leven:
    """How far it is, what this reader is asked, and what he may do."""

    betrokken: Betrokkene | None
    mede: Sequence[Medeinitiatiefnemer]
    realisatie: Realisatie | None
    telling: Klopttelling
    mag_antwoorden: bool
    bezwaren: Sequence[Kloptantwoord]
    samenvoeging: Samenvoeging | None
    mag_intrekken: bool
    mag_mee: bool
    opgegane: Sequence[Initiatief]
    tijdlijn: Sequence[Tijdlijnregel]
    stap_nummer: int | None
    weg: tuple[str, ...] = tuple(FASE_NAMEN[fase] for fase in WEG)
    eerst: int = REGELS_EERST

    @property
    def is_verbinder(self) -> bool:
        """Tell whether the reader acts as an official."""
        return self.betrokken is not None and self.betrokken.als is Hoedanigheid.GEBIEDSVERBINDER


def read_leven(initiatief: Initiatief, kijker: Kijker | None) -> Leven:
    """Return the life of a published initiatief as this person may see it."""
    betrokken = find_betrokkene(initiatief, kijker)
    realisatie = find_lopende_realisatie(initiatief.id)
    samenvoeging = find_samenvoeging(initiatief.id)
    return Leven(
        betrokken=betrokken,
        mede=list_mede(initiatief.id),
        realisatie=realisatie,
        telling=count_klopt(realisatie.id) if realisatie else Klopttelling(0, 0),
        mag_antwoorden=_may_answer(initiatief, realisatie, kijker),
        bezwaren=list_bezwaren(realisatie.id) if realisatie and betrokken else (),
        samenvoeging=samenvoeging,
        mag_intrekken=_may_take_back(samenvoeging, betrokken),
        mag_mee=kijker is not None and may_move(initiatief, kijker.id),
        opgegane=list_opgegane(initiatief.id),
        tijdlijn=list_tijdlijn(initiatief.id),
        stap_nummer=WEG.index(initiatief.fase) + 1 if initiatief.fase in WEG else None,
    )


def _may_answer(
    initiatief: Initiatief, realisatie: Realisatie | None, kijker: Kijker | None
) -> bool:
    if realisatie is None or kijker is None or initiatief.opgegaan_in_id is not None:
        return False
    if not is_gevraagd(initiatief, realisatie, kijker.id):
        return False
    return find_antwoord(realisatie.id, kijker.id) is None


def _may_take_back(samenvoeging: Samenvoeging | None, betrokken: Betrokkene | None) -> bool:
    if samenvoeging is None or betrokken is None:
        return False
    is_own = samenvoeging.voorgesteld_door_id == betrokken.id
    return is_own or betrokken.als is Hoedanigheid.GEBIEDSVERBINDER
