"""Making the invented people of the demo city."""

import secrets
from collections.abc import Mapping

import pyotp

from participatie.accounts.models import Gebruiker, Rolverlening
from participatie.accounts.types import STAFF_ROLLEN, Rol
from participatie.core import clock
from participatie.core.db import db
from participatie.demo.rules import DEMO_DOMEIN
from participatie.demo.types import DemoPersoon
from participatie.gebieden.models import Gebied

MEDEWERKERS = (
    *(
        DemoPersoon(f"verbinder.{naam.lower()}", f"Gebiedsverbinder {naam}",
                    Rol.GEBIEDSVERBINDER, naam)
        for naam in ("Centrum", "Noord", "Oost", "Schalkwijk", "Zuid-West")
    ),
    DemoPersoon("redacteur", "Programmaredacteur", Rol.PROGRAMMAREDACTEUR),
    DemoPersoon("beheerder", "Beheerder", Rol.BEHEERDER),
    DemoPersoon("wijkraad.zijlweg", "Wijkraadslid Zijlwegkwartier", Rol.WIJKRAADSLID,
                "WK039203"),
    DemoPersoon("corporatie", "Medewerker woningcorporatie", Rol.PARTNER),
    DemoPersoon("welzijn", "Medewerker welzijnsorganisatie", Rol.PARTNER),
)  # fmt: skip

BEWONERS = tuple(
    DemoPersoon(f"bewoner{number}", naam)
    for number, naam in enumerate(
        (
            "Bewoner Leidsebuurt",
            "Ouder uit Delftwijk",
            "Tuinier Boerhaavewijk",
            "Bewonersgroep Vijfhoek",
            "Huurder Amsterdamse buurt",
            "Ondernemer Binnenstad",
            "Fietser uit Noord",
            "Student Rozenprieel",
            "Buur uit Meerwijk",
            "Gepensioneerde Kleverpark",
            "Jongere uit Molenwijk",
            "Vrijwilliger Europawijk",
        ),
        start=1,
    )
)


def make_people(gebieden: Mapping[str, Gebied], wachtwoord_hash: str) -> dict[str, Gebruiker]:
    """Make everybody, all with the same password, and return them by the name of their address."""
    people = {
        persoon.email: _make(persoon, gebieden, wachtwoord_hash)
        for persoon in (*MEDEWERKERS, *BEWONERS)
    }
    db.session.flush()  # what they send in needs their ids
    return people


def _make(persoon: DemoPersoon, gebieden: Mapping[str, Gebied], wachtwoord_hash: str) -> Gebruiker:
    moment = clock.now()
    gebruiker = Gebruiker(
        email=persoon.email + DEMO_DOMEIN,
        naam=persoon.naam,
        wachtwoord_hash=wachtwoord_hash,
        zegel=secrets.token_urlsafe(32),
        bevestigd_op=moment,
        aangemaakt_op=moment,
    )
    if persoon.rol is not None:
        gebied = gebieden[persoon.gebied] if persoon.gebied else None
        gebruiker.rollen.append(Rolverlening(rol=persoon.rol, gebied=gebied, verleend_op=moment))
    if persoon.rol in STAFF_ROLLEN:
        gebruiker.totp_geheim = pyotp.random_base32()
        gebruiker.totp_bevestigd_op = moment
    db.session.add(gebruiker)
    return gebruiker
