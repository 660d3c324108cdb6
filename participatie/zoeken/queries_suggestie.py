"""Which words someone may have meant: only words that stand in what is public."""

from sqlalchemy import or_, select

from participatie.core.db import db
from participatie.zoeken.models import Zoekvariant, Zoekwoord
from participatie.zoeken.rules_suggestie import choose_word, most_distance, wider_variants_of
from participatie.zoeken.types import Term, Vraag

CANDIDATES = 500


def find_bedoelde(vraag: Vraag) -> str | None:
    """Return the question with each unknown word replaced by the nearest known one, or None."""
    words = [_known_or_near(term) for term in vraag.termen]
    meant = " ".join(word for word in words if word)
    changed = meant != " ".join(term.woord for term in vraag.termen)
    return meant if changed and all(words) else None


def _known_or_near(term: Term) -> str | None:
    known = select(Zoekwoord.woord).where(
        or_(Zoekwoord.woord == term.woord, Zoekwoord.stam == term.stammen[0])
    )
    if not most_distance(term.woord) or db.session.scalar(known.limit(1)) is not None:
        return term.woord
    near = (
        select(Zoekwoord.woord, Zoekwoord.aantal)
        .join(Zoekvariant, Zoekvariant.woord == Zoekwoord.woord)
        .where(Zoekvariant.variant.in_(wider_variants_of(term.woord)))
        .distinct()
        .order_by(Zoekwoord.aantal.desc(), Zoekwoord.woord)
        .limit(CANDIDATES)
    )
    return choose_word(term.woord, [(row[0], row[1]) for row in db.session.execute(near)])


def list_beginning(begin: str, limit: int) -> list[str]:
    """Return the words that begin so, those in most documents first."""
    statement = (
        select(Zoekwoord.woord)
        .where(Zoekwoord.woord.startswith(begin, autoescape=True))
        .order_by(Zoekwoord.aantal.desc(), Zoekwoord.woord)
        .limit(limit)
    )
    return list(db.session.scalars(statement))
