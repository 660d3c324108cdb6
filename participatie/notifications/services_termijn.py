"""Mail about who handles an inzending and when the answer comes."""

from participatie.core.db import db
from participatie.core.mail import page_link, queue_mail
from participatie.inzendingen.queries import get_inzending
from participatie.moderation.events import (
    InzendingToegewezen,
    TermijnVerlengd,
    VerlengingIngetrokken,
)
from participatie.moderation.models_werk import Toewijzing, Verlenging
from participatie.notifications.services_besluit import make_letter, send_letter


def mail_verlengd(event: TermijnVerlengd) -> None:
    """Tell the sender that the answer comes later, and why."""
    verlenging = db.session.get_one(Verlenging, event.verlenging_id)
    send_letter(
        make_letter(
            "termijn_verlengd",
            verlenging.inzending_id,
            van=verlenging.van,
            tot=verlenging.tot,
            reden=verlenging.reden,
        )
    )


def mail_weer_eerder(event: VerlengingIngetrokken) -> None:
    """Tell the sender that the answer comes on the day that was promised first."""
    verlenging = db.session.get_one(Verlenging, event.verlenging_id)
    send_letter(make_letter("termijn_hersteld", verlenging.inzending_id, van=verlenging.van))


def mail_toegewezen(event: InzendingToegewezen) -> None:
    """Tell who handles it from now on; who took it himself knows."""
    toewijzing = db.session.get_one(Toewijzing, event.toewijzing_id)
    wie = toewijzing.gebruiker or toewijzing.afdeling
    if wie is None or _is_self(toewijzing, event.actor_id):
        return
    queue_mail(
        to=wie.email,
        template="notifications/mail/toegewezen.txt",
        inzending=get_inzending(toewijzing.inzending_id),
        toewijzing=toewijzing,
        link=page_link("moderation.inzending", inzending_id=toewijzing.inzending_id),
    )


def _is_self(toewijzing: Toewijzing, actor_id: int | None) -> bool:
    return actor_id is not None and toewijzing.gebruiker_id == actor_id
