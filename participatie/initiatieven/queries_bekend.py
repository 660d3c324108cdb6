"""What is already planned or proposed at the place of an initiatief."""

from collections.abc import Mapping, Sequence

from participatie.core import clock
from participatie.gebieden.queries import get_boom
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.rules import afstand_in_woorden, vergelijkbaar_zin
from participatie.initiatieven.types import BekendItem
from participatie.inzendingen.queries_vergelijkbaar import Vergelijkbaar, list_vergelijkbare
from participatie.inzendingen.types import BekendKeuze
from participatie.programmas.queries_raakvlakken import list_raakvlakken_bij

PROJECTEN = 6
INZENDINGEN = 4


def list_bekend(initiatief: Initiatief) -> Sequence[BekendItem]:
    """Return projects that touch the place in space, time and theme, and similar inzendingen."""
    if initiatief.gebied_id is None:
        return []
    raakvlakken = list_raakvlakken_bij(
        geometry=initiatief.geometrie,
        gebied_id=initiatief.gebied_id,
        thema=initiatief.thema,
        vanaf_jaar=clock.today().year,
        limit=PROJECTEN,
    )
    return [
        *(
            BekendItem(titel=found.titel, zin=found.zin, project_id=found.project_id)
            for found in raakvlakken
        ),
        *(_item(found) for found in list_vergelijkbare(initiatief, INZENDINGEN)),
    ]


def _item(found: Vergelijkbaar) -> BekendItem:
    omtrek = get_boom().omtrekken.get(found.gebied_id) if found.gebied_id is not None else None
    waar = (
        afstand_in_woorden(found.afstand_m)
        if found.afstand_m is not None
        else f"in {omtrek.naam if omtrek else 'de stad'}"
    )
    return BekendItem(
        titel=found.titel, zin=vergelijkbaar_zin(found.titel, waar), andere_id=found.id
    )


def given_answers(initiatief: Initiatief) -> Mapping[str, BekendKeuze]:
    """Return what was answered before, by the key of the item."""
    return {
        BekendItem(
            titel="", zin="", project_id=answer.project_id, andere_id=answer.andere_id
        ).sleutel: answer.keuze
        for answer in initiatief.bekend_antwoorden
    }
