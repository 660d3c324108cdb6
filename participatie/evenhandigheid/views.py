"""How decisions compare: for officials with all there is to see, for everyone a summary."""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import current_person, public, requires
from participatie.core.namen import naam
from participatie.core.paging import PAGE_SIZE, Page
from participatie.core.permissions import Permission
from participatie.evenhandigheid.forms import KeuzeForm, make_form, params_of, read_keuze
from participatie.evenhandigheid.queries import (
    list_besluiten,
    list_zaken,
    names_of_moderators,
)
from participatie.evenhandigheid.queries_overzicht import (
    Overzicht,
    make_overzicht,
    make_samenvatting,
    select_zaken,
)
from participatie.evenhandigheid.rules import (
    MINSTENS,
    cells,
    days_in_words,
    is_wat,
    percent,
    read_period,
    sleutel_of,
)
from participatie.evenhandigheid.types import Keuze, Per, Regel, Rij, Wat, Zaak
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.moderation.rules_openbaar import safe_count
from participatie.moderation.types import Uitkomst
from participatie.programmas.types import Thema
from participatie.uitwisseling.rules_export import without_formula

BOM = "\ufeff"
NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
bp = Blueprint("evenhandigheid", __name__)


@bp.get("/hoe-beslist-de-gemeente")
@public
def openbaar() -> ResponseReturnValue:
    """Show everyone how the gemeente decides."""
    vandaag = clock.today()
    van, tot = read_period("", "", vandaag=vandaag)
    samenvatting = make_samenvatting(
        Keuze(van=van, tot=tot), samen=_("Heel de stad"), overig=_("Andere samen")
    )
    stad = samenvatting.stad
    return render_template(
        "evenhandigheid/openbaar.html",
        samenvatting=samenvatting,
        van=van,
        tot=tot,
        dagen=days_in_words(stad.mediaan if stad else None),
        op_tijd=percent(stad.op_tijd) if stad else "",
        uitkomsten=list(Uitkomst),
    )


@bp.get("/evenhandigheid")
@requires(Permission.BESLUITEN_VERGELIJKEN)
def index() -> ResponseReturnValue:
    """Show officials how decisions compare."""
    form, keuze, per = _asked()
    overzicht = make_overzicht(keuze, per, alleen_door=_alleen_door())
    return render_template(
        "evenhandigheid/index.html",
        form=form,
        koppen=_koppen(per),
        regels=_regels(overzicht.rijen, per),
        stad=cells(overzicht.stad, alles=_sees_all()),
        gronden=_gronden(overzicht),
        params=params_of(form),
        alles=_sees_all(),
        minstens=MINSTENS,
        per=per,
    )


@bp.get("/evenhandigheid/besluiten.csv")
@requires(Permission.BESLUITEN_VERGELIJKEN)
def download() -> ResponseReturnValue:
    """Send the table as it is shown, for a spreadsheet."""
    _form, keuze, per = _asked()
    overzicht = make_overzicht(keuze, per, alleen_door=_alleen_door())
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*_koppen(per), _("Wat opvalt")])
    for regel in _regels(overzicht.rijen, per):
        line = [regel.naam, *(cel.tekst for cel in regel.cellen), " ".join(regel.verschillen)]
        writer.writerow([without_formula(value) for value in line])
    response = Response(BOM + text.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="evenhandigheid.csv"'
    return response


@bp.get("/evenhandigheid/besluiten")
@requires(Permission.BESLUITEN_VERGELIJKEN)
def besluiten() -> ResponseReturnValue:
    """Show the decisions behind a number, as far as someone may look into them."""
    form, keuze, per = _asked()
    sleutel = _asked_sleutel(per)
    wat = next((one for one in Wat if one == request.args.get("wat")), Wat.ALLES)
    belongs = is_wat(wat)
    in_row = [
        zaak
        for zaak in list_zaken(keuze)
        if sleutel in ("", sleutel_of(per, zaak.genomen, zaak.door_id))
    ]
    alles = [zaak for zaak in in_row if belongs(zaak)]
    own = None if _sees_all() else frozenset(_own_gebieden())
    shown = select_zaken(alles, hoort=belongs, gebied_ids=own, door_id=current_user.id)
    number = min(max(request.args.get("pagina", 1, type=int), 1), -(-len(shown) // PAGE_SIZE) or 1)
    part = shown[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    page = Page(_with_zaak(part), number, len(shown), PAGE_SIZE)
    verborgen = not _sees_all() and safe_count(len(alles)) is None
    return render_template(
        "evenhandigheid/besluiten.html",
        page=page,
        wat=wat,
        naam=_namen(per, {sleutel} if sleutel else set()).get(sleutel, ""),
        elders=0 if verborgen else len(alles) - len(shown),
        params=params_of(form),
        adres=params_of(form) | {"sleutel": sleutel, "wat": wat.value},
        alles=_sees_all(),
        mag_open=_may_open,
        keuze=keuze,
    )


def _asked() -> tuple[KeuzeForm, Keuze, Per]:
    boom = get_boom()
    form = make_form(request.args, boom, vandaag=clock.today())
    return form, read_keuze(form, boom), Per(form.per.data)


def _asked_sleutel(per: Per) -> str:
    """Return the row that was asked for; of moderators one's own, unless all may be seen."""
    sleutel = request.args.get("sleutel", "")
    if sleutel and per is Per.MODERATOR and not _sees_all():
        return str(current_user.id)
    return sleutel


def _sees_all() -> bool:
    return current_person().may(Permission.MODERATOREN_VERGELIJKEN)


def _alleen_door() -> int | None:
    """Return whose decisions someone may see apart: all, or his own only."""
    return None if _sees_all() else int(current_user.id)


def _own_gebieden() -> list[GebiedId]:
    person = current_person()
    return [
        found
        for found in get_boom().omtrekken
        if person.may(Permission.INZENDING_MODEREREN, found)
    ]


def _may_open(gebied_id: GebiedId) -> bool:
    return current_person().may(Permission.INZENDING_MODEREREN, gebied_id)


def _koppen(per: Per) -> list[str]:
    return [
        naam(per),
        _("Besluiten"),
        _("Gepubliceerd"),
        _("Aanpassing"),
        _("Afgewezen"),
        _("Dagen"),
        _("Na de termijn"),
        _("Teruggedraaid"),
        _("Afwijkend"),
        _("Twijfel terecht"),
    ]


def _namen(per: Per, keys: set[str]) -> Mapping[str, str]:
    if per is Per.GEBIED:
        return {str(found.id): found.naam for found in get_boom().omtrekken.values()}
    if per is Per.THEMA:
        return {member.value: naam(member) for member in Thema}
    if not _sees_all():
        return {str(current_user.id): _("Uw besluiten")}
    return names_of_moderators({int(key) for key in keys if NUMBER.fullmatch(key)})


def _regels(rijen: Sequence[Rij], per: Per) -> Sequence[Regel]:
    """Return the rows by name; a moderator sees all of his own."""
    namen = _namen(per, {rij.sleutel for rij in rijen})
    alles = _sees_all() or per is Per.MODERATOR
    regels = [
        Regel(
            sleutel=rij.sleutel,
            naam=namen.get(rij.sleutel, rij.sleutel),
            cellen=cells(rij, alles=alles),
            verschillen=rij.verschillen,
        )
        for rij in rijen
    ]
    return sorted(regels, key=lambda regel: regel.naam)


def _gronden(overzicht: Overzicht) -> list[tuple[str, str, str]]:
    small = _("minder dan 5")
    alles = _sees_all()
    return [
        (grond, naam(Uitkomst(uitkomst)), str(aantal) if alles or safe_count(aantal) else small)
        for grond, uitkomst, aantal in overzicht.gronden
    ]


def _with_zaak(zaken: Sequence[Zaak]) -> list[tuple[Zaak, object]]:
    found = {besluit.id: besluit for besluit in list_besluiten([one.genomen.id for one in zaken])}
    return [(zaak, found[zaak.genomen.id]) for zaak in zaken if zaak.genomen.id in found]
