"""What this room keeps about one person."""

from participatie.accounts.types import GebruikerId
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries import list_eigen

TEKSTEN = (
    "titel", "toelichting", "waarom", "wie_doet_mee", "vraag", "vraag_toelichting", "aanbod",
    "aanbod_toelichting", "kosten_cent", "gevonden_cent", "plek_omschrijving", "geometrie",
)  # fmt: skip


def own_initiatieven(gebruiker_id: int) -> list[dict[str, object]]:
    """Return everything someone wrote, drafts too, as values that can be written as JSON."""
    return [_as_data(initiatief) for initiatief in list_eigen(GebruikerId(gebruiker_id))]


def _as_data(initiatief: Initiatief) -> dict[str, object]:
    sent = initiatief.ingediend_op
    return {
        "id": initiatief.id,
        "kenmerk": initiatief.kenmerk,
        "status": initiatief.status.value,
        "thema": initiatief.thema.value if initiatief.thema else None,
        "gebied": initiatief.gebied.naam if initiatief.gebied else None,
        "aangemaaktOp": initiatief.aangemaakt_op.isoformat(),
        "ingediendOp": sent.isoformat() if sent else None,
        "fotos": [foto.bestand for foto in initiatief.fotos],
        **{naam: getattr(initiatief, naam) for naam in TEKSTEN},
    }
