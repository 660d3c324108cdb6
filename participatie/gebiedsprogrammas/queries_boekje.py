"""What a booklet says, as data for templates/typst/gebiedsprogramma.typ and for the print view."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.formats import datum, euro
from participatie.core.geometry import Geometry
from participatie.core.pdf_data import Value
from participatie.documenten.types import Inhoud
from participatie.gebieden.types import Omtrek
from participatie.gebiedsprogrammas.queries import check_jaar_bestaat, get_programmagebied
from participatie.gebiedsprogrammas.queries_boekje_item import Woorden, item_of
from participatie.gebiedsprogrammas.queries_boekje_opgave import doelen_of
from participatie.gebiedsprogrammas.queries_programma import get_jaarprogramma, get_mjgp
from participatie.gebiedsprogrammas.rules import VASTHEID_NAMEN, VASTHEID_UITLEG
from participatie.gebiedsprogrammas.rules_boekje import Boekje, number, status_of, titel_of
from participatie.gebiedsprogrammas.types import Domeingroep, Jaarprogramma
from participatie.opgaven.rules import DOMEIN_NAMEN
from participatie.organisaties.models import Organisatie
from participatie.programmas.models import ProjectStand
from participatie.programmas.queries_kaartblad import (
    Genummerd,
    draw_kaartblad,
    get_plekken_van_standen,
)
from participatie.programmas.rules import GELDBRON_NAMEN
from participatie.programmas.rules_tekens import legenda
from participatie.programmas.types import Geldbron, ProjectId

TEMPLATE = "gebiedsprogramma.typ"


@dataclass(frozen=True)
class Gelezen:
    """What is read once for the whole booklet."""

    nummers: Mapping[ProjectId, int]
    plekken: Mapping[int, Geometry]
    woorden: Woorden


def get_boekje(slug: str, jaar: int | None, peildatum: date | None) -> Boekje:
    """Return the booklet of a gebied for one year, or for the MJGP; raise when there is none."""
    omtrek = get_programmagebied(slug)
    if jaar is None:
        mjgp = get_mjgp(omtrek, peildatum)
        return Boekje(
            gebied=omtrek,
            jaren=mjgp.jaren,
            peildatum=peildatum,
            per_jaar=mjgp.per_jaar,
            totaal=mjgp.totaal,
        )
    programma = get_jaarprogramma(omtrek, check_jaar_bestaat(jaar), peildatum)
    return Boekje(
        gebied=omtrek,
        jaren=(programma,),
        peildatum=peildatum,
        per_jaar={(jaar, bron): cents for bron, cents in programma.per_bron.items()},
        totaal=programma.totaal,
    )


def make_inhoud(gegevens: Mapping[str, str], *, site: str, adres: str) -> Inhoud:
    """Return what a booklet that was asked for says now."""
    jaar = int(gegevens["jaar"]) if gegevens["jaar"] else None
    peildatum = date.fromisoformat(gegevens["stand"]) if gegevens["stand"] else None
    boekje = get_boekje(gegevens["gebied"], jaar, peildatum)
    return Inhoud(TEMPLATE, data_of(boekje, site=site, adres=adres))


def data_of(boekje: Boekje, *, site: str, adres: str) -> Mapping[str, Value]:
    """Return everything in the booklet, in words."""
    gebied, stand = boekje.gebied, f"Stand per {datum(boekje.peildatum or clock.today())}"
    gelezen = _read(boekje)
    return {
        "titel": titel_of(boekje),
        "ondertitel": status_of(boekje),
        "site": site,
        "stand": stand,
        "mjgp": boekje.is_mjgp,
        "inleiding": _inleiding(boekje),
        "doelen": doelen_of(gebied.id, boekje.jaren[0].jaar, boekje.peildatum),
        "geld": _geld(boekje),
        "legenda": [{"svg": svg, "naam": naam} for svg, naam in legenda()],
        "jaren": [_jaar(gebied, programma, gelezen) for programma in boekje.jaren],
        "colofon": [
            f"Dit boekje is gemaakt uit het register van {site}. {stand}.",
            f"De nieuwste versie staat op {adres}/programma/{gebied.slug}.",
            f"Bron van de grenzen op de kaart: het register van gebieden van {site}.",
        ],
    }


def _inleiding(boekje: Boekje) -> str:
    naam = boekje.gebied.naam
    if boekje.is_mjgp:
        return (
            f"In dit boekje staat wat de gemeente en haar partners in {naam} de komende vier jaar"
            " doen, per jaar en per onderwerp. Het eerste jaar is concreet. De jaren daarna zijn"
            " indicatief: een verwachting, die elk jaar wordt bijgesteld."
        )
    return (
        f"In dit boekje staat wat de gemeente en haar partners in {boekje.jaren[0].jaar} in"
        f" {naam} doen: waar, wanneer, wie het doet en wat het kost."
    )


def _read(boekje: Boekje) -> Gelezen:
    regels = [regel for programma in boekje.jaren for regel in programma.regels]
    stand_ids = sorted({regel.item.stand_id for regel in regels})
    teksten = select(ProjectStand.id, ProjectStand.omschrijving).where(
        ProjectStand.id.in_(stand_ids)
    )
    organisaties = {regel.item.organisatie_id for regel in regels} - {None}
    namen = select(Organisatie.id, Organisatie.naam).where(Organisatie.id.in_(organisaties))
    return Gelezen(
        number(boekje.jaren),
        get_plekken_van_standen(stand_ids),
        Woorden(dict(db.session.execute(teksten).all()), dict(db.session.execute(namen).all())),
    )


def _geld(boekje: Boekje) -> Value:
    """Return a table of sources by year; every sum agrees to the cent."""
    jaren = [programma.jaar for programma in boekje.jaren]
    bronnen = [bron for bron in Geldbron if any(found is bron for _, found in boekje.per_jaar)]
    rijen = [
        _geldrij(GELDBRON_NAMEN[bron], [boekje.per_jaar.get((jaar, bron), 0) for jaar in jaren])
        for bron in bronnen
    ]
    per_jaar = [programma.totaal for programma in boekje.jaren]
    return {
        "kolommen": ["Herkomst", *map(str, jaren), *(["Samen"] if boekje.is_mjgp else [])],
        "rijen": [row if boekje.is_mjgp else row[:-1] for row in rijen],
        "voet": ["Samen", *map(euro, per_jaar)]
        + ([euro(boekje.totaal)] if boekje.is_mjgp else []),
    }


def _geldrij(naam: str, bedragen: Sequence[int]) -> list[str]:
    return [naam, *map(euro, bedragen), euro(sum(bedragen))]


def _jaar(gebied: Omtrek, programma: Jaarprogramma, gelezen: Gelezen) -> Value:
    return {
        "jaar": programma.jaar,
        "status": VASTHEID_NAMEN[programma.vastheid],
        "uitleg": VASTHEID_UITLEG[programma.vastheid],
        "besluit": _besluit(programma),
        "toelichting": programma.toelichting,
        "aantal": len(programma.regels),
        "totaal": euro(programma.totaal),
        "gedeeld": euro(programma.gedeeld) if programma.gedeeld else "",
        "kaart": _kaart(gebied, programma, gelezen),
        "groepen": [
            *_groepen(programma.groepen, programma.jaar, gelezen, voor=""),
            *_groepen(programma.heel, programma.jaar, gelezen, voor=" (voor hele gebieden)"),
        ],
        "buiten": [regel.item.titel for regel in programma.buiten],
    }


def _besluit(programma: Jaarprogramma) -> str:
    stand = programma.stand
    if stand.besloten_op is None:
        return ""
    return f"Vastgesteld op {datum(stand.besloten_op)}, besluit {stand.besluitnummer}."


def _kaart(gebied: Omtrek, programma: Jaarprogramma, gelezen: Gelezen) -> Value:
    items = [regel.item for regel in programma.regels if regel.item.stand_id in gelezen.plekken]
    genummerd = [
        Genummerd(gelezen.nummers[item.project_id], item.stand_id, item.domein, item.fase)
        for item in items
    ]
    svg = draw_kaartblad(gebied.id, genummerd, gelezen.plekken)
    if svg is None or not items:
        return None
    alt = (
        f"Overzichtskaart van {gebied.naam} in {programma.jaar} met {len(items)} genummerde"
        " onderdelen. Dezelfde nummers staan hierna bij de onderdelen, met de plek in woorden."
    )
    return {"svg": svg, "alt": alt}


def _groepen(
    groepen: Iterable[Domeingroep], jaar: int, gelezen: Gelezen, *, voor: str
) -> Iterable[Value]:
    for groep in groepen:
        yield {
            "kop": f"{DOMEIN_NAMEN[groep.domein]}{voor}",
            "bedrag": euro(groep.bedrag),
            "doelen": [
                {
                    "titel": doel.titel or "",
                    "items": [
                        item_of(
                            regel,
                            jaar,
                            nummer=gelezen.nummers[regel.item.project_id],
                            woorden=gelezen.woorden,
                        )
                        for regel in doel.regels
                    ],
                }
                for doel in groep.doelen
            ],
        }
