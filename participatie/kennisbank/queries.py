"""Reading the kennisbank."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, select
from sqlalchemy.orm import contains_eager, selectinload

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.core.paging import PAGE_SIZE, Page
from participatie.kennisbank.errors import GeenArtikelError
from participatie.kennisbank.models import ArtikelVersie, Kennisartikel, Vinkje
from participatie.kennisbank.types import (
    Afgevinkt,
    ArtikelFilter,
    ArtikelId,
    ArtikelSoort,
    ArtikelStatus,
    Doelgroep,
    HulpFase,
)
from participatie.zoeken.types import Document

PANEL_SIZE = 4
MOST_ID = 2**31 - 1


def list_artikelen(chosen: ArtikelFilter, *, staff: bool, number: int) -> Page[ArtikelVersie]:
    """Return what is on the site and fits the filter, by title."""
    conditions = _conditions(chosen)
    every = _public(conditions, staff=staff)
    total = db.session.scalar(every.with_only_columns(func.count(ArtikelVersie.id)))
    page = max(1, min(number, MOST_ID // PAGE_SIZE))
    statement = _in_order(every)
    rows = db.session.scalars(statement.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)).all()
    return Page(rows, page, total or 0)


def get_publiek(slug: str, *, staff: bool) -> ArtikelVersie:
    """Return what is on the site under this slug, when this person may read it."""
    if "\0" in slug:
        raise GeenArtikelError
    found = db.session.scalar(_public([Kennisartikel.slug == slug], staff=staff))
    if found is None:
        raise GeenArtikelError
    return found


def list_verwant(versie: ArtikelVersie, *, staff: bool) -> Sequence[ArtikelVersie]:
    """Return a few others for the same people, first those of the same theme and fase."""
    everyone = db.session.scalars(
        _in_order(_public([Kennisartikel.id != versie.artikel_id], staff=staff)).limit(200)
    )
    scored = [(_likeness(versie, one), one) for one in everyone]
    best = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    return [one for _, one in best[:PANEL_SIZE]]


def list_voor_stap(stap: str) -> Sequence[ArtikelVersie]:
    """Return what helps in a step of the form in which an idea is sent."""
    conditions = [_holds(ArtikelVersie.stappen, stap)]
    return db.session.scalars(_in_order(_public(conditions)).limit(PANEL_SIZE)).all()


def list_voor_fase(fase: HulpFase, thema: str | None, *, staff: bool) -> Sequence[ArtikelVersie]:
    """Return articles for initiators in a fase: those of the theme first, then the general."""
    own_theme = ArtikelVersie.thema == thema if thema else ArtikelVersie.thema.is_(None)
    conditions = [
        Kennisartikel.soort == ArtikelSoort.ARTIKEL,
        _holds(ArtikelVersie.fasen, fase),
        _holds(ArtikelVersie.doelgroepen, Doelgroep.INITIATIEFNEMER),
        own_theme | ArtikelVersie.thema.is_(None),
    ]
    statement = _public(conditions, staff=staff).order_by(
        ArtikelVersie.thema.is_(None), ArtikelVersie.titel, ArtikelVersie.id
    )
    return db.session.scalars(statement.limit(PANEL_SIZE)).all()


def list_checklists(initiatiefsoort: str, thema: str | None) -> Sequence[ArtikelVersie]:
    """Return the checklists for this kind of initiatief and this theme."""
    soort, theme = ArtikelVersie.initiatiefsoort, ArtikelVersie.thema
    conditions = [
        Kennisartikel.soort == ArtikelSoort.CHECKLIST,
        soort.is_(None) | (soort == initiatiefsoort),
        theme.is_(None) | (theme == thema),
    ]
    return db.session.scalars(_in_order(_public(conditions))).all()


def list_afgevinkt(
    onderwerp: Onderwerp, checklists: Sequence[ArtikelVersie]
) -> dict[ArtikelId, list[Afgevinkt]]:
    """Return the points of each checklist, and which are seen to."""
    rows = db.session.execute(
        select(Vinkje.artikel_id, Vinkje.punt).where(
            Vinkje.onderwerp_soort == onderwerp.soort, Vinkje.onderwerp_id == onderwerp.id
        )
    )
    done = {(row.artikel_id, row.punt) for row in rows}
    return {
        lijst.artikel_id: [
            Afgevinkt(punt, (lijst.artikel_id, punt.nummer) in done) for punt in lijst.puntenlijst
        ]
        for lijst in checklists
    }


def get_artikel(artikel_id: int, *, lock: bool = False) -> Kennisartikel:
    """Return an article with all its versions, for editors."""
    statement = (
        select(Kennisartikel)
        .where(Kennisartikel.id == artikel_id)
        .options(selectinload(Kennisartikel.versies))
    )
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = db.session.scalar(statement) if artikel_id <= MOST_ID else None
    if found is None:
        raise GeenArtikelError
    return found


def get_versie(artikel: Kennisartikel, nummer: int) -> ArtikelVersie:
    """Return one version, old or new."""
    found = next((one for one in artikel.versies if one.nummer == nummer), None)
    if found is None:
        raise GeenArtikelError
    return found


def list_beheer(number: int) -> Page[Kennisartikel]:
    """Return every article with its versions, last changed first."""
    total = db.session.scalar(select(func.count(Kennisartikel.id)))
    page = max(1, min(number, MOST_ID // PAGE_SIZE))
    statement = (
        select(Kennisartikel)
        .options(selectinload(Kennisartikel.versies))
        .order_by(Kennisartikel.gewijzigd_op.desc(), Kennisartikel.id.desc())
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    return Page(db.session.scalars(statement).all(), page, total or 0)


def list_slugs() -> set[str]:
    """Return every slug that is taken."""
    return set(db.session.scalars(select(Kennisartikel.slug)))


def list_documents(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield what everyone may read, to be found by searching."""
    conditions = [] if ids is None else [Kennisartikel.id.in_(ids)]
    for versie in db.session.scalars(_public(conditions).order_by(Kennisartikel.id)):
        punten = (punt.tekst for punt in versie.puntenlijst)
        op = versie.artikel.gepubliceerd_op or versie.op
        yield Document(
            onderwerp=Onderwerp("kennisartikel", versie.artikel_id),
            titel=versie.titel,
            tekst="\n".join((versie.samenvatting, versie.tekst, *punten)),
            pad=f"/kennisbank/{versie.artikel.slug}",
            op=op,
            thema=versie.thema,
        )


def _public(
    conditions: Sequence[ColumnElement[bool]], *, staff: bool = False
) -> Select[ArtikelVersie]:
    statement = (
        select(ArtikelVersie)
        .join(ArtikelVersie.artikel)
        .options(contains_eager(ArtikelVersie.artikel))
        .where(
            Kennisartikel.status == ArtikelStatus.GEPUBLICEERD,
            ArtikelVersie.nummer == Kennisartikel.publiek_nummer,
            *conditions,
        )
    )
    return statement if staff else statement.where(ArtikelVersie.intern.is_(False))


def _in_order(statement: Select[ArtikelVersie]) -> Select[ArtikelVersie]:
    return statement.order_by(ArtikelVersie.titel, ArtikelVersie.id)


def _conditions(chosen: ArtikelFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if chosen.doelgroep:
        found.append(_holds(ArtikelVersie.doelgroepen, chosen.doelgroep))
    if chosen.fase:
        found.append(_holds(ArtikelVersie.fasen, chosen.fase))
    if chosen.thema:
        found.append(ArtikelVersie.thema == chosen.thema)
    if chosen.soort:
        found.append(Kennisartikel.soort == chosen.soort)
    return found


def _holds(column: Any, value: str) -> ColumnElement[bool]:  # noqa: ANN401  # a column of JSON
    """Return the condition that a list in JSON holds this word; words hold no quotes."""
    return cast(column, String).contains(f'"{value}"', autoescape=True)


def _likeness(one: ArtikelVersie, other: ArtikelVersie) -> int:
    same_theme = 3 if one.thema and one.thema == other.thema else 0
    fasen = len(set(one.fasen) & set(other.fasen))
    return (same_theme + fasen) if set(one.doelgroepen) & set(other.doelgroepen) else 0
