"""What stands in a feed: only what is public."""

from collections.abc import Sequence
from urllib.parse import urlencode

from participatie.feeds.types import Bericht, Feed
from participatie.gebieden.queries import get_boom, get_gebied_by_slug
from participatie.initiatieven.queries import get_zichtbaar_initiatief
from participatie.inzendingen.rules import timeline
from participatie.inzendingen.types import InzendingId
from participatie.zoeken.models import Zoekdocument
from participatie.zoeken.queries_nieuw import list_newest
from participatie.zoeken.rules import read_vraag
from participatie.zoeken.rules_woorden import soortnamen
from participatie.zoeken.types import Filters, Vraag

BERICHTEN = 50
GEEN_VRAAG = Vraag(tekst="", termen=())


def get_gebied_feed(slug: str) -> Feed:
    """Return what changed last in a gebied and in what lies in it, or raise."""
    gebied = get_gebied_by_slug(slug)
    return Feed(
        sleutel=f"gebied/{gebied.id}",
        titel=f"Nieuws uit {gebied.naam}",
        pad=f"/gebieden/{gebied.slug}",
        eigen=f"/gebieden/{gebied.slug}/feed.atom",
        berichten=_berichten(list_newest(GEEN_VRAAG, Filters(gebied_id=gebied.id), BERICHTEN)),
    )


def get_zoek_feed(params: dict[str, str]) -> Feed:
    """Return what changed last among the answers to a search; strange filters do not limit."""
    vraag = read_vraag(params.get("tekst", ""))
    jaar = params.get("jaar", "")
    filters = Filters(
        soort=params.get("soort") or None,
        gebied_id=get_boom().by_slug.get(params.get("gebied", "")),
        thema=params.get("thema") or None,
        jaar=int(jaar) if jaar.isascii() and jaar.isdigit() and len(jaar) <= 4 else None,  # noqa: PLR2004  # a year
    )
    query = urlencode({name: value for name, value in params.items() if value})
    found = list_newest(vraag, filters, BERICHTEN) if vraag.termen or filters else []
    return Feed(
        sleutel=f"zoeken?{query}",
        titel=f"Zoeken naar “{vraag.tekst}”" if vraag.tekst else "Zoeken",
        pad=f"/zoeken?{query}",
        eigen=f"/zoeken/feed.atom?{query}",
        berichten=_berichten(found),
    )


def get_initiatief_feed(initiatief_id: InzendingId) -> Feed:
    """Return the public history of a published initiatief, newest first, or raise."""
    initiatief = get_zichtbaar_initiatief(initiatief_id, None)
    pad = f"/initiatieven/{initiatief.id}"
    key = f"initiatief/{initiatief.id}"
    berichten = [
        Bericht(
            sleutel=f"{key}/stap/{stap.op.timestamp():.0f}",
            titel=f"{stap.naam}: {initiatief.titel}",
            tekst=initiatief.toelichting,
            pad=pad,
            op=stap.op,
            soort="stap",
        )
        for stap in timeline(initiatief.stappen, is_public=True)
    ]
    berichten += [
        Bericht(
            sleutel=f"{key}/koppeling/{koppeling.id}",
            titel=f"Hoort bij het project {koppeling.project.titel}",
            tekst=koppeling.project.omschrijving,
            pad=f"/projecten/{koppeling.project_id}",
            op=koppeling.op,
            soort="koppeling",
        )
        for koppeling in initiatief.koppelingen
    ]
    return Feed(
        sleutel=key,
        titel=initiatief.titel,
        pad=pad,
        eigen=f"{pad}/feed.atom",
        berichten=tuple(sorted(berichten, key=lambda one: (one.op, one.sleutel), reverse=True)),
    )


def _berichten(rows: Sequence[Zoekdocument]) -> tuple[Bericht, ...]:
    names = soortnamen()
    return tuple(
        Bericht(
            sleutel=f"{row.onderwerp_soort}/{row.onderwerp_id}",
            titel=row.titel,
            tekst=row.tekst,
            pad=row.pad,
            op=row.op,
            soort=names[row.onderwerp_soort].enkel if row.onderwerp_soort in names else "",
        )
        for row in rows
    )
