"""What the booklet of a wijk says, as data for templates/typst/wijkprogramma.typ."""

from collections.abc import Iterable, Mapping, Sequence

from participatie.core import clock
from participatie.core.formats import datum, maand
from participatie.core.pdf_data import Value
from participatie.documenten.types import Inhoud
from participatie.gebieden.models import Contact
from participatie.gebieden.queries import onder_ids
from participatie.gebieden.queries_pagina import list_contacten
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.queries import list_nieuwste
from participatie.programmas.queries_kaartblad import Genummerd, draw_kaartblad, get_plekken
from participatie.programmas.rules import FASE_NAMEN, invloed
from participatie.programmas.rules_tekens import KLEUREN, legenda
from participatie.programmas.types import ProjectId
from participatie.wijkprogrammas.queries import get_wijkprogramma
from participatie.wijkprogrammas.rules import KWARTAAL_NAMEN
from participatie.wijkprogrammas.types import Groep, WijkItem, Wijkprogramma

TEMPLATE = "wijkprogramma.typ"
Nummers = Mapping[ProjectId, int]


def make_inhoud(gegevens: Mapping[str, str], *, site: str, adres: str) -> Inhoud:
    """Return what the booklet of a wijk and year says now."""
    programma = get_wijkprogramma(gegevens["wijk"], int(gegevens["jaar"]))
    return Inhoud(TEMPLATE, data_of(programma, site=site, adres=adres))


def data_of(programma: Wijkprogramma, *, site: str, adres: str) -> Mapping[str, Value]:
    """Return everything on paper."""
    wijk, jaar = programma.wijk, programma.jaar
    stand = f"Stand per {datum(clock.today())}"
    nummers = {item.id: nummer for nummer, item in enumerate(programma.genummerd, start=1)}
    return {
        "titel": f"Wat gebeurt er in {wijk.naam} in {jaar}?",
        "ondertitel": "Wijkuitvoeringsprogramma: alle plannen van de gemeente en haar partners",
        "site": site,
        "stand": stand,
        "inleiding": (
            f"Dit overzicht zegt wat er in {jaar} gepland is in {wijk.naam}, door wie, en waar u"
            " nog invloed op heeft. Een planning kan veranderen. Dit heet een"
            " wijkuitvoeringsprogramma: het overzicht van al het werk in één wijk in één jaar,"
            " van de gemeente en haar partners samen."
        ),
        "leeg": f"Voor {jaar} is er in {wijk.naam} nog niets gepland.",
        "aantal": len(programma.items),
        "kort": _kort(programma),
        "kaart": _kaart(programma, nummers),
        "legenda": [{"svg": svg, "naam": naam} for svg, naam in legenda()],
        "momenten": [
            [datum(moment.mijlpaal.datum), moment.mijlpaal.titel, moment.item.titel]
            for moment in programma.momenten
        ],
        "delen": list(_delen(programma, nummers)),
        "gestopt": [
            f"{item.titel}, {planning_in_maanden(item)} ({item.wie})" for item in programma.gestopt
        ],
        "contacten": [_contact(contact) for contact in list_contacten(wijk.id)]
        or ["Vraag het aan de gemeente: 14 023."],
        "initiatieven": _initiatieven(wijk.id),
        "colofon": [
            f"Dit overzicht komt uit het register van {site}. {stand}.",
            f"De nieuwste versie staat op {adres}/wijkprogramma/{wijk.slug}/{jaar}.",
        ],
    }


def planning_in_maanden(item: WijkItem) -> str:
    """Return the planning in months: mei 2026 tot en met juni 2027."""
    eerste, laatste = maand(item.start), maand(item.eind)
    return eerste if eerste == laatste else f"{eerste} tot en met {laatste}"


def _kort(programma: Wijkprogramma) -> list[str]:
    lines = [f"{wie}: {aantal}" for wie, aantal in programma.per_wie]
    lines.append(f"Met een eigen plek in de wijk: {len(programma.genummerd)}")
    if programma.momenten:
        lines.append(f"Belangrijke momenten: {len(programma.momenten)}")
    return lines


def _kaart(programma: Wijkprogramma, nummers: Nummers) -> Value:
    items = programma.genummerd
    plekken = get_plekken([item.id for item in items])
    genummerd = [Genummerd(nummers[item.id], item.id, item.domein, item.fase) for item in items]
    svg = draw_kaartblad(programma.wijk.id, genummerd, plekken)
    if svg is None:
        return None
    alt = (
        f"Kaart van {programma.wijk.naam} met {len(items)} genummerde plannen."
        " Dezelfde nummers staan hierna bij de plannen."
    )
    return {"svg": svg, "alt": alt}


def _delen(programma: Wijkprogramma, nummers: Nummers) -> Iterable[Value]:
    for deel in programma.delen:
        yield _deel(KWARTAAL_NAMEN[deel.kwartaal], deel.groepen, nummers)
    if programma.heel:
        yield _deel("Voor de hele wijk", programma.heel, nummers)
    if programma.breder:
        yield _deel("Voor het hele stadsdeel of de hele stad", programma.breder, nummers)


def _deel(kop: str, groepen: Sequence[Groep], nummers: Nummers) -> Value:
    return {
        "kop": kop,
        "groepen": [
            {
                "kop": groep.wie,
                "items": [_item(item, nummers.get(item.id)) for item in groep.items],
            }
            for groep in groepen
        ],
    }


def _item(item: WijkItem, nummer: int | None) -> Value:
    feiten = [
        ("Wanneer", planning_in_maanden(item)),
        ("Waar", item.plek_omschrijving),
        ("Hoe ver", FASE_NAMEN[item.fase]),
        ("Wie het doet", item.wie),
        ("Uw invloed", invloed(item.fase, item.participatieniveau).kop),
    ]
    return {
        "nummer": nummer,
        "kleur": KLEUREN[item.domein],
        "titel": item.titel,
        "feiten": [{"naam": naam, "waarde": waarde} for naam, waarde in feiten if waarde],
        "tekst": item.omschrijving,
    }


def _contact(contact: Contact) -> str:
    bereik = ", ".join(filter(None, (contact.telefoon, contact.email)))
    return f"{contact.naam} ({contact.functie}): {bereik}"


def _initiatieven(wijk_id: GebiedId) -> list[str]:
    return [initiatief.titel for initiatief in list_nieuwste(onder_ids(wijk_id))]
