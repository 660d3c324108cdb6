#!/bin/sh
# Browser tests need Debian's chromium: install it where that is allowed, else say that they skip.
set -u
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing chromium for the browser tests"
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 && exit 0
fi
echo "chromium is not installed and cannot be installed here: the browser tests are skipped." >&2
echo "Install the package 'chromium' to run them." >&2
exit 0
