"""The day as of which the register is read, from an address: `?stand=2026-05-01`. Pure.

A page asks `read_stand`, and shows what went wrong; data asks `parse_peildatum`, and refuses.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from http import HTTPStatus

from participatie.core.clock import AMSTERDAM
from participatie.core.errors import InvalidInputError

PARAMETER = "stand"
EERSTE_DAG = date(1990, 1, 1)
FORMATEN = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")
MAX_LENGTH = 10


class PeildatumError(InvalidInputError):
    """A day of which nothing can be shown; the message says what to write instead."""

    def __init__(self, message: str) -> None:
        super().__init__(message, field=PARAMETER)


@dataclass(frozen=True)
class Stand:
    """As of when to show a page: without `dag` as it is now. `fout` says why not as asked."""

    dag: date | None = None
    fout: str = ""

    @property
    def status(self) -> HTTPStatus:
        """Return the status of a page that was asked for this day."""
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.fout else HTTPStatus.OK

    @property
    def params(self) -> dict[str, str]:
        """Return what every link of the page keeps in its address."""
        return {PARAMETER: self.dag.isoformat()} if self.dag else {}


def read_stand(text: str, *, vandaag: date) -> Stand:
    """Return as of when to show a page; what cannot be shown is shown as it is now."""
    try:
        return Stand(parse_peildatum(text, vandaag=vandaag))
    except PeildatumError as error:
        return Stand(fout=str(error))


def parse_peildatum(text: str, *, vandaag: date) -> date | None:
    """Return the day that is asked for, or None for now: an empty text, or today."""
    plain = text.strip()
    if not plain:
        return None
    day = _read(plain)
    if day > vandaag:
        raise PeildatumError("Deze dag moet nog komen. Kies een dag tot en met vandaag.")
    if day < EERSTE_DAG:
        raise PeildatumError(f"Kies een dag vanaf 1 januari {EERSTE_DAG.year}.")
    return None if day == vandaag else day


def _read(text: str) -> date:
    for formaat in FORMATEN if len(text) <= MAX_LENGTH else ():
        try:
            return datetime.strptime(text, formaat).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    raise PeildatumError("Dit is geen datum. Schrijf bijvoorbeeld 31-03-2026.")


def moment_after(day: date) -> datetime:
    """Return when a day in Haarlem is over: what held just before that, held on that day."""
    return datetime.combine(day + timedelta(days=1), time(), AMSTERDAM)
