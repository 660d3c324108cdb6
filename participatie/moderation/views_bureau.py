"""The desk: the queue of someone's own gebieden."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import requires
from participatie.core.permissions import Permission
from participatie.moderation.queries_bureau import get_bureau, list_queue
from participatie.moderation.queries_zijbak import count_zijbakken, list_zijbak
from participatie.moderation.rules_woorden import BAK_LEEG, ZIJBAK_LEEG
from participatie.moderation.types import Bak, Bureau, Zijbak


@requires(Permission.INZENDING_MODEREREN)
def bureau() -> ResponseReturnValue:
    """Show what waits, first what must be answered first."""
    vandaag = clock.today()
    found = get_bureau(current_user, request.args.get("gebied", ""), vandaag)
    wanted = request.args.get("bak")
    number = request.args.get("pagina", 1, type=int)
    zijbak = next((one for one in Zijbak if one == wanted), None)
    if zijbak is not None:
        return _zijbak(found, zijbak, number)
    bak = next((one for one in Bak if one == wanted), Bak.NIEUW)
    voor = current_user.id if request.args.get("voor") == "mij" else None
    return render_template(
        "moderation/bureau.html",
        bureau=found,
        bak=bak,
        zijbakken=count_zijbakken(found.gebied_ids),
        page=list_queue(found, bak, vandaag, number, voor),
        leeg=BAK_LEEG[bak],
        voor="mij" if voor else None,
        alles=request.args.get("alles") == "ja",
        kiesbaar=bak is not Bak.AFGEHANDELD,
    )


def _zijbak(found: Bureau, zijbak: Zijbak, number: int) -> ResponseReturnValue:
    """Show reported comments, or doubts that something is done."""
    return render_template(
        "moderation/zijbak.html",
        bureau=found,
        bak=zijbak,
        zijbakken=count_zijbakken(found.gebied_ids),
        page=list_zijbak(zijbak, found.gebied_ids, number),
        leeg=ZIJBAK_LEEG[zijbak],
    )
