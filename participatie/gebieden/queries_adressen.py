"""Finding a street or an address with the service of the Kadaster (PDOK Locatieserver v3_1).

The visitor asks us and we ask the service, so that it never learns who looked for what. Without
its address in the settings nothing is asked and nothing is found.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from shapely import from_wkt
from shapely.errors import GEOSException

from participatie.core.geometry import Geometry, GeometryError, check_geometry, geometry_of
from participatie.gebieden.errors import AdressenWegError
from participatie.gebieden.types import Adres

logger = logging.getLogger(__name__)
TIMEOUT_S = 3.0
MAX_BYTES = 500_000
MOST = 7
LEAST_LETTERS = 3
SOORTEN = "type:(weg OR adres OR postcode)"
FIELDS = "weergavenaam,type,centroide_ll,geometrie_ll"


def list_adressen(vraag: str, *, dienst: str, gemeente: str) -> Sequence[Adres]:
    """Return streets and addresses in the gemeente that look like the question, best first."""
    if not dienst or len(vraag.strip()) < LEAST_LETTERS:
        return []
    query = [
        ("q", vraag.strip()),
        ("fq", f'gemeentenaam:"{gemeente}"'),
        ("fq", SOORTEN),
        ("fl", FIELDS),
        ("rows", str(MOST)),
    ]
    found = _ask(f"{dienst.rstrip('/')}/free?{urlencode(query)}")
    documents = found.get("response", {}).get("docs", [])
    return [adres for adres in map(_read, documents) if adres is not None]


def _ask(address: str) -> Mapping[str, Any]:
    request = Request(address, headers={"Accept": "application/json"})  # noqa: S310  # from the settings
    try:
        with urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310  # from the settings
            found = json.loads(answer.read(MAX_BYTES))
    except (OSError, HTTPException, ValueError) as error:
        logger.warning("adressen_weg", extra={"reason": type(error).__name__})
        raise AdressenWegError from error
    return found if isinstance(found, dict) else {}


def _read(document: object) -> Adres | None:
    """Return an answer of the service; None when it has no place that we can use."""
    if not isinstance(document, dict):
        return None
    for field in ("geometrie_ll", "centroide_ll"):
        vorm = _shape(document.get(field))
        if vorm is not None:
            naam = str(document.get("weergavenaam", ""))[:200]
            return Adres(naam=naam, soort=str(document.get("type", "")), vorm=vorm)
    return None


def _shape(wkt: object) -> Geometry | None:
    try:
        return geometry_of(check_geometry(from_wkt(str(wkt)))) if wkt else None
    except (GEOSException, GeometryError):
        return None
