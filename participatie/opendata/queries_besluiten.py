"""Reading how many decisions there were, per year, stadsdeel and thema."""

from collections.abc import Iterator
from itertools import count

from participatie.gebieden.queries import get_boom
from participatie.moderation.queries_openbaar import GEBIED, THEMA, count_uitkomsten
from participatie.moderation.rules_openbaar import Uitkomsten, fold_small, safe_telling
from participatie.moderation.types import Uitkomst
from participatie.opendata.types import Regel


def iter_besluiten(site: str) -> Iterator[Regel]:
    """Yield a row per year and stadsdeel, and per year and thema; what is small together."""
    del site
    namen = {found.code: found.naam for found in get_boom().omtrekken.values()}
    numbers = count(1)
    for (jaar, verdeling), groepen in sorted(count_uitkomsten().items()):
        apart, rest = fold_small(groepen)
        rows: list[tuple[str, Uitkomsten]] = sorted(apart.items())
        rows += [("", rest)] if sum(rest.values()) else []
        for key, uitkomsten in rows:
            number = next(numbers)
            telling = safe_telling(uitkomsten)
            is_gebied = verdeling == GEBIED
            waarden = (
                number,
                jaar,
                verdeling,
                key or None if is_gebied else None,
                namen.get(key) if is_gebied else None,
                key or None if verdeling == THEMA else None,
                telling.totaal,
                *(telling.uitkomsten[uitkomst] for uitkomst in Uitkomst),
            )
            yield Regel(number, waarden, None)
