"""Mutation testing of the most important modules: `python -m tests.mutation numbers` changes one in every way there is.

Every change that no test of the module notices is told; mutmut (extra `mutation`) does the work in a folder of its own.
Words after the module's name are the changes to try, as mutmut names them:
`deadlines 'kiosk.rules.deadlines.x_compute*'`.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = {
    "numbers": ("kiosk/model/numbers.py", ("tests/unit/test_values_numbers.py",)),
    "wareki": (
        "kiosk/model/wareki.py",
        ("tests/unit/test_values_wareki.py", "tests/unit/test_values_eras.py", "tests/unit/test_values_ages.py"),
    ),
    "cel": ("kiosk/rules/cel.py", ("tests/unit/test_rules_cel.py",)),
    "judging": ("kiosk/rules/judging.py", ("tests/unit/test_rules_judging.py", "tests/unit/test_rules_cel.py")),
    "facts": ("kiosk/rules/facts.py", ("tests/unit/test_rules_facts.py", "tests/unit/test_rules_moments.py")),
    "plan": ("kiosk/rules/plan.py", ("tests/unit/test_rules_plan.py",)),
    "wants": ("kiosk/rules/wants.py", ("tests/unit/test_rules_wants.py",)),
    "fill": ("kiosk/rules/fill.py", ("tests/unit/test_rules_fill.py", "tests/unit/test_rules_refill.py")),
    "deadlines": ("kiosk/rules/deadlines.py", ("tests/unit/test_rules_deadlines.py",)),
    "visit": ("kiosk/flow/visit.py", ("tests/unit/test_flow_turns.py", "tests/unit/test_flow_jobs.py")),
    "parse_answer": ("kiosk/flow/parse_answer.py", ("tests/unit/test_flow_parse_answer.py",)),
    "sources": ("kiosk/flow/sources.py", ("tests/unit/test_flow_sources.py",)),
    "confirm": ("kiosk/delivery/confirm.py", ("tests/unit/test_delivery_confirm.py",)),
    "courier": ("kiosk/delivery/courier.py", ("tests/unit/test_delivery_courier.py",)),
    "retry": ("kiosk/delivery/retry.py", ("tests/unit/test_delivery_retry.py",)),
}
SETTINGS = """\
[mutmut]
source_paths=kiosk
only_mutate={module}
also_copy=
    assets
    forms
    pyproject.toml
    tests
pytest_add_cli_args=
    -p
    no:randomly
    -p
    no:cacheprovider
pytest_add_cli_args_test_selection=
    {tests}
"""


def prepare(folder: Path, name: str) -> None:
    """A copy of the program in which mutmut may change one module."""
    module, tests = MODULES[name]
    for each in ("kiosk", "tests", "forms", "assets"):
        shutil.copytree(ROOT / each, folder / each, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    settings = SETTINGS.format(module=module, tests="\n    ".join(tests))
    (folder / "setup.cfg").write_text(settings, encoding="utf-8")


def main(words: list[str]) -> int:
    """Change one module and tell what survived."""
    if not words or words[0] not in MODULES:
        sys.stderr.write(f"one of: {' '.join(MODULES)}\n")
        return 2
    mutmut = [sys.executable, "-m", "mutmut"]
    with tempfile.TemporaryDirectory(prefix="kiosk-mutation-") as scratch:
        prepare(Path(scratch), words[0])
        subprocess.run([*mutmut, "run", *words[1:]], cwd=scratch, check=True)
        survived = subprocess.run([*mutmut, "results"], cwd=scratch, check=True, capture_output=True, text=True).stdout
        survived = "".join(line for line in survived.splitlines(keepends=True) if "not checked" not in line)
        for line in survived.splitlines():
            name = line.strip().partition(":")[0]
            subprocess.run([*mutmut, "show", name], cwd=scratch, check=False)
    sys.stdout.write(survived)
    return bool(survived.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
