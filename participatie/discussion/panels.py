"""What pages of other rooms show: the buttons to support and follow, and the newest reacties."""

from flask import render_template
from flask_login import current_user

from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.queries import count_reacties, count_steun, is_steuner, is_volger
from participatie.discussion.queries_gesprek import Lezing, find_gesprek, list_draden
from participatie.discussion.queries_onderwerpen import (
    find_onderwerp,
    is_bespreekbaar,
    is_steunbaar,
)
from participatie.discussion.types import Volgorde
from participatie.gebieden.models import Gebied

LAATSTE = 3


def show_doen(onderwerp: Onderwerp) -> str:
    """Show the buttons to support and follow, with how many do."""
    over = find_onderwerp(onderwerp)
    if over is None or not over.is_public:
        return ""
    wie = current_user.id if current_user.is_authenticated else None
    steunbaar, bespreekbaar = is_steunbaar(onderwerp.soort), is_bespreekbaar(onderwerp.soort)
    return render_template(
        "discussion/_doen.html",
        onderwerp=onderwerp,
        over=over,
        steunbaar=steunbaar,
        bespreekbaar=bespreekbaar,
        steun=count_steun(onderwerp) if steunbaar else 0,
        reacties=count_reacties(onderwerp) if bespreekbaar else 0,
        gesteund=bool(wie and steunbaar and is_steuner(onderwerp, wie)),
        gevolgd=bool(wie and is_volger(onderwerp, wie)),
    )


def show_laatste(onderwerp: Onderwerp) -> str:
    """Show the newest reacties, and the way to the rest."""
    over = find_onderwerp(onderwerp)
    if over is None or not over.is_public:
        return ""
    lezing = Lezing(gesprek=find_gesprek(onderwerp), over=over, lezer_id=None)
    page = list_draden(lezing, Volgorde.NIEUWSTE, 1)
    return render_template(
        "discussion/_laatste.html",
        onderwerp=onderwerp,
        regels=[regel for regel in page.items if regel.is_zichtbaar][:LAATSTE],
        aantal=count_reacties(onderwerp),
        is_open=lezing.is_open,
    )


def doen_bij_gebied(subject: object) -> str:
    """Let someone follow a gebied."""
    return show_doen(Onderwerp("gebied", subject.id)) if isinstance(subject, Gebied) else ""
