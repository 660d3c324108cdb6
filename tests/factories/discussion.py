"""Rows of the discussion room, made by its services."""

import secrets

from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.models_gesprek import Ingreep, Reactie
from participatie.discussion.rules_tekst import digest_of
from participatie.discussion.services_gesprek import open_gesprek
from participatie.discussion.services_reacties import place_reactie
from participatie.discussion.types import Bijdrage, IngreepSoort, ReactieStatus
from tests.factories.accounts import GebruikerFactory


def over(initiatief) -> Onderwerp:
    """How an initiatief is pointed at."""
    return Onderwerp("initiatief", initiatief.id)


def say(onderwerp, tekst="Een mooi idee.", *, auteur=None, ouder=None, **fields) -> Reactie:
    """Let someone say something, by the rules that everyone has."""
    bijdrage = Bijdrage(
        tekst=tekst,
        formulier_sleutel=fields.pop("sleutel", None) or secrets.token_urlsafe(32),
        ouder_id=ouder.id if ouder else None,
        **{"met_bewijs": True} | fields,
    )
    return place_reactie(onderwerp, bijdrage, auteur=auteur or make_vertrouwd(onderwerp))


def make_reactie(onderwerp, *, ouder=None, **fields) -> Reactie:
    """A row as it stands after all rules; `status=...` and so on."""
    tekst = fields.pop("tekst", "Een mooi idee.")
    given = {
        "gesprek": open_gesprek(onderwerp),
        "ouder_id": ouder.id if ouder else None,
        "niveau": 2 if ouder else 1,
        "ouder_niveau": 1 if ouder else None,
        "auteur": fields.pop("auteur", None) or GebruikerFactory(),
        "tekst": tekst,
        "status": ReactieStatus.ZICHTBAAR,
        "op": clock.now(),
        "digest": digest_of(secrets.token_hex(8)),
        "formulier_sleutel": secrets.token_urlsafe(32),
    }
    reactie = Reactie(**given | fields)
    db.session.add(reactie)
    db.session.flush()
    return reactie


def make_vertrouwd(onderwerp, gebruiker=None, *, keer=3):
    """Someone whose reacties were read and found good so many times."""
    gebruiker = gebruiker or GebruikerFactory()
    for _ in range(keer):
        reactie = make_reactie(onderwerp, auteur=gebruiker)
        db.session.add(
            Ingreep(
                gesprek_id=reactie.gesprek_id,
                reactie_id=reactie.id,
                soort=IngreepSoort.GOEDKEUREN,
                reden="",
                door_id=GebruikerFactory().id,
                op=reactie.op,
            )
        )
    db.session.flush()
    return gebruiker
