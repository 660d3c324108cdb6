"""Saving searches and neighbourhoods, and removing them."""

from sqlalchemy import delete, func, select, update

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from participatie.core.events import publish
from participatie.core.geometry import Bounds, around, point, shape_of, to_rd
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.queries import gebied_at
from participatie.notifications.errors import TeVeelBuurtenError, TeVeelZoekopdrachtenError
from participatie.notifications.events import ZoekopdrachtBewaard, ZoekopdrachtVerwijderd
from participatie.notifications.models import Bericht
from participatie.notifications.models_voorkeuren import Zoekopdracht
from participatie.notifications.queries_voorkeuren import get_zoekopdracht
from participatie.notifications.rules_berichten import via_zoekopdracht
from participatie.notifications.rules_zoeken import (
    NAAM_MAX_LENGTH,
    STRAAL_MAX,
    STRAAL_MIN,
    WERELD,
    barred,
    fold,
)
from participatie.notifications.types import (
    MEESTE_BUURTEN,
    MEESTE_ZOEKOPDRACHTEN,
    Cirkel,
    Frequentie,
    Zoekvraag,
)

BUITEN = "Deze plek ligt buiten de gemeente. Kies een plek binnen de gemeente."


def save_buurt(
    gebruiker_id: GebruikerId, *, naam: str, cirkel: Cirkel, frequentie: Frequentie | None
) -> Zoekopdracht:
    """Keep a neighbourhood: whatever is published in the circle is told."""
    if not STRAAL_MIN <= cirkel.straal_m <= STRAAL_MAX:
        raise InvalidInputError("Kies een straal uit de lijst.", field="straal")
    if gebied_at(cirkel.lon, cirkel.lat).kleinste is None:
        raise InvalidInputError(BUITEN, field="adres")
    if _count(gebruiker_id, cirkels=True) >= MEESTE_BUURTEN:
        raise TeVeelBuurtenError
    middle = to_rd(shape_of(point(cirkel.lon, cirkel.lat))).centroid
    box = around(cirkel.lon, cirkel.lat, cirkel.straal_m)
    bbox = f"{box.west:.5f},{box.zuid:.5f},{box.oost:.5f},{box.noord:.5f}"
    return _save(
        Zoekopdracht(
            gebruiker_id=gebruiker_id,
            naam=_free_name(gebruiker_id, naam),
            pad=f"/kaart?bbox={bbox}",
            frequentie=frequentie,
            lon=cirkel.lon,
            lat=cirkel.lat,
            x=middle.x,
            y=middle.y,
            straal_m=cirkel.straal_m,
            **_box(box),
        )
    )


def save_zoekopdracht(
    gebruiker_id: GebruikerId, *, naam: str, pad: str, vraag: Zoekvraag
) -> Zoekopdracht:
    """Keep a filter of a list or the map: whatever is published that it finds is told."""
    if _count(gebruiker_id, cirkels=False) >= MEESTE_ZOEKOPDRACHTEN:
        raise TeVeelZoekopdrachtenError
    return _save(
        Zoekopdracht(
            gebruiker_id=gebruiker_id,
            naam=_free_name(gebruiker_id, naam),
            pad=pad,
            gebied_id=vraag.gebied_id,
            van=vraag.van,
            tot=vraag.tot,
            soorten=barred(vraag.soorten),
            fasen=barred(vraag.fasen),
            domeinen=barred(vraag.domeinen),
            themas=barred(vraag.themas),
            organisatie=vraag.organisatie,
            doel_id=vraag.doel_id,
            trekker=vraag.trekker,
            woorden=fold(vraag.tekst),
            **_box(Bounds(*vraag.bbox) if vraag.bbox else WERELD),
        )
    )


def remove(gebruiker_id: GebruikerId, zoekopdracht_id: int) -> str:
    """Forget a saved search, and return what it was called. What was told already stays."""
    found = get_zoekopdracht(gebruiker_id, zoekopdracht_id)
    naam = found.naam
    db.session.execute(
        update(Bericht)
        .where(
            Bericht.gebruiker_id == gebruiker_id,
            Bericht.via == via_zoekopdracht(found.id),
            Bericht.verstuurd_op.is_(None),
        )
        .values(frequentie=Frequentie.SITE)
    )
    db.session.execute(delete(Zoekopdracht).where(Zoekopdracht.id == found.id))
    publish(
        ZoekopdrachtVerwijderd(
            occurred_at=clock.now(),
            actor_id=gebruiker_id,
            onderwerp=Onderwerp("gebruiker", gebruiker_id),
            zoekopdracht_id=zoekopdracht_id,
        )
    )
    return naam


def _save(zoekopdracht: Zoekopdracht) -> Zoekopdracht:
    zoekopdracht.aangemaakt_op = clock.now()
    db.session.add(zoekopdracht)
    db.session.flush()  # the event names it by its id
    publish(
        ZoekopdrachtBewaard(
            occurred_at=clock.now(),
            actor_id=zoekopdracht.gebruiker_id,
            onderwerp=Onderwerp("gebruiker", zoekopdracht.gebruiker_id),
            zoekopdracht_id=zoekopdracht.id,
        )
    )
    return zoekopdracht


def _free_name(gebruiker_id: GebruikerId, naam: str) -> str:
    """Return the name on one line, with a number where someone has one of that name."""
    wanted = " ".join(naam.split())[:NAAM_MAX_LENGTH] or "Zoekopdracht"
    taken = set(
        db.session.scalars(
            select(Zoekopdracht.naam).where(Zoekopdracht.gebruiker_id == gebruiker_id)
        )
    )
    names = [wanted, *(f"{wanted[: NAAM_MAX_LENGTH - 4]} {number}" for number in range(2, 99))]
    return next(name for name in names if name not in taken)


def _count(gebruiker_id: GebruikerId, *, cirkels: bool) -> int:
    is_cirkel = Zoekopdracht.straal_m.is_not(None)
    statement = select(func.count(Zoekopdracht.id)).where(
        Zoekopdracht.gebruiker_id == gebruiker_id, is_cirkel if cirkels else ~is_cirkel
    )
    return db.session.scalar(statement) or 0


def _box(box: Bounds) -> dict[str, float]:
    return {"west": box.west, "zuid": box.zuid, "oost": box.oost, "noord": box.noord}
