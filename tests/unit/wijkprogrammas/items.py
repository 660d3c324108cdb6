from datetime import UTC, date, datetime

from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, Participatieniveau, ProjectSoort
from participatie.wijkprogrammas.types import WijkItem

WIJK, STADSDEEL, STAD, BUURT = 3, 2, 1, 4


def item(**given) -> WijkItem:
    values = {
        "id": 7, "titel": "Nieuw riool", "omschrijving": "De straat gaat open.",
        "soort": ProjectSoort.WERK, "domein": Domein.FYSIEK, "fase": Fase.VOORBEREIDING,
        "start": date(2027, 3, 15), "eind": date(2028, 6, 30),
        "participatieniveau": Participatieniveau.ADVISEREN, "plek_omschrijving": "Leidsestraat",
        "trekker": "Afdeling Beheer", "organisatie": None, "mijlpalen": (), "heel_gebied": False,
        "versie": 2, "gewijzigd_op": datetime(2026, 5, 1, 9, tzinfo=UTC),
        "gebied_ids": frozenset({BUURT}),
    }  # fmt: skip
    return WijkItem(**values | given)
