"""The commands as somebody types them: words in, an exit code and two streams out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from typer.testing import CliRunner, Result

from kiosk.cli import app


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


Kiosk = Callable[..., Ended]


def run(*words: str) -> Result:
    """`kiosk check`, `kiosk rules …`: what a member of the IT staff types."""
    return CliRunner().invoke(app, [*words], catch_exceptions=False)


def said(*words: str) -> dict[str, Any]:
    """The document the same command writes with `--json`."""
    return dict(json.loads(run(*words, "--json").stdout))
