"""Adding, changing, moving and removing the goals of a concept. No commit here."""

from sqlalchemy.orm.attributes import flag_modified

from participatie.accounts.types import GebruikerId
from participatie.core.errors import InvalidInputError, NotFoundError, StaleError
from participatie.opgaven.models import Doel, DoelTekst, OpgaveVersie
from participatie.opgaven.queries import doel_gegevens_of, sorted_teksten
from participatie.opgaven.rules import MAX_DOELEN, check_doel
from participatie.opgaven.services import (
    check_open,
    forget_unused_doelen,
    make_tekst,
    touch,
    write_tekst,
)
from participatie.opgaven.types import DoelGegevens, Richting


def get_tekst(versie: OpgaveVersie, doel_id: int) -> DoelTekst:
    """Return what a goal says in a version, or raise."""
    for tekst in versie.teksten:
        if tekst.doel_id == doel_id:
            return tekst
    raise NotFoundError("Dit doel staat niet in deze versie.")


def add_doel(
    concept: OpgaveVersie, gegevens: DoelGegevens, *, actor_id: GebruikerId | None
) -> DoelTekst:
    """Add a goal to a concept, last among those that matter as much."""
    check_open(concept)
    check_doel(gegevens)
    if len(concept.teksten) >= MAX_DOELEN:
        raise InvalidInputError(f"Een opgave heeft hoogstens {MAX_DOELEN} doelen.")
    last = max((tekst.volgorde for tekst in concept.teksten), default=0)
    doel = Doel(opgave_id=concept.opgave_id)
    tekst = make_tekst(gegevens, doel=doel, volgorde=last + 1)
    concept.teksten.append(tekst)
    touch(concept, wat=("doelen",), actor_id=actor_id)
    return tekst


def change_doel(
    tekst: DoelTekst, gegevens: DoelGegevens, *, versie: int, actor_id: GebruikerId | None
) -> None:
    """Change what a goal of a concept says; `versie` is the one the editor was looking at."""
    check_open(tekst.opgave_versie)
    if versie != tekst.versie:
        raise StaleError
    check_doel(gegevens)
    if gegevens == doel_gegevens_of(tekst):
        return
    write_tekst(tekst, gegevens)
    flag_modified(tekst, "titel")  # a change of its figures alone is a change too
    touch(tekst.opgave_versie, wat=("doelen",), actor_id=actor_id)


def remove_doel(tekst: DoelTekst, *, versie: int, actor_id: GebruikerId | None) -> None:
    """Remove a goal from a concept; versions that were vastgesteld keep it."""
    concept = tekst.opgave_versie
    check_open(concept)
    if versie != tekst.versie:
        raise StaleError
    concept.teksten.remove(tekst)
    touch(concept, wat=("doelen",), actor_id=actor_id)
    forget_unused_doelen(concept.opgave_id)


def move_doel(tekst: DoelTekst, richting: Richting, *, actor_id: GebruikerId | None) -> bool:
    """Put a goal one place up or down among those that matter as much; tell whether it moved."""
    concept = tekst.opgave_versie
    check_open(concept)
    beside = list_beside(concept, tekst)
    place = beside.index(tekst) + (1 if richting is Richting.OMLAAG else -1)
    if not 0 <= place < len(beside):
        return False
    other = beside[place]
    tekst.volgorde, other.volgorde = other.volgorde, tekst.volgorde
    touch(concept, wat=("volgorde",), actor_id=actor_id)
    return True


def restore_doel(
    concept: OpgaveVersie, tekst: DoelTekst, *, actor_id: GebruikerId | None
) -> DoelTekst:
    """Put a goal back that an earlier version had, as it was; one that is there stays."""
    check_open(concept)
    for found in concept.teksten:
        if found.doel_id == tekst.doel_id:
            return found
    again = make_tekst(doel_gegevens_of(tekst), doel=tekst.doel, volgorde=tekst.volgorde)
    concept.teksten.append(again)
    touch(concept, wat=("doelen",), actor_id=actor_id)
    return again


def list_dropped(concept: OpgaveVersie) -> list[DoelTekst]:
    """Return the goals of the version before that are not in the concept, in their order."""
    earlier = [found for found in concept.opgave.versies if found.nummer < concept.nummer]
    kept = {tekst.doel_id for tekst in concept.teksten}
    return [
        tekst
        for tekst in (sorted_teksten(earlier[-1]) if earlier else ())
        if tekst.doel_id not in kept
    ]


def list_doel_changes(tekst: DoelTekst, gegevens: DoelGegevens) -> tuple[str, ...]:
    """Return the names of what differs from what is stored of a goal."""
    stored = doel_gegevens_of(tekst)
    return tuple(name for name, value in vars(gegevens).items() if value != getattr(stored, name))


def list_beside(versie: OpgaveVersie, tekst: DoelTekst) -> list[DoelTekst]:
    """Return the goals of the same domein and priority, in order, with this one."""
    same = (tekst.domein, tekst.prioriteit)
    return [found for found in sorted_teksten(versie) if (found.domein, found.prioriteit) == same]
