"""Every form of the site with answers that are right, so that one of them can be made wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from participatie.inzendingen.types import Status
from tests.factories.accounts import WACHTWOORD

NEW = "een geheel nieuw wachtwoord"
WAT = {
    "formulier_sleutel": "een-sleutel-van-het-formulier",
    "versie": "1", "titel": "Een buurttuin", "thema": "groen",
    "toelichting": "Wij maken een tuin.", "waarom": "Het plein is kaal.",
    "wie_doet_mee": "De hele straat.", "vraag": "handen", "vraag_toelichting": "Wie helpt er?",
    "aanbod": "kennis", "aanbod_toelichting": "Een hovenier.", "kosten": "1250",
    "gevonden": "300", "foto_beschrijving": "Het plein", "actie": "verder",
}  # fmt: skip
PROJECT = {
    "versie": "1", "sleutel": "0123456789abcdef" * 2, "titel": "Nieuwe bomen",
    "omschrijving": "Wij planten bomen.", "soort": "werk", "domein": "fysiek", "thema": "groen",
    "participatieniveau": "adviseren", "participatie_toelichting": "De soort staat open.",
    "fase": "voorbereiding", "start": "2027-03-01", "eind": "2028-06-30", "plek": "heel",
    "gebied": "SD0392-01", "meer_gebieden": "", "lat": "", "lon": "",
    "plek_omschrijving": "De Leidsestraat", "trekker": "Afdeling Beheer",
    "contact_naam": "Gebiedsteam", "contact_email": "team@example.invalid",
    "bedrag_2027_investeringsplan": "1250",
}  # fmt: skip
CONTACT = {
    "naam": "Gebiedsteam Oost", "functie": "gebiedsverbinder", "email": "oost@example.invalid",
    "telefoon": "14 023", "versie": "1",
}  # fmt: skip
BESLUIT = {
    "versie": "1", "uitkomst": "publiceren", "grond_publiceren": "past-in-gebied",
    "grond_aanpassen": "", "grond_afwijzen": "", "bekeken": "1", "actie": "besluit",
    "reden": "Het past goed in deze straat, met de bomen.",
}  # fmt: skip
REDEN = {"versie": "1", "reden": "Het was een vergissing, wij kijken opnieuw."}


@dataclass(frozen=True)
class Formulier:
    """A form: who fills it in, about an inzending in which state, with which answers."""

    endpoint: str
    role: str
    answers: Mapping[str, str] = field(default_factory=dict)
    state: Status = Status.CONCEPT

    def __str__(self) -> str:
        return self.endpoint


FORMULIEREN = (
    Formulier(
        "accounts.registreren",
        "anoniem",
        {
            "naam": "Nieuw",
            "email": "n@voorbeeld.example",
            "wachtwoord": NEW,
            "website": "",
            "begonnen": "",
        },
    ),
    Formulier("accounts.inloggen", "anoniem", {"email": "a@b.example", "wachtwoord": WACHTWOORD}),
    Formulier("accounts.vergeten", "anoniem", {"email": "a@b.example"}),
    Formulier("accounts.bevestigen", "anoniem", {"wachtwoord": WACHTWOORD}),
    Formulier("accounts.herstellen", "anoniem", {"wachtwoord": NEW}),
    Formulier("accounts.email_bevestigen", "anoniem"),
    Formulier("accounts.uitloggen", "eigenaar"),
    Formulier("accounts.overal_uitloggen", "eigenaar"),
    Formulier("accounts.naam", "eigenaar", {"naam": "Een andere naam"}),
    Formulier("accounts.wachtwoord", "eigenaar", {"huidig": WACHTWOORD, "wachtwoord": NEW}),
    Formulier(
        "accounts.email", "eigenaar", {"email": "x@voorbeeld.example", "huidig": WACHTWOORD}
    ),
    Formulier("accounts.verwijderen", "eigenaar", {"huidig": WACHTWOORD}),
    Formulier("accounts.tweede_factor", "halverwege", {"code": "000000"}),
    Formulier("accounts.herstelcode", "halverwege", {"code": "abcd-efgh-2345"}),
    Formulier("accounts.instellen", "nieuweling", {"code": "000000"}),
    Formulier("accounts.herstelcodes", "verbinder", {"code": "000000"}),
    Formulier("accounts.gebruiker", "beheerder", {"rol": "wijkraadslid", "gebied": "stad"}),
    Formulier("accounts.rol_intrekken", "beheerder"),
    Formulier("accounts.tweede_factor_wissen", "beheerder"),
    Formulier("accounts.opnieuw", "beheerder"),
    Formulier("gebieden_contacten.toevoegen", "verbinder", CONTACT),
    Formulier("gebieden_contacten.wijzigen", "verbinder", CONTACT),
    Formulier("gebieden_contacten.verwijderen", "verbinder"),
    Formulier("initiatieven.begin", "eigenaar", WAT),
    Formulier("initiatieven.save_wat", "eigenaar", WAT),
    Formulier(
        "initiatieven.save_waar",
        "eigenaar",
        {
            "versie": "1",
            "adres": "Het plein",
            "soort": "punt",
            "lon": "4.60",
            "lat": "52.39",
            "gebied": "",
            "actie": "verder",
        },
    ),
    Formulier("initiatieven.save_bekend", "eigenaar", {"versie": "1", "actie": "verder"}),
    Formulier("initiatieven.send", "eigenaar", {"versie": "1"}),
    Formulier("initiatieven.delete", "eigenaar"),
    Formulier("initiatieven.withdraw", "eigenaar", {"versie": "1"}, Status.INGEDIEND),
    Formulier("moderation.neem_besluit", "verbinder", BESLUIT, Status.INGEDIEND),
    Formulier("moderation.draai_terug", "verbinder", REDEN, Status.GEPUBLICEERD),
    Formulier(
        "moderation.koppel",
        "verbinder",
        {
            "koppel-versie": "1",
            "koppel-project_id": "PROJECT",
            "koppel-soort": "aanvulling op",
            "koppel-reden": "De straat gaat toch open.",
        },
        Status.INGEDIEND,
    ),
    Formulier(
        "moderation.koppel_voorstel",
        "verbinder",
        {"versie": "1", "antwoord_id": "ANTWOORD"},
        Status.INGEDIEND,
    ),
    Formulier("moderation.haal_weg", "verbinder", REDEN, Status.INGEDIEND),
    Formulier(
        "moderation.schrijf_notitie", "verbinder", {"notitie-tekst": "Overleg"}, Status.INGEDIEND
    ),
    Formulier("moderation.verwijder_notitie", "verbinder", state=Status.INGEDIEND),
    Formulier("programmas_beheer.nieuw", "redacteur", PROJECT),
    Formulier("programmas_beheer.bewerken", "redacteur", PROJECT),
)
