from datetime import UTC, date, datetime

import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core.db import db
from participatie.core.geometry import parse_geometry
from participatie.core.uploads import folder_of
from participatie.opgaven.types import Domein
from participatie.programmas.models import Jaarbedrag, Project
from participatie.programmas.models_documenten import ProjectDocument
from participatie.programmas.services_documenten import FOLDER
from participatie.programmas.types import (
    DocumentSoort,
    Fase,
    Geldbron,
    Participatieniveau,
    ProjectSoort,
    Thema,
)


class ProjectFactory(SQLAlchemyModelFactory):
    """`gebieden=[...]` and `place={GeoJSON}` put it somewhere; no place is whole-area."""

    class Meta:
        model = Project
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    bronsysteem = "test"
    bronsleutel = factory.Sequence(lambda n: f"P{n:05}")
    titel = "Vernieuwen van het riool"
    omschrijving = "Het riool is oud. De gemeente vervangt het."
    soort = ProjectSoort.PROJECT
    domein = Domein.FYSIEK
    thema = Thema.WATER
    fase = Fase.VOORBEREIDING
    start = date(2027, 3, 1)
    eind = date(2028, 6, 30)
    plek_omschrijving = "Leidsestraat"
    trekker = "Afdeling Beheer"
    contact_naam = "Gebiedsteam"
    contact_email = "gebiedsteam@example.invalid"
    participatieniveau = Participatieniveau.ADVISEREN
    participatie_toelichting = "De straat kan op meer manieren terugkomen."
    aangemaakt_op = datetime(2026, 1, 5, 9, tzinfo=UTC)
    gewijzigd_op = datetime(2026, 1, 5, 9, tzinfo=UTC)

    @classmethod
    def _create(cls, model_class, *args, place=None, **kwargs):
        project = model_class(*args, **kwargs)
        project.place(parse_geometry(place) if place else None)
        db.session.add(project)
        db.session.flush()
        return project


class JaarbedragFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Jaarbedrag
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    project = factory.SubFactory(ProjectFactory)
    jaar = 2027
    bron = Geldbron.INVESTERINGSPLAN
    bedrag_cent = 125_000_050


PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


class ProjectDocumentFactory(SQLAlchemyModelFactory):
    """A document with its file."""

    class Meta:
        model = ProjectDocument
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    class Params:
        project = factory.SubFactory(ProjectFactory)

    project_id = factory.LazyAttribute(lambda made: made.project.id)
    titel = "Voorlopig ontwerp"
    soort = DocumentSoort.PDF
    bestand = factory.Sequence(lambda n: f"{n:032x}.pdf")
    grootte = len(PDF)
    toegevoegd_op = datetime(2026, 1, 5, 9, tzinfo=UTC)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        (folder_of(FOLDER) / kwargs["bestand"]).write_bytes(PDF)
        return super()._create(model_class, *args, **kwargs)
