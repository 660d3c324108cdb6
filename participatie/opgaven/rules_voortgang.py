"""How far an indicator is between its baseline and its target. Pure."""

from collections.abc import Sequence

from participatie.opgaven.types import IndicatorGegevens, Meting, Oordeel, Voortgang


def measure(indicator: IndicatorGegevens, metingen: Sequence[Meting]) -> Voortgang:
    """Return how far it is by the newest figure measured after the baseline."""
    later = [meting for meting in metingen if meting.jaar > indicator.nulmeting_jaar]
    if not later:
        return Voortgang(Oordeel.ONBEKEND, 0, None)
    newest = max(later, key=lambda meting: meting.jaar)
    aandeel = _aandeel(indicator, newest.waarde)
    return Voortgang(_judge(indicator, aandeel, newest.jaar), aandeel, newest)


def _aandeel(indicator: IndicatorGegevens, waarde: float) -> float:
    """Return how much of the way is done: below 0 is backwards, from 1 on the target is met."""
    way = indicator.streefwaarde - indicator.nulmeting
    if way == 0:  # the target is to stay where it was
        return 1.0 if waarde == indicator.streefwaarde else -1.0
    return (waarde - indicator.nulmeting) / way


def _judge(indicator: IndicatorGegevens, aandeel: float, jaar: int) -> Oordeel:
    if aandeel >= 1:
        return Oordeel.GEHAALD
    if aandeel < 0:
        return Oordeel.TERUG
    if aandeel == 0:
        return Oordeel.GELIJK
    expected = (jaar - indicator.nulmeting_jaar) / (
        indicator.streefjaar - indicator.nulmeting_jaar
    )
    return Oordeel.OP_SCHEMA if aandeel >= expected else Oordeel.ACHTER
