"""The data of the map: everything public at once, under an address that holds its version."""

import hashlib
import json
from http import HTTPStatus

from flask import Blueprint, Response, current_app, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from participatie.core import clock
from participatie.core.access import public
from participatie.core.peildatum import read_stand
from participatie.core.versioned import bodies
from participatie.gebieden.queries import get_boom, outlines_version
from participatie.gebieden.types import Omtrek
from participatie.kaart.queries import get_verzameling, simplify
from participatie.kaart.rules import KOLOMMEN, to_row
from participatie.raakvlakken.queries_kaart import list_for_map, raakvlakken_version

JSON = "application/json"
MAX_LENGTH = 2_000  # of the keys in an address
STAND = slice(3, None)
"""Where the day stands in the version of an earlier day."""
bp = Blueprint("kaart_data", __name__)


@bp.get("/data/<versie>.json")
@public
def items(versie: str) -> ResponseReturnValue:
    """Answer every project and published initiatief in few bytes."""
    stand = read_stand("-".join(versie.split("-")[STAND]), vandaag=clock.today())
    verzameling = get_verzameling(stand.dag)
    if versie != verzameling.versie:
        return _go_to(url_for("kaart_data.items", versie=verzameling.versie))

    def make() -> bytes:
        rows = [to_row(item) for item in verzameling.items]
        return _dump({"versie": versie, "kolommen": KOLOMMEN, "items": rows})

    group = "kaart.items.toen" if stand.dag else "kaart.items"
    return bodies(current_app).answer(group, JSON, make)


@bp.get("/data/items.json")
@public
def gewijzigd() -> ResponseReturnValue:
    """Answer some items as they are now; one that is not among them is no longer public."""
    sleutels = set(request.args.get("sleutels", "")[:MAX_LENGTH].split(","))
    verzameling = get_verzameling()
    rows = [to_row(item) for item in verzameling.some(sleutels)]
    return jsonify(versie=verzameling.versie, kolommen=KOLOMMEN, items=rows)


@bp.get("/gebieden/<versie>.json")
@public
def gebieden(versie: str) -> ResponseReturnValue:
    """Answer the outline of every gebied, simplified."""
    current = gebieden_versie()
    if versie != current:
        return _go_to(url_for("kaart_data.gebieden", versie=current))
    return bodies(current_app).answer("kaart.gebieden", JSON, _make_gebieden)


@bp.get("/raakvlakken/<versie>.json")
@public
def raakvlakken(versie: str) -> ResponseReturnValue:
    """Answer which projects touch: where, and the keys of the two."""
    current = raakvlakken_versie()
    if versie != current:
        return _go_to(url_for("kaart_data.raakvlakken", versie=current))

    def make() -> bytes:
        return _dump(
            {
                "raakvlakken": [
                    [found.lon, found.lat, *(f"p{one}" for one in found.project_ids)]
                    for found in list_for_map()
                ]
            }
        )

    return bodies(current_app).answer("kaart.raakvlakken", JSON, make)


def raakvlakken_versie() -> str:
    """Return the version of what touches as it stands in an address."""
    return hashlib.sha256(raakvlakken_version().encode()).hexdigest()[:16]


def gebieden_versie() -> str:
    """Return the version of the outlines as it stands in an address."""
    return "".join(sign if sign.isalnum() else "-" for sign in outlines_version())


def _make_gebieden() -> bytes:
    omtrekken = list(get_boom().omtrekken.values())
    vormen = simplify([omtrek.geometry for omtrek in omtrekken])
    return _dump(
        {
            "gebieden": [
                {**_facts(omtrek), "vorm": vorm}
                for omtrek, vorm in zip(omtrekken, vormen, strict=True)
            ]
        }
    )


def _facts(omtrek: Omtrek) -> dict[str, object]:
    return {
        "id": omtrek.id,
        "slug": omtrek.slug,
        "naam": omtrek.naam,
        "niveau": omtrek.niveau,
        "ouder": omtrek.ouder_id,
    }


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _go_to(address: str) -> Response:
    response = current_app.make_response(redirect(address, HTTPStatus.FOUND))
    response.headers["Cache-Control"] = "no-store"
    return response
