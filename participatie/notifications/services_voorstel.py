"""Mail to a partner about what became of a voorstel. Written in the transaction of the deed."""

from participatie.core.mail import queue_mail, site_link
from participatie.voorstellen.events import VoorstelStatusGewijzigd
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.queries import count_of_inlezing, get_voorstel
from participatie.voorstellen.types import VoorstelStatus

UIT_BESTAND = frozenset({VoorstelStatus.AANGEBODEN, VoorstelStatus.OVERGENOMEN})
"""Of what came from a file, these are not told one by one."""


def mail_voorstel(event: VoorstelStatusGewijzigd) -> None:
    """Tell who proposed it what happened; of a whole file once, when all of it has an answer."""
    voorstel = get_voorstel(event.onderwerp.id)
    naar = VoorstelStatus(event.naar)
    if voorstel.inlezing is not None and naar in UIT_BESTAND:
        _mail_inlezing(voorstel, voorstel.inlezing, naar)
        return
    queue_mail(
        to=voorstel.indiener.email,
        template=f"notifications/mail/voorstel_{naar.value}.txt",
        naam=voorstel.indiener.naam,
        voorstel=voorstel,
        link=_link(voorstel),
    )


def _link(voorstel: Voorstel) -> str:
    if voorstel.status is VoorstelStatus.OVERGENOMEN:
        return site_link(f"/projecten/{voorstel.project_id}")
    return site_link(f"/partner/voorstellen/{voorstel.id}")


def _mail_inlezing(voorstel: Voorstel, inlezing: str, naar: VoorstelStatus) -> None:
    counted = count_of_inlezing(inlezing)
    if naar is VoorstelStatus.AANGEBODEN or counted[VoorstelStatus.AANGEBODEN]:
        return
    queue_mail(
        to=voorstel.indiener.email,
        template="notifications/mail/voorstel_bestand.txt",
        naam=voorstel.indiener.naam,
        overgenomen=counted[VoorstelStatus.OVERGENOMEN],
        teruggegeven=counted[VoorstelStatus.TERUGGEGEVEN],
        organisatie=voorstel.organisatie,
        link=site_link(f"/partner/{voorstel.organisatie.slug}"),
    )
