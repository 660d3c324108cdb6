from dataclasses import replace
from datetime import date

from participatie.core.db import db
from participatie.opgaven.types import Domein
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import add_project
from participatie.programmas.types import (
    Fase,
    Geldbron,
    Participatieniveau,
    ProjectGegevens,
    ProjectSoort,
    Thema,
)
from participatie.voorstellen.services import offer_voorstel, write_voorstel
from tests.factories.gebieden import GebiedFactory

TITEL = "Zonnepanelen op de flats"


def make_gegevens(gebied=None, **fields) -> ProjectGegevens:
    """What a partner fills in, about this gebied as a whole unless a place is given."""
    gebied = gebied or GebiedFactory()
    said = {
        "titel": TITEL, "omschrijving": "Op alle daken.", "soort": ProjectSoort.PROJECT,
        "domein": Domein.FYSIEK, "thema": Thema.ENERGIE, "fase": Fase.VOORBEREIDING,
        "start": date(2027, 3, 1), "eind": date(2028, 6, 30), "plek_omschrijving": "De flats",
        "trekker": "Woningcorporatie", "contact_naam": "Bewonersteam",
        "contact_email": "team@corporatie.example",
        "participatieniveau": Participatieniveau.ADVISEREN,
        "participatie_toelichting": "Huurders kiezen de volgorde.", "geometrie": None,
        "gebied_ids": frozenset({gebied.id}),
        "bedragen": {(2027, Geldbron.DERDEN): 125_000_00},
    }  # fmt: skip
    return ProjectGegevens(**said | fields)


def make_own_project(organisatie, gebied=None, *, sleutel="P1", **fields):
    """An item of the programme that is of this organisatie."""
    return add_project(
        make_gegevens(gebied, titel="Daken isoleren", organisatie_id=organisatie.id, **fields),
        bronsysteem="demo",
        bronsleutel=sleutel,
        actor_id=None,
    )


def make_voorstel(organisatie, indiener, *, gebied=None, offered=True, **fields):
    """A new item that an organisatie proposes."""
    voorstel = write_voorstel(
        make_gegevens(gebied, **fields), organisatie=organisatie, indiener_id=indiener.id
    )
    return _offer(voorstel, indiener, offered=offered)


def make_change(project, organisatie, indiener, *, offered=True, **fields):
    """A change that an organisatie proposes of its own item."""
    voorstel = write_voorstel(
        replace(gegevens_of(project), **fields),
        organisatie=organisatie,
        project=project,
        indiener_id=indiener.id,
    )
    return _offer(voorstel, indiener, offered=offered)


def _offer(voorstel, indiener, *, offered):
    if offered:
        offer_voorstel(voorstel, versie=voorstel.versie, door_id=indiener.id)
        db.session.flush()
    return voorstel
