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
    "numbers": ("kiosk/model/numbers.py", ("values_numbers", "values_my_number")),
    "wareki": ("kiosk/model/wareki.py", ("values_wareki", "values_eras", "values_ages", "values_imprecise_dates")),
    "cel": ("kiosk/rules/cel.py", ("rules_cel", "rules_moments", "rules_facts", "rules_judging")),
    "judging": ("kiosk/rules/judging.py", ("rules_judging", "rules_judged_once", "rules_cel")),
    "facts": ("kiosk/rules/facts.py", ("rules_facts", "rules_moments")),
    "plan": ("kiosk/rules/plan.py", ("rules_plan", "rules_plan_wishes", "rules_plan_open")),
    "wants": ("kiosk/rules/wants.py", ("rules_wants", "rules_wants_beside")),
    "fill": ("kiosk/rules/fill.py", ("rules_fill", "rules_refill")),
    "deadlines": ("kiosk/rules/deadlines.py", ("rules_deadlines",)),
    "visit": (
        "kiosk/flow/visit.py",
        ("flow_turns", "flow_jobs", "flow_visit", "flow_visit_doors", "flow_rewinding", "preentry_visit"),
    ),
    "parse_answer": ("kiosk/flow/parse_answer.py", ("flow_parse_answer", "flow_parse_bounds")),
    "sources": ("kiosk/flow/sources.py", ("flow_sources", "flow_sources_told", "preentry_visit")),
    "confirm": ("kiosk/delivery/confirm.py", ("delivery_confirm", "delivery_confirm_again")),
    "courier": ("kiosk/delivery/courier.py", ("delivery_courier", "delivery_batches")),
    "retry": ("kiosk/delivery/retry.py", ("delivery_retry", "delivery_courier")),
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
    settings = SETTINGS.format(module=module, tests="\n    ".join(f"tests/unit/test_{each}.py" for each in tests))
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
