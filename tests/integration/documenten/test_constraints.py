import pytest
from sqlalchemy.exc import IntegrityError

from participatie.documenten.types import DocumentStatus
from tests.factories.documenten import DocumentFactory


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"status": DocumentStatus.KLAAR}, "klaar_has_bestand"),
        ({"bestand": "a.pdf", "grootte": 1}, "klaar_has_bestand"),
        ({"status": DocumentStatus.KLAAR, "bestand": "a.pdf"}, "bestand_has_grootte"),
        ({"status": DocumentStatus.BEZIG}, "bezig_has_begonnen_op"),
    ],
)
def test_what_must_never_happen_is_refused(session, wrong, constraint) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        DocumentFactory(**wrong)


def test_the_same_version_is_there_once(session) -> None:
    DocumentFactory(sleutel="gebied=noord")
    with pytest.raises(IntegrityError):
        DocumentFactory(sleutel="gebied=noord")
