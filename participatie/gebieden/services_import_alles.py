"""Importing a whole city from one folder. No commit here: see core.transactions."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from participatie.gebieden.errors import ImportRefusedError
from participatie.gebieden.services_cijfers import Sleutel, import_kerncijfers
from participatie.gebieden.services_import import lay_out, publish_imported
from participatie.gebieden.types import Niveau, Verslag

OUTLINES = (".geojson", ".json", ".gpkg")
FIGURES = (".csv", ".gpkg")
WORDS: Mapping[Niveau, str] = {
    Niveau.STAD: r"gemeente|stad",
    Niveau.STADSDEEL: r"stadsdelen",
    Niveau.WIJK: r"wijken",
    Niveau.BUURT: r"buurten",
}


def import_alles(*, folder: Path, bron: str | None = None) -> list[Verslag]:
    """Import stad, stadsdelen, wijken, buurten and figures, or raise and change nothing.

    A file is recognised by a word in its name; of more years the newest is taken.
    """
    if not folder.is_dir():
        raise ImportRefusedError(f"De map {folder} bestaat niet.")
    files = sorted(path for path in folder.glob("*") if path.is_file())
    chosen = {niveau: _newest(files, niveau) for niveau in Niveau}
    missing = [WORDS[niveau] for niveau, path in chosen.items() if path is None]
    if missing:
        raise ImportRefusedError(
            f"In {folder.name} ontbreekt een bestand met in de naam: {', '.join(missing)}."
        )
    verslagen = {
        niveau: lay_out(path=path, niveau=niveau, bron=bron)
        for niveau, path in chosen.items()
        if path is not None
    }
    publish_imported(verslagen)  # once, so that what others move is counted once
    gegeven: set[Sleutel] = set()
    cijfers = [
        import_kerncijfers(path=path, bron=bron, gegeven=gegeven) for path in _figures(files)
    ]
    return [*verslagen.values(), *cijfers]


def _newest(files: Iterable[Path], niveau: Niveau) -> Path | None:
    found = [
        path
        for path in files
        if path.suffix.lower() in OUTLINES
        and _has_word(path, WORDS[niveau])
        and not _has_word(path, "kerncijfers")
    ]
    return max(found, key=lambda path: (_year(path), path.name), default=None)


def _figures(files: Iterable[Path]) -> list[Path]:
    """Return the files with figures; of the same figure the first one counts."""
    found = [p for p in files if p.suffix.lower() in FIGURES and _has_word(p, "kerncijfers")]
    return sorted(found, key=lambda path: (_year(path), path.suffix, path.name))


def _has_word(path: Path, pattern: str) -> bool:
    words = re.split(r"[^a-z0-9]+", path.stem.lower())
    return any(re.fullmatch(pattern, word) for word in words)


def _year(path: Path) -> int:
    return max((int(found) for found in re.findall(r"\d{4}", path.stem)), default=0)
