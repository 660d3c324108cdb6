"""Static files: compressed once per version, served under an address that holds the version.

One version for the whole folder keeps the relative addresses inside css and JavaScript modules
right, and lets a browser keep every file for ever.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask, url_for
from markupsafe import Markup
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

TEN_YEARS = 10 * 365 * 24 * 3600
COMPRESSED = (".gz", ".br")
TEXT = (".css", ".js", ".svg")
KEPT_VERSIONS = 3
THEME = "thema.css"
THEME_FILES = (".woff2", ".svg", ".png", ".webp", ".jpg")
ADDRESS = re.compile(r"""url\(\s*["']?([\w./-]+)""")
IMPORT = re.compile(r'@import "([^"]+)"( layer\((\w+)\))?;')
Files = dict[str, Path]


def init_app(app: Flask) -> None:
    """Serve the static folder before Flask sees the request."""
    source = Path(app.static_folder or "static")
    files = _list_files(source, app.config["THEMA_CSS"])
    version = _fingerprint(files)
    folder = _publish(files, app.config["DATA_DIR"] / "static", version)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(folder),
        prefix=f"/static/{version}/",
        max_age=TEN_YEARS,
        immutable_file_test=lambda *_: True,
        allow_all_origins=False,
        add_headers_function=_add_headers,
    )

    def asset(name: str) -> str:
        """Return the address of a static file."""
        if name not in files:
            raise LookupError(f"no static file {name}; is the front end installed (make setup)?")
        return url_for("static", filename=f"{version}/{name}")

    @cache
    def icon_svg(name: str) -> Markup:
        """Return the drawing of an icon, to stand in the page itself."""
        return Markup(files[f"vendor/icons/{name}.svg"].read_text())  # noqa: S704  # our own file

    app.jinja_env.globals |= {"asset": asset, "icon_svg": icon_svg, "has_theme": THEME in files}


def _add_headers(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


def _list_files(source: Path, theme: Path | None) -> Files:
    """Map the address of each file to where it is now."""
    found = {str(path.relative_to(source)): path for path in _walk(source)}
    return found if theme is None else _list_theme(theme) | found | {THEME: theme}


def _list_theme(theme: Path) -> Files:
    """Map the letters and pictures beside the theme that it asks for."""
    folder = theme.resolve().parent
    named = {name: (folder / name).resolve() for name in ADDRESS.findall(theme.read_text())}
    return {
        name: path
        for name, path in named.items()
        if path.is_relative_to(folder) and path.is_file() and path.suffix in THEME_FILES
    }


def _walk(folder: Path) -> Iterable[Path]:
    for directory, _, names in os.walk(folder, followlinks=True):
        yield from (Path(directory, name) for name in names if not name.startswith("."))


def _fingerprint(files: Files) -> str:
    digest = hashlib.sha256()
    for name, path in sorted(files.items()):
        digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _publish(files: Files, target: Path, version: str) -> Path:
    """Write this version with its compressed copies, whole or not at all; return its folder."""
    folder = target / version
    if folder.exists():
        return folder
    temporary = target / f".{version}.{os.getpid()}"
    compressor = Compressor(quiet=True)
    for name, path in files.items():
        copy = temporary / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        if copy.suffix == ".css":
            copy.write_text(_with_imports(path))
        ready = name + COMPRESSED[0] in files
        if copy.suffix in TEXT and not ready and not name.startswith("vendor/icons"):
            list(compressor.compress(str(copy)))
    try:
        temporary.rename(folder)
    except OSError:  # another process was first
        shutil.rmtree(temporary)
    _forget_old(target)
    return folder


def _with_imports(path: Path) -> str:
    """Return a style sheet with what it imports written out, so that it is one request."""

    def written(match: re.Match[str]) -> str:
        css = _with_imports((path.parent / match[1]).resolve())
        return f"@layer {match[3]} {{\n{css}}}\n" if match[3] else css

    return IMPORT.sub(written, path.read_text())


def _forget_old(target: Path) -> None:
    versions = sorted(target.glob("[!.]*"), key=lambda folder: folder.stat().st_mtime)
    for folder in versions[:-KEPT_VERSIONS]:
        shutil.rmtree(folder, ignore_errors=True)
