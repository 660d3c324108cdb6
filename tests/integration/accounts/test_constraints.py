"""What the database refuses, whatever the code does."""

import pytest
from sqlalchemy.exc import IntegrityError

from participatie.accounts.models_tokens import Aanmelding, Herstelcode, Token
from participatie.accounts.types import Rol, TokenDoel
from participatie.core import clock
from participatie.core.db import db
from participatie.core.outbox import MailStatus, UitgaandeMail
from tests.factories.accounts import GebruikerFactory, RolverleningFactory
from tests.factories.gebieden import GebiedFactory


def refused(name: str, *parts: object):
    """Expect the database to refuse, by the constraint with this name or on these columns."""
    words = "|".join((name, *map(str, parts)))
    return pytest.raises(IntegrityError, match=words)


def add(*rows) -> None:
    db.session.add_all(rows)
    db.session.flush()


def mail(**fields) -> UitgaandeMail:
    moment = clock.now()
    given = {"aan": "a@x.example", "onderwerp": "x", "tekst": "x", "kenmerk": "k"}
    return UitgaandeMail(**given | {"niet_voor": moment, "aangemaakt_op": moment} | fields)


def token(**fields) -> Token:
    return Token(**{"digest": "d", "verloopt_op": clock.now()} | fields)


def test_an_address_is_kept_in_small_letters(session) -> None:
    with refused("ck_gebruikers_email_lower"):
        GebruikerFactory(email="Bea@voorbeeld.example")


def test_an_address_has_one_account(session) -> None:
    GebruikerFactory(email="bea@voorbeeld.example")
    with refused("uq_gebruikers_email", "gebruikers.email"):
        GebruikerFactory(email="bea@voorbeeld.example")


def test_a_zegel_belongs_to_one_gebruiker(session) -> None:
    GebruikerFactory(zegel="z")
    with refused("uq_gebruikers_zegel", "gebruikers.zegel"):
        GebruikerFactory(zegel="z")


def test_a_second_factor_has_a_secret(session) -> None:
    with refused("ck_gebruikers_totp_has_a_secret"):
        GebruikerFactory(totp_bevestigd_op=clock.now(), totp_geheim=None)


def test_a_role_is_held_once_in_a_gebied(session) -> None:
    held = RolverleningFactory(gebied=GebiedFactory())
    with refused("uq_rolverleningen_gebied", "rolverleningen.gebied_id"):
        RolverleningFactory(gebruiker=held.gebruiker, gebied=held.gebied)


def test_a_role_is_held_once_in_the_whole_city(session) -> None:
    held = RolverleningFactory()
    with refused("uq_rolverleningen_stad", "rolverleningen.rol"):
        RolverleningFactory(gebruiker=held.gebruiker)


def test_a_beheerder_is_one_for_the_whole_city(session) -> None:
    with refused("ck_rolverleningen_beheerder_of_all"):
        RolverleningFactory(rol=Rol.BEHEERDER, gebied=GebiedFactory())


def test_a_request_for_an_account_has_an_address_in_small_letters(session) -> None:
    moment = clock.now()
    fields = {"naam": "A", "wachtwoord_hash": "x", "digest": "d", "aangemaakt_op": moment}
    with refused("ck_aanmeldingen_email_lower"):
        add(Aanmelding(email="A@x.example", verloopt_op=moment, **fields))


def test_a_link_for_another_address_says_which(session) -> None:
    with refused("ck_tokens_new_address_given"):
        add(token(doel=TokenDoel.EMAIL_WIJZIGEN))


def test_a_link_for_a_password_has_no_address(session) -> None:
    with refused("ck_tokens_new_address_given"):
        add(token(doel=TokenDoel.HERSTELLEN, email="a@x.example"))


def test_no_two_links_are_the_same(session) -> None:
    add(token(doel=TokenDoel.HERSTELLEN))
    with refused("uq_tokens_digest", "tokens.digest"):
        add(token(doel=TokenDoel.HERSTELLEN))


def test_no_two_recovery_codes_of_someone_are_the_same(session) -> None:
    gebruiker = GebruikerFactory()
    with refused("uq_herstelcodes_gebruiker_id_digest", "herstelcodes.gebruiker_id"):
        add(*(Herstelcode(gebruiker_id=gebruiker.id, digest="d") for _ in range(2)))


def test_a_mail_that_was_sent_has_no_text(session) -> None:
    with refused("ck_uitgaande_mails_text_gone_when_sent"):
        add(mail(status=MailStatus.VERZONDEN, verzonden_op=clock.now()))


@pytest.mark.parametrize(
    ("status", "moment"), [(MailStatus.VERZONDEN, None), (MailStatus.WACHT, clock.now())]
)
def test_a_mail_has_a_moment_when_it_was_sent_and_only_then(session, status, moment) -> None:
    with refused("ck_uitgaande_mails_sent_has_a_moment"):
        add(mail(status=status, verzonden_op=moment, tekst=""))
