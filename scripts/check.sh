#!/bin/sh
# Lint, types, contracts, templates, secrets, then the tests on SQLite and on PostgreSQL.
set -eu
bin=.venv/bin
step() { echo "== $1"; shift; "$@"; }

step "ruff" $bin/ruff check .
step "format" $bin/ruff format --check .
step "types" $bin/mypy participatie config.py wsgi.py bench scripts/*.py
step "floor plan" $bin/lint-imports --no-logo
step "house rules" $bin/ast-grep test --skip-snapshot-tests
step "house rules on the code" $bin/ast-grep scan --error
step "templates" $bin/djlint --check --lint --quiet templates
step "scripts and styles" scripts/biome.sh
step "dead code" $bin/vulture participatie
step "spelling" $bin/codespell README.md CONTRIBUTING.md SECURITY.md CHANGELOG.md docs/architectuur.md docs/adr
step "secrets" $bin/python scripts/find_secrets.py
if [ "${TESTED:-}" != yes ]; then  # CI has just run them
    step "tests on SQLite" $bin/python -m pytest -q -n auto --dist loadgroup -m "not e2e"
fi
# Counting makes tests twice as slow. Rules are pure: their unit tests alone must reach every line.
step "unit tests of the rules" $bin/python -m pytest -q -n auto tests/unit --cov --cov-report=
step "coverage of the rules" $bin/coverage report --include='participatie/*/rules.py' --fail-under=100
status=0
step "tests on PostgreSQL and Redis" scripts/with-services.sh $bin/python -m pytest -q -n auto --dist loadgroup -m "not e2e" || status=$?
if [ "$status" = 3 ] && [ "${CI:-}" != true ]; then
    echo "The tests on PostgreSQL were skipped: see above."
    status=0
fi
exit "$status"
