#!/bin/sh
# Say clearly what is missing before anything is installed.
set -eu
python=$1
command -v "$python" >/dev/null 2>&1 || {
    echo "Python 3.11 or newer is needed, and '$python' was not found." >&2
    exit 1
}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; '$python' is $("$python" --version 2>&1)." >&2
    exit 1
}
"$python" -c 'import venv, ensurepip' 2>/dev/null || {
    echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
}
