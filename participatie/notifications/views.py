"""The addresses of berichten: one table, by use case."""

from flask import Blueprint

from participatie.notifications import (
    views_afmelden,
    views_buurt,
    views_instellingen,
    views_lijst,
)

bp = Blueprint("berichten", __name__)

FORM = ("GET", "POST")
READ = ("GET",)
DO = ("POST",)

for path, view, methods in (
    ("", views_lijst.index, READ),
    ("/gelezen", views_lijst.alles_gelezen, DO),
    ("/<int(max=2147483647):bericht_id>/gelezen", views_lijst.gelezen, DO),
    ("/instellingen", views_instellingen.instellingen, FORM),
    ("/adres", views_instellingen.adres_werkt, DO),
    ("/buurten/nieuw", views_buurt.buurt, FORM),
    ("/zoekopdrachten", views_buurt.bewaren, DO),
    (
        "/zoekopdrachten/<int(max=2147483647):zoekopdracht_id>/verwijderen",
        views_buurt.verwijderen,
        DO,
    ),
    ("/afmelden/<token>", views_afmelden.afmelden, FORM),
):
    bp.add_url_rule(path, view_func=view, methods=methods)
