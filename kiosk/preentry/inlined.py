"""Several JavaScript modules as one script: each in a room of its own, so that nothing is fetched and no name clashes.

Only what the modules of the page use is understood: `import { a, b as c } from "./file.js";`, exports in front of
`const`, `function`, `class`, and one list `export { a as b }`.
"""

import re
from collections.abc import Mapping

from kiosk.model.errors import Defect

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([^"]+)";$', re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:const|function\*?|class) (\w+)", re.MULTILINE)
_LISTED = re.compile(r"export ?\{([^}]*)\};?")
_LEFT = re.compile(r"^\s*(?:import|export)\b", re.MULTILINE)


def inlined(modules: Mapping[str, str], first: str) -> str:
    """The script that runs the module `first` with all that it imports; modules by their path, beginning without ./.

    Raises Defect for a module that is not there and for an import or export of another shape.
    """
    done: dict[str, str] = {}
    _room(modules, first, done, ())
    return '"use strict";\n' + "\n".join(done.values())


def _room(modules: Mapping[str, str], path: str, done: dict[str, str], waiting: tuple[str, ...]) -> None:
    if path in done:
        return
    if path not in modules or path in waiting:
        raise Defect(f"the page imports {path}, which is not there or imports itself")
    source = modules[path]
    for _, other in _IMPORT.findall(source):
        _room(modules, other, done, (*waiting, path))
    done[path] = f"const {_name(path)} = (() => {{\n{_inside(source, path)}\n}})();"


def _inside(source: str, path: str) -> str:
    given = {name: name for name in _EXPORTED.findall(source)}
    for listed in _LISTED.findall(source):
        given |= {outer: inner for inner, outer in _pairs(listed)}
    body = _IMPORT.sub(lambda found: f"const {{{_taken(found[1])}}} = {_name(found[2])};", source)
    body = _LISTED.sub("", re.sub(r"^export (?=async |const |function|class )", "", body, flags=re.MULTILINE))
    if _LEFT.search(body):
        raise Defect(f"{path} imports or exports in a way that cannot be inlined")
    exports = ", ".join(f"{outer}: {inner}" for outer, inner in given.items())
    return f"{body}\nreturn {{ {exports} }};"


def _pairs(listed: str) -> list[tuple[str, str]]:
    """(a, b) for a as b, (a, a) for a."""
    found = (entry.split(" as ") for entry in (part.strip() for part in listed.split(",")) if entry)
    return [(names[0].strip(), names[-1].strip()) for names in found]


def _taken(listed: str) -> str:
    return ", ".join(f"{outer}: {inner}" for outer, inner in _pairs(listed))


def _name(path: str) -> str:
    return "M_" + re.sub(r"\W", "_", path)
