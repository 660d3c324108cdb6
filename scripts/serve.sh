#!/bin/sh
# Serve the site: gunicorn and, beside it, the jobs (mail). Both stop together; when the jobs crash
# they start again and the site stays up. Where the demo city was loaded, the site says so.
set -eu
bin=.venv/bin
: "${PORT:=8000}" "${WORKERS:=2}"
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}" # many threads that mostly wait need few heaps
export SITE_URL="${SITE_URL:-http://127.0.0.1:$PORT}"
if [ -z "${DEMO:-}" ] && [ -f "${DATA_DIR:-data}/demo-wachtwoord" ]; then
    export DEMO=1
    echo "The demo city is loaded: $SITE_URL/demo tells who you can be."
fi

run_jobs() {
    trap 'kill "$consumer" 2>/dev/null; exit 0' TERM INT
    while :; do
        "$bin/huey_consumer" wsgi.huey --max-delay 1 --graceful-signal TERM --quiet &
        consumer=$!
        wait "$consumer" || true
        echo "The jobs stopped; they start again in 5 seconds." >&2
        sleep 5
    done
}

run_jobs &
jobs=$!
"$bin/gunicorn" wsgi:app --bind "127.0.0.1:$PORT" --workers "$WORKERS" --no-control-socket &
site=$!
stopped=
trap 'stopped=yes; kill "$site" 2>/dev/null' TERM INT
trap 'kill "$jobs" 2>/dev/null || true' EXIT
echo "Serving on http://127.0.0.1:$PORT (stop with Ctrl-C)"
status=0
wait "$site" || status=$?
wait "$site" 2>/dev/null || true
[ -n "$stopped" ] || exit "$status"
