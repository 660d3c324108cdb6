import secrets

import factory

from participatie.accounts.models import Gebruiker, Rolverlening
from participatie.accounts.types import Rol
from participatie.core import clock
from participatie.core.db import db

WACHTWOORD = "korte zinnen onthoudt u"
# Argon2 with the least work, so that a test does not wait for it.
WACHTWOORD_HASH = (
    "$argon2id$v=19$m=8,t=1,p=1$c+TZOz2TZm6jGkcBNnxgqg$U+FlSqm8f8nuzQ0y0eat5TuQ0Mvj706D/C5m09H6Krs"
)
TOTP_GEHEIM = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


class GebruikerFactory(factory.alchemy.SQLAlchemyModelFactory):
    class Meta:
        model = Gebruiker
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    email = factory.Sequence(lambda number: f"bewoner{number}@voorbeeld.example")
    naam = factory.Sequence(lambda number: f"Bewoner {number}")
    wachtwoord_hash = WACHTWOORD_HASH
    zegel = factory.LazyFunction(lambda: secrets.token_urlsafe(32))
    bevestigd_op = factory.LazyFunction(clock.now)
    aangemaakt_op = factory.LazyFunction(clock.now)


class RolverleningFactory(factory.alchemy.SQLAlchemyModelFactory):
    class Meta:
        model = Rolverlening
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    gebruiker = factory.SubFactory(GebruikerFactory)
    rol = Rol.GEBIEDSVERBINDER
    gebied = None
    verleend_op = factory.LazyFunction(clock.now)


def make_gebiedsverbinder(gebied=None, **fields):
    """Someone who moderates this gebied and everything below it."""
    return _make(Rol.GEBIEDSVERBINDER, gebied, fields)


def make_redacteur(gebied=None, **fields):
    """Someone who keeps the programme, of one gebied or the whole city."""
    return _make(Rol.PROGRAMMAREDACTEUR, gebied, fields)


def make_partner(**fields):
    """Someone of an organisation beside the gemeente."""
    return _make(Rol.PARTNER, None, fields)


def make_beheerder(**fields):
    """Someone who gives and takes roles."""
    return _make(Rol.BEHEERDER, None, fields)


def _make(rol, gebied, fields):
    app = {"totp_geheim": TOTP_GEHEIM, "totp_bevestigd_op": clock.now()}
    gebruiker = GebruikerFactory(**app | fields)
    RolverleningFactory(gebruiker=gebruiker, rol=rol, gebied=gebied)
    return gebruiker
