"""Downloading what the filter of the list or of the map shows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from flask import Blueprint, Response, current_app, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from participatie.core import clock
from participatie.core.access import public
from participatie.core.errors import NotFoundError
from participatie.core.formats import datum
from participatie.core.limits import limiter
from participatie.core.namen import naam
from participatie.core.pdf import make_pdf
from participatie.core.peildatum import PARAMETER, parse_peildatum
from participatie.programmas.queries_filter import filter_of
from participatie.programmas.rules import planning_in_woorden
from participatie.uitwisseling.queries_export import list_uitvoer
from participatie.uitwisseling.rules_export import (
    Uitvoer,
    write_csv,
    write_geojson,
    write_xlsx,
)
from participatie.uitwisseling.rules_geopackage_schrijven import write_geopackage

bp = Blueprint("uitwisseling_export", __name__)
GPKG = "application/geopackage+sqlite3"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Schrijver = Callable[[Sequence[Uitvoer]], bytes]
SCHRIJVERS: Mapping[str, tuple[str, str, Schrijver]] = {
    "csv": ("csv", "text/csv; charset=utf-8", write_csv),
    "xlsx": ("xlsx", EXCEL, write_xlsx),
    "geojson": ("geojson", "application/geo+json", write_geojson),
    "geojson-rd": ("geojson", "application/json", lambda found: write_geojson(found, rd=True)),
    "gpkg": ("gpkg", GPKG, write_geopackage),
    "gpkg-rd": ("gpkg", GPKG, lambda found: write_geopackage(found, rd=True)),
}
PDF_MAX = 1_000
LIMIT = "60 per minute"
"""More than anyone clicks, also a classroom behind one address."""


@bp.get("/<formaat>")
@public
@limiter.limit(LIMIT)
def download(formaat: str) -> ResponseReturnValue:
    """Give the projects of a filter as a file."""
    if formaat not in SCHRIJVERS and formaat != "pdf":
        raise NotFoundError("Dit soort bestand maken wij niet.")
    peildatum = parse_peildatum(request.args.get(PARAMETER, ""), vandaag=clock.today())
    wanted = filter_of(request.args.getlist, peildatum=peildatum)
    dag = (peildatum or clock.today()).isoformat()
    if formaat == "pdf":
        found = list_uitvoer(wanted, limit=PDF_MAX + 1)
        return _file(_pdf(found, peildatum), f"projecten-{dag}.pdf", "application/pdf")
    ending, mimetype, write = SCHRIJVERS[formaat]
    stelsel = "-rd" if formaat.endswith("-rd") else ""
    return _file(write(list_uitvoer(wanted)), f"projecten-{dag}{stelsel}.{ending}", mimetype)


def _file(content: bytes, name: str, mimetype: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, content_type=mimetype, headers=headers)


def _pdf(found: Sequence[Uitvoer], peildatum: date | None) -> bytes:
    widths = (5, 2, 2, 3, 3)
    names = (_("Project"), _("Fase"), _("Wanneer"), _("Waar"), _("Wie"))
    shown = found[:PDF_MAX]
    inleiding = _("%(aantal)s projecten.", aantal=len(shown))
    if len(found) > PDF_MAX:
        inleiding += " " + _(
            "Er zijn er meer. Kies een gebied of een jaar, of neem een ander bestand."
        )
    return make_pdf(
        "lijst.typ",
        {
            "titel": _("Wat er gepland is"),
            "ondertitel": "",
            "site": current_app.config["SITE_NAAM"],
            "stand": stand_in_woorden(peildatum),
            "inleiding": inleiding,
            "kolommen": [
                {"naam": str(name), "rechts": False, "breedte": width}
                for name, width in zip(names, widths, strict=True)
            ],
            "rijen": [_pdf_row(one) for one in shown],
            "colofon": [],
            "liggend": True,
        },
    )


def stand_in_woorden(peildatum: date | None) -> str:
    """Return as of when the list is, and when the file was made."""
    if peildatum is None:
        return str(_("Gemaakt op %(dag)s", dag=datum(clock.today())))
    return str(
        _(
            "Zoals het was op %(dag)s. Gemaakt op %(vandaag)s",
            dag=datum(peildatum),
            vandaag=datum(clock.today()),
        )
    )


def _pdf_row(one: Uitvoer) -> list[str]:
    rij = one.rij
    waar = rij["plek_omschrijving"] or ", ".join(gebied for _code, gebied in one.gebieden)
    planning = planning_in_woorden(rij["start"], rij["eind"])
    return [rij["titel"], naam(rij["fase"]), str(planning), waar, rij["trekker"]]
