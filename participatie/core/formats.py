"""How dates, money and numbers are written on a page."""

from datetime import UTC, date, datetime
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal
from flask import Flask
from flask_babel import get_locale

from participatie.core.clock import AMSTERDAM

CENTS = 100
MEGABYTE = 1_000_000


def init_app(app: Flask) -> None:
    """Make the filters known to templates."""
    for filter_ in (
        datum,
        maand,
        tijdstip,
        kloktijd,
        euro,
        euro_cent,
        aantal,
        bestandsgrootte,
        hoofdletter,
    ):
        app.jinja_env.filters[filter_.__name__] = filter_


def datum(day: date) -> str:
    """Write a day in words: 1 mei 2027."""
    if isinstance(day, datetime):
        day = _local(day).date()
    return format_date(day, format="d MMMM y", locale=_locale())


def maand(day: date) -> str:
    """Write a month in words: mei 2027."""
    return format_date(day, format="LLLL y", locale=_locale())


def tijdstip(moment: datetime) -> str:
    """Write a moment in the time of Haarlem: 1 mei 2027 om 14:05."""
    return format_datetime(_local(moment), format="d MMMM y 'om' HH:mm", locale=_locale())


def kloktijd(moment: datetime) -> str:
    """Write only the time of the day in Haarlem: 14:05."""
    return format_datetime(_local(moment), format="HH:mm", locale=_locale())


def euro(cents: int) -> str:
    """Write an amount, with cents only where there are some: € 12.500."""
    pattern = "¤\u00a0#,##0" if cents % CENTS == 0 else "¤\u00a0#,##0.00"
    return format_currency(
        Decimal(cents) / CENTS, "EUR", format=pattern, locale=_locale(), currency_digits=False
    )


def euro_cent(cents: int) -> str:
    """Write an amount with its cents, so that a column can be added up: € 12.500,00."""
    return format_currency(
        Decimal(cents) / CENTS, "EUR", format="¤\u00a0#,##0.00", locale=_locale()
    )


def aantal(number: float) -> str:
    """Write a number with points between the thousands: 1.234."""
    return format_decimal(number, locale=_locale())


def bestandsgrootte(size: int) -> str:
    """Write how large a file is: 120 kB or 1,4 MB."""
    if size < MEGABYTE:
        return f"{aantal(max(1, round(size / 1000)))}\u00a0kB"
    return f"{aantal(round(size / MEGABYTE, 1))}\u00a0MB"


def hoofdletter(text: str) -> str:
    """Let a text that stands alone begin with a capital, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def _local(moment: datetime) -> datetime:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(AMSTERDAM)


def _locale() -> Locale:
    return get_locale() or Locale("nl")
