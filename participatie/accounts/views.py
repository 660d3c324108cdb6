"""The addresses of the accounts room: one table, by use case."""

from flask import Blueprint

from participatie.accounts import (
    views_beheer,
    views_inloggen,
    views_mails,
    views_profiel,
    views_registreren,
    views_tweede_factor,
    views_wachtwoord,
)

bp = Blueprint("accounts", __name__)

FORM = ("GET", "POST")
READ = ("GET",)
DO = ("POST",)

for path, view, methods in (
    ("/account/inloggen", views_inloggen.inloggen, FORM),
    ("/account/uitloggen", views_inloggen.uitloggen, DO),
    ("/account/registreren", views_registreren.registreren, FORM),
    ("/account/registreren/kijk-in-uw-mail", views_registreren.aangemeld, READ),
    ("/account/bevestigen/<token>", views_registreren.bevestigen, FORM),
    ("/account/wachtwoord-vergeten", views_wachtwoord.vergeten, FORM),
    ("/account/wachtwoord-vergeten/kijk-in-uw-mail", views_wachtwoord.gevraagd, READ),
    ("/account/nieuw-wachtwoord/<token>", views_wachtwoord.herstellen, FORM),
    ("/account/tweede-factor", views_tweede_factor.tweede_factor, FORM),
    ("/account/tweede-factor/herstelcode", views_tweede_factor.herstelcode, FORM),
    ("/account/tweede-factor/instellen", views_tweede_factor.instellen, FORM),
    ("/account/tweede-factor/herstelcodes", views_tweede_factor.herstelcodes, FORM),
    ("/account/profiel", views_profiel.profiel, READ),
    ("/account/profiel/naam", views_profiel.naam, FORM),
    ("/account/profiel/wachtwoord", views_profiel.wachtwoord, FORM),
    ("/account/profiel/email", views_profiel.email, FORM),
    ("/account/nieuw-adres/<token>", views_profiel.email_bevestigen, FORM),
    ("/account/profiel/overal-uitloggen", views_profiel.overal_uitloggen, DO),
    ("/account/profiel/gegevens", views_profiel.gegevens, READ),
    ("/account/profiel/verwijderen", views_profiel.verwijderen, FORM),
    ("/beheer", views_beheer.beheer, READ),
    ("/beheer/gebruikers", views_beheer.gebruikers, READ),
    ("/beheer/gebruikers/<int:gebruiker_id>", views_beheer.gebruiker, FORM),
    (
        "/beheer/gebruikers/<int:gebruiker_id>/rollen/<int:verlening_id>/intrekken",
        views_beheer.rol_intrekken,
        DO,
    ),
    (
        "/beheer/gebruikers/<int:gebruiker_id>/tweede-factor/wissen",
        views_beheer.tweede_factor_wissen,
        DO,
    ),
    ("/beheer/mails", views_mails.mails, READ),
    ("/beheer/mails/opnieuw", views_mails.opnieuw, DO),
):
    bp.add_url_rule(path, view_func=view, methods=methods)
