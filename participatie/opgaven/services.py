"""Beginning, herijken and adopting gebiedsopgaven. No commit here: see core.transactions."""

from sqlalchemy import delete, select
from sqlalchemy.orm.attributes import flag_modified

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.opgaven.errors import AlEenConceptError, NietsVastgesteldError, VersieVastError
from participatie.opgaven.events import (
    ConceptGewijzigd,
    ConceptWeggegooid,
    OpgaveBegonnen,
    OpgaveEvent,
    OpgaveHerijkt,
    OpgaveVastgesteld,
)
from participatie.opgaven.models import Doel, DoelTekst, Gebiedsopgave, Indicator, OpgaveVersie
from participatie.opgaven.queries import doel_gegevens_of, versie_gegevens_of
from participatie.opgaven.rules import check_vaststellen, check_versie, overlaps
from participatie.opgaven.types import (
    Besluit,
    DoelGegevens,
    OpgaveId,
    OpgaveStatus,
    VersieGegevens,
)


def start_opgave(
    gebied_id: GebiedId, gegevens: VersieGegevens, *, actor_id: GebruikerId | None
) -> OpgaveVersie:
    """Begin the first concept of a gebiedsopgave."""
    check_versie(gegevens, nummer=1)
    _check_free(gebied_id, gegevens)
    now = clock.now()
    opgave = Gebiedsopgave(gebied_id=gebied_id, van_jaar=gegevens.van_jaar, aangemaakt_op=now)
    concept = _new_concept(opgave, gegevens, nummer=1)
    db.session.add(opgave)
    db.session.flush()  # the event needs the id
    tell(concept, OpgaveBegonnen, actor_id=actor_id)
    return concept


def herijk(
    opgave: Gebiedsopgave, gegevens: VersieGegevens, *, actor_id: GebruikerId | None
) -> OpgaveVersie:
    """Begin a new concept: a copy of the goals that hold now, to be changed."""
    laatste = opgave.versies[-1]
    if laatste.status is OpgaveStatus.CONCEPT:
        raise NietsVastgesteldError if laatste.nummer == 1 else AlEenConceptError
    check_versie(gegevens, nummer=laatste.nummer + 1)
    _check_free(opgave.gebied_id, gegevens, besides=opgave)
    concept = _new_concept(opgave, gegevens, nummer=laatste.nummer + 1)
    concept.teksten = [_copy(tekst) for tekst in laatste.teksten]
    db.session.flush()  # a second concept is refused here, before anyone hears of it
    tell(concept, OpgaveHerijkt, actor_id=actor_id)
    return concept


def change_concept(
    concept: OpgaveVersie,
    gegevens: VersieGegevens,
    *,
    versie: int,
    actor_id: GebruikerId | None,
) -> None:
    """Change what a concept says apart from its goals; `versie` is the one the editor saw."""
    check_open(concept)
    if versie != concept.versie:
        raise StaleError
    check_versie(gegevens, nummer=concept.nummer)
    _check_free(concept.opgave.gebied_id, gegevens, besides=concept.opgave)
    changed = list_changes(concept, gegevens)
    if not changed:
        return
    for name in changed:
        setattr(concept, name, getattr(gegevens, name))
    if concept.nummer == 1:
        concept.opgave.van_jaar = gegevens.van_jaar
    touch(concept, wat=changed, actor_id=actor_id)


def list_changes(concept: OpgaveVersie, gegevens: VersieGegevens) -> tuple[str, ...]:
    """Return the names of what differs from what is stored, apart from the goals."""
    stored = versie_gegevens_of(concept)
    return tuple(name for name, value in vars(gegevens).items() if value != getattr(stored, name))


def vaststel(
    concept: OpgaveVersie, besluit: Besluit, *, versie: int, actor_id: GebruikerId | None
) -> None:
    """Adopt a concept as it was seen: these are the goals from now on."""
    check_open(concept)
    if versie != concept.versie:
        raise StaleError
    earlier = [found.vastgesteld_op for found in concept.opgave.versies if found.vastgesteld_op]
    check_vaststellen(
        [doel_gegevens_of(tekst) for tekst in concept.teksten],
        besluit,
        vandaag=clock.today(),
        niet_voor=max(earlier, default=None),
    )
    concept.status = OpgaveStatus.VASTGESTELD
    concept.besluitnummer, concept.vastgesteld_op = besluit.nummer, besluit.datum
    concept.gewijzigd_op = clock.now()
    db.session.flush()  # a stale version is refused here, before anyone hears of it
    tell(concept, OpgaveVastgesteld, actor_id=actor_id)


def throw_away(concept: OpgaveVersie, *, versie: int, actor_id: GebruikerId | None) -> None:
    """Throw a concept away, and the opgave with it when it is the only version."""
    check_open(concept)
    if versie != concept.versie:
        raise StaleError
    tell(concept, ConceptWeggegooid, actor_id=actor_id)
    if concept.nummer == 1:
        db.session.delete(concept.opgave)
        return
    concept.opgave.versies.remove(concept)
    db.session.flush()  # only then is it known which goals are not spoken of any more
    forget_unused_doelen(concept.opgave_id)


def forget_unused_doelen(opgave_id: OpgaveId) -> None:
    """Remove the goals that no version speaks of any more."""
    spoken_of = select(DoelTekst.doel_id)
    statement = delete(Doel).where(Doel.opgave_id == opgave_id, Doel.id.not_in(spoken_of))
    db.session.execute(statement)


def make_tekst(gegevens: DoelGegevens, *, doel: Doel, volgorde: int) -> DoelTekst:
    """Return what a goal says, not stored yet."""
    tekst = DoelTekst(doel=doel, volgorde=volgorde)
    write_tekst(tekst, gegevens)
    return tekst


def write_tekst(tekst: DoelTekst, gegevens: DoelGegevens) -> None:
    """Let a goal say something else."""
    for name in ("titel", "resultaat", "prioriteit", "domein"):
        setattr(tekst, name, getattr(gegevens, name))
    tekst.partners = list(gegevens.partners)
    if doel_gegevens_of(tekst).indicatoren != gegevens.indicatoren:
        tekst.indicatoren = [Indicator(**vars(found)) for found in gegevens.indicatoren]


def check_open(versie: OpgaveVersie) -> None:
    """Raise when a version was vastgesteld."""
    if versie.status is OpgaveStatus.VASTGESTELD:
        raise VersieVastError


def touch(concept: OpgaveVersie, *, wat: tuple[str, ...], actor_id: GebruikerId | None) -> None:
    """Note that a concept changed, so that nobody adopts what he did not see."""
    concept.gewijzigd_op = clock.now()
    flag_modified(concept, "gewijzigd_op")  # also when two changes fall in one moment
    db.session.flush()  # a stale version is refused here, before anyone hears of it
    tell(concept, ConceptGewijzigd, actor_id=actor_id, wat=wat)


def tell(
    versie: OpgaveVersie,
    soort: type[OpgaveEvent],
    *,
    actor_id: GebruikerId | None,
    **more: tuple[str, ...],
) -> None:
    """Publish what happened to a version."""
    publish(
        soort(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("opgave", versie.opgave_id),
            gebied_id=versie.opgave.gebied_id,
            nummer=versie.nummer,
            **more,
        )
    )


def _new_concept(opgave: Gebiedsopgave, gegevens: VersieGegevens, *, nummer: int) -> OpgaveVersie:
    now = clock.now()
    concept = OpgaveVersie(
        **vars(gegevens),
        nummer=nummer,
        status=OpgaveStatus.CONCEPT,
        aangemaakt_op=now,
        gewijzigd_op=now,
    )
    opgave.versies.append(concept)
    return concept


def _copy(tekst: DoelTekst) -> DoelTekst:
    return make_tekst(doel_gegevens_of(tekst), doel=tekst.doel, volgorde=tekst.volgorde)


def _check_free(
    gebied_id: GebiedId, gegevens: VersieGegevens, *, besides: Gebiedsopgave | None = None
) -> None:
    """Raise when a version of another opgave of the gebied is about the same years."""
    lock = select(Gebied.id).where(Gebied.id == gebied_id).with_for_update()
    db.session.execute(lock)  # two who ask for the same years wait for each other
    statement = (
        select(OpgaveVersie.van_jaar, OpgaveVersie.tot_jaar)
        .join(OpgaveVersie.opgave)
        .where(Gebiedsopgave.gebied_id == gebied_id)
    )
    if besides is not None:
        statement = statement.where(Gebiedsopgave.id != besides.id)
    periodes = [(van, tot) for van, tot in db.session.execute(statement)]
    if overlaps(gegevens.van_jaar, gegevens.tot_jaar, periodes):
        raise InvalidInputError(
            "Dit gebied heeft al een opgave voor deze jaren. Herijk die, of kies andere jaren.",
            field="van_jaar",
        )
