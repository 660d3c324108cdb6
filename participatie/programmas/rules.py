"""The rules of programme items: their words, their order and what residents are told. Pure."""

from collections.abc import Mapping
from datetime import date

from participatie.opgaven.types import Domein
from participatie.programmas.types import (
    DocumentSoort,
    Fase,
    Geldbron,
    Invloed,
    Participatieniveau,
    ProjectSoort,
    Thema,
)

TITEL_MAX_LENGTH = 160
OMSCHRIJVING_MAX_LENGTH = 10_000
TOELICHTING_MAX_LENGTH = 2_000
PLEK_MAX_LENGTH = 200
NAAM_MAX_LENGTH = 120
SLEUTEL_MAX_LENGTH = 80
EERSTE_JAAR = 1990
LAATSTE_JAAR = 2100
RAAKVLAK_AFSTAND_M = 150
BEGROTINGSPROGRAMMA_MAX_LENGTH = 20

THEMA_NAMEN: Mapping[Thema, str] = {
    Thema.GROEN: "Groen en natuur",
    Thema.VERKEER: "Verkeer en straten",
    Thema.SPELEN: "Spelen en sport",
    Thema.WONEN: "Wonen",
    Thema.SCHOON: "Schoon en heel",
    Thema.WATER: "Water en riool",
    Thema.ENERGIE: "Energie",
    Thema.VEILIGHEID: "Veiligheid",
    Thema.ONTMOETEN: "Elkaar ontmoeten",
    Thema.CULTUUR: "Kunst en cultuur",
    Thema.WERK: "Werk en winkels",
    Thema.BESTUUR: "Meepraten en bestuur",
}

THEMA_DOMEIN: Mapping[Thema, Domein] = {
    Thema.GROEN: Domein.FYSIEK,
    Thema.VERKEER: Domein.FYSIEK,
    Thema.SPELEN: Domein.FYSIEK,
    Thema.WONEN: Domein.FYSIEK,
    Thema.SCHOON: Domein.FYSIEK,
    Thema.WATER: Domein.FYSIEK,
    Thema.ENERGIE: Domein.FYSIEK,
    Thema.VEILIGHEID: Domein.SOCIAAL,
    Thema.ONTMOETEN: Domein.SOCIAAL,
    Thema.CULTUUR: Domein.SOCIAAL,
    Thema.WERK: Domein.ECONOMISCH,
    Thema.BESTUUR: Domein.BESTUUR,
}

SOORT_NAMEN: Mapping[ProjectSoort, str] = {
    ProjectSoort.WERK: "Werk",
    ProjectSoort.ONDERHOUD: "Onderhoud",
    ProjectSoort.PROJECT: "Project",
    ProjectSoort.PROGRAMMA: "Programma",
    ProjectSoort.PROCES: "Proces",
    ProjectSoort.BELEIDSOPGAVE: "Beleid",
}

FASE_NAMEN: Mapping[Fase, str] = {
    Fase.IDEE: "Idee",
    Fase.VOORBEREIDING: "Voorbereiding",
    Fase.UITVOERING: "Uitvoering",
    Fase.AFGEROND: "Afgerond",
    Fase.GESTOPT: "Gestopt",
}

FASE_VOLGORDE = (Fase.IDEE, Fase.VOORBEREIDING, Fase.UITVOERING, Fase.AFGEROND)
"""The steps a project goes through; `gestopt` can follow each of them."""

FASEN_VOORBIJ = frozenset({Fase.AFGEROND, Fase.GESTOPT})

NIVEAU_NAMEN: Mapping[Participatieniveau, str] = {
    Participatieniveau.INFORMEREN: "Op de hoogte blijven",
    Participatieniveau.RAADPLEGEN: "Uw mening geven",
    Participatieniveau.ADVISEREN: "Advies geven",
    Participatieniveau.COPRODUCEREN: "Samen maken",
    Participatieniveau.MEEBESLISSEN: "Meebeslissen",
}

NIVEAU_UITLEG: Mapping[Participatieniveau, str] = {
    Participatieniveau.INFORMEREN: (
        "Het plan ligt vast. U kunt het niet meer veranderen, maar u hoort wat er gebeurt."
    ),
    Participatieniveau.RAADPLEGEN: (
        "U kunt zeggen wat u ervan vindt. De gemeente luistert en kiest daarna zelf."
    ),
    Participatieniveau.ADVISEREN: (
        "U kunt advies geven. Wijkt de gemeente daarvan af, dan legt zij uit waarom."
    ),
    Participatieniveau.COPRODUCEREN: "U maakt het plan samen met de gemeente.",
    Participatieniveau.MEEBESLISSEN: "U beslist mee over wat er gebeurt.",
}

NIVEAU_VOOR_REDACTIE: Mapping[Participatieniveau, str] = {
    Participatieniveau.INFORMEREN: (
        "Op de hoogte blijven. Het plan ligt vast. Bewoners kunnen het niet meer veranderen, "
        "maar horen wat er gebeurt."
    ),
    Participatieniveau.RAADPLEGEN: (
        "Hun mening geven. Bewoners kunnen zeggen wat zij ervan vinden. De gemeente luistert "
        "en kiest daarna zelf."
    ),
    Participatieniveau.ADVISEREN: (
        "Advies geven. Bewoners kunnen advies geven. Wijkt de gemeente daarvan af, dan legt "
        "zij uit waarom."
    ),
    Participatieniveau.COPRODUCEREN: (
        "Samen maken. Bewoners maken het plan samen met de gemeente."
    ),
    Participatieniveau.MEEBESLISSEN: "Meebeslissen. Bewoners beslissen mee over wat er gebeurt.",
}
"""The same, told to the redacteur who chooses."""

GELDBRON_NAMEN: Mapping[Geldbron, str] = {
    Geldbron.EXPLOITATIE: "Jaarlijkse begroting",
    Geldbron.INVESTERINGSPLAN: "Investeringsplan",
    Geldbron.SUBSIDIE: "Subsidie",
    Geldbron.DERDEN: "Andere partijen",
}

VELD_NAMEN: Mapping[str, str] = {
    "titel": "titel",
    "omschrijving": "omschrijving",
    "soort": "soort",
    "domein": "domein",
    "thema": "thema",
    "fase": "fase",
    "start": "begin",
    "eind": "eind",
    "plek_omschrijving": "plek in woorden",
    "trekker": "wie het doet",
    "contact_naam": "voor vragen",
    "contact_email": "e-mail",
    "participatieniveau": "invloed van bewoners",
    "participatie_toelichting": "waarom deze invloed",
    "geometrie": "plek",
    "gebied_ids": "gebieden",
    "bedragen": "geld",
    "fasering": "planning per fase",
    "mijlpalen": "mijlpalen",
    "verwijzingen": "links",
    "doel_id": "doel",
    "begrotingsprogramma": "programma in de begroting",
    "organisatie_id": "organisatie",
}

REDEN_NODIG = frozenset({"fase", "start", "eind", "fasering", "bedragen", "participatieniveau"})
"""What others count on: who changes it says why."""

DOCUMENT_NAMEN: Mapping[DocumentSoort, str] = {
    DocumentSoort.PDF: "PDF",
    DocumentSoort.ODT: "OpenDocument-tekst",
    DocumentSoort.DOCX: "Word-document",
    DocumentSoort.AFBEELDING: "Afbeelding",
}

NAMEN = (THEMA_NAMEN, SOORT_NAMEN, FASE_NAMEN, NIVEAU_NAMEN, GELDBRON_NAMEN, DOCUMENT_NAMEN)

_NOG_MOGELIJK: Mapping[Participatieniveau, str] = {
    Participatieniveau.INFORMEREN: "het plan ligt vast",
    Participatieniveau.RAADPLEGEN: "u kunt nog uw mening geven",
    Participatieniveau.ADVISEREN: "u kunt nog adviseren",
    Participatieniveau.COPRODUCEREN: "u kunt nog meedenken en meedoen",
    Participatieniveau.MEEBESLISSEN: "u kunt nog meebeslissen",
}


def jaren(start: date, eind: date) -> tuple[int, ...]:
    """Return the calendar years a planning touches."""
    return tuple(range(start.year, eind.year + 1))


def planning_in_woorden(start: date, eind: date) -> str:
    """Return the planning in years: "2027" or "2027 tot en met 2029"."""
    if start.year == eind.year:
        return str(start.year)
    return f"{start.year} tot en met {eind.year}"


def invloed_in_woorden(
    fase: Fase,
    niveau: Participatieniveau,
    nog_mogelijk: Mapping[Participatieniveau, str] = _NOG_MOGELIJK,
) -> str:
    """Return in a few words what residents can still do in this phase.

    The words speak to a resident, unless others are given.
    """
    if fase in FASEN_VOORBIJ:
        return "het is voorbij"
    if fase is Fase.UITVOERING and niveau is not Participatieniveau.MEEBESLISSEN:
        return "het plan ligt vast"
    return nog_mogelijk[niveau]


_STAAT_HIER: Mapping[Fase, str] = {
    Fase.IDEE: "komt {plek} misschien",
    Fase.VOORBEREIDING: "staat {plek} gepland",
    Fase.UITVOERING: "wordt {plek} gewerkt aan",
    Fase.AFGEROND: "was {plek} klaar",
    Fase.GESTOPT: "ging {plek} niet door",
}
HIER_M = 5


def invloed(fase: Fase, niveau: Participatieniveau) -> Invloed:
    """Return what residents can still influence, as a heading and a sentence."""
    if fase is Fase.GESTOPT:
        return Invloed("Niets meer", "Dit project is gestopt.", mogelijk=False)
    if fase is Fase.AFGEROND:
        return Invloed("Niets meer", "Dit project is klaar.", mogelijk=False)
    if fase is Fase.UITVOERING and niveau is not Participatieniveau.MEEBESLISSEN:
        uitleg = "Het werk is begonnen. Heeft u een vraag of last van het werk?"
        return Invloed("Het plan ligt vast", uitleg, mogelijk=False, contact=True)
    mogelijk = niveau is not Participatieniveau.INFORMEREN
    return Invloed(NIVEAU_NAMEN[niveau], NIVEAU_UITLEG[niveau], mogelijk=mogelijk)


def plek_in_woorden(afstand_m: float | None, heel_gebied: str | None) -> str:
    """Return where a project lies, seen from a place."""
    if heel_gebied is not None:
        return f"in heel {heel_gebied}"
    if afstand_m is None or afstand_m <= HIER_M:
        return "hier"
    return f"op ongeveer {max(10, round(afstand_m, -1)):.0f} meter"


def raakvlak_zin(
    *,
    titel: str,
    fase: Fase,
    start: date,
    eind: date,
    niveau: Participatieniveau,
    plek: str,
    vandaag: date,
) -> str:
    """Return one sentence that says what is planned near a place and what can be influenced."""
    if start > vandaag:
        wanneer = (
            f"{'In' if start.year == eind.year else 'Van'} {planning_in_woorden(start, eind)}"
        )
    else:
        wanneer = f"Tot en met {eind.year}"
    staat = _STAAT_HIER[fase].format(plek=plek)
    haakjes = invloed_in_woorden(fase, niveau)
    if fase is not Fase.UITVOERING:  # "wordt gewerkt aan" already says so
        haakjes = f"{FASE_NAMEN[fase].lower()}; {haakjes}"
    return f"{wanneer} {staat}: {titel} ({haakjes})."
