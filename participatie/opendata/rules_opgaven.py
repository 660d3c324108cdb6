"""The datasets of gebiedsopgaven, column by column. Pure."""

from participatie.opendata.types import Dataset, Kolom

_TECHNISCH = "Alleen nodig om de site te laten werken."
_VASTGESTELD = "Altijd vastgesteld: een concept is niet openbaar."
_WELKE = (
    Kolom("gebied_code", "Code van het gebied", ()),
    Kolom("gebied_naam", "Naam van het gebied", ()),
)

OPGAVEN = Dataset(
    naam="opgaven",
    titel="Gebiedsopgaven",
    wat="Elke vastgestelde versie van een gebiedsopgave, ook de versies die zijn vervangen.",
    kolommen=(
        Kolom("id", "Vast nummer van de versie op deze site", ("id",)),
        Kolom("adres", "De pagina over deze versie", ("opgave_id", "nummer")),
        Kolom("opgave_id", "Vast nummer van de opgave", ("opgave_id",)),
        Kolom("nummer", "De hoeveelste versie het is", ("nummer",)),
        *_WELKE,
        Kolom("van_jaar", "Eerste jaar van de periode", ("van_jaar",)),
        Kolom("tot_jaar", "Laatste jaar van de periode", ("tot_jaar",)),
        Kolom("inleiding", "Hoe het gebied ervoor staat", ("inleiding",)),
        Kolom("reden", "Waarom de opgave is herijkt; leeg bij de eerste versie", ("reden",)),
        Kolom("besluitnummer", "Nummer van het besluit", ("besluitnummer",)),
        Kolom("vastgesteld_op", "Dag van het besluit", ("vastgesteld_op",)),
    ),
    weggelaten={
        "status": _VASTGESTELD,
        "aangemaakt_op": _TECHNISCH,
        "gewijzigd_op": _TECHNISCH,
        "versie": _TECHNISCH,
    },
)

DOELEN = Dataset(
    naam="doelen",
    titel="Doelen van gebiedsopgaven",
    wat="Wat elk doel zegt in elke vastgestelde versie van een gebiedsopgave.",
    kolommen=(
        Kolom("id", "Vast nummer van dit doel in deze versie", ("id",)),
        Kolom("adres", "De pagina over deze versie", ()),
        Kolom("doel_id", "Vast nummer van het doel, in elke versie hetzelfde", ("doel_id",)),
        Kolom("opgave_versie_id", "De versie: kolom id van opgaven", ("opgave_versie_id",)),
        *_WELKE,
        Kolom("titel", "Het doel in één zin", ("titel",)),
        Kolom("resultaat", "Wat er aan het eind van de periode anders is", ("resultaat",)),
        Kolom("prioriteit", "hoog, midden of laag", ("prioriteit",)),
        Kolom("domein", "fysiek, sociaal, economisch of bestuur", ("domein",)),
        Kolom("partners", "Wie meewerken, met |", ("partners",)),
        Kolom("volgorde", "Plaats onder doelen van dezelfde prioriteit", ("volgorde",)),
    ),
    weggelaten={"versie": _TECHNISCH},
)

INDICATOREN = Dataset(
    naam="indicatoren",
    titel="Indicatoren van doelen",
    wat="Waaraan elk doel wordt gemeten: nulmeting en streefwaarde, in elke vastgestelde versie.",
    kolommen=(
        Kolom("id", "Vast nummer van de indicator in deze versie", ("id",)),
        Kolom("doel_tekst_id", "Het doel in de versie: kolom id van doelen", ("doel_tekst_id",)),
        *_WELKE,
        Kolom(
            "kengetal", "Sleutel in de gebiedsanalyse; leeg bij een eigen cijfer", ("kengetal",)
        ),
        Kolom("naam", "Wat er wordt gemeten", ("naam",)),
        Kolom("eenheid", "Waarin", ("eenheid",)),
        Kolom("bron", "Waar het cijfer vandaan komt", ("bron",)),
        Kolom("nulmeting", "De waarde bij het begin", ("nulmeting",)),
        Kolom("nulmeting_jaar", "Jaar van de nulmeting", ("nulmeting_jaar",)),
        Kolom("streefwaarde", "De waarde die bereikt moet worden", ("streefwaarde",)),
        Kolom("streefjaar", "Jaar waarin dat moet", ("streefjaar",)),
    ),
    weggelaten={},
)
