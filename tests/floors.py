"""How much of every package the tests reach: `python -m tests.floors` holds what was measured against pyproject.toml.

Lines and branches count alike, as in coverage.py's own percentage. A package without a floor is a mistake.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def reached(found: Mapping[str, Any]) -> dict[str, float]:
    """Percent of the lines and branches of every package, from coverage.py's JSON report."""
    there, run = Counter[str](), Counter[str]()
    for file, each in found["files"].items():
        package, summary = package_of(file), each["summary"]
        there[package] += summary["num_statements"] + summary["num_branches"]
        run[package] += summary["covered_lines"] + summary["covered_branches"]
    return {package: 100 * run[package] / total for package, total in sorted(there.items()) if total}


def package_of(file: str) -> str:
    """`kiosk/flow/visit.py` is in flow; what lies in kiosk itself is in kiosk."""
    parts = Path(file).parts
    return parts[1] if len(parts) > 2 else parts[0]


def below(found: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """What is wrong, one line each."""
    short = [
        f"{package}: {percent:.1f} % of {floors[package]} %"
        for package, percent in found.items()
        if package in floors and percent < floors[package]
    ]
    unknown = [f"{package}: has no floor" for package in found if package not in floors]
    return [*short, *unknown, *(f"{package}: is not there" for package in floors if package not in found)]


def main() -> int:
    """Tell every package, then what is below its floor."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    report = ROOT / settings["coverage"]["json"]["output"]
    found, floors = reached(json.loads(report.read_bytes())), settings["kiosk"]["floors"]
    sys.stdout.writelines(
        f"{package:12} {percent:5.1f} %  floor {floors.get(package, '-')}\n" for package, percent in found.items()
    )
    wrong = below(found, floors)
    sys.stdout.writelines(f"below its floor: {line}\n" for line in wrong)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
