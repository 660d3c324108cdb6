import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core import clock
from participatie.core.db import db
from participatie.organisaties.models import Organisatie
from participatie.organisaties.types import OrganisatieSoort


class OrganisatieFactory(SQLAlchemyModelFactory):
    """`leden=[...]` are the people who keep its items."""

    class Meta:
        model = Organisatie
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    naam = factory.Sequence(lambda number: f"Woningcorporatie {number}")
    slug = factory.Sequence(lambda number: f"woningcorporatie-{number}")
    soort = OrganisatieSoort.CORPORATIE
    omschrijving = "Verhuurt woningen in de stad."
    website = "https://corporatie.example"
    aangemaakt_op = factory.LazyFunction(clock.now)
    gewijzigd_op = factory.LazyFunction(clock.now)
