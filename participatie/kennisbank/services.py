"""Writing, publishing and withdrawing articles. No commit here: see core.transactions."""

import itertools
from dataclasses import asdict

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.rules_namen import slug_of
from participatie.kennisbank.errors import NietGepubliceerdError, NietsNieuwsError
from participatie.kennisbank.events import (
    ArtikelEvent,
    ArtikelGepubliceerd,
    ArtikelGeschreven,
    ArtikelIngetrokken,
)
from participatie.kennisbank.models import ArtikelVersie, Kennisartikel
from participatie.kennisbank.queries import list_slugs
from participatie.kennisbank.rules import check_gegevens, is_intern, number_punten
from participatie.kennisbank.types import ArtikelGegevens, ArtikelSoort, ArtikelStatus

SLUG_LENGTH = 100
RESERVED = {"beheer", "vinkjes"}
"""Addresses that are no article."""


def write_artikel(
    soort: ArtikelSoort, gegevens: ArtikelGegevens, *, door_id: GebruikerId
) -> Kennisartikel:
    """Write a new article, as a concept."""
    check_gegevens(gegevens, soort, eerste=True)
    moment = clock.now()
    artikel = Kennisartikel(
        slug=_free_slug(gegevens.titel),
        soort=soort,
        status=ArtikelStatus.CONCEPT,
        laatste_punt=0,
        aangemaakt_op=moment,
        gewijzigd_op=moment,
    )
    db.session.add(artikel)
    db.session.flush()  # its version and the event need the id
    _add_versie(artikel, gegevens, door_id)
    return artikel


def change_artikel(
    artikel: Kennisartikel, gegevens: ArtikelGegevens, *, versie: int, door_id: GebruikerId
) -> None:
    """Write a newer version; what is on the site stays there until the new one is published."""
    check_gegevens(gegevens, artikel.soort, eerste=False)
    _check_seen(artikel, versie)
    _add_versie(artikel, gegevens, door_id)


def publish_artikel(artikel: Kennisartikel, *, versie: int, door_id: GebruikerId) -> None:
    """Put the newest version on the site."""
    _check_seen(artikel, versie)
    laatste = artikel.versies[-1].nummer
    if artikel.status is ArtikelStatus.GEPUBLICEERD and artikel.publiek_nummer == laatste:
        raise NietsNieuwsError
    artikel.publiek_nummer = laatste
    artikel.gepubliceerd_op = artikel.gewijzigd_op = clock.now()
    artikel.status = ArtikelStatus.GEPUBLICEERD
    _publish(ArtikelGepubliceerd, artikel, laatste, door_id)


def withdraw_artikel(artikel: Kennisartikel, *, versie: int, door_id: GebruikerId) -> None:
    """Take it off the site; it can be put back."""
    _check_seen(artikel, versie)
    if artikel.status is not ArtikelStatus.GEPUBLICEERD or artikel.publiek_nummer is None:
        raise NietGepubliceerdError
    artikel.status = ArtikelStatus.INGETROKKEN
    artikel.gewijzigd_op = clock.now()
    _publish(ArtikelIngetrokken, artikel, artikel.publiek_nummer, door_id)


def _free_slug(titel: str) -> str:
    slug, taken = slug_of(titel)[:SLUG_LENGTH] or "artikel", list_slugs() | RESERVED
    numbers = (f"{slug}-{number}" for number in itertools.count(2))
    return slug if slug not in taken else next(one for one in numbers if one not in taken)


def _check_seen(artikel: Kennisartikel, versie: int) -> None:
    if artikel.versie != versie:
        raise StaleError


def _add_versie(artikel: Kennisartikel, gegevens: ArtikelGegevens, door_id: GebruikerId) -> None:
    oud = artikel.versies[-1] if artikel.versies else None
    punten = number_punten(
        oud.puntenlijst if oud else (), gegevens.punten, laatste=artikel.laatste_punt
    )
    nieuw = ArtikelVersie(
        nummer=oud.nummer + 1 if oud else 1,
        titel=gegevens.titel,
        samenvatting=gegevens.samenvatting,
        tekst=gegevens.tekst,
        doelgroepen=[one.value for one in gegevens.doelgroepen],
        fasen=[one.value for one in gegevens.fasen],
        thema=gegevens.thema,
        stappen=list(gegevens.stappen),
        initiatiefsoort=gegevens.initiatiefsoort,
        punten=[asdict(punt) for punt in punten],
        intern=is_intern(gegevens.doelgroepen),
        wijziging=gegevens.wijziging,
        door_id=door_id,
        op=clock.now(),
    )
    artikel.versies.append(nieuw)
    artikel.laatste_punt = max([artikel.laatste_punt, *(punt.nummer for punt in punten)])
    artikel.gewijzigd_op = clock.now()
    _publish(ArtikelGeschreven, artikel, nieuw.nummer, door_id)


def _publish(
    event_type: type[ArtikelEvent], artikel: Kennisartikel, nummer: int, door_id: GebruikerId
) -> None:
    publish(
        event_type(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("kennisartikel", artikel.id),
            nummer=nummer,
        )
    )
