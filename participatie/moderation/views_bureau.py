"""The desk: the queue of someone's own gebieden."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import requires
from participatie.core.permissions import Permission
from participatie.moderation.queries_bureau import get_bureau, list_queue
from participatie.moderation.rules_woorden import BAK_LEEG
from participatie.moderation.types import Bak, BulkSoort


@requires(Permission.INZENDING_MODEREREN)
def bureau() -> ResponseReturnValue:
    """Show what waits, first what must be answered first."""
    vandaag = clock.today()
    found = get_bureau(current_user, request.args.get("gebied", ""), vandaag)
    bak = next((one for one in Bak if one == request.args.get("bak")), Bak.NIEUW)
    number = request.args.get("pagina", 1, type=int)
    voor = current_user.id if request.args.get("voor") == "mij" else None
    page = list_queue(found, bak, vandaag, number, voor)
    return render_template(
        "moderation/bureau.html",
        bureau=found,
        bak=bak,
        page=page,
        leeg=BAK_LEEG[bak],
        voor="mij" if voor else None,
        alles=request.args.get("alles") == "ja",
        kiesbaar=bak is not Bak.AFGEHANDELD,
        acties=BulkSoort,
    )
