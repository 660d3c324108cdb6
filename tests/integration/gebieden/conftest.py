import json
from pathlib import Path

import pytest

from participatie.core.db import db
from participatie.gebieden.services_import import import_gebieden
from participatie.gebieden.types import Niveau
from tests.factories.gebieden import square

REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "gebieden"
BIG = (4.59, 52.36, 4.67, 52.40)


@pytest.fixture(scope="session")
def real_files() -> Path:
    """The folder with the real outlines of Haarlem."""
    if not REAL.is_dir():
        pytest.skip(f"the real data are not at {REAL}")
    return REAL


@pytest.fixture
def write(tmp_path):
    """Write a GeoJSON file of (properties, geometry) and return its path."""

    def writing(*features, name="bestand.geojson", **members) -> Path:
        path = tmp_path / name
        document = {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": properties, "geometry": geometry}
                for properties, geometry in features
            ],
        }
        path.write_text(json.dumps(document | members))
        return path

    return writing


def stad(code="GM9999", naam="Vierkant", outline=BIG):
    return ({"statcode": code, "statnaam": naam}, square(*outline))


def wijk(code, naam, *outline):
    return ({"wijkcode": code, "wijknaam": naam}, square(*outline))


def buurt(code, naam, *outline, **more):
    return ({"buurtcode": code, "buurtnaam": naam, **more}, square(*outline))


LINKS = (4.59, 52.36, 4.63, 52.40)
RECHTS = (4.63, 52.36, 4.67, 52.40)


@pytest.fixture
def run(app, session):
    """Run `flask gebieden ...` and return what click tells of it."""

    def running(*arguments):
        return app.test_cli_runner().invoke(args=["gebieden", *map(str, arguments)])

    return running


@pytest.fixture
def square_city(session, write):
    """A stad with two stadsdelen and two wijken, imported from files."""
    import_gebieden(path=write(stad()), niveau=Niveau.STAD)
    delen = [
        ({"stadsdeel": "Links"}, square(*LINKS)),
        ({"stadsdeel": "Rechterkant"}, square(*RECHTS)),
    ]
    import_gebieden(path=write(*delen), niveau=Niveau.STADSDEEL)
    wijken = [wijk("WK999901", "Linkerwijk", *LINKS), wijk("WK999902", "Rechterwijk", *RECHTS)]
    import_gebieden(path=write(*wijken), niveau=Niveau.WIJK)
    db.session.commit()
