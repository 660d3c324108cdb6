"""What the home room knows of pages: which ones the site map names, in the words of a visitor."""

from collections.abc import Mapping
from datetime import date, timedelta

SECURITY_TXT_VALID = timedelta(days=180)

PAGINAS: Mapping[str, str] = {
    "home.index": "Voorpagina",
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
    "opendata.index": "Open data",
    "accounts.inloggen": "Inloggen",
    "accounts.registreren": "Account maken",
    "accounts.vergeten": "Wachtwoord vergeten",
    "home.contact": "Contact",
    "home.toegankelijkheid": "Toegankelijkheid",
    "home.privacy": "Privacy",
    "home.sitemap": "Alle pagina's",
}


def security_txt_expires(today: date) -> date:
    """Return the day until which the security contact may be trusted."""
    return today + SECURITY_TXT_VALID
