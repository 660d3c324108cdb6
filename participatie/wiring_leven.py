"""What the life of an initiatief is tied to: the rooms of its timeline, and its mails."""

from participatie.core.events import subscribe
from participatie.initiatieven import events as initiatieven_events
from participatie.initiatieven import queries_tijdlijn as tijdlijn
from participatie.notifications import services_voortgang as voortgang_mails


def connect_leven() -> None:
    """Say which rooms give lines to the timeline, and who is mailed."""
    _tell_tijdlijn()
    _mail_about_leven()


def _tell_tijdlijn() -> None:
    """Say which rooms give lines to the timeline of an initiatief."""
    for bron in (
        tijdlijn.regels_van_status,
        tijdlijn.regels_van_projecten,
        tijdlijn.regels_van_fasen,
        tijdlijn.regels_van_updates,
        tijdlijn.regels_van_opgaan,
    ):
        tijdlijn.register_tijdlijn(bron)


def _mail_about_leven() -> None:
    """Mail one certain person about the life of an initiatief."""
    subscribe(initiatieven_events.BezwaarBeoordeeld, voortgang_mails.mail_bezwaar)
    subscribe(initiatieven_events.SamenvoegingVoorgesteld, voortgang_mails.mail_voorgesteld)
    subscribe(initiatieven_events.SamenvoegingAkkoord, voortgang_mails.mail_akkoord)
    subscribe(initiatieven_events.SamenvoegingAfgewezen, voortgang_mails.mail_afgewezen)
    subscribe(
        initiatieven_events.SamenvoegingIngetrokken,
        voortgang_mails.mail_samenvoeging_ingetrokken,
    )
    subscribe(
        initiatieven_events.SamenvoegingTeruggedraaid,
        voortgang_mails.mail_samenvoeging_teruggedraaid,
    )
