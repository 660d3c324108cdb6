"""The rules of imports: which step follows which, and what they are called. Pure."""

from collections.abc import Mapping

from participatie.uitwisseling.types import (
    HELE_BESTAND,
    ImportStatus,
    Keuze,
    RijFout,
    Uitkomst,
    Veld,
    Verschilsoort,
    WegKeuze,
)

S = ImportStatus
BEWAARDAGEN = 30
BESTANDSNAAM_MAX_LENGTH = 120
MAX_FOUTEN = 5_000
REDEN_MAX_LENGTH = 500

OVERGANGEN: Mapping[ImportStatus, frozenset[ImportStatus]] = {
    S.KOPPELEN: frozenset({S.ONTVANGEN, S.INGETROKKEN}),
    S.ONTVANGEN: frozenset({S.LEZEN, S.INGETROKKEN}),
    S.LEZEN: frozenset({S.KEUZE, S.GEWEIGERD, S.AFGEBROKEN}),
    S.KEUZE: frozenset({S.AKKOORD, S.KOPPELEN, S.INGETROKKEN}),
    S.AKKOORD: frozenset({S.BEZIG, S.INGETROKKEN}),
    S.BEZIG: frozenset({S.KLAAR, S.ONTVANGEN, S.GEWEIGERD, S.AFGEBROKEN}),
    S.KLAAR: frozenset(),
    S.GEWEIGERD: frozenset({S.KOPPELEN, S.INGETROKKEN}),
    S.AFGEBROKEN: frozenset({S.ONTVANGEN, S.KOPPELEN, S.INGETROKKEN}),
    S.INGETROKKEN: frozenset(),
}
LOPEND = frozenset({S.ONTVANGEN, S.LEZEN, S.AKKOORD, S.BEZIG})
"""With these the job has something to do."""
IN_HANDEN = frozenset({S.LEZEN, S.BEZIG})
"""At these a process is at work; when there is none, it was killed."""

STATUS_NAMEN: Mapping[ImportStatus, str] = {
    S.KOPPELEN: "Kolommen kiezen",
    S.ONTVANGEN: "Wacht op controle",
    S.LEZEN: "Wordt gecontroleerd",
    S.KEUZE: "Wacht op uw keuze",
    S.AKKOORD: "Wacht op verwerking",
    S.BEZIG: "Wordt verwerkt",
    S.KLAAR: "Klaar",
    S.GEWEIGERD: "Fouten gevonden",
    S.AFGEBROKEN: "Afgebroken",
    S.INGETROKKEN: "Ingetrokken",
}
UITKOMST_NAMEN: Mapping[Uitkomst, str] = {
    Uitkomst.NIEUW: "Nieuw",
    Uitkomst.GEWIJZIGD: "Gewijzigd",
    Uitkomst.ONGEWIJZIGD: "Ongewijzigd",
    Uitkomst.CONFLICT: "In conflict",
    Uitkomst.WEG: "Niet meer in het bestand",
    Uitkomst.OVERGESLAGEN: "Overgeslagen",
}
VERSCHIL_NAMEN: Mapping[Verschilsoort, str] = {
    Verschilsoort.WIJZIGT: "Wordt gewijzigd",
    Verschilsoort.BLIJFT: "Blijft zoals het hier staat",
    Verschilsoort.CONFLICT: "In conflict",
}
KEUZE_NAMEN: Mapping[Keuze, str] = {
    Keuze.BESTAND: "Neem het bestand",
    Keuze.PLATFORM: "Houd wat er staat",
}
WEG_NAMEN: Mapping[WegKeuze, str] = {
    WegKeuze.LAAT_STAAN: "Laat ze staan",
    WegKeuze.GESTOPT: "Zet ze op gestopt",
}
VELD_NAMEN: Mapping[Veld, str] = {
    Veld.SLEUTEL: "Nummer of sleutel",
    Veld.TITEL: "Titel",
    Veld.OMSCHRIJVING: "Omschrijving",
    Veld.SOORT: "Soort",
    Veld.DOMEIN: "Domein",
    Veld.THEMA: "Thema",
    Veld.FASE: "Fase",
    Veld.START: "Startdatum",
    Veld.EIND: "Einddatum",
    Veld.PLEK_OMSCHRIJVING: "Plek in woorden",
    Veld.TREKKER: "Wie het doet",
    Veld.CONTACT_NAAM: "Contactpersoon",
    Veld.CONTACT_EMAIL: "E-mail van het contact",
    Veld.PARTICIPATIENIVEAU: "Invloed van bewoners",
    Veld.PARTICIPATIE_TOELICHTING: "Waarom deze invloed",
    Veld.GEBIEDEN: "Gebieden",
    Veld.GEOMETRIE: "Vorm op de kaart",
    Veld.LON: "Lengtegraad of RD-x",
    Veld.LAT: "Breedtegraad of RD-y",
    Veld.IDEE_START: "Begin van de ideefase",
    Veld.IDEE_EIND: "Einde van de ideefase",
    Veld.VOORBEREIDING_START: "Begin van de voorbereiding",
    Veld.VOORBEREIDING_EIND: "Einde van de voorbereiding",
    Veld.UITVOERING_START: "Begin van de uitvoering",
    Veld.UITVOERING_EIND: "Einde van de uitvoering",
    Veld.MIJLPALEN: "Mijlpalen",
    Veld.VERWIJZINGEN: "Verwijzingen",
    Veld.BEGROTINGSPROGRAMMA: "Programma in de begroting",
    Veld.ORGANISATIE: "Organisatie",
    Veld.DOEL: "Doel van de gebiedsopgave",
}
_VELD_NAMEN = {veld.value: naam for veld, naam in VELD_NAMEN.items()}
NAMEN = (
    STATUS_NAMEN,
    UITKOMST_NAMEN,
    VERSCHIL_NAMEN,
    KEUZE_NAMEN,
    WEG_NAMEN,
    VELD_NAMEN,
)


def rij_in_woorden(rij: int) -> str:
    """Return where a mistake stands."""
    return f"Rij {rij}" if rij else "Het bestand"


def veld_in_woorden(veld: str, *, rij: int) -> str:
    """Return what a mistake is about: a field, a column by its own name, or all of it."""
    if veld == HELE_BESTAND:
        return "De hele rij" if rij else "Het hele bestand"
    return _VELD_NAMEN.get(veld, veld)


def fout_in_woorden(fout: RijFout) -> str:
    """Return a mistake as one line."""
    plek = rij_in_woorden(fout.rij)
    if fout.veld == HELE_BESTAND:
        return f"{plek}: {fout.melding}"
    known = _VELD_NAMEN.get(fout.veld)
    veld = known[:1].lower() + known[1:] if known else fout.veld
    return f"{plek}, {veld}: {fout.melding}"


def may_become(status: ImportStatus, other: ImportStatus) -> bool:
    """Tell whether this step may follow."""
    return other in OVERGANGEN[status]
