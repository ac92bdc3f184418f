"""The list of parts: every locked package with hashes and a licence, the same bytes each time, and README agrees."""

import importlib.metadata
import json
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from kiosk.setup.lock import chosen, entries
from kiosk.setup.sbom import bill

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PACKAGES = Path(sysconfig.get_paths()["purelib"])
SPDX = {
    *("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CNRI-Python", "EPL-2.0", "GPL-2.0-only", "GPL-2.0-or-later"),
    *("GPL-3.0-only", "ISC"),
    *("LGPL-2.1-or-later", "LGPL-3.0-only", "LicenseRef-Public-Domain", "MIT", "MIT-0", "MIT-CMU"),
    *(
        "MIT-Modern-Variant",
        "MPL-2.0",
        "NAIST-2003",
        "OFL-1.1",
        "PSF-2.0",
        "Unicode-3.0",
        "Unicode-DFS-2016",
        "Zlib",
        "blessing",
    ),
}
"""The licences that may be in the program; another one is a decision. GPL stands here beside another choice alone."""


@pytest.fixture(scope="module")
def parts() -> dict[str, Any]:
    return dict(json.loads(bill(LOCK, PACKAGES, fonts=("a.ttf",), version="1")))


def every(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for part in parts for each in (part, *every(part.get("components", [])))]


def test_every_locked_package_is_there_with_its_version_and_every_hash(parts: dict[str, Any]) -> None:
    found = {part["name"]: part for part in parts["components"] if part["type"] == "library"}
    assert found.keys() == entries(LOCK).keys()
    for name, lines in entries(LOCK).items():
        assert lines.startswith(f"{name}=={found[name]['version']}")
        assert [each["content"] for each in found[name]["hashes"]] == re.findall(r"sha256:(\w+)", lines)


def test_every_part_has_a_licence_that_may_be_in_the_program(parts: dict[str, Any]) -> None:
    said = {part["name"]: part["licenses"][0]["expression"] for part in every(parts["components"])}
    others = {name: terms for name, terms in said.items() if not set(re.split(r" AND | OR ", terms)) <= SPDX}
    installed = {re.sub(r"[-_.]+", "-", each.name).lower() for each in importlib.metadata.distributions()}
    assert {name: terms for name, terms in others.items() if terms or name in installed} == {}


def test_the_document_has_the_shape_of_cyclonedx(parts: dict[str, Any]) -> None:
    assert (parts["bomFormat"], parts["specVersion"], parts["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", parts["serialNumber"])
    listed = [parts["metadata"]["component"], *every(parts["components"])]
    refs = [part["bom-ref"] for part in listed]
    assert len(refs) == len(set(refs))
    assert {part["type"] for part in listed} <= {"application", "library", "file"}
    assert {part.get("scope", "required") for part in listed} <= {"required", "excluded"}
    assert all(part["name"] for part in listed)
    assert all(re.fullmatch(r"pkg:pypi/[a-z0-9.-]+@\S+", part["purl"]) for part in listed if "purl" in part)
    for dependency in parts["dependencies"]:
        assert {dependency["ref"], *dependency["dependsOn"]} <= set(refs)


def test_what_only_tests_need_is_marked_as_not_in_the_program(parts: dict[str, Any]) -> None:
    needed = {part["name"] for part in parts["components"] if part.get("scope") == "required"}
    assert needed == entries(chosen(LOCK, ())).keys()
    assert "pytest" not in needed


def test_the_same_lock_gives_the_same_bytes() -> None:
    assert bill(LOCK, PACKAGES) == bill(LOCK, PACKAGES)


def test_the_table_in_readme_names_every_package_of_the_program_with_its_licence(parts: dict[str, Any]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+) \| (.+) \|$", readme.partition("## Licences")[2], flags=re.MULTILINE)
    told = {plain(name): f"{names} {terms}" for names, terms in rows for name in re.findall(r"`([^`]+)`", names)}
    needed = {plain(part["name"]): part for part in parts["components"] if part.get("scope") == "required"}
    assert told.keys() == needed.keys()
    for name, part in needed.items():
        for each in (part, *part.get("components", [])):
            terms = re.split(r" AND | OR ", each["licenses"][0]["expression"])
            wanted = [SPOKEN.get(term, term) for term in terms]
            assert [term for term in wanted if term not in told[name]] == [], name


SPOKEN = {"LicenseRef-Public-Domain": "public domain", "blessing": "public domain"}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_command_prints_it_without_a_network() -> None:
    call = [sys.executable, "-m", "kiosk.setup", "sbom"]
    ended = subprocess.run(call, cwd=ROOT, check=True, capture_output=True, text=True)
    assert json.loads(ended.stdout)["components"][-1]["licenses"] == [{"expression": "OFL-1.1"}]
