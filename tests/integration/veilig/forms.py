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
    "gebied": "SD0392-01", "meer_gebieden": "", "tekening": "punt", "punten": "",
    "plek_omschrijving": "De Leidsestraat", "trekker": "Afdeling Beheer",
    "contact_naam": "Gebiedsteam", "contact_email": "team@example.invalid",
    "bedrag_2027_investeringsplan": "1250", "begrotingsprogramma": "5.1", "doel": "",
    "organisatie": "", "basis": "1", "reden": "De raad heeft anders besloten.",
    "fasering_uitvoering_start": "2027-09-01", "fasering_uitvoering_eind": "2028-06-30",
    "mijlpaal_0_titel": "Ontwerp klaar", "mijlpaal_0_datum": "2027-08-01",
    "link_0_titel": "Het plan", "link_0_url": "https://www.haarlem.nl/plan",
}  # fmt: skip
ORGANISATIE = {
    "versie": "1", "naam": "Politie basisteam", "soort": "politie",
    "omschrijving": "Wijkagenten.", "website": "https://politie.example",
}  # fmt: skip
VOORSTEL = {
    "versie": "1", "sleutel": "0123456789abcdef" * 2, "titel": "Nieuwe daken",
    "omschrijving": "Wij maken daken.", "soort": "werk", "domein": "fysiek", "thema": "energie",
    "participatieniveau": "adviseren", "participatie_toelichting": "De volgorde staat open.",
    "fase": "voorbereiding", "start": "2027-03-01", "eind": "2028-06-30", "plek": "tekening",
    "tekening": "lijn", "punten": "52,38 4,62\n52,39 4,63",
    "gebied": "SD0392-01", "meer_gebieden": "",
    "plek_omschrijving": "De flats", "contact_naam": "Bewonersteam",
    "contact_email": "team@example.invalid", "bedrag_2027": "1250", "actie": "bewaren",
}  # fmt: skip
CONTACT = {
    "naam": "Gebiedsteam Oost", "functie": "gebiedsverbinder", "email": "oost@example.invalid",
    "telefoon": "14 023", "versie": "1",
}  # fmt: skip
BUURT = {
    "naam": "Thuis", "adres": "", "soort": "punt", "lon": "4,60", "lat": "52,39", "gebied": "",
    "straal": "500", "frequentie": "week",
}  # fmt: skip
ZOEKOPDRACHT = {"pad": "/kaart", "query": "thema=groen&gebied=noord", "naam": "Groen in Noord"}
BESLUIT = {
    "versie": "1", "uitkomst": "publiceren", "grond_publiceren": "past-in-gebied",
    "grond_aanpassen": "", "grond_afwijzen": "", "bekeken": "1", "actie": "besluit",
    "reden": "Het past goed in deze straat, met de bomen.",
}  # fmt: skip
OPGAVE = {
    "gebied": "SD0392-02", "van_jaar": "2026", "tot_jaar": "2030", "inleiding": "Waarom.",
    "versie": "2",
}  # fmt: skip
DOEL = {
    "versie": "1", "titel": "Meer groen", "resultaat": "In elke straat een boom.",
    "domein": "fysiek", "prioriteit": "hoog", "partners": "De corporatie",
    "indicator_0_kengetal": "", "indicator_0_naam": "Bomen", "indicator_0_eenheid": "aantal",
    "indicator_0_bron": "Bomenlijst", "indicator_0_nulmeting": "120",
    "indicator_0_nulmeting_jaar": "2025", "indicator_0_streefwaarde": "150",
    "indicator_0_streefjaar": "2030",
}  # fmt: skip
REACTIE = {
    "tekst": "Een prachtig idee.", "formulier_sleutel": "een-sleutel-van-de-reactie",
    "website": "", "begonnen": "", "bewijs": "",
}  # fmt: skip
TEKST = {
    "versie": "1", "uitkomst": "afwijzen", "grond": "melding", "thema": "groen",
    "tekst": "Doe een melding bij de gemeente over {titel}.",
}  # fmt: skip
ARTIKEL = {
    "versie": "1", "titel": "Een feest op straat", "samenvatting": "Wat u regelt.",
    "tekst": "## Eerst\n\nVraag het.", "punten": "", "initiatiefsoort": "",
    "doelgroepen": "bewoner", "fasen": "idee", "thema": "", "stappen": "wat",
}  # fmt: skip
BIJEENKOMST = {
    "versie": "1", "titel": "Inloop", "soort": "inloop", "gebied": "1", "dag": "2099-03-01",
    "begintijd": "19:30", "eindtijd": "21:00", "plek_omschrijving": "Buurthuis",
    "lon": "4.6", "lat": "52.38", "link": "https://overleg.example", "organisator": "Team",
    "omschrijving": "Loop binnen.", "aanmelden": "y", "capaciteit": "20",
}  # fmt: skip
REDEN = {"versie": "1", "reden": "Het was een vergissing, wij kijken opnieuw."}

HULP = {"bericht": "Ik help graag mee.", "telefoon": "06 12345678"}


@dataclass(frozen=True)
class Formulier:
    """A form: who fills it in, about an inzending in which state, with which answers."""

    endpoint: str
    role: str
    answers: Mapping[str, str] = field(default_factory=dict)
    state: Status = Status.CONCEPT

    def __str__(self) -> str:
        return self.endpoint


UITLEG = "Wij hebben elkaar gesproken en weten hoe het verder gaat."
OP_DE_SITE = Status.GEPUBLICEERD
LEVENSLOOP = (
    Formulier(
        "voortgang.fase",
        "eigenaar",
        {"versie": "1", "fase": "haalbaarheid", "gezocht": "handen", "toelichting": UITLEG},
        OP_DE_SITE,
    ),
    Formulier(
        "voortgang.update",
        "eigenaar",
        {
            "versie": "0", "sleutel": "een-sleutel-van-een-update", "tekst": "De boom staat.",
            "foto_1_tekst": "Een boom", "foto_2_tekst": "", "foto_3_tekst": "",
        },
        OP_DE_SITE,
    ),
    Formulier("voortgang.update_weg", "eigenaar", {"versie": "1"}, OP_DE_SITE),
    Formulier(
        "mede.index",
        "eigenaar",
        {"versie": "0", "sleutel": "een-sleutel-van-een-gast", "email": "g@voorbeeld.example"},
        OP_DE_SITE,
    ),
    Formulier("mede.weg", "eigenaar", state=OP_DE_SITE),
    Formulier("mede.intrekken", "eigenaar", state=OP_DE_SITE),
    Formulier("mede.aannemen", "ander", state=OP_DE_SITE),
    Formulier("mede.afslaan", "anoniem", state=OP_DE_SITE),
    Formulier(
        "klopt.vraag", "ander", {"klopt": "nee", "reden": UITLEG, "versie": "0"}, OP_DE_SITE
    ),
    Formulier(
        "klopt.bezwaar",
        "verbinder",
        {"versie": "0", "oordeel": "laat-zo", "reden": UITLEG},
        OP_DE_SITE,
    ),
    Formulier(
        "opgaan.voorstellen",
        "verbinder",
        {"versie": "0", "ander": "", "kenmerk": "2026-00001", "reden": UITLEG},
        OP_DE_SITE,
    ),
    Formulier(
        "opgaan.antwoord",
        "eigenaar",
        {"versie": "0", "akkoord": "nee", "antwoord": "Liever apart."},
        OP_DE_SITE,
    ),
    Formulier("opgaan.intrekken", "verbinder", state=OP_DE_SITE),
    Formulier("opgaan.terugdraaien", "verbinder", {"versie": "0", "reden": UITLEG}, OP_DE_SITE),
    Formulier("opgaan.meegaan", "ander", state=OP_DE_SITE),
)  # fmt: skip
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
    Formulier("discussion.plaats", "ander", REACTIE),
    Formulier("discussion.antwoord", "ander", REACTIE),
    Formulier("discussion.steun", "ander", {"aan": "1"}),
    Formulier("discussion.volg", "ander", {"aan": "1"}),
    Formulier("discussion.steun_reactie", "ander", {"aan": "1"}),
    Formulier("discussion.bewerk", "eigenaar", {"tekst": "Ik doe echt mee."}),
    Formulier("discussion.verwijder", "eigenaar"),
    Formulier("discussion.meld", "ander", {"grond": "kwetsend", "toelichting": "Lelijk."}),
    Formulier(
        "moderation.behandel_reactie",
        "verbinder",
        {"grond": "kwetsend", "reden": "Dit is niet aardig.", "actie": "verbergen"},
    ),
    Formulier("moderation.zet_gesprek", "verbinder", {"reden": "Het plan is klaar."}),
    Formulier("accounts.inloggen", "anoniem", {"email": "a@b.example", "wachtwoord": WACHTWOORD}),
    Formulier("accounts.vergeten", "anoniem", {"email": "a@b.example"}),
    Formulier("accounts.bevestigen", "anoniem", {"wachtwoord": WACHTWOORD}),
    Formulier("accounts.herstellen", "anoniem", {"wachtwoord": NEW}),
    Formulier("accounts.email_bevestigen", "anoniem"),
    Formulier("accounts.uitloggen", "eigenaar"),
    Formulier("accounts.overal_uitloggen", "eigenaar"),
    Formulier("berichten.instellingen", "eigenaar", {"standaard": "week", "eigen": "site"}),
    Formulier("berichten.alles_gelezen", "eigenaar", {"pagina": "1"}),
    Formulier("berichten.gelezen", "eigenaar", {"pagina": "1"}),
    Formulier("berichten.adres_werkt", "eigenaar"),
    Formulier("berichten.buurt", "eigenaar", BUURT),
    Formulier("berichten.bewaren", "eigenaar", ZOEKOPDRACHT),
    Formulier("berichten.verwijderen", "eigenaar"),
    Formulier("berichten.afmelden", "anoniem"),
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
    *LEVENSLOOP,
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
    Formulier(
        "moderation.doe_selectie",
        "verbinder",
        {
            "sleutel": "een-sleutel",
            "keuze": "KEUZE",
            "actie": "aan-mij",
            "grond": "",
            "naar": "",
            "reden": "Ik doe dit.",
        },
        Status.INGEDIEND,
    ),
    Formulier("moderation.bulkactie_terug", "verbinder", REDEN),
    Formulier(
        "moderation.doorzetten",
        "verbinder",
        {"doorzet-naar": "a-1", "doorzet-reden": "Dit is voor de bomen."},
        Status.INGEDIEND,
    ),
    Formulier("moderation.aan_mij", "verbinder", state=Status.INGEDIEND),
    Formulier(
        "moderation.verlengen",
        "verbinder",
        {"verleng-versie": "1", "verleng-reden": "Wij wachten op de afdeling groen."},
        Status.INGEDIEND,
    ),
    Formulier("moderation.verlenging_terug", "verbinder", state=Status.INGEDIEND),
    Formulier("moderation.afwegen", "verbinder", {"afweging-punten": "netjes"}, Status.INGEDIEND),
    Formulier("kader.nieuw", "beheerder", {"naam": "Te laat", "uitleg": "Het moment is voorbij."}),
    Formulier(
        "kader.wijzigen",
        "beheerder",
        {"versie": "1", "naam": "Netjes", "uitleg": "Staat er niets lelijks in?"},
    ),
    Formulier("kader.stoppen", "beheerder"),
    Formulier("kader.terughalen", "beheerder"),
    Formulier("standaardteksten.nieuw", "beheerder", TEKST),
    Formulier("standaardteksten.wijzigen", "beheerder", TEKST),
    Formulier("standaardteksten.verwijderen", "beheerder"),
    Formulier(
        "bureau_beheer.termijn",
        "beheerder",
        {"termijn-soort": "initiatief", "termijn-dagen": "21"},
    ),
    Formulier("bureau_beheer.achteraf", "beheerder", {"vorm-gebied": "noord"}),
    Formulier("bureau_beheer.vooraf", "beheerder"),
    Formulier(
        "bureau_beheer.afdeling",
        "beheerder",
        {"afdeling-naam": "Verkeer", "afdeling-email": "verkeer@voorbeeld.example"},
    ),
    Formulier("bureau_beheer.schakelen", "beheerder"),
    Formulier(
        "bureau_beheer.regel",
        "beheerder",
        {"regel-gebied": "noord", "regel-thema": "", "regel-naar": "a-1"},
    ),
    Formulier("bureau_beheer.regel_weg", "beheerder"),
    Formulier("programmas_beheer.nieuw", "redacteur", PROJECT),
    Formulier("programmas_beheer.bewerken", "redacteur", PROJECT),
    Formulier("opgaven_beheer.nieuw", "redacteur", OPGAVE),
    Formulier("opgaven_beheer.concept", "redacteur", OPGAVE | {"reden": "De wijk groeit."}),
    Formulier("opgaven_beheer.herijken", "redacteur", OPGAVE | {"reden": "De wijk groeit."}),
    Formulier(
        "opgaven_beheer.vaststellen",
        "redacteur",
        {"versie": "2", "besluitnummer": "2026/1", "vastgesteld_op": "2026-01-05"},
    ),
    Formulier("opgaven_beheer.weggooien", "redacteur", {"versie": "2"}),
    Formulier("opgaven_doelen.nieuw", "redacteur", DOEL),
    Formulier("opgaven_doelen.wijzigen", "redacteur", DOEL),
    Formulier("opgaven_doelen.weghalen", "redacteur", {"versie": "1"}),
    Formulier("opgaven_doelen.terugzetten", "redacteur"),
    Formulier("opgaven_doelen.verplaatsen", "redacteur", {"richting": "omlaag"}),
    Formulier("organisaties_beheer.nieuw", "beheerder", ORGANISATIE),
    Formulier("organisaties_beheer.wijzigen", "redacteur", ORGANISATIE),
    Formulier("organisaties_beheer.toevoegen", "beheerder", {"email": "a@b.example"}),
    Formulier("organisaties_beheer.weghalen", "beheerder"),
    Formulier("voorstellen.nieuw", "partner", VOORSTEL),
    Formulier("voorstellen.inlezen", "partner"),
    Formulier("voorstellen.wijziging", "partner", VOORSTEL),
    Formulier("voorstellen.wijzigen", "partner", VOORSTEL),
    Formulier("voorstellen.aanbieden", "partner", {"versie": "1"}),
    Formulier("voorstellen.intrekken", "partner", {"versie": "2"}),
    Formulier("voorstellen.akkoord", "redacteur", {"versie": "2"}),
    Formulier(
        "voorstellen.teruggeven",
        "redacteur",
        {"versie": "2", "reden": "Voeg toe wanneer het begint."},
    ),
    Formulier("voorstellen.kies_akkoord", "redacteur"),
    Formulier("wijkprogrammas.boekje", "anoniem"),
    Formulier(
        "raakvlakken.geen_probleem",
        "redacteur",
        {"kies": "1:1", "reden": "De ploegen werken na elkaar."},
    ),
    Formulier(
        "raakvlakken.beoordeel",
        "redacteur",
        {
            "versie": "1",
            "oordeel": "combineren",
            "reden": "De straat gaat een keer open.",
            "tonen": "y",
        },
    ),
    Formulier(
        "raakvlakken.neem_terug",
        "redacteur",
        {"terug-versie": "1", "terug-reden": "Dit was een vergissing."},
    ),
    Formulier(
        "raakvlakken.zet_instellingen",
        "redacteur",
        {
            "versie": "1",
            "afstand_m": "150",
            "marge_maanden": "3",
            "drempel_buurt": "4",
            "drempel_straat": "3",
        },
    ),
    Formulier(
        "signalen.behandel",
        "verbinder",
        {"versie": "1", "status": "opgepakt", "notitie": "Wij tellen het verkeer."},
    ),
    Formulier("signalen.zet_terug", "verbinder", {"versie": "1"}),
    Formulier("programmas_documenten.beheren", "redacteur", {"titel": "Ontwerp"}),
    Formulier("programmas_documenten.weghalen", "redacteur"),
    Formulier("uitwisseling.ontvangen", "redacteur", {"bronsysteem": "mjgp"}),
    Formulier("uitwisseling.kolommen", "redacteur", {"kolom_sleutel": "nummer"}),
    Formulier("uitwisseling.keuzes", "redacteur", {"alles": "bestand"}),
    Formulier("uitwisseling.uitvoeren", "redacteur", {"weg": "gestopt", "weg_reden": "Vervallen"}),
    Formulier("uitwisseling.opnieuw", "redacteur"),
    Formulier("uitwisseling.andere_kolommen", "redacteur"),
    Formulier("uitwisseling.intrekken", "redacteur"),
    Formulier("gebiedsprogrammas_boekje.jaar", "anoniem"),
    Formulier("gebiedsprogrammas_boekje.mjgp", "anoniem"),
    Formulier("programmajaar.maken", "redacteur"),
    Formulier(
        "programmajaar.vaststellen",
        "redacteur",
        {
            "versie": "1",
            "gezien": "0" * 64,
            "besluitnummer": "2026/1",
            "besloten_op": "2026-04-01",
            "bevestig": "y",
        },
    ),
    Formulier("programmajaar.intrekken", "redacteur", REDEN),
    Formulier("programmajaar.heropenen", "redacteur", REDEN),
    Formulier("programmajaar.toelichting", "redacteur", {"versie": "1", "toelichting": "Zo."}),
    Formulier("programmaresultaten.afsluiten", "redacteur", {"versie": "2", "actie": "bewaren"}),
    Formulier("programmaplanning.moment", "redacteur", {"versie": "0", "datum": "2027-05-02"}),
    Formulier("doorrollen.jaar", "redacteur", {"gezien": "0" * 64}),
    Formulier("doorrollen.gedaan", "redacteur", {"versie": "1"}),
    Formulier("kennisbank_beheer.nieuw", "redacteur", ARTIKEL | {"soort": "artikel"}),
    Formulier("kennisbank_beheer.wijzigen", "redacteur", ARTIKEL | {"wijziging": "Duidelijker."}),
    Formulier("kennisbank_beheer.publiceren", "redacteur", {"versie": "1"}),
    Formulier("kennisbank_beheer.intrekken", "redacteur", {"versie": "1"}),
    Formulier("kennisbank.vinken", "eigenaar", {"gedaan": "1"}, Status.GEPUBLICEERD),
    Formulier("agenda_beheer.nieuw", "verbinder", BIJEENKOMST),
    Formulier("agenda_beheer.wijzigen", "verbinder", BIJEENKOMST),
    Formulier("agenda_beheer.afgelasten", "verbinder", {"versie": "1", "reden": "Geen zaal."}),
    Formulier("agenda_beheer.verslag", "verbinder", {"versie": "1", "verslag": "Wij spraken."}),
    Formulier("agenda.aanmelden", "ander"),
    Formulier("agenda.afmelden", "ander"),
    Formulier(
        "vraagaanbod.plaats",
        "eigenaar",
        {
            "sleutel": "een-sleutel-van-een-oproep",
            "soort": "handen",
            "wat": "Zes sterke buren",
            "hoeveel": "6",
            "wanneer": "zaterdag",
        },
        Status.GEPUBLICEERD,
    ),
    Formulier("vraagaanbod.zet_status", "eigenaar", {"status": "vervuld"}, Status.GEPUBLICEERD),
    Formulier(
        "vraagaanbod.haal_weg",
        "verbinder",
        {"reden": "Dit hoort niet op de site."},
        Status.GEPUBLICEERD,
    ),
    Formulier("vraagaanbod.help_mee", "redacteur", HULP, Status.GEPUBLICEERD),
    Formulier(
        "vraagaanbod.bied_aan",
        "ander",
        {
            "sleutel": "een-sleutel-van-een-aanbod",
            "soort": "plek",
            "wat": "Een zaal op maandag",
            "toelichting": "Met koffie.",
            "gebied": "1",
            "thema": "groen",
            "tot": "2027-03-01",
        },
        Status.GEPUBLICEERD,
    ),
    Formulier("vraagaanbod.sluit", "ander", state=Status.GEPUBLICEERD),
    Formulier(
        "vraagaanbod.verberg",
        "verbinder",
        {"reden": "Dit hoort niet op de site."},
        Status.GEPUBLICEERD,
    ),
    Formulier("vraagaanbod.toon", "verbinder", state=Status.GEPUBLICEERD),
    Formulier("vraagaanbod.vraag_erom", "eigenaar", HULP, Status.GEPUBLICEERD),
    Formulier(
        "vraagaanbod.antwoord",
        "eigenaar",
        {"naar": "aangenomen", "antwoord": "Graag!"},
        Status.GEPUBLICEERD,
    ),
    Formulier("vraagaanbod.trek_in", "ander", state=Status.GEPUBLICEERD),
)
