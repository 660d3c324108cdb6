"""Importing 20,000 items with geometry, dry run included: seconds and peak memory."""

import json
import resource
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.meting import Meting, at_most

SHARED = Path("../shared/data")
WORKS = SHARED / "projecten" / "nyc_capital_projects_fy2021.geojson"
AANTAL = 20_000
MAX_SECONDS = 60
MAX_MB = 400


def make_file(aantal: int) -> bytes:
    """Return GeoJSON of real works, moved to Haarlem and repeated until there are enough."""
    titels = ["Nieuwe bomen", "Riool vervangen", "Plein opnieuw inrichten"]
    if WORKS.exists():
        found = json.loads(WORKS.read_text())["features"]
        titels = [str(one["properties"].get("project_name") or "Werk")[:140] for one in found]
    features = [
        {
            "type": "Feature",
            "geometry": {
                "type": "LineString",
                "coordinates": [
                    [
                        round(4.615 + number % 97 / 4_000, 6),
                        round(52.372 + number % 61 / 4_000, 6),
                    ],
                    [round(4.616 + number % 97 / 4_000, 6), 52.38],
                ],
            },
            "properties": {
                "sleutel": f"B{number}",
                "titel": titel,
                "domein": "fysiek",
                "fase": "voorbereiding",
                "start": f"{2026 + number % 5}-01-01",
                "eind": f"{2027 + number % 5}-12-31",
                "trekker": "Afdeling Beheer",
                "participatieniveau": "informeren",
                "participatie_toelichting": "Het plan ligt vast.",
                "gebieden": "Haarlem",
                f"investeringsplan_{2026 + number % 5}": number * 100,
            },
        }
        for number, titel in enumerate(islice(cycle(titels), aantal))
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def child(folder: str, aantal: int) -> None:
    """Import a file in this process and print how it went."""
    from config import Settings  # noqa: PLC0415
    from participatie.app import create_app  # noqa: PLC0415
    from participatie.core.db import Base, db  # noqa: PLC0415
    from participatie.core.transactions import short_read, transaction  # noqa: PLC0415
    from participatie.demo.services_gebieden import draw_gebieden  # noqa: PLC0415
    from participatie.uitwisseling.services_import import apply_plan  # noqa: PLC0415
    from participatie.uitwisseling.services_plan import plan_import  # noqa: PLC0415
    from participatie.uitwisseling.types import Keuze  # noqa: PLC0415

    app = create_app(Settings(data_dir=Path(folder)).to_flask())
    content = Path(folder, "in.geojson").read_bytes()
    with app.app_context():
        Base.metadata.create_all(db.engine)
        with transaction():
            draw_gebieden()
        begin = time.perf_counter()
        with short_read():
            plan_import(content, bronsysteem="bench")
        proef = time.perf_counter()
        with short_read():
            plan = plan_import(content, bronsysteem="bench")
        with transaction():
            apply_plan(plan, kies=lambda _rij: Keuze.BESTAND, actor_id=None)
        klaar = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps({"aantal": aantal, "proef": proef - begin, "alles": klaar - begin, "mb": peak})
    )


def measure(aantal: int) -> dict[str, float]:
    """Import a file of this many items in a process of its own."""
    with TemporaryDirectory() as folder:
        Path(folder, "in.geojson").write_bytes(make_file(aantal))
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-m", "bench.inlezen", folder, str(aantal)],
            capture_output=True,
            text=True,
            check=True,
        )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def run() -> list[Meting]:
    """Measure the limit, and that twice as many items take about twice as long."""
    half, whole = measure(AANTAL // 2), measure(AANTAL)
    return [
        at_most(f"inlezen van {AANTAL} projecten, met proef", whole["alles"], MAX_SECONDS, "s"),
        at_most("geheugen daarbij, hoogstens", whole["mb"], MAX_MB, "MB"),
        at_most("twee keer zoveel inlezen", whole["alles"] / half["alles"], 3, "keer"),
    ]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(sys.argv[1], int(sys.argv[2]))
    else:
        print(run())
