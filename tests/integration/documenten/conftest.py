import shutil

import pytest

from participatie.documenten import services_maken
from participatie.documenten.types import Aanvraag, Inhoud

AANVRAAG = Aanvraag(
    soort="proef",
    gegevens={"gebied": "noord"},
    versie="v1",
    titel="Programma Noord",
    bestandsnaam="noord.pdf",
    terug="/gebieden/noord",
)
DATA = {
    "titel": "Programma Noord", "ondertitel": "", "site": "Haarlem", "stand": "", "inleiding": "",
    "kolommen": [], "rijen": [], "colofon": [], "liggend": False,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_files_left(app):
    yield
    shutil.rmtree(app.config["DATA_DIR"] / "documenten", ignore_errors=True)


@pytest.fixture(autouse=True)
def maker(monkeypatch):
    """A kind of document that only exists here; `asked` is what it was asked to make."""
    asked = []

    def make(gegevens):
        asked.append(gegevens)
        return Inhoud("lijst.typ", DATA)

    monkeypatch.setitem(services_maken.MAKERS, "proef", make)
    return asked
