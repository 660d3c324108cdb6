#!/bin/sh
# No secret may stand in the repository: whatever detect-secrets finds beyond the baseline fails.
set -eu
found=$(git ls-files -z | xargs -0 .venv/bin/detect-secrets-hook --baseline .secrets.baseline 2>&1) || {
    echo "$found"
    exit 1
}
