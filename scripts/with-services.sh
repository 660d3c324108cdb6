#!/bin/sh
# Run a command beside a throw-away PostgreSQL and Redis of its own, in a temporary folder.
# Sets TEST_DATABASE_URL and TEST_REDIS_URL. Installs them through apt where absent and allowed.
# Where that is not possible: says so and stops with 3, which callers may treat as "skipped".
set -u
postgres_bin() {
    for dir in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr); do
        [ -x "$dir/initdb" ] && echo "$dir" && return
    done
    command -v initdb >/dev/null 2>&1 && dirname "$(command -v initdb)"
}
missing() { [ -z "$(postgres_bin)" ] || ! command -v redis-server >/dev/null 2>&1; }
if missing && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing PostgreSQL and Redis for the tests"
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql redis-server >/dev/null 2>&1
fi
if missing; then
    echo "PostgreSQL (with initdb) and redis-server are needed here and are not installed." >&2
    exit 3
fi

bin=$(postgres_bin)
dir=$(mktemp -d /tmp/participatie-services.XXXXXX)
as_user=''
if [ "$(id -u)" = 0 ]; then
    as_user='su postgres -s /bin/sh -c'
    chown postgres "$dir"
fi
run() { if [ -n "$as_user" ]; then $as_user "$1"; else sh -c "$1"; fi; }
stop() {
    run "$bin/pg_ctl -D $dir/pg -m immediate stop" >/dev/null 2>&1
    [ -f "$dir/redis.pid" ] && kill "$(cat "$dir/redis.pid")" 2>/dev/null
    sleep 0.2
    rm -rf "$dir"
}
trap stop EXIT INT TERM
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
redis_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
run "cd $dir && $bin/initdb -D $dir/pg -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 >$dir/initdb.log 2>&1" || { cat "$dir/initdb.log" >&2; exit 1; }
run "cd $dir && $bin/pg_ctl -D $dir/pg -w -l $dir/pg.log -o '-p $port -k $dir -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200' start >/dev/null" || { cat "$dir/pg.log" >&2; exit 1; }
run "$bin/createdb -h 127.0.0.1 -p $port -U postgres participatie_test" || exit 1
redis-server --daemonize yes --bind 127.0.0.1 --port "$redis_port" --save "" --appendonly no --pidfile "$dir/redis.pid" --dir /tmp >/dev/null || exit 1
export TEST_DATABASE_URL="postgresql+psycopg://postgres@127.0.0.1:$port/participatie_test"
export TEST_REDIS_URL="redis://127.0.0.1:$redis_port/0"
"$@"
