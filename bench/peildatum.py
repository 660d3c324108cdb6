"""The register as it was a year ago, against now: 10,000 projecten that each changed twice."""

from datetime import timedelta
from functools import partial

from flask import Flask
from sqlalchemy import insert, select, text

from bench.meting import Meting, at_most, seconds_per_call
from bench.stad import make_app
from participatie.core import clock
from participatie.core.db import db
from participatie.programmas.models import Project, ProjectStand, project_gebieden, stand_gebieden
from participatie.programmas.services_standen import KOLOMMEN

STANDEN_DAYS_AGO = (800, 400, 100)
A_YEAR = timedelta(days=365)
MOST_TIMES_NOW = 2
PAGINAS = {
    "lijst van projecten": "/projecten",
    "lijst van projecten, gefilterd": "/projecten?fase=idee&tekst=riool",
    "pagina van een project": "/projecten/1",
}


def run() -> list[Meting]:
    """Compare the time of each page as it was a year ago with the time of it now."""
    app = make_app()
    with app.app_context():
        _make_standen()
        dag = (clock.today() - A_YEAR).isoformat()
    metingen = []
    for naam, path in PAGINAS.items():
        then = f"{path}{'&' if '?' in path else '?'}stand={dag}"
        now = seconds_per_call(partial(_get, app, path), calls=3)
        year_ago = seconds_per_call(partial(_get, app, then), calls=3)
        metingen.append(
            at_most(f"{naam} een jaar terug, t.o.v. nu", year_ago / now, MOST_TIMES_NOW, "x")
        )
    return metingen


def _make_standen() -> None:
    """Give each project three standen, once."""
    if db.session.scalar(select(ProjectStand.id).limit(1)):
        return
    columns = [getattr(Project, name) for name in KOLOMMEN]
    rows = db.session.execute(select(Project.id.label("project_id"), *columns)).mappings().all()
    now = clock.now()
    moments = [now - timedelta(days=days) for days in STANDEN_DAYS_AGO]
    ends = [*moments[1:], None]
    with db.engine.begin() as connection:
        for versie, (van, tot) in enumerate(zip(moments, ends, strict=True), start=1):
            about = {"versie": versie, "van": van, "tot": tot, "reden": "", "bedragen": {}}
            connection.execute(insert(ProjectStand), [{**row, **about} for row in rows])
        connection.execute(
            insert(stand_gebieden).from_select(
                ["stand_id", "gebied_id"],
                select(ProjectStand.id, project_gebieden.c.gebied_id).join(
                    project_gebieden, project_gebieden.c.project_id == ProjectStand.project_id
                ),
            )
        )
        connection.execute(text("ANALYZE"))


def _get(app: Flask, path: str) -> None:
    answer = app.test_client().get(path)
    assert answer.status_code == 200, (path, answer.status_code)  # noqa: PLR2004
