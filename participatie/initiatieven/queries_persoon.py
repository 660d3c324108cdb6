"""What this room keeps about one person."""

from datetime import datetime

from participatie.accounts.types import GebruikerId
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries import list_eigen
from participatie.inzendingen.types import Status

CENT_PER_EURO = 100


def own_initiatieven(gebruiker_id: int) -> list[dict[str, object]]:
    """Return everything someone wrote, drafts too, as values that can be written as JSON."""
    return [_as_data(initiatief) for initiatief in list_eigen(GebruikerId(gebruiker_id))]


def _as_data(initiatief: Initiatief) -> dict[str, object]:
    return {
        "id": initiatief.id,
        "kenmerk": initiatief.kenmerk,
        "status": initiatief.status.value,
        "titel": initiatief.titel,
        "toelichting": initiatief.toelichting,
        "thema": initiatief.thema.value if initiatief.thema else None,
        "gebied": initiatief.gebied.naam if initiatief.gebied else None,
        "plekOmschrijving": initiatief.plek_omschrijving,
        "geometrie": initiatief.geometrie,
        **_samen(initiatief),
        **_momenten(initiatief),
        "fotos": [
            {"bestand": foto.bestand, "beschrijving": foto.beschrijving}
            for foto in initiatief.fotos
        ],
    }


def _samen(initiatief: Initiatief) -> dict[str, object]:
    """Return what someone asked and offered. Amounts are in euro."""
    return {
        "waarom": initiatief.waarom,
        "wieDoetMee": initiatief.wie_doet_mee,
        "vraag": initiatief.vraag,
        "vraagToelichting": initiatief.vraag_toelichting,
        "aanbod": initiatief.aanbod,
        "aanbodToelichting": initiatief.aanbod_toelichting,
        "kostenEuro": _euro(initiatief.kosten_cent),
        "gevondenEuro": _euro(initiatief.gevonden_cent),
    }


def _momenten(initiatief: Initiatief) -> dict[str, str | None]:
    ingetrokken = [stap.op for stap in initiatief.stappen if stap.naar is Status.INGETROKKEN]
    return {
        "aangemaaktOp": initiatief.aangemaakt_op.isoformat(),
        "ingediendOp": _iso(initiatief.ingediend_op),
        "gepubliceerdOp": _iso(initiatief.gepubliceerd_op),
        "ingetrokkenOp": _iso(max(ingetrokken, default=None)),
    }


def _euro(cent: int | None) -> float | None:
    """Return an amount in euro, exact as far as a cent."""
    return None if cent is None else cent / CENT_PER_EURO


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
