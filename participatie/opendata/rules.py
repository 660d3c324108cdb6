"""What is open data, column by column, and how a cell is written. Pure."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from participatie.core.geometry import Geometry, bounds_of
from participatie.opendata.rules_besluiten import BESLUITEN
from participatie.opendata.rules_opgaven import DOELEN, INDICATOREN, OPGAVEN
from participatie.opendata.rules_programma import GEBIEDSPROGRAMMAS, PROGRAMMAONDERDELEN
from participatie.opendata.rules_vraagaanbod import AANBOD, OPROEPEN
from participatie.opendata.types import Dataset, Formaat, Kolom

FORMAAT_NAMEN: Mapping[Formaat, str] = {
    Formaat.GEOJSON: "GeoJSON, voor kaarten (WGS84)",
    Formaat.CSV: "CSV, voor rekenbladen (UTF-8, met komma's)",
}

# A cell that begins so can be read as a formula by a spreadsheet.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001

SEPARATOR = "|"
DECIMALS = 6
_GEKOPPELD = "Staat in de kolommen met gebieden."
_TECHNISCH = "Alleen nodig om de site te laten werken."
_PERSOON = "Kan over een persoon gaan."
_RAND = "Is af te leiden uit de vorm."
_GRENZEN = dict.fromkeys(("west", "zuid", "oost", "noord"), _RAND)

_PLEK = (
    Kolom("lengtegraad", "Midden van de plek, WGS84; leeg bij een heel gebied", ("geometrie",)),
    Kolom("breedtegraad", "Midden van de plek, WGS84; leeg bij een heel gebied", ("geometrie",)),
)
_GEBIEDEN = (
    Kolom("gebied_codes", "Codes van de gebieden waar het over gaat, met |", ()),
    Kolom("gebied_namen", "Namen van die gebieden, in dezelfde volgorde", ()),
)

PROJECTEN = Dataset(
    naam="projecten",
    titel="Projecten",
    wat="Alles wat de gemeente en haar partners in de gebieden doen en van plan zijn.",
    kolommen=(
        Kolom("id", "Vast nummer van het project op deze site", ("id",)),
        Kolom("adres", "De pagina over het project", ("id",)),
        Kolom("titel", "Naam van het project", ("titel",)),
        Kolom("omschrijving", "Wat er gebeurt", ("omschrijving",)),
        Kolom(
            "soort",
            "werk, onderhoud, project, programma, proces of beleidsopgave",
            ("soort",),
        ),
        Kolom("domein", "fysiek, sociaal, economisch of bestuur", ("domein",)),
        Kolom("thema", "Waar het over gaat, in woorden van bewoners", ("thema",)),
        Kolom("fase", "idee, voorbereiding, uitvoering, afgerond of gestopt", ("fase",)),
        Kolom("start", "Geplande eerste dag", ("start",)),
        Kolom("eind", "Geplande laatste dag", ("eind",)),
        Kolom("fasering", "Planning per fase: fase:eerste dag:laatste dag, met |", ("fasering",)),
        Kolom("mijlpalen", "Wanneer wat klaar is: dag:wat, met |", ("mijlpalen",)),
        Kolom("plek", "De plek in woorden", ("plek_omschrijving",)),
        *_GEBIEDEN,
        Kolom("trekker", "Afdeling of partner die het doet", ("trekker",)),
        Kolom(
            "organisatie",
            "Partner van wie het project is; leeg als het van de gemeente is",
            ("organisatie_id",),
        ),
        Kolom(
            "participatieniveau",
            "Hoeveel bewoners kunnen bepalen, van informeren tot meebeslissen",
            ("participatieniveau",),
        ),
        Kolom("participatie_toelichting", "Waarom zoveel", ("participatie_toelichting",)),
        Kolom("bedrag_euro", "Geld voor alle jaren samen, in euro's", ()),
        Kolom("bedragen", "Geld per jaar en bron: jaar:bron:euro's, met |", ()),
        Kolom(
            "begrotingsprogramma",
            "Nummer van het programma in de begroting",
            ("begrotingsprogramma",),
        ),
        Kolom("doel_id", "Vast nummer van het doel waar het aan werkt", ("doel_id",)),
        Kolom("links", "Adressen van pagina's over het project, met |", ("verwijzingen",)),
        Kolom("bronsysteem", "Systeem waar het project uit komt", ("bronsysteem",)),
        Kolom("bronsleutel", "Nummer in dat systeem", ("bronsleutel",)),
        Kolom("gewijzigd_op", "Laatste wijziging, in UTC", ("gewijzigd_op",)),
        *_PLEK,
    ),
    weggelaten={
        "contact_naam": _PERSOON,
        "contact_email": _PERSOON,
        "aangemaakt_op": _TECHNISCH,
        "versie": _TECHNISCH,
        **_GRENZEN,
    },
)

GELD = Dataset(
    naam="geld",
    titel="Het grote geld in de wijken",
    wat=(
        "Elk bedrag van een project, voor het deel dat in één gebied telt. "
        "Een project in meer gebieden is in gelijke delen gesplitst: elke euro telt één keer."
    ),
    kolommen=(
        Kolom("project", "De pagina over het project", ("project_id",)),
        Kolom("gebied_code", "Code van het gebied waar het telt", ()),
        Kolom("gebied_naam", "Naam van dat gebied", ()),
        Kolom("jaar", "Het jaar", ("jaar",)),
        Kolom("bron", "exploitatie, investeringsplan, subsidie of derden", ("bron",)),
        Kolom("domein", "fysiek, sociaal, economisch of bestuur", ()),
        Kolom("organisatie", "Partner die het betaalt; leeg voor de gemeente", ()),
        Kolom("bedrag_euro", "Het deel in euro's", ("bedrag_cent",)),
    ),
    weggelaten={"id": _TECHNISCH},
)

INITIATIEVEN = Dataset(
    naam="initiatieven",
    titel="Initiatieven",
    wat="Ideeën en plannen van bewoners en ondernemers die op de site staan.",
    kolommen=(
        Kolom("id", "Vast nummer van het initiatief op deze site", ("id",)),
        Kolom("adres", "De pagina over het initiatief", ("id",)),
        Kolom("titel", "Naam van het initiatief", ("titel",)),
        Kolom("toelichting", "Wat de initiatiefnemer wil", ("toelichting",)),
        Kolom("waarom", "Waarom", ("waarom",)),
        Kolom("thema", "Waar het over gaat", ("thema",)),
        Kolom("plek", "De plek in woorden", ("plek_omschrijving",)),
        Kolom("gebied_codes", "Code van het gebied", ("gebied_id",)),
        Kolom("gebied_namen", "Naam van het gebied", ("gebied_id",)),
        Kolom("vraag", "Wat nodig is: handen, geld, toestemming, plek, kennis, met |", ("vraag",)),
        Kolom("aanbod", "Wat de initiatiefnemer zelf inbrengt, met |", ("aanbod",)),
        Kolom("kosten_euro", "Wat het kost, in euro's", ("kosten_cent",)),
        Kolom("gevonden_euro", "Wat daarvan al gevonden is, in euro's", ("gevonden_cent",)),
        Kolom("fase", "gezocht, haalbaarheid, uitvoering, gerealiseerd of gestopt", ("fase",)),
        Kolom("fase_sinds", "Sinds wanneer; leeg in de eerste fase", ("fase_sinds",)),
        Kolom(
            "opgegaan_in_id",
            "Nummer van het initiatief waarin dit is opgegaan; leeg als het op zichzelf staat",
            ("opgegaan_in_id",),
        ),
        Kolom(
            "gepubliceerd_op", "Sinds wanneer het op de site staat, in UTC", ("gepubliceerd_op",)
        ),
        Kolom("steun", "Hoeveel mensen het steunen", ()),
        Kolom("reacties", "Hoeveel reacties erbij te lezen zijn", ()),
        *_PLEK,
    ),
    weggelaten={
        "soort": "Altijd initiatief.",
        "status": "Altijd gepubliceerd.",
        "indiener_id": _PERSOON,
        "wie_doet_mee": _PERSOON,
        "vraag_toelichting": _PERSOON,
        "aanbod_toelichting": _PERSOON,
        "kenmerk": "Is voor de indiener.",
        "ingediend_op": "Is voor de indiener.",
        "reactie_voor": "Is voor de indiener.",
        "nog_niet_bekeken": "Zegt alleen hoe ver de gemeente is met kijken.",
        "formulier_sleutel": _TECHNISCH,
        "aangemaakt_op": _TECHNISCH,
        "gewijzigd_op": _TECHNISCH,
        "versie": _TECHNISCH,
        **_GRENZEN,
    },
)

GEBIEDEN = Dataset(
    naam="gebieden",
    titel="Gebieden",
    wat="De stad, de stadsdelen, wijken en buurten met hun grenzen.",
    kolommen=(
        Kolom("id", "Vast nummer van het gebied op deze site", ("id",)),
        Kolom("adres", "De pagina over het gebied", ("slug",)),
        Kolom("code", "Code van het CBS, of van de gemeente voor een stadsdeel", ("code",)),
        Kolom("naam", "Naam van het gebied", ("naam",)),
        Kolom("niveau", "stad, stadsdeel, wijk of buurt", ("niveau",)),
        Kolom("ouder_code", "Code van het gebied waar het in ligt", ("ouder_id",)),
        Kolom("inwoners", "Aantal inwoners; leeg als het niet bekend is", ("inwoners",)),
        Kolom("woningen", "Aantal woningen; leeg als het niet bekend is", ("woningen",)),
        Kolom("bron", "Waar de grens vandaan komt", ("bron",)),
        Kolom("schematisch", "ja als de grens alleen voor het voorbeeld is", ("schematisch",)),
        *_PLEK,
    ),
    weggelaten={"gewijzigd_op": _TECHNISCH, **_GRENZEN},
)

DATASETS: Mapping[str, Dataset] = {
    dataset.naam: dataset
    for dataset in (
        PROJECTEN,
        GELD,
        GEBIEDSPROGRAMMAS,
        PROGRAMMAONDERDELEN,
        INITIATIEVEN,
        OPROEPEN,
        AANBOD,
        GEBIEDEN,
        OPGAVEN,
        DOELEN,
        INDICATOREN,
        BESLUITEN,
    )
}


MET_PEILDATUM = frozenset({"projecten", "geld"})
"""What can be downloaded as it was on an earlier day."""


def middle_of_box(geometry: Geometry | None) -> tuple[float | None, float | None]:
    """Return the longitude and latitude of the middle of a place; nothing for a whole gebied."""
    if geometry is None:
        return (None, None)
    box = bounds_of(geometry)
    return (
        round((box.west + box.oost) / 2, DECIMALS),
        round((box.zuid + box.noord) / 2, DECIMALS),
    )


def safe_cell(value: Any) -> Any:  # noqa: ANN401  # any value a column can hold
    """Return the value for a CSV file, so that no spreadsheet runs it as a formula."""
    plain = to_plain(value)
    if isinstance(plain, str) and plain.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{plain}"
    return plain


def to_plain(value: Any) -> Any:  # noqa: ANN401  # any value a column can hold
    """Return the value as text, number or nothing."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value


def euros(cents: int | None) -> Decimal | int | None:
    """Return an amount in euros; whole euros without decimals."""
    if cents is None:
        return None
    return cents // 100 if cents % 100 == 0 else Decimal(cents) / 100
