"""Reading a GeoPackage. Pure: the file lives only as long as it is read."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from participatie.core.geofiles import GeoFeature, GeoFileError, read_features
from participatie.core.geometry import as_mapping
from participatie.uitwisseling.rules_tabel import MAX_RIJEN, refused
from participatie.uitwisseling.types import Bestand, RuweRij


def read_geopackage(data: bytes) -> Bestand:
    """Return the rows of the only layer, with their shapes in WGS84."""
    with NamedTemporaryFile(suffix=".gpkg") as file:
        file.write(data)
        file.flush()
        try:
            features = read_features(Path(file.name), limit=MAX_RIJEN)
        except GeoFileError as error:
            raise refused(str(error)) from error
    kolommen = list(features[0].properties)
    return Bestand(kolommen=kolommen, rijen=[_row(one) for one in features], met_vormen=True)


def _row(feature: GeoFeature) -> RuweRij:
    found = feature.geometry
    return RuweRij(
        feature.number, feature.properties, as_mapping(found) if found is not None else None
    )
