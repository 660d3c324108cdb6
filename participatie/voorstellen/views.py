"""The addresses of the voorstellen room: those of partners, and those of the redactie."""

from flask import Blueprint

from participatie.voorstellen import views_inlezen, views_partner, views_schrijven, views_wachtrij
from participatie.voorstellen.panels_verschil import veldnaam

bp = Blueprint("voorstellen", __name__)
FORM = ("GET", "POST")
READ = ("GET",)
DO = ("POST",)
bp.add_app_template_filter(veldnaam)
NUMMER = "<int(max=2147483647):voorstel_id>"

for path, view, methods in (
    ("/partner", views_partner.werkplek, READ),
    ("/partner/<slug>", views_partner.overzicht, READ),
    ("/partner/<slug>/projecten", views_partner.projecten, READ),
    ("/partner/<slug>/nieuw", views_schrijven.nieuw, FORM),
    ("/partner/<slug>/inlezen", views_inlezen.inlezen, FORM),
    (
        "/partner/<slug>/projecten/<int(max=2147483647):project_id>",
        views_schrijven.wijziging,
        FORM,
    ),
    (f"/partner/voorstellen/{NUMMER}", views_partner.voorstel, READ),
    (f"/partner/voorstellen/{NUMMER}/wijzigen", views_schrijven.wijzigen, FORM),
    (f"/partner/voorstellen/{NUMMER}/aanbieden", views_partner.aanbieden, DO),
    (f"/partner/voorstellen/{NUMMER}/intrekken", views_partner.intrekken, DO),
    ("/voorstellen", views_wachtrij.wachtrij, READ),
    ("/voorstellen/akkoord", views_wachtrij.kies_akkoord, DO),
    (f"/voorstellen/{NUMMER}", views_wachtrij.beoordelen, READ),
    (f"/voorstellen/{NUMMER}/akkoord", views_wachtrij.akkoord, DO),
    (f"/voorstellen/{NUMMER}/teruggeven", views_wachtrij.teruggeven, DO),
):
    bp.add_url_rule(path, view_func=view, methods=methods)
