"""Two thousand real public works of New York, moved to Haarlem; years and budgets are real."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.programmas.models import Jaarbedrag
from participatie.programmas.queries import count_projecten
from participatie.programmas.types import Geldbron
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.rules_mapping import read_mapping
from participatie.uitwisseling.services_import import import_projecten
from participatie.uitwisseling.types import Uitkomst
from tests.factories.gebieden import make_city

SOURCE = Path("../shared/data/projecten/nyc_capital_projects_fy2021.geojson")
MAPPING = Path(__file__).with_name("nyc_mapping.toml")
YEARS = range(2021, 2026)

pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason=f"{SOURCE} is not here")


@pytest.fixture(scope="module")
def works() -> list[dict]:
    features = json.loads(SOURCE.read_text())["features"]
    for feature in features:
        lon, lat = feature["geometry"]["coordinates"]
        moved = [4.60 + (lon + 74.26) * 0.11, 52.365 + (lat - 40.50) * 0.05]
        feature["geometry"]["coordinates"] = moved
    return features


@pytest.fixture(scope="module")
def mapping():
    return read_mapping(MAPPING.read_text(), is_json=False)


def amounts(feature) -> list[int]:
    properties = feature["properties"]
    return [properties[f"{kind}{year}"] for kind in ("city", "non_city") for year in YEARS]


def file_of(features) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def without_dirt(features) -> list[dict]:
    whole = [f for f in features if any(amounts(f)) and min(amounts(f)) >= 0]
    return list({f["properties"]["project_id"]: f for f in whole}.values())


def test_every_bad_row_is_told_and_nothing_is_stored(session, works, mapping) -> None:
    make_city()
    with pytest.raises(ImportRefusedError) as refused:
        import_projecten(file_of(works), mapping=mapping)
    bad = {fout.rij for fout in refused.value.fouten}
    dirty = sum(not any(amounts(f)) or min(amounts(f)) < 0 for f in works)
    assert len(bad) >= dirty > 0
    assert count_projecten() == 0


def test_real_works_keep_their_money_to_the_cent(session, works, mapping) -> None:
    make_city()
    good = without_dirt(works)
    import_projecten(file_of(good), mapping=mapping)
    stored = db.session.scalar(
        select(func.sum(Jaarbedrag.bedrag_cent)).where(
            Jaarbedrag.bron == Geldbron.INVESTERINGSPLAN, Jaarbedrag.jaar == 2023
        )
    )
    assert stored == sum(f["properties"]["city2023"] for f in good) * 1000 * 100


def test_a_second_run_of_real_works_changes_nothing(session, works, mapping) -> None:
    make_city()
    data = file_of(without_dirt(works)[:300])
    import_projecten(data, mapping=mapping)
    verslag = import_projecten(data, mapping=mapping)
    assert verslag.aantal(Uitkomst.ONGEWIJZIGD) == count_projecten() == 300
