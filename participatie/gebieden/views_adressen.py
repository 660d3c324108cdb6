"""Streets and addresses for a search field, from a service that never sees who asks."""

from flask import Blueprint, current_app, jsonify, request
from flask.typing import ResponseReturnValue

from participatie.core.access import public
from participatie.core.limits import limiter
from participatie.gebieden.queries import get_boom
from participatie.gebieden.queries_adressen import list_adressen

bp = Blueprint("gebieden_adressen", __name__)
MAX_VRAAG = 100


@bp.get("/adressen")
@public
@limiter.limit("120 per minute")
def adressen() -> ResponseReturnValue:
    """Answer the streets and addresses in the gemeente that look like the question."""
    vraag = request.args.get("vraag", "").replace("\0", "")[:MAX_VRAAG]
    stad = next((o.naam for o in get_boom().omtrekken.values() if o.ouder_id is None), "")
    found = list_adressen(vraag, dienst=current_app.config["ADRESSEN_URL"], gemeente=stad)
    return jsonify(
        adressen=[{"name": one.naam, "group": one.soort, "vorm": one.vorm} for one in found]
    )
