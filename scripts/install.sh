#!/bin/sh
# Install a hash-locked requirements file with uv, or with plain pip where uv is absent.
set -eu
bin=$1
file=$2
echo "Installing $file"
if [ -x "$bin/uv" ]; then
    VIRTUAL_ENV=$(cd "$bin/.." && pwd) "$bin/uv" pip install --quiet --require-hashes -r "$file"
else
    "$bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$file"
fi
