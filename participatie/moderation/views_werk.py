"""What the page of an inzending shows of the work on it: who, until when, and what was weighed."""

from dataclasses import dataclass
from typing import Any

from flask_login import current_user

from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import Status
from participatie.moderation.forms_selectie import (
    AfwegingForm,
    DoorzetForm,
    VerlengForm,
    handler_choices,
)
from participatie.moderation.models_kader import Afwegingspunt
from participatie.moderation.queries_kader import list_afwegingen, list_current
from participatie.moderation.queries_termijn import find_verlenging
from participatie.moderation.queries_verdeling import (
    find_toewijzing,
    list_afdelingen,
    list_collegas,
)
from participatie.moderation.rules_verdeling import TOE_TE_WIJZEN


@dataclass(frozen=True, kw_only=True)
class Werkinvoer:
    """The forms about the work as someone left them."""

    doorzetten: DoorzetForm | None = None
    verlengen: VerlengForm | None = None


NIETS = Werkinvoer()


def offer_handlers(form: DoorzetForm, found: Inzending) -> DoorzetForm:
    """Let someone choose from the departments and from who works in this gebied."""
    form.naar.choices = handler_choices(list_afdelingen(), list_collegas(found.gebied_id))
    return form


def work_of(found: Inzending, invoer: Werkinvoer) -> dict[str, Any]:
    """Return what the template needs."""
    punten = list_current(Afwegingspunt)
    seen = list_afwegingen(found.id)
    afwegen = AfwegingForm(formdata=None, prefix="afweging", data={"punten": sorted(seen)})
    afwegen.offer(punten)
    verlengen = invoer.verlengen or VerlengForm(formdata=None, prefix="verleng")
    verlengen.renew(found.versie)
    doorzetten = invoer.doorzetten or DoorzetForm(formdata=None, prefix="doorzet")
    toewijzing = find_toewijzing(found.id)
    return {
        "punten": punten,
        "getoetst": len(seen & {one.sleutel for one in punten}),
        "afweging_form": afwegen,
        "toewijzing": toewijzing,
        "is_mine": toewijzing is not None and toewijzing.gebruiker_id == current_user.id,
        "verlenging": find_verlenging(found.id),
        "loopt": found.status is Status.INGEDIEND,
        "toe_te_wijzen": found.status in TOE_TE_WIJZEN,
        "doorzet_form": offer_handlers(doorzetten, found),
        "verleng_form": verlengen,
        "werk_open": invoer.doorzetten is not None,
        "verlengen_open": invoer.verlengen is not None,
    }
