"""Where someone may be sent after signing in. Pure."""

import re
from urllib.parse import urlsplit

# A path of this site: printable ASCII without back slashes, and not `//host`.
OWN_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*")
MAX_LENGTH = 2_000


def own_path(path: str) -> str | None:
    """Return the path when it is certainly one of this site, else nothing."""
    if len(path) > MAX_LENGTH or not OWN_PATH.fullmatch(path):
        return None
    parts = urlsplit(path)
    return None if parts.scheme or parts.netloc else path
