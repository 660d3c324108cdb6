import shutil
from datetime import date

import pytest
import time_machine

from participatie.wijkprogrammas.queries_agenda import forget
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory

JAAR = 2027
PLEK = {"type": "Point", "coordinates": [4.60, 52.39]}


@pytest.fixture(autouse=True)
def _in_2027(app):
    forget()
    with time_machine.travel("2027-02-01T12:00:00+01:00", tick=False):
        yield
    shutil.rmtree(app.config["DATA_DIR"] / "documenten", ignore_errors=True)


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def add(city):
    """Add a project in a gebied of the little city, in 2027 unless said otherwise."""

    def adding(gebied="Duinbuurt", **given):
        values = {
            "gebieden": [city.by_name[gebied]], "start": date(JAAR, 3, 1),
            "eind": date(JAAR, 10, 1), "place": PLEK,
        }  # fmt: skip
        return ProjectFactory(**values | given)

    return adding
