"""A file to try in the demo city: what its source would deliver next."""

import csv
import io

from participatie.programmas.types import ProjectFilter
from participatie.uitwisseling.queries_export import list_uitvoer
from participatie.uitwisseling.rules_export import as_text, cells_of, list_geldkolommen

BRON = "demo"
IN_CONFLICT = 2
"""The first projects of the source: in the demo city an editor changed where these are."""
NIEUW = 3
VAN_HIER = ("id", "bronsysteem", "gebied_namen")
"""What the file of another system does not have."""


def make_voorbeeld() -> str:
    """Return the projects of the source: two in conflict, three new, one gone, one changed."""
    found = [one for one in list_uitvoer(ProjectFilter()) if one.rij["bronsysteem"] == BRON]
    geld = list_geldkolommen(found)
    rows = [
        {name: as_text(cell) for name, cell in cells_of(one, geld).items() if name not in VAN_HIER}
        for one in found
    ]
    for row in rows[:IN_CONFLICT]:
        row["plek_omschrijving"] = f"{row['plek_omschrijving']} (volgens de planning)"
    gone = next((row for row in reversed(rows) if row["fase"] in {"idee", "voorbereiding"}), None)
    kept = [row for row in rows if row is not gone]
    new = [
        row | {"sleutel": f"NIEUW-{number}", "titel": f"{row['titel']}, vervolg {number}"}
        for number, row in enumerate(kept[IN_CONFLICT : IN_CONFLICT + NIEUW], start=1)
    ]
    text = io.StringIO()
    if kept:
        writer = csv.DictWriter(text, [*kept[0]], delimiter=";")
        writer.writeheader()
        writer.writerows([*kept, *new])
    return text.getvalue()
