"""The datasets of gebiedsprogramma's, column by column. Pure."""

from participatie.opendata.types import Dataset, Kolom

_TECHNISCH = "Alleen nodig om de site te laten werken."
_WELKE = (
    Kolom("gebied_code", "Code van het gebied", ("gebied_id",)),
    Kolom("gebied_naam", "Naam van het gebied", ("gebied_id",)),
)

GEBIEDSPROGRAMMAS = Dataset(
    naam="gebiedsprogrammas",
    titel="Gebiedsprogramma's",
    wat="Het programma van elk stadsdeel en van de hele stad, per jaar, met het besluit.",
    kolommen=(
        Kolom("id", "Vast nummer van het programma op deze site", ("id",)),
        Kolom("adres", "De pagina over het programma", ("id",)),
        *_WELKE,
        Kolom("jaar", "Jaar van het programma", ("jaar",)),
        Kolom("status", "concept, vastgesteld of afgesloten", ("status",)),
        Kolom("besluitnummer", "Nummer van het besluit; leeg bij een concept", ("besluitnummer",)),
        Kolom("besloten_op", "Dag van het besluit; leeg bij een concept", ("besloten_op",)),
        Kolom("toelichting", "Wat boven de onderdelen staat", ("toelichting",)),
        Kolom("gewijzigd_op", "Laatste wijziging, in UTC", ("gewijzigd_op",)),
    ),
    weggelaten={
        "doorrolling_id": _TECHNISCH,
        "aangemaakt_op": _TECHNISCH,
        "versie": _TECHNISCH,
    },
)

PROGRAMMAONDERDELEN = Dataset(
    naam="programmaonderdelen",
    titel="Onderdelen van gebiedsprogramma's",
    wat=(
        "Wat in elk programma is vastgesteld, zoals het toen was. Het resultaat staat erbij als"
        " het jaar is afgesloten. Een vaststelling die is ingetrokken staat er niet in."
    ),
    kolommen=(
        Kolom("id", "Vast nummer van het onderdeel op deze site", ("id",)),
        Kolom("programma_id", "Nummer van het gebiedsprogramma", ("vaststelling_id",)),
        Kolom("gebied_code", "Code van het gebied", ()),
        Kolom("gebied_naam", "Naam van het gebied", ()),
        Kolom("jaar", "Jaar van het programma", ()),
        Kolom("volgorde", "Plaats in het programma", ("volgorde",)),
        Kolom("project_id", "Nummer van het project", ("project_id",)),
        Kolom("adres", "De pagina over het project, zoals het nu is", ("project_id",)),
        Kolom("titel", "Naam van het project bij het besluit", ("stand_id",)),
        Kolom("bedrag_euro", "Geld in dit jaar, in euro's", ("bedrag_cent",)),
        Kolom(
            "resultaat",
            "gerealiseerd, deels, doorgeschoven of vervallen; leeg als het jaar"
            " nog niet is afgesloten",
            ("resultaat",),
        ),
        Kolom("naar_jaar", "Naar welk jaar het is doorgeschoven", ("naar_jaar",)),
        Kolom("toelichting", "Waarom", ("toelichting",)),
    ),
    weggelaten={"stap": "Altijd vaststellen."},
)
