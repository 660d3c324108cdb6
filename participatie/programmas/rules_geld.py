"""Money of a project as a table with its totals and as a chart. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participatie.programmas.types import Bedragen, Geldbron

HOOGTE = 160
BREEDTE = 56
TUSSEN = 24
ONDER = 24
BOVEN = 24
MILJOEN = 1_000_000


@dataclass(frozen=True)
class Geldrij:
    """The money of one year: an amount per source, and all together."""

    jaar: int
    bedragen: tuple[int, ...]
    totaal: int


@dataclass(frozen=True)
class Geldtabel:
    """Money per year and source, with totals that agree to the cent."""

    bronnen: tuple[Geldbron, ...]
    rijen: tuple[Geldrij, ...]
    totalen: tuple[int, ...]
    totaal: int


@dataclass(frozen=True)
class Blok:
    """One source in the bar of one year."""

    bron: Geldbron
    x: int
    y: float
    hoogte: float


@dataclass(frozen=True)
class Staaf:
    """The bar of one year. `bedrag` is written above it."""

    jaar: int
    midden: int
    top: float
    bedrag: int
    blokken: tuple[Blok, ...]


@dataclass(frozen=True)
class Grafiek:
    """A bar chart with its size."""

    breedte: int
    hoogte: int
    basis: int
    staven: tuple[Staaf, ...]


def make_table(bedragen: Bedragen) -> Geldtabel | None:
    """Return the table, with the years between that have no money; None without money."""
    if not bedragen:
        return None
    bronnen = tuple(bron for bron in Geldbron if any(found is bron for _, found in bedragen))
    years = [jaar for jaar, _bron in bedragen]
    rijen = []
    for jaar in range(min(years), max(years) + 1):
        amounts = tuple(bedragen.get((jaar, bron), 0) for bron in bronnen)
        rijen.append(Geldrij(jaar, amounts, sum(amounts)))
    totalen = tuple(sum(column) for column in zip(*(rij.bedragen for rij in rijen), strict=True))
    return Geldtabel(bronnen, tuple(rijen), totalen, sum(totalen))


def draw_chart(tabel: Geldtabel) -> Grafiek:
    """Return the bars of the table, the highest as high as the chart."""
    highest = max(rij.totaal for rij in tabel.rijen) or 1
    step = BREEDTE + TUSSEN
    basis = BOVEN + HOOGTE
    staven = tuple(
        _bar(rij, tabel.bronnen, x=TUSSEN // 2 + place * step, highest=highest, basis=basis)
        for place, rij in enumerate(tabel.rijen)
    )
    return Grafiek(step * len(staven), basis + ONDER, basis, staven)


def _bar(rij: Geldrij, bronnen: Sequence[Geldbron], *, x: int, highest: int, basis: int) -> Staaf:
    top = float(basis)
    blokken = []
    for bron, amount in zip(bronnen, rij.bedragen, strict=True):
        height = round(HOOGTE * amount / highest, 1)
        if height:
            top = round(top - height, 1)
            blokken.append(Blok(bron, x, top, height))
    return Staaf(rij.jaar, x + BREEDTE // 2, top, rij.totaal, tuple(blokken))


def kort_bedrag(cents: int) -> str:
    """Return an amount short enough to stand above a bar: € 1,3 mln or € 250.000."""
    euros = round(cents / 100)
    if euros >= MILJOEN:
        return f"€\u00a0{euros / MILJOEN:.1f}\u00a0mln".replace(".", ",")
    return f"€\u00a0{euros:,}".replace(",", ".") if euros else ""


def bedragen_as_json(bedragen: Bedragen) -> dict[str, dict[str, int]]:
    """Return the amounts as a stand keeps them."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (jaar, bron), cents in sorted(bedragen.items()):
        found[str(jaar)][bron.value] = cents
    return dict(found)


def bedragen_from_json(kept: Mapping[str, Mapping[str, int]]) -> Bedragen:
    """Return the amounts that a stand keeps."""
    return {
        (int(jaar), Geldbron(bron)): cents
        for jaar, sources in kept.items()
        for bron, cents in sources.items()
    }
