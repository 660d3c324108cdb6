"""Run every measurement and write the report."""

import pkgutil
from importlib import import_module
from pathlib import Path

import bench
from bench.meting import Meting

REPORT = Path(__file__).parent / "report.md"
FRAME = {"__main__", "meting", "stad"}


def main() -> None:
    """Measure, print and keep."""
    lines = ["| wat | gemeten | grens | |", "| --- | ---: | ---: | --- |"]
    for module in sorted(m.name for m in pkgutil.iter_modules(bench.__path__)):
        if module not in FRAME:
            lines += [_line(meting) for meting in import_module(f"bench.{module}").run()]
    report = "\n".join(lines) + "\n"
    REPORT.write_text(f"# Snelheid\n\nGemeten in één keer op deze machine.\n\n{report}")
    print(report)


def _line(meting: Meting) -> str:
    mark = "gehaald" if meting.gehaald else "**niet gehaald**"
    return f"| {meting.naam} | {meting.gemeten:.3g} {meting.eenheid} | {meting.grens} | {mark} |"


if __name__ == "__main__":
    main()
