"""Files that belong to an import: its mistakes as a table, and an example to try."""

import csv
import io

from flask import Blueprint, Response, current_app
from flask.typing import ResponseReturnValue

from participatie.core.access import requires
from participatie.core.errors import NotFoundError
from participatie.core.permissions import Permission
from participatie.uitwisseling.queries_voorbeeld import make_voorbeeld
from participatie.uitwisseling.rules import rij_in_woorden, veld_in_woorden
from participatie.uitwisseling.rules_export import without_formula
from participatie.uitwisseling.views import load_import

bp = Blueprint("uitwisseling_bestanden", __name__)


@bp.get("/<int(max=2147483647):import_id>/fouten.csv")
@requires(Permission.PROJECT_BEHEREN)
def fouten(import_id: int) -> ResponseReturnValue:
    """Give every mistake in a file, to put right in a spreadsheet."""
    found = load_import(import_id)
    if found.fouten is None:
        raise NotFoundError("Van dit bestand zijn geen fouten bekend.")
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["rij", "veld", "melding"])
    writer.writerows(
        map(without_formula, (rij or rij_in_woorden(0), veld_in_woorden(veld, rij=rij), melding))
        for rij, veld, melding in found.fouten["fouten"]
    )
    return _csv(text.getvalue(), f"fouten-import-{found.id}.csv")


@bp.get("/voorbeeld.csv")
@requires(Permission.PROJECT_BEHEREN)
def demo() -> ResponseReturnValue:
    """Give a file to try in the demo city."""
    if not current_app.config["DEMO"]:
        raise NotFoundError
    return _csv(make_voorbeeld(), "voorbeeld-demo.csv")


def _csv(text: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response("\ufeff" + text, mimetype="text/csv", headers=headers)
