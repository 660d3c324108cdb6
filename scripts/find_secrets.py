"""Fail when a file holds something that looks like a secret and was not looked at before.

`python scripts/find_secrets.py --accept` keeps what is there now, after somebody has looked at it.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ACCEPTED = ROOT / "scripts" / "secrets-seen.txt"
NO_SECRETS = ("package-lock.json", "requirements", "scripts/secrets-seen.txt")


def main() -> int:
    """Compare what is found with what was accepted."""
    found = scan()
    if sys.argv[1:] == ["--accept"]:
        ACCEPTED.write_text("\n".join(sorted(found)) + "\n")
        return 0
    new = found.keys() - set(ACCEPTED.read_text().splitlines())
    for one in sorted(new):
        print(f"{found[one]}: looks like a secret")
    return 1 if new else 0


def scan() -> dict[str, str]:
    """Return each finding (file and a hash of the text) with its place and kind."""
    listed = run("git", "ls-files").splitlines()
    files = [name for name in listed if not name.startswith(NO_SECRETS)]
    results = json.loads(run(".venv/bin/detect-secrets", "scan", *files))["results"]
    return {
        f"{name} {one['hashed_secret']}": f"{name}:{one['line_number']}: {one['type']}"
        for name, findings in results.items()
        for one in findings
    }


def run(*command: str) -> str:
    """Return what a command prints."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
