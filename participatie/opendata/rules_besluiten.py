"""The dataset of decisions: only how many, and never of fewer than five. Pure."""

from participatie.opendata.types import Dataset, Kolom

_OPGETELD = "Dit zijn aantallen: een besluit zelf staat er niet in."
_PERSOON = "Kan over een persoon gaan."
_HOEVEEL = "; leeg als het aantal te klein is om te tonen"

BESLUITEN = Dataset(
    naam="besluiten",
    titel="Hoe de gemeente beslist",
    wat=(
        "Hoeveel besluiten over inzendingen er per jaar zijn, per stadsdeel en per thema."
        " Een besluit dat is teruggedraaid telt niet mee. Waar er minder dan vijf zijn, staan"
        " ze samen in een regel zonder gebied of thema."
    ),
    kolommen=(
        Kolom("id", "Nummer van de regel", ("id",)),
        Kolom("jaar", "Jaar waarin is beslist", ("op",)),
        Kolom("verdeling", "gebied of thema: waarnaar deze regel is verdeeld", ()),
        Kolom("gebied_code", "Code van het stadsdeel, of van de stad", ("gebied_id",)),
        Kolom("gebied_naam", "Naam van dat gebied", ("gebied_id",)),
        Kolom("thema", "Waar het over gaat", ("thema",)),
        Kolom("aantal", f"Besluiten samen{_HOEVEEL}", ()),
        Kolom("publiceren", f"Op de site geplaatst{_HOEVEEL}", ("uitkomst",)),
        Kolom("aanpassen", f"Een aanpassing gevraagd{_HOEVEEL}", ("uitkomst",)),
        Kolom("afwijzen", f"Niet geplaatst{_HOEVEEL}", ("uitkomst",)),
    ),
    weggelaten={
        "inzending_id": _OPGETELD,
        "inzending_versie": _OPGETELD,
        "grond": _OPGETELD,
        "grond_versie": _OPGETELD,
        "reden": _PERSOON,
        "door_id": _PERSOON,
        "teruggedraaid_op": _OPGETELD,
        "teruggedraaid_door_id": _PERSOON,
        "teruggedraaid_reden": _PERSOON,
    },
)
