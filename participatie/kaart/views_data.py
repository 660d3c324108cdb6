"""The data of the map: everything public at once, under an address that holds its version."""

import json
from http import HTTPStatus

from flask import Blueprint, Response, current_app, redirect, url_for
from flask.typing import ResponseReturnValue

from participatie.core.access import public
from participatie.core.versioned import bodies
from participatie.gebieden.queries import get_boom, outlines_version
from participatie.gebieden.types import Omtrek
from participatie.kaart.queries import get_verzameling, simplify
from participatie.kaart.rules import KOLOMMEN, to_row

JSON = "application/json"
bp = Blueprint("kaart_data", __name__)


@bp.get("/data/<versie>.json")
@public
def items(versie: str) -> ResponseReturnValue:
    """Answer every project and published initiatief in few bytes."""
    verzameling = get_verzameling()
    if versie != verzameling.versie:
        return _go_to(url_for("kaart_data.items", versie=verzameling.versie))

    def make() -> bytes:
        rows = [to_row(item) for item in verzameling.items]
        return _dump({"versie": versie, "kolommen": KOLOMMEN, "items": rows})

    return bodies(current_app).answer("kaart.items", JSON, make)


@bp.get("/gebieden/<versie>.json")
@public
def gebieden(versie: str) -> ResponseReturnValue:
    """Answer the outline of every gebied, simplified."""
    current = gebieden_versie()
    if versie != current:
        return _go_to(url_for("kaart_data.gebieden", versie=current))
    return bodies(current_app).answer("kaart.gebieden", JSON, _make_gebieden)


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
