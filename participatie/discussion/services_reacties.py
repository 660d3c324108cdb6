"""What someone does with an own reactie: place, change, take away."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotAllowedError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.errors import (
    BewerktijdVoorbijError,
    GesprekGeslotenError,
    HerhalingError,
    NietMeerTeZienError,
    TeVaakError,
)
from participatie.discussion.events import (
    ReactieAangeboden,
    ReactieBewerkt,
    ReactieGeplaatst,
    ReactiestroomGemeten,
    ReactieVerwijderd,
)
from participatie.discussion.models_gesprek import Gesprek, Reactie, Stroomalarm
from participatie.discussion.queries_gesprek import get_reactie
from participatie.discussion.queries_onderwerpen import get_bespreekbaar
from participatie.discussion.queries_schrijver import (
    count_in_gebied,
    count_of_auteur,
    count_vertrouwd,
    find_by_sleutel,
    is_repeated,
)
from participatie.discussion.rules import (
    EERSTE_REACTIES,
    HERHALING_BINNEN,
    STROOM_BINNEN,
    STROOM_VANAF,
    check_tekst,
    is_editable,
    may_queue,
    must_wait,
)
from participatie.discussion.rules_tekst import digest_of
from participatie.discussion.services_gesprek import open_gesprek, tell_page
from participatie.discussion.types import Bijdrage, ReactieId, ReactieStatus

HOUR = timedelta(hours=1)


def place_reactie(onderwerp: Onderwerp, bijdrage: Bijdrage, *, auteur: Gebruiker) -> Reactie:
    """Place what someone says, or let it wait for a check; sent twice it is placed once."""
    _take_turn(auteur.id)
    earlier = find_by_sleutel(bijdrage.formulier_sleutel)
    if earlier is not None and earlier.auteur_id == auteur.id:
        return earlier
    tekst = check_tekst(bijdrage.tekst)
    gesprek = open_gesprek(onderwerp)
    check_open(gesprek)
    if bijdrage.ouder_id is not None:
        _check_ouder(gesprek, bijdrage.ouder_id)
    moment = clock.now()
    if is_repeated(tekst, auteur_id=auteur.id, since=moment - HERHALING_BINNEN):
        raise HerhalingError
    status = _status_of(gesprek, tekst, auteur, met_bewijs=bijdrage.met_bewijs)
    is_answer = bijdrage.ouder_id is not None
    reactie = Reactie(
        gesprek=gesprek,
        ouder_id=bijdrage.ouder_id,
        niveau=2 if is_answer else 1,
        ouder_niveau=1 if is_answer else None,
        auteur=auteur,
        tekst=tekst,
        status=status,
        op=moment,
        digest=digest_of(tekst),
        formulier_sleutel=bijdrage.formulier_sleutel,
    )
    db.session.add(reactie)
    db.session.flush()  # the event names the id
    _tell_placed(reactie)
    return reactie


def edit_reactie(reactie_id: ReactieId, tekst: str, *, auteur: Gebruiker) -> Reactie:
    """Change an own reactie within the time for that; an address in it makes it wait."""
    reactie = own_reactie(reactie_id, auteur.id)
    tekst = check_tekst(tekst)
    check_editable(reactie)
    moment = clock.now()
    if tekst == reactie.tekst:
        return reactie
    since = moment - HERHALING_BINNEN
    if is_repeated(tekst, auteur_id=auteur.id, since=since, except_id=reactie.id):
        raise HerhalingError
    reactie.tekst, reactie.digest, reactie.bewerkt_op = tekst, digest_of(tekst), moment
    was_visible = reactie.status is ReactieStatus.ZICHTBAAR
    trusted = EERSTE_REACTIES if was_visible else 0
    if must_wait(tekst, eerdere=trusted, is_gemeente=auteur.is_staff, is_stroom=False):
        reactie.status = ReactieStatus.WACHT
    publish(
        ReactieBewerkt(
            occurred_at=moment,
            actor_id=auteur.id,
            onderwerp=reactie.gesprek.onderwerp,
            reactie_id=reactie.id,
            gebied_id=reactie.gesprek.gebied_id,
        )
    )
    if was_visible:
        tell_page(reactie.gesprek)
    return reactie


def delete_reactie(reactie_id: ReactieId, *, auteur_id: GebruikerId) -> Reactie:
    """Take an own reactie away for good; where it has answers, a line stays in its place."""
    reactie = own_reactie(reactie_id, auteur_id)
    if reactie.status is ReactieStatus.VERWIJDERD:
        return reactie
    reactie.status, reactie.tekst = ReactieStatus.VERWIJDERD, ""
    publish(
        ReactieVerwijderd(
            occurred_at=clock.now(),
            actor_id=auteur_id,
            onderwerp=reactie.gesprek.onderwerp,
            reactie_id=reactie.id,
            gebied_id=reactie.gesprek.gebied_id,
        )
    )
    tell_page(reactie.gesprek)
    return reactie


def own_reactie(reactie_id: ReactieId, auteur_id: GebruikerId) -> Reactie:
    """Return someone's own reactie, locked, or raise."""
    reactie = get_reactie(reactie_id, lock=True)
    if reactie.auteur_id != auteur_id:
        raise NotAllowedError("Alleen wie een reactie schreef, kan haar wijzigen of verwijderen.")
    return reactie


def check_editable(reactie: Reactie) -> None:
    """Raise unless its author may change it now."""
    if reactie.status in {ReactieStatus.VERBORGEN, ReactieStatus.VERWIJDERD}:
        raise NietMeerTeZienError
    if not is_editable(reactie.status, reactie.op, now=clock.now()):
        raise BewerktijdVoorbijError
    check_open(reactie.gesprek)


def check_open(gesprek: Gesprek) -> None:
    """Raise when nothing can be written: the gesprek is closed, or what it is about is over."""
    over = get_bespreekbaar(gesprek.onderwerp)
    if gesprek.gesloten or not over.is_open:
        raise GesprekGeslotenError


def forget_digests() -> None:
    """Forget what old texts looked like: only a day is asked about."""
    statement = update(Reactie).where(
        Reactie.op < clock.now() - HERHALING_BINNEN, Reactie.digest != ""
    )
    db.session.execute(statement.values(digest=""))


def _take_turn(auteur_id: GebruikerId) -> None:
    """Let one person write one reactie at a time, so that every limit counts what came before."""
    db.session.execute(select(Gebruiker.id).where(Gebruiker.id == auteur_id).with_for_update())


def _check_ouder(gesprek: Gesprek, ouder_id: ReactieId) -> None:
    ouder = get_reactie(ouder_id, lock=True)
    if ouder.gesprek_id != gesprek.id or ouder.ouder_id is not None:
        raise NietMeerTeZienError("Op deze reactie kunt u niet antwoorden.")
    if ouder.status is not ReactieStatus.ZICHTBAAR:
        raise NietMeerTeZienError


def _status_of(
    gesprek: Gesprek, tekst: str, auteur: Gebruiker, *, met_bewijs: bool
) -> ReactieStatus:
    """Tell whether it can be read at once; too many of someone new are refused."""
    trusted = count_vertrouwd(auteur.id)
    is_stroom = _is_stroom(gesprek)
    if not must_wait(tekst, eerdere=trusted, is_gemeente=auteur.is_staff, is_stroom=is_stroom):
        return ReactieStatus.ZICHTBAAR
    waiting = count_of_auteur(auteur.id, ReactieStatus.WACHT)
    if trusted < EERSTE_REACTIES and not may_queue(wachtend=waiting, met_bewijs=met_bewijs):
        raise TeVaakError
    return ReactieStatus.WACHT


def _is_stroom(gesprek: Gesprek) -> bool:
    """Tell whether far more comes in this gebied than usual; the first to see it says so."""
    now = clock.now()
    count = count_in_gebied(gesprek.gebied_id, since=now - STROOM_BINNEN)
    if count < STROOM_VANAF or gesprek.gebied_id is None:
        return count >= STROOM_VANAF
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    statement = (
        dialect.insert(Stroomalarm)
        .values(gebied_id=gesprek.gebied_id, uur=_hour_of(now), aantal=count)
        .on_conflict_do_nothing()
        .returning(Stroomalarm.id)
    )
    if db.session.scalar(statement) is not None:
        publish(
            ReactiestroomGemeten(
                occurred_at=now,
                actor_id=None,
                onderwerp=gesprek.onderwerp,
                gebied_id=gesprek.gebied_id,
                aantal=count,
            )
        )
    return True


def _hour_of(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


def _tell_placed(reactie: Reactie) -> None:
    is_visible = reactie.status is ReactieStatus.ZICHTBAAR
    event_type = ReactieGeplaatst if is_visible else ReactieAangeboden
    publish(
        event_type(
            occurred_at=reactie.op,
            actor_id=reactie.auteur_id,
            onderwerp=reactie.gesprek.onderwerp,
            reactie_id=reactie.id,
            gebied_id=reactie.gesprek.gebied_id,
            ouder_id=reactie.ouder_id,
        )
    )
    if is_visible:
        tell_page(reactie.gesprek)
