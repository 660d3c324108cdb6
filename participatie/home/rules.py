"""What the home room knows of pages: which ones the site map names, in the words of a visitor."""

from collections.abc import Mapping
from datetime import date, timedelta

SECURITY_TXT_VALID = timedelta(days=180)

PAGINAS: Mapping[str, str] = {
    "home.index": "Voorpagina",
    "zoeken.index": "Zoeken",
    "kaart.index": "Kaart",
    "gebieden.index": "Wijken",
    "opgaven.index": "Gebiedsopgaven",
    "programmas.index": "Projecten",
    "wijkprogrammas.index": "Wat gebeurt er in uw wijk?",
    "gebiedsprogrammas.index": "Gebiedsprogramma's",
    "geld.index": "Geld in de wijken",
    "organisaties.index": "Organisaties",
    "initiatieven.index": "Initiatieven",
    "initiatieven.nieuw": "Idee indienen",
    "kader.zo_beslist": "Zo beslist de gemeente",
    "agenda.index": "Agenda",
    "kennisbank.index": "Kennisbank",
    "vraagaanbod.index": "Vraag en aanbod",
    "evenhandigheid.openbaar": "Hoe beslist de gemeente?",
    "opendata.index": "Open data",
    "accounts.inloggen": "Inloggen",
    "accounts.registreren": "Account maken",
    "accounts.vergeten": "Wachtwoord vergeten",
    "home.contact": "Contact",
    "home.toegankelijkheid": "Toegankelijkheid",
    "home.privacy": "Privacy",
    "home.sitemap": "Alle pagina's",
}

VINDBAAR: Mapping[int, tuple[str, str, str]] = {
    1: ("/kaart", "Kaart", "Bekijk op de kaart wat er in uw buurt gebeurt of gaat gebeuren."),
    2: ("/wijkprogramma", "Wat gebeurt er in uw wijk?", "Het werk in uw wijk, per jaar."),
    3: ("/geld", "Geld in de wijken", "Wie geeft waar hoeveel geld uit: gemeente en partners."),
    4: (
        "/initiatieven/nieuw",
        "Idee indienen",
        "Stel zelf iets voor: een plan, een idee of een initiatief voor uw buurt.",
    ),
    5: (
        "/open-data",
        "Open data",
        "Alle gegevens om te downloaden en te gebruiken.",
    ),
    6: (
        "/contact",
        "Contact",
        "Bel of mail de gemeente: vragen, klachten, een melding, het telefoonnummer.",
    ),
    7: (
        "/toegankelijkheid",
        "Toegankelijkheid",
        "Hoe goed iedereen deze site kan gebruiken, en wat u doet als iets niet lukt.",
    ),
    8: (
        "/privacy",
        "Privacy",
        "Welke persoonsgegevens wij bewaren, waarom, hoe lang, en hoe u ze inziet of wist.",
    ),
    9: ("/sitemap", "Alle pagina's", "Een overzicht van alle pagina's van deze site."),
    10: ("/account/registreren", "Account maken", "Een account maken om mee te doen."),
    11: ("/account/inloggen", "Inloggen", "Inloggen met uw account of een vergeten wachtwoord."),
}
"""Pages that can be found: address, title, and the words people look for them with."""


def security_txt_expires(today: date) -> date:
    """Return the day until which the security contact may be trusted."""
    return today + SECURITY_TXT_VALID
