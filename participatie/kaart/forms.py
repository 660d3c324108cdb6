"""The filter of the map as it stands in the address: reading it, and taking one part away."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from flask_babel import gettext as _

from participatie.core import clock
from participatie.core.geometry import Bounds
from participatie.core.namen import naam
from participatie.core.peildatum import PARAMETER, read_stand
from participatie.kaart.rules import TEKST_MAX_LENGTH, to_query
from participatie.kaart.types import Bron, KaartFilter, Pil
from participatie.opgaven.types import Domein
from participatie.programmas.rules import EERSTE_JAAR, LAATSTE_JAAR
from participatie.programmas.types import Fase, ProjectSoort, Thema

E = TypeVar("E", bound=StrEnum)

KEUZES: Mapping[str, tuple[str, type[StrEnum]]] = {
    "domein": ("domeinen", Domein),
    "thema": ("themas", Thema),
    "fase": ("fasen", Fase),
}
MAX_PAGES = 100_000
_BOX_NUMBERS = 4


@dataclass
class Gelezen:
    """What the address asks for, and in words what of it could not be used."""

    filter: KaartFilter
    meldingen: list[str] = field(default_factory=list)


def read_filter(args: Mapping[str, Sequence[str]]) -> Gelezen:
    """Read the filter from the address. What makes no sense is left out, and said."""
    meldingen: list[str] = []
    van, tot = (_read_jaar(args, name, meldingen) for name in ("van", "tot"))
    if van is not None and tot is not None and van > tot:
        meldingen.append(_("Het eerste jaar ligt na het laatste jaar. We tonen alle jaren."))
        van = tot = None
    soorten = [value for value in args.get("soort", ()) if value not in set(Bron)]
    found = KaartFilter(
        gebied=_first(args, "gebied")[:TEKST_MAX_LENGTH],
        van=van,
        tot=tot,
        domeinen=_members(Domein, args.get("domein", ()), meldingen),
        themas=_members(Thema, args.get("thema", ()), meldingen),
        fasen=_members(Fase, args.get("fase", ()), meldingen),
        bronnen=_members(Bron, set(args.get("soort", ())) & set(Bron), meldingen),
        soorten=_members(ProjectSoort, soorten, meldingen),
        tekst=_read_tekst(args, meldingen),
        bounds=_read_bounds(_first(args, "bbox"), meldingen),
        organisatie=_first(args, "organisatie")[:TEKST_MAX_LENGTH],
        peildatum=_read_peildatum(_first(args, PARAMETER), meldingen),
    )
    return Gelezen(found, list(dict.fromkeys(meldingen)))


def read_page(args: Mapping[str, Sequence[str]], name: str) -> int:
    """Return the number of the page asked for; 1 when it makes no sense."""
    given = _first(args, name)
    number = (
        int(given) if given.isascii() and given.isdigit() and len(given) < len("1000000") else 1
    )
    return min(max(number, 1), MAX_PAGES)


def list_pillen(wanted: KaartFilter, gebied_naam: str, organisatie: str = "") -> list[Pil]:
    """Return each active filter in words, with the address without it.

    `organisatie` is the name of the partner that was chosen.
    """
    pillen = []
    if wanted.tekst:
        pillen.append(_pil(f"“{wanted.tekst}”", wanted, tekst=""))
    if wanted.gebied:
        pillen.append(_pil(gebied_naam, wanted, gebied=""))
    if wanted.organisatie:
        pillen.append(_pil(_("van %(naam)s", naam=organisatie), wanted, organisatie=""))
    if wanted.van is not None or wanted.tot is not None:
        pillen.append(_pil(_jaren(wanted.van, wanted.tot), wanted, van=None, tot=None))
    for name in ("bronnen", "soorten", "fasen", "domeinen", "themas"):
        chosen = getattr(wanted, name)
        pillen += [
            _pil(naam(member), wanted, **{name: chosen - {member}}) for member in sorted(chosen)
        ]
    if wanted.bounds is not None:
        pillen.append(_pil(_("Deel van de kaart"), wanted, bounds=None))
    return pillen


def _pil(woorden: str, wanted: KaartFilter, **changes: Any) -> Pil:  # noqa: ANN401  # any field
    return Pil(tekst=woorden, zonder=to_query(replace(wanted, **changes)))


def _jaren(van: int | None, tot: int | None) -> str:
    if van == tot:
        return str(van)
    if van is None:
        return str(_("tot en met %(jaar)s", jaar=tot))
    if tot is None:
        return str(_("vanaf %(jaar)s", jaar=van))
    return str(_("%(van)s tot en met %(tot)s", van=van, tot=tot))


def _first(args: Mapping[str, Sequence[str]], name: str) -> str:
    given = args.get(name) or ("",)
    return given[0].strip()


def _members(soort: type[E], values: Iterable[str], meldingen: list[str]) -> frozenset[E]:
    known = {member.value: member for member in soort}
    given = [value for value in values if value]
    if any(value not in known for value in given):
        meldingen.append(_("Een keuze in het adres kennen we niet. Die hebben we weggelaten."))
    return frozenset(known[value] for value in given if value in known)


def _read_jaar(args: Mapping[str, Sequence[str]], name: str, meldingen: list[str]) -> int | None:
    given = _first(args, name)
    if not given:
        return None
    if given.isascii() and given.isdigit() and len(given) == len("2027"):
        jaar = int(given)
        if EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
            return jaar
    meldingen.append(_("Vul een jaar in van vier cijfers, bijvoorbeeld 2027."))
    return None


def _read_tekst(args: Mapping[str, Sequence[str]], meldingen: list[str]) -> str:
    given = " ".join(
        "".join(map(_printable, _first(args, "tekst")[: 10 * TEKST_MAX_LENGTH])).split()
    )
    if len(_first(args, "tekst")) > TEKST_MAX_LENGTH:
        meldingen.append(
            _("We zoeken alleen op de eerste %(aantal)s tekens.", aantal=TEKST_MAX_LENGTH)
        )
    return given[:TEKST_MAX_LENGTH].strip()


def _printable(sign: str) -> str:
    return sign if sign.isprintable() else " "


def _read_peildatum(given: str, meldingen: list[str]) -> date | None:
    stand = read_stand(given, vandaag=clock.today())
    if stand.fout:
        meldingen.append(f"{stand.fout} {_('U ziet nu hoe het vandaag is.')}")
    return stand.dag


def _read_bounds(given: str, meldingen: list[str]) -> Bounds | None:
    if not given:
        return None
    box = _try(lambda: Bounds(*_numbers(given)))
    if box is not None and _is_box(box):
        return box
    meldingen.append(_("Het deel van de kaart in het adres klopt niet. We tonen de hele stad."))
    return None


def _numbers(given: str) -> list[float]:
    numbers = [float(part) for part in given[:200].split(",")]
    if len(numbers) != _BOX_NUMBERS or not all(map(math.isfinite, numbers)):
        raise ValueError(given)
    return [round(number, 5) for number in numbers]


def _try(read: Callable[[], Bounds]) -> Bounds | None:
    try:
        return read()
    except ValueError:
        return None


def _is_box(box: Bounds) -> bool:
    return (
        -180 <= box.west < box.oost <= 180  # noqa: PLR2004  # degrees
        and -90 <= box.zuid < box.noord <= 90  # noqa: PLR2004
    )
