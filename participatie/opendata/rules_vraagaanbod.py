"""The datasets of vraag en aanbod, column by column, without people. Pure."""

from participatie.opendata.types import Dataset, Kolom

_TECHNISCH = "Alleen nodig om de site te laten werken."
_PERSOON = "Kan over een persoon gaan."
_SOORT = Kolom("soort", "handen, geld, toestemming, plek of kennis", ("soort",))
_WELKE = (
    Kolom("gebied_code", "Code van het gebied", ()),
    Kolom("gebied_naam", "Naam van het gebied", ()),
)

OPROEPEN = Dataset(
    naam="oproepen",
    titel="Oproepen van initiatieven",
    wat="Wat initiatieven zoeken en vonden. Wie reageerde, is niet openbaar.",
    kolommen=(
        Kolom("id", "Vast nummer van de oproep op deze site", ("id",)),
        Kolom("initiatief", "De pagina over het initiatief", ("initiatief_id",)),
        _SOORT,
        Kolom("wat", "Wat er nodig is, in één zin", ("wat",)),
        Kolom("hoeveel", "Hoeveel ervan; leeg als dat er niet bij staat", ("hoeveel",)),
        Kolom("wanneer", "Wanneer; leeg als dat er niet bij staat", ("wanneer",)),
        Kolom("status", "open of vervuld", ("status",)),
        *_WELKE,
        Kolom("geplaatst_op", "Sinds wanneer, in UTC", ("aangemaakt_op",)),
        Kolom("vervuld_op", "Wanneer het gevonden was, in UTC", ("afgesloten_op",)),
    ),
    weggelaten={
        "sleutel": _TECHNISCH,
        "reden": "Altijd leeg: wat gesloten is, staat er niet in.",
        "door_id": _PERSOON,
    },
)

AANBOD = Dataset(
    naam="aanbod",
    titel="Aanbod voor initiatieven",
    wat="Wat mensen en organisaties nu aanbieden. Wie het aanbiedt, staat er niet in.",
    kolommen=(
        Kolom("id", "Vast nummer van het aanbod op deze site", ("id",)),
        Kolom("adres", "De pagina over het aanbod", ("id",)),
        _SOORT,
        Kolom("wat", "Wat er wordt aangeboden, in één zin", ("wat",)),
        *_WELKE,
        Kolom("thema", "Waar het voor is; leeg voor alle thema's", ("thema",)),
        Kolom("tot", "De laatste dag", ("tot",)),
        Kolom("geplaatst_op", "Sinds wanneer, in UTC", ("aangemaakt_op",)),
    ),
    weggelaten={
        "sleutel": _TECHNISCH,
        "toelichting": _PERSOON,
        "gebied_id": "Staat in de kolommen met gebieden.",
        "aanbieder_id": _PERSOON,
        "organisatie_id": _PERSOON,
        "status": "Altijd zichtbaar.",
        "reden": "Altijd leeg: wat verborgen is, staat er niet in.",
        "afgesloten_op": "Altijd leeg: wat gesloten is, staat er niet in.",
    },
)
