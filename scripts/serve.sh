#!/bin/sh
# Serve the site: load the demo city into an empty database, then run gunicorn.
set -eu
bin=.venv/bin
: "${PORT:=8000}" "${WORKERS:=2}" "${THREADS:=16}"
export SITE_URL="${SITE_URL:-http://127.0.0.1:$PORT}"
echo "Serving on http://127.0.0.1:$PORT (stop with Ctrl-C)"
exec "$bin/gunicorn" wsgi:app --bind "127.0.0.1:$PORT" --workers "$WORKERS" --threads "$THREADS"
