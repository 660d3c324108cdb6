"""The program that sets one PDF. It knows nothing of the site and is run by `core.pdf` only.

It reads what to make from standard input and writes the PDF to standard output, or why not to
standard error. It opens no file but templates and letters, and the system ends it when it takes
too much.
"""

import json
import resource
import sys
from pathlib import Path

MAX_SECONDS = 100
MAX_BYTES = 3 * 1024**3
REFUSED = 3


def main() -> int:
    """Set the PDF."""
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, MAX_BYTES))
    import typst  # noqa: PLC0415  # within the limits

    order = json.load(sys.stdin.buffer)
    try:
        made = typst.compile(
            Path(order["templates"]) / order["template"],
            root=order["templates"],
            font_paths=[order["fonts"]],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"data": order["data"]},
            package_path="/nonexistent",
            package_cache_path="/nonexistent",
            timestamp=order["moment"],
        )
    except typst.TypstError as error:
        sys.stderr.write(error.diagnostic)
        return REFUSED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
