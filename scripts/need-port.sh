#!/bin/sh
# Say before anything is made that the port is taken.
set -eu
"$1" - "$PORT" <<'PYTHON' || { echo "Port $PORT is in use. Choose another: PORT=8080 make run" >&2; exit 1; }
import socket, sys
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(sys.argv[1])))
    except (OSError, OverflowError, ValueError):
        sys.exit(1)
PYTHON
