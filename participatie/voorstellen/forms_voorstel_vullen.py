"""Making the form of a partner: filled with what was said, with what may be chosen."""

import re
import secrets
from typing import Any

from flask_babel import gettext as _

from participatie.core import clock
from participatie.core.fields import EuroField
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import Niveau, Omtrek
from participatie.programmas.panels_plek import NIET_GETEKEND, plek_data
from participatie.programmas.types import Geldbron, ProjectGegevens
from participatie.voorstellen.forms_voorstel import (
    TEKSTEN,
    VoorstelForm,
    bedrag_naam,
)

JAREN_VOORUIT = 4
KEUZES = ("soort", "domein", "thema", "fase", "participatieniveau")
SLEUTEL = re.compile("[0-9a-f]{32}")


def make_voorstel_form(
    said: ProjectGegevens | None = None, *, versie: int | None = None
) -> VoorstelForm:
    """Return the form, with a field for the money of the partner in each year."""
    now = clock.today().year
    years = {jaar for jaar, bron in said.bedragen if bron is Geldbron.DERDEN} if said else set()
    jaren = sorted({*years, *range(now, now + JAREN_VOORUIT + 1)})
    money = {
        bedrag_naam(jaar): EuroField(_("Eigen bijdrage in %(jaar)s", jaar=jaar)) for jaar in jaren
    }
    made = type("VoorstelForm", (VoorstelForm,), {**money, "jaren": jaren})
    data = _data(said) if said else NIET_GETEKEND
    new = {"versie": str(versie or ""), "sleutel": secrets.token_hex(16)}
    form: VoorstelForm = made(data=data | new)
    form.offer_plek(said.geometrie if said else None)
    form.gebied.choices = _gebied_choices()
    return form


def read_sleutel(form: VoorstelForm) -> str:
    """Return the key of this form; a strange one is replaced."""
    text = form.text("sleutel")
    return text if SLEUTEL.fullmatch(text) else secrets.token_hex(16)


def _gebied_choices() -> dict[str, dict[str, str]]:
    """Return every gebied by its code: by stadsdeel, each wijk before its buurten."""
    boom = get_boom()
    stad = {
        omtrek.code: _("Heel %(naam)s", naam=omtrek.naam)
        for omtrek in boom.omtrekken.values()
        if omtrek.ouder_id is None
    }
    groups = {_("Stad"): {"": _("Kies een gebied")} | stad}
    for stadsdeel, gebieden in boom.per_stadsdeel():
        groups[stadsdeel.naam] = {one.code: _in_list(one) for one in gebieden}
    return groups


def _in_list(omtrek: Omtrek) -> str:
    if omtrek.niveau is Niveau.STADSDEEL:
        return str(_("Heel %(naam)s", naam=omtrek.naam))
    return "\u2003" * (omtrek.niveau is Niveau.BUURT) + omtrek.naam


def _data(said: ProjectGegevens) -> dict[str, Any]:
    omtrekken = get_boom().omtrekken
    codes = sorted(
        omtrekken[gebied_id].code for gebied_id in said.gebied_ids if gebied_id in omtrekken
    )
    amounts = {
        bedrag_naam(jaar): cents
        for (jaar, bron), cents in said.bedragen.items()
        if bron is Geldbron.DERDEN
    }
    return {
        **{name: getattr(said, name) for name in TEKSTEN},
        "plek_omschrijving": said.plek_omschrijving,
        **{name: str(getattr(said, name) or "") for name in KEUZES},
        **plek_data(said.geometrie),
        **amounts,
        "start": said.start,
        "eind": said.eind,
        "contact_email": said.contact_email or "",
        "gebied": codes[0] if codes else "",
        "meer_gebieden": "\n".join(codes[1:]),
    }
