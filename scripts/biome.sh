#!/bin/sh
# Lint our own scripts and styles with Biome. Its binaries for Linux are in the lock file; elsewhere say so.
set -eu
case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) machine=linux-x64 ;;
    Linux-aarch64) machine=linux-arm64 ;;
    *) machine=none ;;
esac
biome=node_modules/@biomejs/cli-$machine/biome
if [ ! -x "$biome" ]; then
    echo "Biome is not locked for this machine: scripts and styles are not checked." >&2
    exit 0
fi
exec "$biome" check --error-on-warnings static/js static/css scripts
