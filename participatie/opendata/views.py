"""Pages of the opendata room: what there is, and the downloads."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import islice

from flask import (
    Blueprint,
    Response,
    current_app,
    render_template,
    request,
    stream_with_context,
)
from flask.typing import ResponseReturnValue

from participatie.core import clock
from participatie.core.access import public
from participatie.core.errors import NotFoundError
from participatie.core.peildatum import PARAMETER, PeildatumError, parse_peildatum
from participatie.opendata.queries import iter_regels
from participatie.opendata.rules import DATASETS, FORMAAT_NAMEN, MET_PEILDATUM, safe_cell, to_plain
from participatie.opendata.types import Dataset, Formaat, Regel

LINES_TOGETHER = 200
BOM = "\ufeff"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
MIMETYPES = {Formaat.GEOJSON: "application/geo+json", Formaat.CSV: "text/csv; charset=utf-8"}

bp = Blueprint("opendata", __name__)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show what there is, in which formats, and what each column means."""
    return render_template(
        "opendata/index.html", datasets=DATASETS.values(), formaten=FORMAAT_NAMEN, licentie=CC0
    )


@bp.get("/<naam>.<formaat>")
@public
def download(naam: str, formaat: str) -> ResponseReturnValue:
    """Send a dataset while it is read."""
    dataset = DATASETS.get(naam)
    if dataset is None or formaat not in set(Formaat):
        raise NotFoundError("Deze dataset bestaat niet.")
    peildatum = parse_peildatum(request.args.get(PARAMETER, ""), vandaag=clock.today())
    if peildatum is not None and naam not in MET_PEILDATUM:
        raise PeildatumError("Van deze dataset is alleen bekend hoe hij nu is.")
    regels = iter_regels(naam, current_app.config["SITE_URL"], peildatum)
    write = _geojson if formaat == Formaat.GEOJSON else _csv
    response = Response(stream_with_context(_together(write(dataset, regels))))
    response.headers["Content-Type"] = MIMETYPES[Formaat(formaat)]
    response.headers["Content-Disposition"] = f'attachment; filename="{naam}.{formaat}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Link"] = f'<{CC0}>; rel="license"'
    return response


def _together(lines: Iterator[str]) -> Iterator[str]:
    """Send many lines at a time: each piece costs the server a turn."""
    while piece := "".join(islice(lines, LINES_TOGETHER)):
        yield piece


def _csv(dataset: Dataset, regels: Iterable[Regel]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow([kolom.naam for kolom in dataset.kolommen])
    yield BOM + line.getvalue()
    for regel in regels:
        line.seek(0)
        line.truncate()
        writer.writerow([safe_cell(value) for value in regel.waarden])
        yield line.getvalue()


def _geojson(dataset: Dataset, regels: Iterable[Regel]) -> Iterator[str]:
    namen = [kolom.naam for kolom in dataset.kolommen]
    head = {"type": "FeatureCollection", "name": dataset.naam, "license": CC0}
    yield json.dumps(head)[:-1] + ', "features": ['
    separator = "\n"
    for regel in regels:
        values = [to_plain(value) for value in regel.waarden]
        feature = {
            "type": "Feature",
            "id": regel.id,
            "geometry": regel.geometrie,
            "properties": dict(zip(namen, values, strict=True)),
        }
        yield separator + json.dumps(feature, ensure_ascii=False, default=float)
        separator = ",\n"
    yield "\n]}\n"
