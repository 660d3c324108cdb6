"""The addresses of the initiatieven room."""

from http import HTTPStatus

from flask import Blueprint

from participatie.initiatieven import (
    views_bekend,
    views_controle,
    views_eigen,
    views_lijst,
    views_waar,
    views_wat,
)
from participatie.initiatieven.rules_voortgang import FASE_TONEN, FASE_UITLEG, telling_in_woorden

bp = Blueprint("initiatieven", __name__)
bp.add_app_template_filter(FASE_TONEN.__getitem__, "fase_toon")
bp.add_app_template_filter(FASE_UITLEG.__getitem__, "fase_uitleg")
bp.add_app_template_filter(telling_in_woorden)
NUMBER = "<int(max=2147483647):initiatief_id>"
CONCEPT = f"/concept/{NUMBER}"

bp.register_error_handler(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, views_wat.too_large)

for method, rule, view in (
    ("GET", "", views_lijst.index),
    ("GET", f"/{NUMBER}", views_lijst.detail),
    ("GET", "/mijn", views_eigen.mijn),
    ("GET", "/nieuw", views_wat.nieuw),
    ("POST", "/nieuw", views_wat.begin),
    ("GET", f"{CONCEPT}/wat", views_wat.wat),
    ("POST", f"{CONCEPT}/wat", views_wat.save_wat),
    ("GET", f"{CONCEPT}/waar", views_waar.waar),
    ("POST", f"{CONCEPT}/waar", views_waar.save_waar),
    ("GET", f"{CONCEPT}/bekend", views_bekend.bekend),
    ("POST", f"{CONCEPT}/bekend", views_bekend.save_bekend),
    ("GET", f"{CONCEPT}/controle", views_controle.controle),
    ("POST", f"{CONCEPT}/controle", views_controle.send),
    ("GET", f"{CONCEPT}/verwijderen", views_eigen.ask_delete),
    ("POST", f"{CONCEPT}/verwijderen", views_eigen.delete),
    ("GET", f"/{NUMBER}/ontvangst", views_controle.ontvangst),
    ("GET", f"/{NUMBER}/intrekken", views_eigen.ask_withdraw),
    ("POST", f"/{NUMBER}/intrekken", views_eigen.withdraw),
):
    bp.add_url_rule(rule, view_func=view, methods=[method])
