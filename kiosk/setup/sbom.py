"""部品表 (SBOM): every package of the lock with version, hashes and licence, as CycloneDX 1.6 - made without a network.

The lock says which packages and which files; what is installed in `.venv` says under which licence. Where a package's
own words name no SPDX licence, it stands in LICENCES, with what was read. The same lock gives the same bytes: no time
and no chance number is in it.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from importlib import metadata
from typing import TYPE_CHECKING

from kiosk.setup.lock import chosen, entries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SPEC = "1.6"
LICENCES = {
    "asyncpg": "Apache-2.0",
    "babel": "BSD-3-Clause",
    "click-default-group": "LicenseRef-Public-Domain",
    "colorama": "BSD-3-Clause",
    "fluent-runtime": "Apache-2.0",
    "fluent-syntax": "Apache-2.0",
    "grimp": "BSD-2-Clause",
    "huey": "MIT",
    "import-linter": "BSD-2-Clause",
    "libcst": "MIT",
    "pathspec": "MPL-2.0",
    "persist-queue": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyrage": "MIT",
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
    "pyyaml-ft": "MIT",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "shellingham": "ISC",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "sortedcontainers": "Apache-2.0",
    "sqlcipher3": "Zlib",
    "sqlite-fts4": "Apache-2.0",
    "tzdata": "Apache-2.0",
    "uharfbuzz": "Apache-2.0",
}
"""Read in the licence files of the packages; their metadata says it in other words, or nothing."""

INSIDE = {
    "sqlcipher3": (("SQLCipher", "BSD-3-Clause"), ("SQLite", "blessing"), ("OpenSSL", "Apache-2.0")),
    "cryptography": (("OpenSSL", "Apache-2.0"),),
    "obstore": (
        ("object_store", "MIT OR Apache-2.0"),
        ("AWS-LC", "ISC AND Apache-2.0 AND MIT AND BSD-3-Clause"),
        ("ICU4X", "Unicode-3.0"),
    ),
    "pyrage": (("age", "MIT OR Apache-2.0"),),
    "pyside6-essentials": (("Qt", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"),),
    "uharfbuzz": (("HarfBuzz", "MIT-Modern-Variant"),),
    "lxml": (("libxml2", "MIT"), ("libxslt", "MIT")),
}
"""Libraries of others that a package's wheel carries."""

DATA = {"assets/readings/readings.txt": "BSD-3-Clause AND NAIST-2003 AND Unicode-DFS-2016"}
"""Data in assets/ that was made from others' (Mozc with the notices of IPADIC and ICOT, the Unihan database)."""

_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")
_MIT = "License :: OSI Approved :: MIT License"


def bill(lock: str, packages: Path, *, fonts: Iterable[str] = (), version: str = "") -> str:
    """The CycloneDX document of a lock; `packages` is the folder of what is installed, `fonts` are files of assets/."""
    needed = set(entries(chosen(lock, ())))
    found = {_plain(each.metadata["Name"]): each for each in metadata.distributions(path=[str(packages)])}
    parts = [
        _component(name, lines, found.get(_plain(name)), needed=name in needed) for name, lines in entries(lock).items()
    ]
    parts += [_data(name, terms) for name, terms in DATA.items()]
    parts += [_font(name) for name in sorted(fonts)]
    document = {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPEC}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, hashlib.sha256(lock.encode()).hexdigest())}",
        "version": 1,
        "metadata": {"component": _program(version)},
        "components": parts,
        "dependencies": [{"ref": "kiosk", "dependsOn": sorted(str(part["bom-ref"]) for part in parts)}],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def licence(name: str, found: metadata.Distribution | None) -> str:
    """The SPDX expression of a package; empty when neither it nor LICENCES says one."""
    if name in LICENCES or found is None:
        return LICENCES.get(name, "")
    terms = [found.metadata[key] for key in ("License-Expression", "License") if key in found.metadata]
    if terms and _SPDX.fullmatch(terms[0]):
        return str(terms[0])
    return "MIT" if _MIT in (found.metadata.get_all("Classifier") or []) else ""


def _program(version: str) -> dict[str, object]:
    return {
        "type": "application",
        "bom-ref": "kiosk",
        "name": "kiosk",
        "version": version,
        "licenses": [{"expression": "Apache-2.0"}],
    }


def _component(name: str, lines: str, found: metadata.Distribution | None, *, needed: bool) -> dict[str, object]:
    version = re.match(r"\S+?==(\S+)", lines)
    purl = f"pkg:pypi/{_plain(name)}@{version[1] if version else ''}"
    part: dict[str, object] = {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version[1] if version else "",
        "scope": "required" if needed else "excluded",
        "purl": purl,
        "licenses": [{"expression": licence(_plain(name), found)}],
        "hashes": [{"alg": "SHA-256", "content": each} for each in re.findall(r"sha256:([0-9a-f]{64})", lines)],
    }
    inside = [
        {"type": "library", "bom-ref": f"{purl}#{each}", "name": each, "licenses": [{"expression": terms}]}
        for each, terms in INSIDE.get(_plain(name), ())
    ]
    return {**part, "components": inside} if inside else part


def _data(name: str, terms: str) -> dict[str, object]:
    return {"type": "file", "bom-ref": f"data:{name}", "name": name, "licenses": [{"expression": terms}]}


def _font(name: str) -> dict[str, object]:
    return {"type": "file", "bom-ref": f"font:{name}", "name": name, "licenses": [{"expression": "OFL-1.1"}]}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
